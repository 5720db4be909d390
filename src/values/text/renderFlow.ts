import { isMap } from 'yaml';
import type { TextChange } from '../../model/textDiagnostic';
import { hasSource, readEntry, type Entry } from './entries';
import type { CollectionEdit } from './planTypes';
import { flowMap, insertionFlow } from './renderInsertion';
import type { ValuesSource } from './valuesSource';

/** The changes of a `{ }` or `[ ]`: commas stay right, everything else as it was. */
export function renderFlowEdit(source: ValuesSource, edit: CollectionEdit): readonly TextChange[] {
  const { collection, removed, insertions } = edit;
  const entries = collection.items.map((_, index) =>
    readEntry(source.lines, { collection, index }),
  );
  const kept = entries.filter((_, index) => !removed.has(index));
  const inserted = insertions.map(insertionFlow).join(', ');
  const changes: TextChange[] = [];
  const lastKept = kept.at(-1);
  if (lastKept === undefined) {
    const [start, end] = collection.range ?? [0, 0];
    const insert = inserted !== '' && isMap(collection) ? ` ${inserted} ` : inserted;
    return [{ from: start + 1, to: end - 1, insert }];
  }
  if (inserted !== '') {
    changes.push({ from: lastKept.contentEnd, to: lastKept.contentEnd, insert: `, ${inserted}` });
  }
  for (const change of removals(entries, removed)) changes.push(change);
  for (const [index, [tail = '']] of edit.tails) {
    const entry = entries[index];
    if (entry === undefined || removed.has(index)) continue;
    const from = isMap(collection) ? entry.headEnd : entry.start;
    changes.push({ from, to: entry.contentEnd, insert: isMap(collection) ? tail : tail.trim() });
  }
  for (const [index, children] of edit.fills) {
    const entry = entries[index];
    if (entry !== undefined) changes.push(fillFlow(entry, flowMap(children)));
  }
  return changes;
}

/** Entries that follow each other go together, with the comma behind them or else before them. */
function removals(entries: readonly Entry[], removed: ReadonlySet<number>): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (let index = 0; index < entries.length; index += 1) {
    if (!removed.has(index)) continue;
    const start = entries[index];
    const before = entries[index - 1];
    while (removed.has(index + 1)) index += 1;
    const end = entries[index];
    const next = entries[index + 1];
    if (start === undefined || end === undefined) continue;
    if (next !== undefined) changes.push({ from: start.start, to: next.start, insert: '' });
    else if (before !== undefined) {
      changes.push({ from: before.contentEnd, to: end.contentEnd, insert: '' });
    }
  }
  return changes;
}

function fillFlow(entry: Entry, value: string): TextChange {
  const [from, to] = hasSource(entry.value)
    ? [entry.leadInEnd, entry.contentEnd]
    : [entry.leadInEnd, entry.leadInEnd];
  const colon = entry.leadInEnd === entry.headEnd ? ': ' : ' ';
  return { from, to, insert: colon + value };
}
