import { isMap } from 'yaml';
import type { TextChange } from '../../model/textDiagnostic';
import { endOfLine, hasSource, nextLine, readEntry, startOfLine, type Entry } from './entries';
import type { CollectionEdit } from './planTypes';
import { flowMap, insertionFlow } from './renderInsertion';
import type { ValuesSource } from './valuesSource';

/**
 * The changes of a `{ }` or `[ ]`: commas stay right, what has lines of its own gets and loses lines, and
 * comments stay but for the one behind an entry that goes.
 */
export function renderFlowEdit(source: ValuesSource, edit: CollectionEdit): readonly TextChange[] {
  const { collection, removed, insertions } = edit;
  const { lines } = source;
  const entries = collection.items.map((_, index) => readEntry(lines, { collection, index }));
  const last = entries.at(-1);
  const lastKept = entries.findLast((_, index) => !removed.has(index));
  const inserted = insertions.map(insertionFlow);
  if (last === undefined || lastKept === undefined) {
    return replaceAll(source, edit, entries, inserted);
  }
  const changes: TextChange[] = [...renderRemovals(lines, entries, removed)];
  const addsLines = inserted.length > 0 && endsItsLine(lines, lastKept);
  if (lastKept !== last && !addsLines && commaBehind(lines, last) === -1) {
    const comma = commaBehind(lines, lastKept);
    if (comma !== -1) changes.push({ from: comma, to: comma + 1, insert: '' });
  }
  if (addsLines) for (const change of insertLines(source, lastKept, inserted)) changes.push(change);
  else if (inserted.length > 0) {
    const insert = ['', ...inserted].join(', ');
    changes.push({ from: lastKept.contentEnd, to: lastKept.contentEnd, insert });
  }
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

/** No entry stays; comments between the braces do. */
function replaceAll(
  { lines, lineEnd }: ValuesSource,
  { collection, removed }: CollectionEdit,
  entries: readonly Entry[],
  inserted: readonly string[],
): readonly TextChange[] {
  const [start, end] = collection.range ?? [0, 0];
  const insert = inserted.join(', ');
  const [first] = entries;
  if (first === undefined || !lines.slice(start, end).includes('#')) {
    const isPadded = insert !== '' && isMap(collection);
    return [{ from: start + 1, to: end - 1, insert: isPadded ? ` ${insert} ` : insert }];
  }
  return renderRemovals(lines, entries, removed).map((change, index) => {
    if (index > 0 || insert === '') return change;
    const indent = lines.slice(change.from, first.start);
    return { ...change, insert: indent + insert + (indent === '' ? '' : lineEnd) };
  });
}

/** One line for each, below the last entry and the comment behind it. */
function insertLines(
  { lines, lineEnd }: ValuesSource,
  last: Entry,
  inserted: readonly string[],
): readonly TextChange[] {
  const { contentEnd, column } = last;
  const comma = commaBehind(lines, last);
  const at = endOfLine(lines, contentEnd);
  const start = lineEnd + ' '.repeat(column);
  const added = inserted.map((entry) => start + entry).join(',');
  return [
    ...(comma === -1 ? [{ from: contentEnd, to: contentEnd, insert: ',' }] : []),
    { from: at, to: at, insert: comma === -1 ? added : `${added},` },
  ];
}

/** Entries that follow each other go together, as far as no comment is between them. */
function renderRemovals(
  lines: string,
  entries: readonly Entry[],
  removed: ReadonlySet<number>,
): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (let index = 0; index < entries.length; index += 1) {
    if (!removed.has(index)) continue;
    const start = entries[index];
    const before = entries[index - 1];
    let end = start;
    for (let next = entries[index + 1]; next !== undefined; next = entries[index + 1]) {
      const between = lines.slice(end?.contentEnd, next.start);
      if (!removed.has(index + 1) || between.includes('#')) break;
      index += 1;
      end = next;
    }
    if (start === undefined || end === undefined) continue;
    changes.push({ ...rangeOf(lines, before, start, end, entries[index + 1]), insert: '' });
  }
  return changes;
}

/** What goes with entries: their lines, or else the spaces on the side of the comma that goes. */
function rangeOf(
  lines: string,
  before: Entry | undefined,
  start: Entry,
  end: Entry,
  next: Entry | undefined,
): { readonly from: number; readonly to: number } {
  const to = endWithComma(lines, end);
  if (start.ownsLine && endsItsLine(lines, end)) {
    return { from: startOfLine(lines, start.start), to: nextLine(lines, to) };
  }
  if (next !== undefined) {
    const hasComment = lines.slice(to, next.start).includes('#');
    return { from: start.start, to: hasComment ? to : next.start };
  }
  const comma = before === undefined ? -1 : commaBehind(lines, before);
  if (comma === -1 || lines.slice(comma, start.start).includes('#')) {
    return { from: start.start, to };
  }
  return { from: comma + 1, to };
}

/** Whether nothing but a comma and a comment follows on the line. */
function endsItsLine(lines: string, { contentEnd, ownsLine }: Entry): boolean {
  const rest = lines.slice(contentEnd, endOfLine(lines, contentEnd));
  return ownsLine && /^[ \t]*,?(?:[ \t]+#.*|[ \t]*)$/.test(rest);
}

function endWithComma(lines: string, entry: Entry): number {
  const comma = commaBehind(lines, entry);
  return comma === -1 ? entry.contentEnd : comma + 1;
}

/** Where the comma behind an entry stands, -1 without one. */
function commaBehind(lines: string, { contentEnd }: Entry): number {
  const between = /(?:\s+#.*|\s)*/y;
  between.lastIndex = contentEnd;
  const at = contentEnd + (between.exec(lines)?.[0].length ?? 0);
  return lines[at] === ',' ? at : -1;
}

function fillFlow(entry: Entry, value: string): TextChange {
  const [from, to] = hasSource(entry.value)
    ? [entry.leadInEnd, entry.contentEnd]
    : [entry.leadInEnd, entry.leadInEnd];
  const colon = entry.leadInEnd === entry.headEnd ? ': ' : ' ';
  return { from, to, insert: colon + value };
}
