import { isMap } from 'yaml';
import type { ValuesPath } from '../../model/textDiagnostic';
import { keyText } from '../text/findPath';
import { asMap } from './asMap';
import { sameNode } from './sameNode';
import { entryText, type Block, type Entry } from './valueTree';

/** One way in which a text differs from the one before. */
export interface EntryChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly path: ValuesPath;
  readonly before: Entry | null;
  readonly after: Entry | null;
  /** The entries of the newer text that it is in, from the outermost. */
  readonly within: readonly Entry[];
}

/** What differs between two maps, by their keys and as deep as both are maps; lists are one value. */
export function findChanges(
  before: Block | null,
  after: Block | null,
  path: ValuesPath = [],
  within: readonly Entry[] = [],
): readonly EntryChange[] {
  const changes: EntryChange[] = [];
  const old = new Map(before?.entries.map((entry) => [entry.id, entry]));
  for (const entry of after?.entries ?? []) {
    const other = old.get(entry.id) ?? null;
    old.delete(entry.id);
    for (const change of findEntryChanges(other, entry, [...path, entry.name], within)) {
      changes.push(change);
    }
  }
  for (const entry of old.values()) {
    changes.push({
      kind: 'removed',
      path: [...path, entry.name],
      before: entry,
      after: null,
      within,
    });
  }
  return changes;
}

export function findEntryChanges(
  before: Entry | null,
  after: Entry,
  path: ValuesPath,
  within: readonly Entry[] = [],
): readonly EntryChange[] {
  if (before === null) return [{ kind: 'added', path, before, after, within }];
  if (before.indent === after.indent && entryText(before) === entryText(after)) return [];
  const [from, to] = [asMap(before), asMap(after)];
  if (from !== null && to !== null) return findChanges(from, to, path, [...within, after]);
  const [old, own] = [before.value.node, after.value.node];
  if (sameNode(old, own)) return [];
  return [
    { kind: 'changed', path, before, after, within },
    ...findRemoved(old, own, path, [...within, after]),
  ];
}

/** Keys that are gone from a map that cannot be compared entry by entry. */
function findRemoved(
  before: unknown,
  after: unknown,
  path: ValuesPath,
  within: readonly Entry[],
): readonly EntryChange[] {
  if (!isMap(before) || !isMap(after)) return [];
  const kept = new Map(after.items.map((pair) => [keyText(pair), pair.value]));
  return before.items.flatMap((pair): readonly EntryChange[] => {
    const key = keyText(pair);
    if (key === null) return [];
    const inner = [...path, key];
    if (kept.has(key)) return findRemoved(pair.value, kept.get(key), inner, within);
    return [{ kind: 'removed', path: inner, before: null, after: null, within }];
  });
}
