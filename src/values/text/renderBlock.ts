import { isSeq } from 'yaml';
import type { TextChange } from '../../model/textDiagnostic';
import { hasSource, linesOf, nextLine, readEntry, startOfLine, type Entry } from './entries';
import { blockEnd, blockEndOf, dropBlankLines, skipSpaces, type BlockEnd } from './keptBlocks';
import { placeInsertion, placeOfGap, withoutBlankStart } from './placeInsertion';
import type { CollectionEdit, Insertion } from './planTypes';
import { renderComments } from './renderComments';
import { childIndent, childLines, insertionLines } from './renderInsertion';
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
      return renderTail(source, entry, lines);
    }),
  ];
}

/** Blank lines below would be part of a block of text that keeps them. */
function renderTail(
  { lines, lineEnd }: ValuesSource,
  entry: Entry,
  tail: readonly string[],
): readonly TextChange[] {
  const change = { from: entry.headEnd, to: entry.end, insert: tail.join(lineEnd) };
  if (!hasKeptBlock(tail)) return [change];
  return [change, ...dropBlankLines(lines, nextLine(lines, entry.end))];
}

/** What the value of an entry ends with once it is what the edit makes of it. */
function endOf(
  source: ValuesSource,
  { tails }: CollectionEdit,
  entries: readonly Entry[],
  index: number,
): BlockEnd {
  const tail = tails.get(index);
  if (tail === undefined) return blockEnd(source, entries[index]?.value ?? null);
  return hasKeptBlock(tail) ? 'kept' : null;
}

function hasKeptBlock(tail: readonly string[]): boolean {
  return tail.some((line) => KEPT_HEADER.test(line));
}

const KEPT_HEADER = /(?:^|[ \t])[|>][0-9]*\+[ \t]*(?:#.*)?$/;

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
  const ends = new Map<number, BlockEnd>();
  return edit.insertions.flatMap((insertion) => {
    const { after } = insertion;
    const above = ends.get(after) ?? endOf(source, edit, entries, after);
    ends.set(after, blockEndOf(insertion));
    if (after === -1 && !first.ownsLine) return beforeFirst(source, first, insertion);
    const place = placeInsertion(source, edit, entries, insertion, cursors.get(after));
    cursors.set(after, place.at);
    const gap = above === 'kept' ? withoutBlankStart(place.gap) : place.gap;
    return linesAt(source, place.at, { ...insertion, gap }, first.column);
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
): readonly TextChange[] {
  const end = blockEndOf(insertion);
  const at = end === 'block' ? skipSpaces(lines, place) : place;
  const pad = (line: string) => (line === '' ? '' : ' '.repeat(column) + line);
  const text = [
    ...insertion.gap.map(pad),
    ...insertionLines(insertion, column),
    ...insertion.below.map(pad),
  ];
  const insert = text.map((line) => line + lineEnd).join('');
  const isJoined = end === 'kept' && insertion.below.length === 0;
  return [{ from: at, to: at, insert }, ...(isJoined ? dropBlankLines(lines, at) : [])];
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
      if (entry.ownsLine)
        return [
          { ...linesOf(lines, entry), insert: '' },
          ...takenBelow(source, edit, entries, index),
        ];
      return removeFirst(lines, edit, entries);
    });
}

/** The blank lines below an entry that goes, where the one that is then above them would take them in. */
function takenBelow(
  source: ValuesSource,
  edit: CollectionEdit,
  entries: readonly Entry[],
  index: number,
): readonly TextChange[] {
  const { lines } = source;
  const entry = entries[index];
  const before = entries.findLastIndex((_, place) => place < index && !edit.removed.has(place));
  if (entry === undefined || endOf(source, edit, entries, before) !== 'kept') return [];
  return dropBlankLines(lines, nextLine(lines, entry.end));
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
  const changes = children.flatMap((child, index) => {
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
