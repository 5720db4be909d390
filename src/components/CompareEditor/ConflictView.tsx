import { useId, useRef, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { ConflictSide } from '../../model/valuesCarry';
import type { MergeConflict } from '../../model/valuesMerge';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Root } from '../ui/Root';
import { CompareTexts } from './CompareTexts';
import { ConflictChoice } from './ConflictChoice';
import { conflictViewMessages } from './messages';

export interface ConflictViewProps {
  readonly conflicts: readonly MergeConflict[];
  /** The values as the user had them. */
  readonly mine: string;
  /** The defaults of the new version. */
  readonly theirs: string;
  /** What they are called over the texts. */
  readonly mineLabel: string;
  readonly theirsLabel: string;
  /** What was decided for each conflict; null while undecided. */
  readonly decisions: readonly (ConflictSide | null)[];
  /** Called with the places in `conflicts` that a side is taken for. */
  readonly onTake: (conflicts: readonly number[], side: ConflictSide) => void;
  readonly onClose: () => void;
  readonly className?: string | undefined;
}

/** Decides between the user's edits and the defaults of a new version, one by one or all at once. */
export function ConflictView({
  conflicts,
  mine,
  theirs,
  mineLabel,
  theirsLabel,
  decisions,
  onTake,
  onClose,
  className,
}: ConflictViewProps) {
  const messages = useMessages('ConflictView', conflictViewMessages);
  const titleId = useId();
  const [reveal, setReveal] = useState<{ path: ValuesPath; token: number }>();
  const undecided = conflicts.filter((_, index) => (decisions[index] ?? null) === null).length;

  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useIsoLayoutEffect(() => {
    opener.current ??= document.activeElement;
    title.current?.focus();
  }, []);

  const takeAll = (side: ConflictSide) => {
    onTake(
      conflicts.map((_, index) => index),
      side,
    );
  };
  return (
    <Root
      className={['cpb-ConflictView', className].filter(Boolean).join(' ')}
      role="region"
      aria-labelledby={titleId}
    >
      <div className="cpb-ConflictView-head">
        <div className="cpb-ConflictView-heading">
          <h4 ref={title} id={titleId} tabIndex={-1} className="cpb-ConflictView-title">
            {messages.title}
          </h4>
          <p className="cpb-ConflictView-intro">{messages.intro}</p>
        </div>
        <Button
          variant="quiet"
          icon="close"
          aria-label={messages.close}
          title={messages.close}
          onClick={() => {
            onClose();
            if (opener.current instanceof HTMLElement && opener.current.isConnected) {
              opener.current.focus();
            }
          }}
        />
      </div>
      <div className="cpb-ConflictView-body">
        <div className="cpb-ConflictView-side">
          <div className="cpb-ConflictView-all">
            <span role="status" data-open={undecided > 0 ? '' : undefined}>
              {messages.undecided(undecided, conflicts.length)}
            </span>
            <Button
              variant="quiet"
              onClick={() => {
                takeAll('mine');
              }}
            >
              {messages.takeAllMine}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                takeAll('theirs');
              }}
            >
              {messages.takeAllTheirs}
            </Button>
          </div>
          <ol className="cpb-ConflictView-list">
            {conflicts.map((conflict, index) => (
              <li key={index}>
                <ConflictChoice
                  conflict={conflict}
                  decision={decisions[index] ?? null}
                  onTake={(side) => {
                    onTake([index], side);
                  }}
                  onFocus={() => {
                    setReveal((last) =>
                      last?.path === conflict.path
                        ? last
                        : { path: conflict.path, token: (last?.token ?? 0) + 1 },
                    );
                  }}
                />
              </li>
            ))}
          </ol>
        </div>
        <CompareTexts
          left={{ label: mineLabel, text: mine }}
          right={{ label: theirsLabel, text: theirs }}
          reveal={reveal}
        />
      </div>
    </Root>
  );
}
