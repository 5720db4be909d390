import {
  linesOfSide,
  type ConflictSurroundings,
  type MergeConflict,
  type MergeResult,
} from '../../model/valuesMerge';
import type { GivenText } from './GivenText';
import { MergedText } from './MergedText';
import { mergeSequences } from './mergeSequences';
import type { TreeText } from './valueTree';

/**
 * Merges line by line what cannot be read as values. Where both sides changed the same lines the user's stay
 * and a conflict without path says so.
 */
export function mergeAsLines(base: TreeText, mine: TreeText, theirs: GivenText): MergeResult {
  const out = new MergedText(theirs);
  const [baseLines, mineLines, theirsLines] = [base, mine, theirs].map(({ text }) =>
    splitLines(text),
  ) as [Lines, Lines, Lines];
  for (const part of mergeSequences(baseLines.lines, mineLines.lines, theirsLines.lines)) {
    out.startLine();
    if (part.take === 'theirs') {
      out.write(theirs, ...rangeOf(theirsLines, part.theirs));
      continue;
    }
    if (part.take === 'conflict') {
      out.addConflict({
        kind: 'both-changed',
        path: [],
        base: textOf(base, rangeOf(baseLines, part.base)),
        mine: textOf(mine, rangeOf(mineLines, part.mine)),
        theirs: textOf(theirs, rangeOf(theirsLines, part.theirs)),
      });
    }
    out.write(mine, ...rangeOf(mineLines, part.mine));
  }
  const { text, conflicts, carried } = out.finish();
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return {
    text,
    conflicts: conflicts.map((conflict) => ({ ...conflict, around: linesAround(lines, conflict) })),
    carried,
  };
}

const LINES_AROUND = 3;

function linesAround(
  lines: readonly string[],
  { line, mine }: MergeConflict,
): ConflictSurroundings {
  const from = line - 1;
  const to = from + linesOfSide(mine).length;
  return {
    above: lines.slice(Math.max(0, from - LINES_AROUND), from),
    below: lines.slice(to, to + LINES_AROUND),
  };
}

interface Lines {
  readonly lines: readonly string[];
  /** Where each begins, and the end of the text. */
  readonly starts: readonly number[];
}

function splitLines(text: string): Lines {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const starts = [0];
  for (const line of lines)
    starts.push(Math.min((starts.at(-1) ?? 0) + line.length + 1, text.length));
  return { lines, starts };
}

function rangeOf({ starts }: Lines, [from, to]: readonly [number, number]): [number, number] {
  return [starts[from] ?? 0, starts[to] ?? 0];
}

function textOf({ text }: TreeText, [from, to]: readonly [number, number]): string | null {
  return from === to ? null : text.slice(from, to);
}
