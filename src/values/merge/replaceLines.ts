import { linesOfSide, type ConflictSide, type MergeConflict } from '../../model/valuesMerge';
import { lineEndOf } from '../text/lineEnd';

/**
 * A text with the lines of one side of a conflict instead of the other's, found by what they say and what is
 * around them. Unchanged where they stand there already, null where neither is found.
 */
export function replaceLines(
  text: string,
  conflict: MergeConflict,
  now: ConflictSide,
  take: ConflictSide,
): string | null {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  const lines = starts
    .slice(0, -1)
    .map((start, index) => text.slice(start, starts[index + 1]).replace(/\r?\n$/, ''));
  const [old, wanted] = [linesOfSide(conflict[now]), linesOfSide(conflict[take])];
  const found = findLines(lines, old, conflict);
  if (found === null) return findLines(lines, wanted, conflict) === null ? null : text;

  const lineEnd = lineEndOf(text);
  let from = starts[found] ?? text.length;
  const to = starts[found + old.length] ?? text.length;
  let insert = wanted.map((line) => line + lineEnd).join('');
  const isEnded = text === '' || text.endsWith('\n');
  if (to === text.length && !isEnded) {
    insert = insert.slice(0, -lineEnd.length);
    // The line above becomes the last, or is followed by one.
    if (wanted.length === 0) from -= /\r?\n$/.exec(text.slice(0, from).slice(-2))?.[0].length ?? 0;
    else if (from === text.length && from > 0) insert = lineEnd + insert;
  }
  return text.slice(0, from) + insert + text.slice(to);
}

/** Where some lines are that have what was around them on one side at least; nearest to where they were. */
function findLines(
  lines: readonly string[],
  wanted: readonly string[],
  { line, around = { above: [], below: [] } }: MergeConflict,
): number | null {
  const { above, below } = around;
  const expected = Math.min(line - 1, lines.length);
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let distance = 0; distance <= lines.length; distance += 1) {
    for (const at of distance === 0 ? [expected] : [expected - distance, expected + distance]) {
      if (at < 0 || at + wanted.length > lines.length) continue;
      if (!wanted.every((text, index) => lines[at + index] === text)) continue;
      const end = at + wanted.length;
      const [over, under] = [
        countSame(above.length, (index) => lines[at - 1 - index] === above.at(-1 - index)),
        countSame(below.length, (index) => lines[end + index] === below[index]),
      ];
      const isUnder = over > 0 || (above.length === 0 && at === 0);
      const isOver = under > 0 || (below.length === 0 && end === lines.length);
      // Where there are no lines, only both sides tell the place.
      if (wanted.length === 0 ? !isUnder || !isOver : !isUnder && !isOver) continue;
      if (over === above.length && under === below.length) return at;
      if (best === null || over + under > best.score) best = { at, score: over + under };
    }
  }
  return best?.at ?? null;
}

function countSame(length: number, isSame: (index: number) => boolean): number {
  let count = 0;
  while (count < length && isSame(count)) count += 1;
  return count;
}
