import {
  isEdited,
  layerValues,
  valuesTextId,
  type ChosenPack,
  type LayerStack,
  type StackLayer,
} from './layerStack';
import { replaceText } from './layerTexts';
import { linesOfSide, type ConflictSide, type MergeConflict } from './valuesMerge';

export type { ConflictSide } from './valuesMerge';

/** Edited values that a layer turned away from last. */
export interface SetAsideValues {
  readonly textId: string;
  /** The pack, with its version, that they belong to. */
  readonly pack: ChosenPack;
  readonly cloudType: string;
}

export interface CarriedConflict extends MergeConflict {
  /** The side the user took; null while undecided, when the text has the user's own. */
  readonly taken: ConflictSide | null;
}

/** Edits on their way from the values of one version to those of another of the same pack. */
export interface ValuesCarry {
  readonly layerId: string;
  readonly from: SetAsideValues;
  /** The values they go to. */
  readonly textId: string;
  /**
   * `waiting` until both defaults are there and merged; `failed` where the old defaults cannot be had;
   * `dismissed` once the user has seen to it.
   */
  readonly phase: 'waiting' | 'carried' | 'failed' | 'dismissed';
  readonly carriedCount: number;
  readonly conflicts: readonly CarriedConflict[];
  /** The text before the new defaults took its place; left out while they did not. */
  readonly replaced?: string | undefined;
}

export type CarryEvent =
  | {
      /** The edits were merged into the new defaults. Ignored where the new values were edited meanwhile. */
      readonly type: 'valuesCarried';
      readonly textId: string;
      readonly text: string;
      readonly carriedCount: number;
      readonly conflicts: readonly MergeConflict[];
    }
  | { readonly type: 'carryFailed'; readonly textId: string }
  | {
      readonly type: 'conflictsDecided';
      readonly textId: string;
      /** Places in `ValuesCarry.conflicts`. */
      readonly conflicts: readonly number[];
      readonly side: ConflictSide;
      /** The values with that side. */
      readonly text: string;
    }
  | {
      /** The new defaults without any edit are wanted. Undo brings the text back. */
      readonly type: 'carryReplaced';
      readonly textId: string;
    }
  | { readonly type: 'carryDismissed'; readonly textId: string };

/** Keeps in mind which edited values were left, and starts to carry them to the values that took their place. */
export function trackEdits(before: LayerStack, after: LayerStack): LayerStack {
  if (before.layers === after.layers) return after;
  let { setAside, carries } = after;
  for (const now of after.layers) {
    const left = before.layers.find((layer) => layer.id === now.id);
    const textId = valuesTextId(now);
    if (left === undefined || valuesTextId(left) === textId) continue;
    const leaving = leftValues(before, left);
    if (leaving !== null) setAside = { ...setAside, [now.id]: leaving };
    const from = setAside[now.id];
    if (textId === null || from === undefined || !canCarry(after, now, textId, from)) continue;
    const carry: ValuesCarry = {
      layerId: now.id,
      from,
      textId,
      phase: 'waiting',
      carriedCount: 0,
      conflicts: [],
    };
    carries = { ...carries, [textId]: carry };
  }
  return setAside === after.setAside && carries === after.carries
    ? after
    : { ...after, setAside, carries };
}

export function reduceCarries(stack: LayerStack, event: CarryEvent): LayerStack {
  const carry = stack.carries[event.textId];
  if (carry === undefined) return stack;
  const put = (changes: Partial<ValuesCarry>): LayerStack => ({
    ...stack,
    carries: { ...stack.carries, [event.textId]: { ...carry, ...changes } },
  });
  switch (event.type) {
    case 'valuesCarried': {
      const known = stack.texts[event.textId];
      if (carry.phase !== 'waiting' || known === undefined) return stack;
      if (known.text !== known.base) return put({ phase: 'dismissed' });
      const conflicts = event.conflicts.map((conflict) => ({ ...conflict, taken: null }));
      return replaceText(
        put({ phase: 'carried', carriedCount: event.carriedCount, conflicts }),
        event.textId,
        event.text,
      );
    }
    case 'carryFailed':
      return carry.phase === 'waiting' ? put({ phase: 'failed' }) : stack;
    case 'conflictsDecided': {
      const decided = new Set(event.conflicts);
      let shift = 0;
      const conflicts = carry.conflicts.map((conflict, at) => {
        const moved = shift === 0 ? conflict : { ...conflict, line: conflict.line + shift };
        if (!decided.has(at)) return moved;
        shift += addedLines(conflict, event.side);
        return { ...moved, taken: event.side };
      });
      return replaceText(put({ conflicts }), event.textId, event.text);
    }
    case 'carryReplaced': {
      const known = stack.texts[event.textId];
      if (known?.base == null || known.text === known.base) return stack;
      return replaceText(put({ replaced: known.text }), event.textId, known.base);
    }
    case 'carryDismissed':
      return carry.phase === 'dismissed' ? stack : put({ phase: 'dismissed' });
    default:
      return event satisfies never;
  }
}

/** The carry that concerns what a layer shows now; null where there is none. */
export function carryOf(stack: LayerStack, layer: StackLayer): ValuesCarry | null {
  const textId = valuesTextId(layer);
  return textId === null ? null : (stack.carries[textId] ?? null);
}

/** Whether the new defaults took the place of all that was carried, and nobody changed them since. */
export function isCarryReplaced(stack: LayerStack, carry: ValuesCarry): boolean {
  const text = stack.texts[carry.textId];
  return carry.replaced !== undefined && text?.text === text?.base;
}

/** Conflicts of a layer that nobody decided yet. */
export function undecidedConflicts(
  stack: LayerStack,
  layer: StackLayer,
): readonly CarriedConflict[] {
  const carry = carryOf(stack, layer);
  if (carry === null || isCarryReplaced(stack, carry)) return [];
  return carry.conflicts.filter(({ taken }) => taken === null);
}

/** The values that a layer turns away from, where they are worth keeping. */
export function leftValues(stack: LayerStack, layer: StackLayer): SetAsideValues | null {
  const { pack } = layer;
  const textId = valuesTextId(layer);
  const text = layerValues(stack, layer);
  if (pack === null || textId === null || text === null) return null;
  // Without the defaults nobody can tell: then it may have been edited.
  const isWorthKeeping = text.base === null ? text.text !== '' : isEdited(text);
  return isWorthKeeping ? { textId, pack, cloudType: stack.cloudType } : null;
}

function canCarry(
  stack: LayerStack,
  layer: StackLayer,
  textId: string,
  from: SetAsideValues,
): boolean {
  const { pack } = layer;
  if (pack === null || pack.isTyped || from.pack.isTyped) return false;
  if (pack.name !== from.pack.name || from.textId === textId) return false;
  // What was edited there before stands.
  const there = stack.texts[textId];
  return there === undefined || (there.base !== null && !isEdited(there));
}

/** How many lines longer the text becomes by a side; known of conflicts whose sides are whole lines. */
function addedLines(conflict: CarriedConflict, side: ConflictSide): number {
  if (conflict.around === undefined) return 0;
  return (
    linesOfSide(conflict[side]).length - linesOfSide(conflict[conflict.taken ?? 'mine']).length
  );
}
