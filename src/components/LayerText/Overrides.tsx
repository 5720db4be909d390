import { useId, useMemo, useState } from 'react';
import { useTaskResult } from '../../hooks/useTaskResult';
import type { PackSchemaField } from '../../model/packs';
import { lineCount } from '../../model/textChanges';
import type { TaskOutput } from '../../values/tasks';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { maskPasswords } from './fieldValues';
import { layerTextMessages } from './messages';

export interface OverridesProps {
  readonly diff: TaskOutput<'diffValues'>;
  readonly schema: readonly PackSchemaField[];
}

/** Longer ones scroll. */
const MAX_ROWS = 16;

/** The user's changes as the smallest YAML, passwords masked. */
export function Overrides({ diff, schema }: OverridesProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const id = useId();
  const [copy, setCopy] = useState<{ readonly text: string; readonly isDone: boolean } | null>(
    null,
  );
  const [showsPasswords, setShowsPasswords] = useState(false);
  const { text } = diff;
  const masked = useMasked(text, schema);
  if (text.trim() === '') {
    return <p className="cpb-Changes-note">{messages.removedNote}</p>;
  }

  const copyText = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopy({ text, isDone: true });
    } catch {
      setCopy({ text, isDone: false });
    }
  };
  const isMasked = masked.shown?.isMasked === true && !showsPasswords;
  const copied = copy?.text === text ? copy : null;
  return (
    <section aria-labelledby={`${id}-title`} className="cpb-Changes-part">
      <div className="cpb-Changes-head">
        <h5 id={`${id}-title`} className="cpb-Changes-subtitle">
          {messages.overrides}
        </h5>
        <div className="cpb-Changes-actions">
          {masked.shown?.isMasked === true ? (
            <Button
              variant="quiet"
              aria-pressed={showsPasswords}
              onClick={() => {
                setShowsPasswords(!showsPasswords);
              }}
            >
              {messages.showPasswords}
            </Button>
          ) : null}
          <Button variant="quiet" icon="file" onClick={() => void copyText()}>
            {messages.copy}
          </Button>
        </div>
      </div>
      {masked.shown === null && masked.status === 'working' ? (
        <Loading what={messages.changesThing}>
          <SkeletonLines count={3} />
        </Loading>
      ) : null}
      {masked.status === 'failed' ? (
        <Notice
          tone="error"
          title={messages.changesFailed}
          actions={<Button onClick={masked.retry}>{shared.retry}</Button>}
        />
      ) : null}
      {masked.shown === null ? null : (
        <textarea
          readOnly
          className="cpb-Input cpb-Overrides"
          dir="ltr"
          wrap="off"
          spellCheck={false}
          rows={Math.min(lineCount(masked.shown.source), MAX_ROWS)}
          aria-labelledby={`${id}-title`}
          value={isMasked ? masked.shown.text : masked.shown.source}
        />
      )}
      {isMasked ? <p className="cpb-Changes-note">{messages.maskedNote}</p> : null}
      {diff.removed.length === 0 ? null : (
        <p className="cpb-Changes-note">{messages.removedNote}</p>
      )}
      {copied === null ? null : (
        <Notice tone={copied.isDone ? 'success' : 'error'}>
          {copied.isDone
            ? messages.copied
            : isMasked
              ? messages.copyFailedMasked
              : messages.copyFailed}
        </Notice>
      )}
    </section>
  );
}

interface ShownText {
  readonly source: string;
  readonly text: string;
  readonly isMasked: boolean;
}

/** The text without its passwords; until it is known, what was shown before. Never the text itself. */
function useMasked(source: string, schema: readonly PackSchemaField[]) {
  const hasPasswords = useMemo(
    () => schema.some((field) => /password/.test(field.schema)),
    [schema],
  );
  const result = useTaskResult(
    'readFields',
    useMemo(() => (hasPasswords ? { text: source, schema } : null), [hasPasswords, source, schema]),
  );
  const [shown, setShown] = useState<ShownText | null>(null);
  if (shown?.source !== source) {
    if (!hasPasswords) setShown({ source, text: source, isMasked: false });
    else if (result.status === 'ready' && result.data !== undefined) {
      setShown({ source, ...maskPasswords(source, result.data) });
    }
  }
  const isOld = shown !== null && shown.source !== source && result.status === 'failed';
  return { shown: isOld ? null : shown, status: result.status, retry: result.retry };
}
