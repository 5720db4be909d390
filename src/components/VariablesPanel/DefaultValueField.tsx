import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { FormField, type FieldRemarks } from './FormField';
import { variablesPanelMessages } from './messages';
import type { VariableFormState, VariableValues } from './useVariableForm';

export interface DefaultValueFieldProps extends FieldRemarks {
  readonly id: string;
  readonly control: VariableFormState['control'];
  /** The values of the form. */
  readonly values: VariableValues;
}

/** The default, asked for as the value will be; what is masked is shown on request only. */
export function DefaultValueField({ id, control, values, error, warning }: DefaultValueFieldProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const { field } = useController({ control, name: 'defaultValue' });
  const [wantsShown, setWantsShown] = useState(false);
  const { inputType, isSensitive } = values;
  const isMasked = isSensitive && inputType !== 'dropdown';
  const isConcealed = isMasked && !wantsShown;
  const choices = choicesOf(values);

  const hint =
    inputType === 'dropdown'
      ? messages.dropdownDefaultHint
      : isConcealed && inputType === 'multiline'
        ? messages.showToEdit
        : undefined;
  return (
    <FormField
      id={id}
      label={messages.fields.defaultValue}
      isRequired={inputType === 'dropdown' || values.isReadOnly}
      hint={hint}
      error={error}
      warning={warning}
    >
      {(given) => {
        const shared = { ...given, ...field, className: 'cpb-Input', spellCheck: false };
        if (choices !== null && !isMasked) {
          return (
            <select {...shared}>
              <option value="">
                {inputType === 'dropdown' ? messages.chooseDefault : messages.noDefault}
              </option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
              {field.value === '' || choices.some(({ value }) => value === field.value) ? null : (
                <option value={field.value}>{messages.notAnOption(field.value)}</option>
              )}
            </select>
          );
        }
        return (
          <span className="cpb-DefaultValueField">
            {inputType === 'multiline' && !isConcealed ? (
              <textarea {...shared} rows={5} />
            ) : (
              <input
                {...shared}
                type={isConcealed ? 'password' : 'text'}
                // A field of one line would lose the others.
                readOnly={inputType === 'multiline'}
                autoComplete={isConcealed ? 'new-password' : 'off'}
              />
            )}
            {isMasked ? (
              <Button
                aria-label={wantsShown ? messages.hideDefault : messages.showDefault}
                onClick={() => {
                  setWantsShown(!wantsShown);
                }}
              >
                {wantsShown ? messages.hide : messages.show}
              </Button>
            ) : null}
          </span>
        );
      }}
    </FormField>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen from; null where the value is typed. */
function choicesOf({ format, inputType, options }: VariableValues): readonly Choice[] | null {
  if (inputType === 'dropdown') {
    // Of options with the same value, the first is meant.
    const labels = new Map<string, string>();
    for (const option of options) {
      const value = option.value.trim();
      if (value !== '' && !labels.has(value)) labels.set(value, option.label.trim());
    }
    return [...labels].map(([value, label]) => ({ value, label: label === '' ? value : label }));
  }
  if (inputType === 'text' && format === 'boolean') {
    return ['true', 'false'].map((value) => ({ value, label: value }));
  }
  return null;
}
