import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useController } from 'react-hook-form';
import type { ProfileInfoForm } from '../../hooks/useProfileInfoForm';
import { duplicateTagKeys, parseTag, splitTagInput } from '../../model/tags';
import { useStableCallback } from '../../internal/useStableCallback';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { describedBy, Field } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { useRegisterCommit } from '../ui/PendingCommits';
import { profileInfoFormMessages } from './messages';

/** Tags as a list with a field to add more. What is in the field when it is left becomes a tag, too. */
export function TagField({ form }: { readonly form: ProfileInfoForm }) {
  const messages = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { field, formState } = useController({ control: form.control, name: 'tags' });
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const tags = field.value;

  const error = fault ?? firstMessage(formState.errors.tags) ?? null;
  const duplicates = duplicateTagKeys(tags);

  /** Adds what can be added; what cannot stays in the field, or as a marked tag once it is left. */
  const add = (typed: string, keepsFaulty = false): void => {
    const added: string[] = [];
    const left: string[] = [];
    let reason: string | null = null;
    for (const part of splitTagInput(typed)) {
      const parsed = parseTag(part);
      if (parsed.ok || keepsFaulty) added.push(part.trim());
      else {
        left.push(part);
        reason ??= messages.faults.tagFault(part.trim(), parsed.reason);
      }
    }
    const fresh = [...new Set(added)].filter((tag) => !tags.includes(tag));
    if (fresh.length > 0) {
      field.onChange([...tags, ...fresh]);
      setAnnouncement(fresh.map((tag) => messages.tagAdded(tag)).join(' '));
    }
    setText(left.join(', '));
    setFault(reason);
  };

  const addRest = useStableCallback(() => {
    if (text.trim() !== '') add(text, true);
  });
  useRegisterCommit(addRest);
  useEffect(() => addRest, [addRest]);

  const remove = (tag: string): void => {
    field.onChange(tags.filter((other) => other !== tag));
    setAnnouncement(messages.tagRemoved(tag));
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isCommit = event.key === 'Enter' || event.key === ',';
    if (!isCommit || event.nativeEvent.isComposing || text.trim() === '') return;
    event.preventDefault();
    add(text);
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[,\n]/.test(pasted)) return;
    event.preventDefault();
    add(text + pasted);
  };

  return (
    <Field
      id={id}
      label={messages.tags}
      hint={messages.tagsHint}
      error={error}
      status={
        duplicates.length === 0 ? null : (
          <span className="cpb-NameStatus" data-tone="warning">
            <Icon name="warning" />
            {messages.duplicateTagKeys(shared.list(duplicates))}
          </span>
        )
      }
    >
      {tags.length === 0 ? null : (
        <ul className="cpb-TagField-list" aria-label={messages.tagList}>
          {tags.map((tag, index) => (
            <li
              key={`${index}-${tag}`}
              className="cpb-TagField-tag"
              data-invalid={parseTag(tag).ok ? undefined : ''}
            >
              <span>{tag}</span>
              <button
                type="button"
                className="cpb-TagField-remove"
                aria-label={messages.removeTag(tag)}
                onClick={() => {
                  remove(tag);
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        ref={(element) => {
          input.current = element;
          field.ref(element);
        }}
        className="cpb-Input"
        type="text"
        autoComplete="off"
        value={text}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={describedBy(id, { error, status: true, hint: true })}
        onChange={(event) => {
          setText(event.target.value);
          setFault(null);
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          addRest();
          field.onBlur();
        }}
      />
      <span className="cpb-visually-hidden" role="status">
        {announcement}
      </span>
    </Field>
  );
}

/** The first message of a fault, or of a list with faults at some places. */
function firstMessage(fault: unknown): string | undefined {
  const entries: readonly unknown[] = Array.isArray(fault) ? fault : [fault];
  for (const entry of entries) {
    const message = (entry as { message?: unknown } | null | undefined)?.message;
    if (typeof message === 'string') return message;
  }
  return undefined;
}
