import { Change, diff } from '@codemirror/merge';
import { matchSequences } from '../../values/merge/matchSequences';

/** Longer stretches are shown as different wholly. */
const LONGEST_WORDS = 4_000;

/**
 * The differences of two texts, as CodeMirror wants them. Lines are matched first and only what is left is
 * compared by characters: CodeMirror's own way takes seconds with texts of hundreds of kilobytes, or gives up
 * and calls everything between the first and the last difference one.
 */
export function diffLines(a: string, b: string): readonly Change[] {
  const [left, right] = [linesOf(a), linesOf(b)];
  const partners = matchSequences(left.lines, right.lines);
  const changes: Change[] = [];
  let [leftAt, rightAt] = [0, 0];
  const addUpTo = (leftTo: number, rightTo: number): void => {
    const [fromA = 0, toA = 0] = [left.starts[leftAt], left.starts[leftTo]];
    const [fromB = 0, toB = 0] = [right.starts[rightAt], right.starts[rightTo]];
    if (fromA === toA && fromB === toB) return;
    changes.push(...diffWords(a.slice(fromA, toA), b.slice(fromB, toB), fromA, fromB));
  };
  partners.forEach((partner, line) => {
    if (partner === -1) return;
    addUpTo(line, partner);
    [leftAt, rightAt] = [line + 1, partner + 1];
  });
  addUpTo(left.lines.length, right.lines.length);
  return changes;
}

function diffWords(a: string, b: string, fromA: number, fromB: number): readonly Change[] {
  if (a === '' || b === '' || a.length + b.length > LONGEST_WORDS) {
    return [new Change(fromA, fromA + a.length, fromB, fromB + b.length)];
  }
  return diff(a, b, { scanLimit: 500 }).map(
    (change) =>
      new Change(
        change.fromA + fromA,
        change.toA + fromA,
        change.fromB + fromB,
        change.toB + fromB,
      ),
  );
}

interface Lines {
  /** With their line ends, so that a last line without one is another. */
  readonly lines: readonly string[];
  /** Where each begins, and where the last ends. */
  readonly starts: readonly number[];
}

function linesOf(text: string): Lines {
  const lines = text.split(/(?<=\n)/);
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  return { lines, starts };
}
