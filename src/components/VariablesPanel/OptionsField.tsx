import { useId, useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { FormField } from './FormField';
import { variablesPanelMessages } from './messages';
import type { VariableFormState } from './useVariableForm';

export interface OptionsFieldProps {
  readonly form: VariableFormState;
  /** The id of *Add option*. */
  readonly addId: string;
  /** What is wrong with the options as a whole. */
  readonly error: string | undefined;
  /** What is wrong with an option, by its place from 0. */
  readonly optionErrors: ReadonlyMap<number, string>;
}

/** What can be chosen from a dropdown: add, change, order and remove. */
export function OptionsField({ form, addId, error, optionErrors }: OptionsFieldProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const baseId = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [announcement, setAnnouncement] = useState('');
  const { fields, append, move, remove } = useFieldArray({
    control: form.control,
    name: 'options',
  });

  const moveTo = (index: number, toIndex: number) => {
    if (toIndex < 0 || toIndex >= fields.length) return;
    move(index, toIndex);
    setAnnouncement(messages.optionMoved(toIndex + 1, fields.length));
  };
  const removeAt = (index: number) => {
    // Before the option goes, so that the focus never is nowhere.
    const rows = list.current?.children;
    const next = rows?.[index + 1] ?? rows?.[index - 1];
    (next?.querySelector('input') ?? addButton.current)?.focus();
    remove(index);
    setAnnouncement(messages.optionRemoved(index + 1));
  };
  const registerValue = (index: number) => {
    const name = `options.${index}.value` as const;
    const { onChange, ...rest } = form.register(name);
    return {
      ...rest,
      onChange: (event: { readonly target: { readonly value: string } }) => {
        const before = form.getValues(name);
        // A default follows its option.
        if (before !== '' && form.getValues('defaultValue') === before) {
          form.setValue('defaultValue', event.target.value, { shouldDirty: true });
        }
        void onChange(event);
      },
    };
  };

  return (
    <fieldset className="cpb-OptionsField" aria-describedby={`${baseId}-hint`}>
      <legend className="cpb-Field-label" data-required="">
        {messages.fields.options}
      </legend>
      <div className="cpb-Field-hint" id={`${baseId}-hint`}>
        {messages.optionsHint}
      </div>
      {fields.length === 0 ? null : (
        <ol ref={list} className="cpb-OptionsField-list">
          {fields.map(({ id }, index) => (
            <li key={id} className="cpb-OptionsField-option">
              <div
                className="cpb-OptionsField-fields"
                role="group"
                aria-label={messages.option(index + 1)}
              >
                <FormField
                  id={`${baseId}-${id}-value`}
                  label={messages.optionValue}
                  isRequired
                  error={optionErrors.get(index)}
                >
                  {(given) => (
                    <input
                      {...given}
                      {...registerValue(index)}
                      className="cpb-Input"
                      autoComplete="off"
                      spellCheck={false}
                      required
                    />
                  )}
                </FormField>
                <FormField id={`${baseId}-${id}-label`} label={messages.optionLabel}>
                  {(given) => (
                    <input
                      {...given}
                      {...form.register(`options.${index}.label`)}
                      className="cpb-Input"
                      autoComplete="off"
                    />
                  )}
                </FormField>
                <FormField id={`${baseId}-${id}-description`} label={messages.optionDescription}>
                  {(given) => (
                    <input
                      {...given}
                      {...form.register(`options.${index}.description`)}
                      className="cpb-Input"
                      autoComplete="off"
                    />
                  )}
                </FormField>
              </div>
              <span className="cpb-OptionsField-actions">
                <Button
                  variant="quiet"
                  icon="up"
                  aria-label={messages.moveOptionUp(index + 1)}
                  title={messages.moveOptionUp(index + 1)}
                  aria-disabled={index === 0}
                  onClick={() => {
                    moveTo(index, index - 1);
                  }}
                />
                <Button
                  variant="quiet"
                  icon="down"
                  aria-label={messages.moveOptionDown(index + 1)}
                  title={messages.moveOptionDown(index + 1)}
                  aria-disabled={index === fields.length - 1}
                  onClick={() => {
                    moveTo(index, index + 1);
                  }}
                />
                <Button
                  variant="quiet"
                  icon="trash"
                  aria-label={messages.removeOption(index + 1)}
                  title={messages.removeOption(index + 1)}
                  onClick={() => {
                    removeAt(index);
                  }}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {error === undefined ? null : (
        <div className="cpb-Field-error" id={`${addId}-error`}>
          {error}
        </div>
      )}
      <div>
        <Button
          ref={addButton}
          id={addId}
          icon="plus"
          aria-describedby={error === undefined ? undefined : `${addId}-error`}
          onClick={() => {
            setAnnouncement('');
            append({ value: '', label: '', description: '' });
          }}
        >
          {messages.addOption}
        </Button>
      </div>
      <span className="cpb-visually-hidden" role="status">
        {announcement}
      </span>
    </fieldset>
  );
}
