import { isSeq } from 'yaml';
import type { TextChange } from '../../model/textDiagnostic';
import { hasSource, linesOf, nextLine, readEntry, startOfLine, type Entry } from './entries';
import { placeInsertion, placeOfGap, withoutBlankStart } from './placeInsertion';
import type { CollectionEdit, Insertion } from './planTypes';
import { renderComments } from './renderComments';
import { childIndent, childLines, endsWithBlock, insertionLines } from './renderInsertion';
import type { ValuesSource } from './valuesSource';

/** A dash and the space behind it. */
const DASH = 2;

/** The changes of a map or list that is written as lines. */
export function renderBlockEdit(source: ValuesSource, edit: CollectionEdit): readonly TextChange[] {
  const { collection, removed } = edit;
  const entries = collection.items.map((_, index) =>
    readEntry(source.lines, { collection, index }),
  );
  return [
    // First, as what is further in belongs above what goes to the same place.
    ...[...edit.fills].flatMap(([index, children]) => {
      const entry = removed.has(index) ? undefined : entries[index];
      return entry === undefined ? [] : renderFill(source, entry, children, isSeq(collection));
    }),
    ...renderInsertions(source, edit, entries),
    ...renderEmptied(source, edit, entries),
    ...renderComments(source, edit, entries),
    ...renderRemovals(source, edit, entries),
    ...[...edit.tails].flatMap(([index, lines]) => {
      const entry = removed.has(index) ? undefined : entries[index];
      if (entry === undefined) return [];
      return [{ from: entry.headEnd, to: entry.end, insert: lines.join(source.lineEnd) }];
    }),
  ];
}

function renderInsertions(
  source: ValuesSource,
  edit: CollectionEdit,
  entries: readonly Entry[],
): readonly TextChange[] {
  const { lineEnd } = source;
  const [first] = entries;
  if (first === undefined) {
    // `{}` is the whole text.
    if (edit.insertions.length === 0) return [];
    const [from, to] = edit.collection.range ?? [0, 0];
    return [{ from, to, insert: childLines(edit.insertions, 0).join(lineEnd) }];
  }
  const cursors = new Map<number, number>();
  return edit.insertions.map((insertion) => {
    if (insertion.after === -1 && !first.ownsLine) return beforeFirst(source, first, insertion);
    const place = placeInsertion(source, edit, entries, insertion, cursors.get(insertion.after));
    cursors.set(insertion.after, place.at);
    return linesAt(source, place.at, { ...insertion, gap: place.gap }, first.column);
  });
}

/** Behind the dash that the first key of an item shares its line with. */
function beforeFirst({ lineEnd }: ValuesSource, first: Entry, insertion: Insertion): TextChange {
  const [head = '', ...rest] = insertionLines(insertion, first.column);
  const text = [head.trimStart(), ...rest, ' '.repeat(first.column)].join(lineEnd);
  return { from: first.start, to: first.start, insert: text };
}

/** An insertion with its comments as lines. */
function linesAt(
  { lines, lineEnd }: ValuesSource,
  place: number,
  insertion: Insertion,
  column: number,
): TextChange {
  let at = place;
  // A block of text would take in lines of spaces that follow it.
  while (endsWithBlock(insertion) && /^ +\r?\n/.test(lines.slice(at, nextLine(lines, at)))) {
    at = nextLine(lines, at);
  }
  const pad = (line: string) => (line === '' ? '' : ' '.repeat(column) + line);
  const text = [
    ...insertion.gap.map(pad),
    ...insertionLines(insertion, column),
    ...insertion.below.map(pad),
  ];
  return { from: at, to: at, insert: text.map((line) => line + lineEnd).join('') };
}

/** A map that has lost all of its entries stays a map. */
function renderEmptied(
  source: ValuesSource,
  { collection, holder, removed, insertions }: CollectionEdit,
  entries: readonly Entry[],
): readonly TextChange[] {
  const step = holder.at(-1);
  if (step === undefined || insertions.length > 0 || removed.size < entries.length) return [];
  const { leadInEnd } = readEntry(source.lines, step);
  return [{ from: leadInEnd, to: leadInEnd, insert: isSeq(collection) ? ' []' : ' {}' }];
}

function renderRemovals(
  source: ValuesSource,
  edit: CollectionEdit,
  entries: readonly Entry[],
): readonly TextChange[] {
  const { lines } = source;
  return [...edit.removed]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const entry = entries[index];
      if (entry === undefined) return [];
      if (entry.ownsLine) return [{ ...linesOf(lines, entry), insert: '' }];
      return removeFirst(lines, edit, entries);
    });
}

/** The first key of an item stands behind the dash; what follows it moves up there. */
function removeFirst(
  lines: string,
  { removed }: CollectionEdit,
  entries: readonly Entry[],
): readonly TextChange[] {
  const [first] = entries;
  if (first === undefined) return [];
  const next = entries.find((_, index) => !removed.has(index));
  const isJoined =
    next !== undefined && lines.slice(first.end, startOfLine(lines, next.start)).trim() === '';
  if (next === entries[1] && isJoined) return [{ from: first.start, to: next.start, insert: '' }];
  const spaces = / *$/.exec(lines.slice(0, first.start).slice(-200))?.[0].length ?? 0;
  return [{ from: first.start - spaces, to: first.end, insert: '' }];
}

function renderFill(
  source: ValuesSource,
  entry: Entry,
  children: readonly Insertion[],
  isItem: boolean,
): readonly TextChange[] {
  const { lines, lineEnd } = source;
  // What an item holds begins behind its dash.
  const column = entry.column + (isItem ? DASH : childIndent(children));
  if (isItem) {
    const insert = ` ${childLines(children, column).join(lineEnd).trimStart()}`;
    return [{ from: entry.leadInEnd, to: entry.contentEnd, insert }];
  }
  const end = nextLine(lines, entry.end);
  let at = nextLine(lines, entry.leadInEnd);
  let isPlaced = false;
  const changes = children.map((child, index) => {
    const found = placeOfGap(lines, at, end, child.gap, child.isNeighbour);
    // Behind the comments that stand in the empty map, but for those that belong to the next.
    if (found !== null) at = found;
    else if (!isPlaced && !(child.isNeighbour && child.gap.length === 0)) at = end;
    isPlaced = true;
    const gap = found !== null ? [] : index === 0 ? withoutBlankStart(child.gap) : child.gap;
    return linesAt(source, at, { ...child, gap }, column);
  });
  if (!hasSource(entry.value)) return changes;
  return [{ from: entry.leadInEnd, to: entry.contentEnd, insert: '' }, ...changes];
}
