import { useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import type { StackManifest } from '../../model/layerStack';

/** What is to happen once the change that was asked for shows in the list. */
type FollowUp =
  | {
      readonly type: 'added';
      readonly then: 'open' | 'rename';
      readonly known: ReadonlySet<string>;
    }
  | { readonly type: 'removed'; readonly id: string; readonly index: number }
  | { readonly type: 'present'; readonly id: string };

interface ListActions {
  /** Focuses a row, or the button for a new manifest when there is no such row. */
  readonly focusRow: (index: number) => void;
  readonly open: (id: string) => void;
  readonly rename: (id: string) => void;
}

/**
 * Moves focus and selection after a change. The host makes the change, at once or later, and alone
 * knows the id of what it added, so this waits until the list shows it.
 */
export function useListFollowUp(manifests: readonly StackManifest[], actions: ListActions) {
  const waiting = useRef<FollowUp | null>(null);

  const follow = useStableCallback(() => {
    const followUp = waiting.current;
    if (followUp === null) return;
    if (followUp.type === 'added') {
      const added = manifests.find(({ id }) => !followUp.known.has(id));
      if (added === undefined) return;
      waiting.current = null;
      actions.open(added.id);
      if (followUp.then === 'rename') actions.rename(added.id);
      return;
    }
    const index = manifests.findIndex(({ id }) => id === followUp.id);
    if (followUp.type === 'present' ? index === -1 : index !== -1) return;
    waiting.current = null;
    actions.focusRow(
      followUp.type === 'present' ? index : Math.min(followUp.index, manifests.length - 1),
    );
  });
  useIsoLayoutEffect(follow);

  return {
    expectAdded: (then: 'open' | 'rename') => {
      waiting.current = { type: 'added', then, known: new Set(manifests.map(({ id }) => id)) };
    },
    expectRemoved: (id: string, index: number) => {
      waiting.current = { type: 'removed', id, index };
    },
    expectRestored: (id: string) => {
      waiting.current = { type: 'present', id };
    },
    focusAfterRename: (id: string) => {
      waiting.current = { type: 'present', id };
    },
  };
}
