import { useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useTextSession } from '../ManifestEditor/useTextSession';
import { fieldText, parseFieldText, type FieldValue, type ValuesField } from './fieldValues';
import type { TextChangeOutcome } from './useTextChanges';

/** The pause in typing after which a field changes the text, in milliseconds. */
const COMMIT_DELAY_MS = 300;

export interface FieldDraft {
  /** What the control shows: the user's own text as long as it is on its way into the values. */
  readonly text: string;
  readonly isFailed: boolean;
  readonly onType: (text: string) => void;
  /** For what is chosen, not typed: changes the text at once. */
  readonly onChoose: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * A field's own text while somebody is in it, so that the caret stays and nothing is lost. Afterwards it
 * shows what stands in the values.
 *
 * @param isCurrent whether `field` was read from the newest text
 */
export function useFieldDraft(
  field: ValuesField,
  isCurrent: boolean,
  change: (value: FieldValue) => Promise<TextChangeOutcome>,
): FieldDraft {
  const value = fieldText(field.value);
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  /** Typed and not yet on its way into the values. */
  const [isTyping, setTyping] = useState(false);
  const [pendingCount, setPendingCount] = useState(0);
  const [isFailed, setFailed] = useState(false);

  const session = useTextSession({
    text: value,
    revision: 0,
    commitDelayMs: COMMIT_DELAY_MS,
    onCommit: (text) => {
      setFailed(false);
      setTyping(false);
      setPendingCount((count) => count + 1);
      const next = parseFieldText(text, field);
      const isSameValue = fieldText(next) === value;
      void change(next).then((outcome) => {
        setPendingCount((count) => count - 1);
        // The value should have changed.
        setFailed(outcome.status === 'failed' || (outcome.status === 'unchanged' && !isSameValue));
      });
    },
  });

  // Changed elsewhere, or written in another way than it was typed.
  const isIdle = !isFocused && !isFailed && pendingCount === 0 && isCurrent;
  if (draft !== null && isIdle && (!isTyping || draft === value)) setDraft(null);
  const shown = draft ?? value;
  useIsoLayoutEffect(() => {
    if (draft === null) session.replaced(value);
  }, [draft, value, session]);

  const onType = (text: string) => {
    setDraft(text);
    setTyping(true);
    session.changed(() => text);
  };
  return {
    text: shown,
    isFailed,
    onType,
    onChoose: (text) => {
      onType(text);
      session.flush();
    },
    onFocus: () => {
      setFocused(true);
    },
    onBlur: () => {
      session.flush();
      setFocused(false);
      setTyping(false);
    },
  };
}
