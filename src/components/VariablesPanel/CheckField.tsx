import type { UseFormRegisterReturn } from 'react-hook-form';
import { WarningText } from './WarningText';

export interface CheckFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly warning?: string | undefined;
  /** What `register` gives. */
  readonly field: UseFormRegisterReturn;
}

/** A check box with what it means. */
export function CheckField({ id, label, hint, warning, field }: CheckFieldProps) {
  return (
    <div className="cpb-CheckField">
      <input
        {...field}
        id={id}
        type="checkbox"
        aria-describedby={warning === undefined ? `${id}-hint` : `${id}-hint ${id}-status`}
      />
      <div>
        <label className="cpb-CheckField-label" htmlFor={id}>
          {label}
        </label>
        <div className="cpb-Field-hint" id={`${id}-hint`}>
          {hint}
        </div>
        <div className="cpb-Field-status" id={`${id}-status`} aria-live="polite">
          {warning === undefined ? null : <WarningText text={warning} />}
        </div>
      </div>
    </div>
  );
}
