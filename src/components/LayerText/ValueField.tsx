import { useId, useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { formatPath } from '../Diagnostics/diagnosticText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { describedBy, Field } from '../ui/Field';
import { isReference } from '../ui/passwords';
import type { AskForText, TextChangeOutcome } from './useTextChanges';
import { fieldText, isInForm, type FieldValue, type ValuesField } from './fieldValues';
import { layerTextMessages, type LayerTextMessages } from './messages';
import { useFieldDraft, type FieldDraft } from './useFieldDraft';

export interface ValueFieldProps {
  readonly field: ValuesField;
  /** Whether it was read from the newest text. */
  readonly isCurrent: boolean;
  /** The defaults that hold another value for it; null where there are none. */
  readonly base: string | null;
  /** What the checks say about the value. */
  readonly faults: readonly string[];
  readonly change: (ask: AskForText) => Promise<TextChangeOutcome>;
  readonly onEditInText: (field: ValuesField) => void;
}

/** Longer ones scroll. */
const MAX_ROWS = 8;

/** One value of the text as a form's field. */
export function ValueField(props: ValueFieldProps) {
  const { field, isCurrent, base, faults, change, onEditInText } = props;
  const messages = useMessages('LayerText', layerTextMessages);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const path = formatPath(field.path);
  const draft = useFieldDraft(field, isCurrent, (value: FieldValue) =>
    change(
      async (tasks, text) => (await tasks.run('setField', { text, path: field.path, value })).text,
    ),
  );
  const value = fieldText(field.value);
  const canType = isInForm(field);
  const errors = [...(draft.isFailed ? [messages.fieldFailed] : []), ...faults];
  const error = errors.length === 0 ? null : errors.join(' ');
  const remarks = [
    ...(field.isReadOnly ? [messages.fieldReadOnly] : []),
    ...(canType ? [] : [messages.fieldNotEditable]),
    ...(isReference(value) ? [messages.fieldReference] : []),
    ...field.hints,
  ];
  const hint = (
    <>
      <span className="cpb-mono cpb-ValueField-path">{path}</span>
      {remarks.map((remark) => (
        <span key={remark}>{remark}</span>
      ))}
    </>
  );
  const isDefault = base === null || field.isReadOnly;

  return (
    <div ref={root} className="cpb-ValueField">
      <Field
        id={id}
        label={fieldLabel(field, messages)}
        isRequired={field.isRequired}
        hint={hint}
        error={error}
      >
        <Control
          {...{ id, field, draft, path }}
          isDisabled={field.isReadOnly || !canType}
          description={describedBy(id, { hint, error })}
          isInvalid={error !== null}
        />
      </Field>
      {isDefault && canType ? null : (
        <div className="cpb-ValueField-actions">
          {canType ? null : (
            <Button
              variant="quiet"
              aria-label={messages.editPathInText(path)}
              onClick={() => {
                onEditInText(field);
              }}
            >
              {messages.editInText}
            </Button>
          )}
          {isDefault ? null : (
            <Button
              variant="quiet"
              aria-label={messages.restorePath(path)}
              onClick={() => {
                // The button goes with the difference.
                root.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
                void change((tasks, text) =>
                  tasks.run('restoreDefault', { text, base, path: field.path }),
                );
              }}
            >
              {messages.restore}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly field: ValuesField;
  readonly draft: FieldDraft;
  readonly path: string;
  readonly isDisabled: boolean;
  readonly isInvalid: boolean;
  readonly description: string | undefined;
}

function Control(props: ControlProps) {
  const { id, field, draft, path, isDisabled, isInvalid, description } = props;
  const messages = useMessages('LayerText', layerTextMessages);
  const [isShown, setShown] = useState(false);
  const value = fieldText(field.value);
  // A box of several lines stays one under the hands of who types in it.
  const [hasLines, setHasLines] = useState(value.includes('\n'));
  if (!hasLines && value.includes('\n')) setHasLines(true);
  const isSecret = field.type === 'password' && !isReference(value);
  const options = optionsOf(field, messages);
  const common = {
    id,
    className: 'cpb-Input',
    disabled: isDisabled,
    required: field.isRequired,
    'aria-invalid': isInvalid,
    'aria-describedby': description,
    onFocus: draft.onFocus,
    onBlur: draft.onBlur,
  };
  // What is no single value is not repeated in a field.
  if (!isInForm(field)) {
    return <input {...common} value={isSecret ? '' : '…'} readOnly />;
  }
  if (options !== null && !isReference(draft.text)) {
    const isKnown = options.some((option) => option.value === draft.text);
    return (
      <select
        {...common}
        value={draft.text}
        onChange={(event) => {
          draft.onChoose(event.target.value);
        }}
      >
        {isKnown ? null : <option value={draft.text}>{messages.otherOption(draft.text)}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const typed = {
    value: draft.text,
    autoCapitalize: 'off',
    spellCheck: false,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      draft.onType(event.target.value);
    },
  };
  if (hasLines) {
    return (
      <textarea
        {...common}
        {...typed}
        className="cpb-Input cpb-mono"
        rows={Math.min(draft.text.split('\n').length, MAX_ROWS)}
        wrap="off"
      />
    );
  }
  const input: ReactNode = (
    <input
      {...common}
      {...typed}
      type={isSecret && !isShown ? 'password' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      autoComplete={field.type === 'password' ? 'new-password' : 'off'}
    />
  );
  if (!isSecret) return input;
  return (
    <div className="cpb-ValueField-secret">
      {input}
      <Button
        aria-pressed={isShown}
        aria-label={messages.showPath(path)}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {messages.show}
      </Button>
    </div>
  );
}

/** What can be chosen; null for a field that is typed. */
function optionsOf(
  field: ValuesField,
  messages: LayerTextMessages,
): readonly { readonly value: string; readonly label: string }[] | null {
  if (field.type === 'boolean') {
    return [
      { value: 'true', label: messages.yes },
      { value: 'false', label: messages.no },
    ];
  }
  if (field.options === undefined || field.options.length === 0) return null;
  return [...new Set(field.options)].map((option) => ({ value: option, label: option }));
}

/** The last word of the path; an item of a list has the list's. */
function fieldLabel({ path }: ValuesField, messages: LayerTextMessages): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return last ?? '';
  const names = path.filter((part) => typeof part === 'string');
  return messages.fieldItem(names.at(-1) ?? '', last);
}
