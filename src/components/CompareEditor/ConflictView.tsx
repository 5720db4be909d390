import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { PackSchemaField } from '../../model/packs';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { ConflictSide } from '../../model/valuesCarry';
import type { MergeConflict } from '../../model/valuesMerge';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Root } from '../ui/Root';
import { ConflictChoice } from './ConflictChoice';
import { ConflictTexts } from './ConflictTexts';
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
  /** Also called for Escape. */
  readonly onClose: () => void;
  /**
   * The values as they are now. With them, the texts beside each other differ at the conflicts alone.
   * @default all differences are shown
   */
  readonly text?: string | undefined;
  /** The schema of the values: its passwords are masked. Keep the array stable. @default none */
  readonly schema?: readonly PackSchemaField[] | undefined;
  readonly className?: string | undefined;
}

const NO_SCHEMA: readonly PackSchemaField[] = [];

/** Decides between the user's edits and the defaults of a new version, one by one or all at once. */
export function ConflictView(props: ConflictViewProps) {
  const { conflicts, decisions, onTake, onClose, className, schema = NO_SCHEMA } = props;
  const messages = useMessages('ConflictView', conflictViewMessages);
  const id = useId();
  const [reveal, setReveal] = useState<{ path: ValuesPath; token: number }>();
  const isOpen = (_: MergeConflict, index: number) => (decisions[index] ?? null) === null;
  const undecided = conflicts.filter(isOpen).length;
  const current = conflicts.findIndex(({ path }) => path === reveal?.path);

  const list = useRef<HTMLOListElement>(null);
  const opener = useRef<Element | null>(null);
  const goTo = (index: number) => {
    const radios = list.current?.children[index]?.querySelectorAll<HTMLInputElement>('input');
    const radio = [...(radios ?? [])].find(({ checked }) => checked) ?? radios?.[0];
    radio?.focus();
  };
  const step = (by: number) => {
    goTo((Math.max(current, 0) + by + conflicts.length) % conflicts.length);
  };
  useIsoLayoutEffect(() => {
    if (opener.current !== null) return;
    opener.current = document.activeElement;
    goTo(Math.max(conflicts.findIndex(isOpen), 0));
  });

  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const isStep = event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (event.key === 'Escape') close();
    else if (isStep) step(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const takeAll = (side: ConflictSide) => {
    onTake(
      conflicts.map((_, index) => index),
      side,
    );
  };
  const isSeveral = conflicts.length > 1;
  return (
    <Root
      className={['cpb-ConflictView', className].filter(Boolean).join(' ')}
      role="region"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-intro`}
      onKeyDown={onKeyDown}
    >
      <div className="cpb-ConflictView-head">
        <div className="cpb-ConflictView-heading">
          <h4 id={`${id}-title`} className="cpb-ConflictView-title">
            {messages.title}
          </h4>
          <p id={`${id}-intro`} className="cpb-ConflictView-intro">
            {messages.intro}
          </p>
        </div>
        <Button
          variant="quiet"
          icon="close"
          aria-label={messages.close}
          aria-keyshortcuts="Escape"
          title={messages.close}
          onClick={close}
        />
      </div>
      <div className="cpb-ConflictView-bar">
        <span role="status" data-open={undecided > 0 ? '' : undefined}>
          {messages.undecided(undecided, conflicts.length)}
        </span>
        {isSeveral ? (
          <>
            {(['previous', 'next'] as const).map((way) => (
              <Button
                key={way}
                variant="quiet"
                icon={way === 'next' ? 'down' : 'up'}
                aria-label={messages[way]}
                aria-keyshortcuts={way === 'next' ? 'Alt+ArrowDown' : 'Alt+ArrowUp'}
                title={messages[way]}
                onClick={() => {
                  step(way === 'next' ? 1 : -1);
                }}
              />
            ))}
            <span className="cpb-ConflictView-all">
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
            </span>
          </>
        ) : null}
      </div>
      <ol ref={list} className="cpb-ConflictView-list">
        {conflicts.map((conflict, index) => (
          <li key={index}>
            <ConflictChoice
              conflict={conflict}
              schema={schema}
              isCurrent={isSeveral && index === current}
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
      <ConflictTexts
        conflicts={conflicts}
        decisions={decisions}
        mine={{ label: props.mineLabel, text: props.mine }}
        theirs={{ label: props.theirsLabel, text: props.theirs }}
        text={props.text}
        reveal={reveal}
        schema={schema}
      />
    </Root>
  );
}
