import { useContext, useState } from 'react';
import { useValuesTasks } from '../../hooks/valuesTasks';
import type { LayerStack } from '../../model/layerStack';
import type { PackSchemaField } from '../../model/packs';
import type { ConflictSide, ValuesCarry } from '../../model/valuesCarry';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Notice } from '../ui/Notice';
import { PendingCommitsContext } from '../ui/PendingCommits';
import { changeText, useStackCommands } from '../ui/StackCommands';
import { carriedFrom } from './carriedFrom';
import { layerWorkspaceMessages } from './messages';

export interface CarryConflictsProps {
  readonly stack: LayerStack;
  readonly carry: ValuesCarry;
  readonly schema: readonly PackSchemaField[] | undefined;
  readonly onClose: () => void;
}

const LazyConflictView = lazyWithRetry(
  async () => (await import('../CompareEditor/ConflictView')).ConflictView,
);

/** Decides what of the user's edits contradicts the new defaults, in place of choice and text. */
export function CarryConflicts({ stack, carry, schema, onClose }: CarryConflictsProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const commands = useStackCommands();
  const tasks = useValuesTasks();
  const { begun } = useContext(PendingCommitsContext);
  const [hasFailed, setFailed] = useState(false);
  const { textId, conflicts } = carry;
  const before = carriedFrom(carry);
  const now = stack.texts[textId];
  const mine = stack.texts[carry.from.textId]?.text ?? '';
  const theirs = now?.base ?? '';

  const take = async (indexes: readonly number[], side: ConflictSide) => {
    setFailed(false);
    const source = side === 'mine' ? mine : theirs;
    const chosen = indexes.flatMap((index) => conflicts[index] ?? []);
    try {
      const text = await changeText(commands, textId, (current) =>
        tasks.run('resolveConflicts', { text: current, conflicts: chosen, take: side, source }),
      );
      if (text === null) setFailed(true);
      else commands.send({ type: 'conflictsDecided', textId, conflicts: indexes, side, text });
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {hasFailed ? <Notice tone="error">{messages.decideFailed}</Notice> : null}
      <LazyPart
        part={LazyConflictView}
        props={{
          conflicts,
          mine,
          theirs,
          text: now?.text,
          schema,
          mineLabel: messages.mineLabel(before),
          theirsLabel: messages.theirsLabel,
          decisions: conflicts.map(({ taken }) => taken),
          onTake: (indexes: readonly number[], side: ConflictSide) => {
            begun(take(indexes, side));
          },
          onClose,
        }}
      />
    </>
  );
}
