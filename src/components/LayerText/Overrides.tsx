import { useId, useState } from 'react';
import type { PackSchemaField } from '../../model/packs';
import { lineCount } from '../../model/textChanges';
import type { TaskOutput } from '../../values/tasks';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { useMaskedText } from '../ui/useMaskedText';
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
  const id = useId();
  const [copy, setCopy] = useState<{ readonly text: string; readonly isDone: boolean } | null>(
    null,
  );
  const [showsPasswords, setShowsPasswords] = useState(false);
  const { text } = diff;
  const masked = useMaskedText(text, schema);

  const copyText = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopy({ text, isDone: true });
    } catch {
      setCopy({ text, isDone: false });
    }
  };
  const isMasked = masked?.isMasked === true && !showsPasswords;
  const copied = copy?.text === text ? copy : null;
  return (
    <section aria-labelledby={`${id}-title`} className="cpb-Changes-part">
      <div className="cpb-Changes-head">
        <h5 id={`${id}-title`} className="cpb-Changes-subtitle">
          {messages.overrides}
        </h5>
        <div className="cpb-Changes-actions">
          {masked?.isMasked === true ? (
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
      {masked === null ? (
        <Loading what={messages.changesThing}>
          <SkeletonLines count={3} />
        </Loading>
      ) : (
        <textarea
          readOnly
          className="cpb-Input cpb-Overrides"
          dir="ltr"
          wrap="off"
          spellCheck={false}
          rows={Math.min(lineCount(masked.source), MAX_ROWS)}
          aria-labelledby={`${id}-title`}
          value={isMasked ? masked.text : masked.source}
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
