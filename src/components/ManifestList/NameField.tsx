import { useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';

export interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  /** The id of what is wrong with the name. */
  readonly describedBy: string | undefined;
  /** Null when the name stays; `byKey` when it was ended by Enter or Escape. */
  readonly onEnd: (name: string | null, byKey: boolean) => void;
}

/** A name while it is edited. Enter and leaving it take the name over, Escape leaves it as it was. */
export function NameField({ label, name, describedBy, onEnd }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useIsoLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (next: string | null, byKey: boolean) => {
    // A field that goes away while it has the focus is blurred, too.
    if (isDone.current) return;
    isDone.current = true;
    onEnd(next === name ? null : next, byKey);
  };
  return (
    <input
      ref={field}
      className="cpb-Input cpb-ManifestRow-name"
      aria-label={label}
      aria-invalid={describedBy === undefined ? undefined : true}
      aria-describedby={describedBy}
      defaultValue={name}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onBlur={(event) => {
        end(event.currentTarget.value, false);
      }}
      onKeyDown={(event) => {
        // While a word is composed, Enter and Escape belong to the input method.
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // A form or dialog around the list must not take it for its own.
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter' ? event.currentTarget.value : null, true);
      }}
    />
  );
}
