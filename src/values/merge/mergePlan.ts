import { findEntryChanges } from './changes';
import { sameNode } from './sameNode';
import type { Block, Entry } from './valueTree';

/** What becomes of an entry that only one of the two sides has. */
export type Fate =
  /** The user added it. */
  | { readonly kind: 'added'; readonly entry: Entry }
  /** The user edited it, the new version dropped it. */
  | { readonly kind: 'kept'; readonly entry: Entry; readonly base: Entry }
  /** The new version brought it. */
  | { readonly kind: 'new'; readonly entry: Entry }
  /** The user removed it, the new version changed it. */
  | { readonly kind: 'removed'; readonly entry: Entry; readonly base: Entry }
  /** One side removed what the other left as it was. */
  | { readonly kind: 'dropped'; readonly entry: Entry; readonly base: Entry };

/** Which entries a merged map or list has. */
export interface MergePlan {
  readonly base: Block | null;
  readonly mine: Block;
  readonly theirs: Block;
  /** Entries that both sides have. */
  readonly shared: ReadonlySet<string>;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly isEmpty: boolean;
}

export function planMerge(base: Block | null, mine: Block, theirs: Block): MergePlan {
  const [old, own, given] = [byId(base), byId(mine), byId(theirs)];
  const shared = new Set<string>();
  const fates = new Map<string, Fate>();
  for (const [id, entry] of own) {
    if (given.has(id)) shared.add(id);
    else fates.set(id, fateOfMine(old.get(id), entry));
  }
  for (const [id, entry] of given) {
    if (!own.has(id)) fates.set(id, fateOfTheirs(old.get(id), entry));
  }
  const isEmpty =
    shared.size === 0 &&
    [...fates.values()].every(({ kind }) => kind === 'dropped' || kind === 'removed');
  return { base, mine, theirs, shared, fates, isEmpty };
}

/** Whether the user added or changed something in it; what was only removed need not come back. */
export function isEdited(base: Entry, mine: Entry): boolean {
  return findEntryChanges(base, mine, []).some(({ kind }) => kind !== 'removed');
}

function fateOfMine(base: Entry | undefined, entry: Entry): Fate {
  if (base === undefined) return { kind: 'added', entry };
  return { kind: isEdited(base, entry) ? 'kept' : 'dropped', entry, base };
}

function fateOfTheirs(base: Entry | undefined, entry: Entry): Fate {
  if (base === undefined) return { kind: 'new', entry };
  const isSame = sameNode(base.value.node, entry.value.node);
  return { kind: isSame ? 'dropped' : 'removed', entry, base };
}

function byId(block: Block | null): Map<string, Entry> {
  return new Map(block?.entries.map((entry) => [entry.id, entry]));
}
