import { useState } from 'react';
import { useValuesTasks } from '../../hooks/valuesTasks';
import type { LayerStack } from '../../model/layerStack';
import type { ConflictSide, ValuesCarry } from '../../model/valuesCarry';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { changeText, useStackCommands } from '../ui/StackCommands';
import { layerWorkspaceMessages } from './messages';

export interface CarryNoticeProps {
  readonly stack: LayerStack;
  readonly carry: ValuesCarry;
}

const LazyConflictView = lazyWithRetry(
  async () => (await import('../CompareEditor/ConflictView')).ConflictView,
);

/** How the user's edits came through a change of version, and what is still to be decided. */
export function CarryNotice({ stack, carry }: CarryNoticeProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { getStack, send, flush } = useStackCommands();
  const tasks = useValuesTasks();
  const [isDeciding, setDeciding] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { textId, conflicts, carriedCount, phase } = carry;
  const { pack } = carry.from;
  const before = [pack.displayName, pack.version?.tag].filter(Boolean).join(' ');
  const now = stack.texts[textId];
  const mine = stack.texts[carry.from.textId]?.text ?? '';
  const undecided = conflicts.filter(({ taken }) => taken === null).length;
  const dismiss = () => {
    send({ type: 'carryDismissed', textId });
  };

  if (phase === 'waiting') {
    return (
      <Notice tone="info">
        <span className="cpb-SaveStatus">
          <span className="cpb-Spinner" aria-hidden="true" />
          {messages.carrying(before)}
        </span>
      </Notice>
    );
  }
  if (phase === 'failed') {
    return (
      <Notice
        tone="warning"
        actions={
          <>
            <Button
              disabled={now === undefined}
              onClick={() => {
                send({ type: 'textReplaced', textId, text: mine });
                dismiss();
              }}
            >
              {messages.useEdited}
            </Button>
            <Button onClick={dismiss}>{shared.dismiss}</Button>
          </>
        }
      >
        {messages.carryFailed(before)}
      </Notice>
    );
  }

  const theirs = now?.base ?? '';
  const take = async (indexes: readonly number[], side: ConflictSide) => {
    setFailed(false);
    const source = side === 'mine' ? mine : theirs;
    try {
      const chosen = indexes.flatMap((index) => conflicts[index] ?? []);
      const text = await changeText({ getStack, send, flush }, textId, (current) =>
        tasks.run('resolveConflicts', { text: current, conflicts: chosen, take: side, source }),
      );
      if (text === null) setFailed(true);
      else send({ type: 'conflictsDecided', textId, conflicts: indexes, side, text });
    } catch {
      setFailed(true);
    }
  };

  return (
    <>
      <Notice
        tone={undecided > 0 ? 'warning' : 'success'}
        actions={
          <>
            {conflicts.length === 0 ? null : (
              <Button
                aria-expanded={isDeciding}
                onClick={() => {
                  setDeciding(!isDeciding);
                }}
              >
                {undecided > 0 ? messages.decide(undecided) : messages.decideAgain}
              </Button>
            )}
            <Button
              onClick={() => {
                send({ type: 'textReplaced', textId, text: theirs });
                dismiss();
              }}
            >
              {messages.useDefaults}
            </Button>
            {undecided > 0 ? null : <Button onClick={dismiss}>{shared.dismiss}</Button>}
          </>
        }
      >
        {[
          messages.carried(carriedCount, before),
          ...(conflicts.length === 0 ? [] : [messages.conflicts(conflicts.length, undecided)]),
        ].join(' ')}
      </Notice>
      {hasFailed ? <Notice tone="error">{messages.decideFailed}</Notice> : null}
      {isDeciding ? (
        <LazyPart
          part={LazyConflictView}
          props={{
            conflicts,
            mine,
            theirs,
            mineLabel: messages.mineLabel(before),
            theirsLabel: messages.theirsLabel,
            decisions: conflicts.map(({ taken }) => taken),
            onTake: (indexes: readonly number[], side: ConflictSide) => {
              void take(indexes, side);
            },
            onClose: () => {
              setDeciding(false);
            },
          }}
        />
      ) : null}
    </>
  );
}
