import type { ReactNode } from 'react';
import { describedBy, Field } from '../ui/Field';
import { WarningText } from './WarningText';

/** What is said below a field. */
export interface FieldRemarks {
  readonly error?: string | undefined;
  /** Stops nobody. */
  readonly warning?: string | undefined;
}

export interface FormFieldProps extends FieldRemarks {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean | undefined;
  readonly hint?: ReactNode;
  /** A remark that is no warning. */
  readonly status?: ReactNode;
  /** The control, which spreads what it is given. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}

/** A field of the form, whose control knows its hint, error and warning. */
export function FormField(props: FormFieldProps) {
  const { id, label, isRequired = false, hint, error, warning, status, children } = props;
  return (
    <Field
      id={id}
      label={label}
      isRequired={isRequired}
      hint={hint}
      error={error}
      status={
        // Always there, or what it comes to say would not be read out.
        warning === undefined ? (status ?? null) : <WarningText text={warning} />
      }
    >
      {children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': describedBy(id, { error, hint, status: warning ?? status }),
      })}
    </Field>
  );
}
