import type { ValuesPath } from '../../model/textDiagnostic';
import { asMap } from './asMap';
import { sameNode } from './sameNode';
import { entryText, type Block, type Entry } from './valueTree';

/** One way in which a text differs from the one before. */
export interface EntryChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly path: ValuesPath;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** What differs between two maps, by their keys and as deep as both are maps; lists are one value. */
export function findChanges(
  before: Block | null,
  after: Block | null,
  path: ValuesPath = [],
): readonly EntryChange[] {
  const changes: EntryChange[] = [];
  const old = new Map(before?.entries.map((entry) => [entry.id, entry]));
  for (const entry of after?.entries ?? []) {
    const other = old.get(entry.id) ?? null;
    old.delete(entry.id);
    changes.push(...findEntryChanges(other, entry, [...path, entry.name]));
  }
  for (const entry of old.values()) {
    changes.push({ kind: 'removed', path: [...path, entry.name], before: entry, after: null });
  }
  return changes;
}

export function findEntryChanges(
  before: Entry | null,
  after: Entry,
  path: ValuesPath,
): readonly EntryChange[] {
  if (before === null) return [{ kind: 'added', path, before, after }];
  if (before.indent === after.indent && entryText(before) === entryText(after)) return [];
  const [from, to] = [asMap(before), asMap(after)];
  if (from !== null && to !== null) return findChanges(from, to, path);
  const isSame = sameNode(before.value.node, after.value.node);
  return isSame ? [] : [{ kind: 'changed', path, before, after }];
}
