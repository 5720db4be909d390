import { isMap, isScalar } from 'yaml';
import { keyText } from '../text/findPath';
import { sameNode } from './sameNode';
import type { Block, Entry } from './valueTree';

/** Items of a list that are compared with each other. */
const MAX_ITEMS = 200;

/** Three lists whose items have ids by which they belong together. */
export interface AlignedLists {
  readonly base: Block;
  readonly mine: Block;
  readonly theirs: Block;
  /** Whether an item has the same place in both new lists, so that a path names the same one in each. */
  readonly hasSamePlaces: boolean;
}

/**
 * Pairs the items of three lists where there is no doubt which belong together: all are maps that each have a
 * `name` of their own; or all are maps, the lists are equally long and no item was moved. Null otherwise, then
 * a list is one value.
 */
export function alignItems(base: Block, mine: Block, theirs: Block): AlignedLists | null {
  const lists = [base, mine, theirs];
  const isPlain = lists.every(
    ({ kind, entries }) => kind === 'list' && entries.length <= MAX_ITEMS,
  );
  if (!isPlain || !lists.every(({ entries }) => entries.every(({ value }) => isMap(value.node))))
    return null;
  const [baseNames, mineNames, theirsNames] = [namesOf(base), namesOf(mine), namesOf(theirs)];
  if (baseNames !== null && mineNames !== null && theirsNames !== null) {
    const hasSamePlaces = mineNames.join('\n') === theirsNames.join('\n');
    return {
      base: withIds(base, baseNames),
      mine: withIds(mine, mineNames),
      theirs: withIds(theirs, theirsNames),
      hasSamePlaces,
    };
  }
  const isEquallyLong = lists.every(({ entries }) => entries.length === base.entries.length);
  if (!isEquallyLong || isMoved(base, mine) || isMoved(base, theirs)) return null;
  return { base, mine, theirs, hasSamePlaces: true };
}

/** Null unless each item has a name of its own. */
function namesOf({ entries }: Block): readonly string[] | null {
  const names = new Set<string>();
  for (const { value } of entries) {
    if (!isMap(value.node)) return null;
    const name: unknown = value.node.items.find((pair) => keyText(pair) === 'name')?.value;
    if (!isScalar(name) || typeof name.value !== 'string' || names.has(name.value)) return null;
    names.add(name.value);
  }
  return [...names];
}

function withIds(list: Block, ids: readonly string[]): Block {
  const entries = list.entries.map((entry, index): Entry => ({
    ...entry,
    id: ids[index] ?? entry.id,
  }));
  return { ...list, entries };
}

/** Whether something of the old list stands in another place of the new one. */
function isMoved(before: Block, after: Block): boolean {
  return after.entries.some((entry, index) => {
    const node = entry.value.node;
    if (sameNode(node, before.entries[index]?.value.node)) return false;
    return before.entries.some((old) => sameNode(node, old.value.node));
  });
}
