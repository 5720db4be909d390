import { isMap } from 'yaml';
import type { ValuesPath } from '../model/textDiagnostic';
import { readEntry } from './text/entries';
import { findSteps, keyText, valueOf, type PathStep } from './text/findPath';
import { commentsIn, shiftLines, splitLines } from './text/fragments';
import { isSameValue } from './text/sameValue';
import type { ValuesSource } from './text/valuesSource';

/** Something the user wrote that an operation takes away. */
export interface OverwrittenValue {
  readonly path: ValuesPath;
  /** The source text the user had there, without indentation; empty where the user had taken it out. */
  readonly value: string;
}

export interface OverwrittenInput {
  readonly text: ValuesSource;
  /** What the text would be without edits. */
  readonly unedited: ValuesSource;
  /** What it becomes. */
  readonly result: ValuesSource;
  /** The paths that are made anew. */
  readonly paths: readonly ValuesPath[];
  /** Texts whose values are nobody's own. */
  readonly defaults: readonly ValuesSource[];
}

/** The values under some paths that the user edited and that are not in the result. */
export function overwrittenValues({
  text,
  unedited,
  result,
  paths,
  defaults,
}: OverwrittenInput): readonly OverwrittenValue[] {
  return paths
    .flatMap((path) => editedPaths(text, unedited, path))
    .filter((path) => ![result, ...defaults].some((other) => !differs(text, other, path)))
    .map((path) => ({ path, value: valueText(text, path) }));
}

/** The innermost paths at which two texts differ in value or, with the same value, in a comment. */
function editedPaths(
  text: ValuesSource,
  unedited: ValuesSource,
  path: ValuesPath,
): readonly ValuesPath[] {
  const mine = findSteps(text.root, path)?.at(-1);
  const other = findSteps(unedited.root, path)?.at(-1);
  if (mine !== undefined && other !== undefined) {
    const [left, right] = [valueOf(mine), valueOf(other)];
    if (isMap(left) && isMap(right)) {
      const keys = new Set([...left.items, ...right.items].map(keyText));
      const inner = [...keys].flatMap((key) =>
        key === null ? [] : editedPaths(text, unedited, [...path, key]),
      );
      if (inner.length > 0) return inner;
    }
  }
  return differs(text, unedited, path) ? [path] : [];
}

/** Whether a text says something else at a path than another, or has comments there that the other has not. */
export function differs(text: ValuesSource, other: ValuesSource, path: ValuesPath): boolean {
  const mine = findSteps(text.root, path)?.at(-1);
  const theirs = findSteps(other.root, path)?.at(-1);
  if (mine === undefined || theirs === undefined) return mine !== theirs;
  const isSame = isSameValue(
    { document: text.document, node: valueOf(mine) },
    { document: other.document, node: valueOf(theirs) },
  );
  if (!isSame) return true;
  const known = new Set(commentsIn(tailOf(other, theirs)));
  return commentsIn(tailOf(text, mine)).some((comment) => !known.has(comment));
}

function valueText(source: ValuesSource, path: ValuesPath): string {
  const step = findSteps(source.root, path)?.at(-1);
  if (step === undefined) return '';
  const { leadInEnd, contentEnd, column } = readEntry(source.lines, step);
  const [first = '', ...rest] = splitLines(source.lines.slice(leadInEnd, contentEnd));
  const inner = shiftLines(rest, -column).join('\n');
  if (first.trim() !== '') return [first.trim(), inner].filter((part) => part !== '').join('\n');
  const [head = ''] = inner.split('\n');
  const indent = head.length - head.trimStart().length;
  return shiftLines(inner.split('\n'), -indent).join('\n');
}

function tailOf(source: ValuesSource, step: PathStep): string {
  const { headEnd, end } = readEntry(source.lines, step);
  return source.lines.slice(headEnd, end);
}
