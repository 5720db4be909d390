import type { TextChange } from '../../model/textDiagnostic';
import { linesOf, nextLine, startOfLine, type Entry } from './entries';
import { endOfComments, floorOf, startOfContent, trimmedLines } from './gaps';
import type { CollectionEdit } from './planTypes';
import type { ValuesSource } from './valuesSource';

/** Comments that come to the entries of a map or list of lines, and those that go. */
export function renderComments(
  source: ValuesSource,
  edit: CollectionEdit,
  entries: readonly Entry[],
): readonly TextChange[] {
  const { lines, lineEnd } = source;
  const changes: TextChange[] = [];
  // What follows the last entry of a map is below all that came to it.
  const atTheEnd = (): readonly string[] => {
    const last = entries.at(-1);
    if (last === undefined) return [];
    const start = nextLine(lines, last.end);
    return trimmedLines(lines.slice(start, endOfComments(lines, start, last.column)));
  };
  entries.forEach((entry, index) => {
    if (!entry.ownsLine) return;
    const at = linesOf(lines, entry).from;
    const floor = Math.min(
      floorOf(source, [...edit.holder, { collection: edit.collection, index }]),
      at,
    );
    const indent = ' '.repeat(entry.column);
    const dropped = edit.dropped.get(index);
    if (dropped?.above !== undefined) {
      const start = Math.max(floor, startOfContent(lines));
      for (const change of dropAbove(lines, start, at, dropped.above)) changes.push(change);
    }
    if (dropped?.below !== undefined) {
      const from = nextLine(lines, entry.end);
      const to = droppedTo(lines, from, dropped.below);
      if (from < to) changes.push({ from, to, insert: '' });
    }
    if (edit.removed.has(index)) return;
    const above = edit.commentsAbove.get(index) ?? [];
    const known = above.length > 0 ? new Set(trimmedLines(lines.slice(floor, at))) : new Set();
    const added = above.filter((line) => !known.has(line));
    if (added.length > 0) {
      const insert = added.map((line) => indent + line + lineEnd).join('');
      changes.push({ from: at, to: at, insert });
    }
    const below = edit.commentsBelow.get(index) ?? [];
    if (below.length === 0) return;
    const start = nextLine(lines, entry.end);
    const next = entries[index + 1];
    const end =
      next === undefined
        ? endOfComments(lines, start, entry.column)
        : startOfLine(lines, next.start);
    const there = new Set([...trimmedLines(lines.slice(start, end)), ...atTheEnd()]);
    const missing = below.filter((line) => !there.has(line));
    const insert = missing.map((line) => indent + line + lineEnd).join('');
    if (insert !== '') changes.push({ from: start, to: start, insert });
  });
  return changes;
}

function dropAbove(
  lines: string,
  floor: number,
  at: number,
  isDropped: (lines: readonly string[]) => readonly number[],
): readonly TextChange[] {
  const starts: number[] = [];
  for (let start = floor; start < at; start = nextLine(lines, start)) starts.push(start);
  return isDropped(trimmedLines(lines.slice(floor, Math.max(at, floor)))).flatMap((index) => {
    const from = starts[index];
    return from === undefined ? [] : [{ from, to: starts[index + 1] ?? at, insert: '' }];
  });
}

function droppedTo(lines: string, from: number, below: readonly string[]): number {
  let at = from;
  for (const line of below) {
    const end = nextLine(lines, at);
    if (lines.slice(at, end).trim() !== line) return from;
    at = end;
  }
  return at;
}
