import type { ReactNode } from 'react';

export interface FieldProps {
  /** The id of the control. */
  readonly id: string;
  readonly label: string;
  /** Marked by CSS, so that the name stays as it is. */
  readonly isRequired?: boolean;
  /** Below the control; its id is `${id}-hint`. */
  readonly hint?: ReactNode;
  /** Below the control; its id is `${id}-error`. */
  readonly error?: ReactNode;
  /** A remark that stops nobody; its id is `${id}-status`. Announced when it changes. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
}

/** A control with its label, hint and fault. */
export function Field({ id, label, isRequired, hint, error, status, children }: FieldProps) {
  return (
    <div className="cpb-Field" data-invalid={error == null ? undefined : ''}>
      <label className="cpb-Field-label" htmlFor={id} data-required={isRequired ? '' : undefined}>
        {label}
      </label>
      {children}
      {hint == null ? null : (
        <div className="cpb-Field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error == null ? null : (
        <div className="cpb-Field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {status === undefined ? null : (
        <div className="cpb-Field-status" id={`${id}-status`} aria-live="polite">
          {status}
        </div>
      )}
    </div>
  );
}

/** What describes a control of a `Field`. */
export function describedBy(
  id: string,
  parts: { readonly hint?: unknown; readonly error?: unknown; readonly status?: unknown },
): string | undefined {
  const ids = [
    parts.error == null ? null : `${id}-error`,
    parts.status == null ? null : `${id}-status`,
    parts.hint == null ? null : `${id}-hint`,
  ].filter((part) => part !== null);
  return ids.length === 0 ? undefined : ids.join(' ');
}
