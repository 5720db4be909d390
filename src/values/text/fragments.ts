import { isSeq } from 'yaml';
import { endOfLine, readEntry, type Entry } from './entries';
import type { PathStep } from './findPath';
import { flowText } from './flowText';
import type { ValuesSource } from './valuesSource';

/** Lines with `delta` more spaces before them (or fewer, as far as there are some); empty lines stay so. */
export function shiftLines(lines: readonly string[], delta: number): readonly string[] {
  if (delta === 0) return lines;
  const indent = ' '.repeat(Math.max(delta, 0));
  return lines.map((line) => {
    if (line === '') return line;
    if (delta > 0) return indent + line;
    const spaces = line.length - line.replace(/^ +/, '').length;
    return line.slice(Math.min(spaces, -delta));
  });
}

export function splitLines(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** An entry as lines of a block map or list whose heads stand at `column`. */
export function entryLines(
  source: ValuesSource,
  step: PathStep,
  column: number,
): readonly string[] {
  const entry = readEntry(source.lines, step);
  const head = source.lines.slice(entry.start, entry.headEnd);
  const [first = '', ...rest] = tailLines(source, step, column);
  return [' '.repeat(column) + head + first, ...rest];
}

/** What follows the head of an entry, for a head of a block map or list that stands at `column`. */
function tailLines(source: ValuesSource, step: PathStep, column: number): readonly string[] {
  const entry = readEntry(source.lines, step);
  if (entry.isFlow) {
    const written = valueAsWritten(source, entry);
    return [tailOf(step, written.includes('\n') ? flowText(source, entry.value) : written)];
  }
  const [first = '', ...rest] = splitLines(source.lines.slice(entry.headEnd, entry.end));
  return [first, ...shiftLines(rest, column - entry.column)];
}

/** What follows the head of an entry, for the head of an entry of another text. */
export function tailFor(source: ValuesSource, step: PathStep, target: Entry): readonly string[] {
  if (!target.isFlow) return tailLines(source, step, target.column);
  const entry = readEntry(source.lines, step);
  const value = entry.isFlow ? valueAsWritten(source, entry) : flowText(source, entry.value);
  return [tailOf(step, value)];
}

/** The comment on the line of the head or, where the value is one line, behind it; with the spaces before. */
export function ownComment(
  lines: string,
  entry: Entry,
): { readonly at: number; readonly text: string } {
  const headLineEnd = endOfLine(lines, entry.leadInEnd);
  const behindHead = lines.slice(entry.leadInEnd, headLineEnd);
  const block = /^[ \t]*[|>][-+0-9]*/.exec(behindHead)?.[0].length;
  const isBelow = /^[ \t]*(#|$)/.test(behindHead);
  const at = isBelow
    ? entry.leadInEnd
    : block === undefined
      ? entry.contentEnd
      : entry.leadInEnd + block;
  const text = /^[ \t]+#.*$/.exec(lines.slice(at, endOfLine(lines, at)))?.[0] ?? '';
  return { at, text };
}

/** Spaces that a key is further in than its parent, where a text does not say otherwise. */
const INDENT = 2;

/** How much further in an entry stands than the one that holds its map or list. */
export function indentOf(source: ValuesSource, steps: readonly PathStep[]): number {
  const [holder, step] = steps.slice(-2);
  if (holder === undefined || step === undefined) return INDENT;
  const entry = readEntry(source.lines, step);
  if (entry.isFlow || !entry.ownsLine) return INDENT;
  const indent = entry.column - readEntry(source.lines, holder).column;
  return indent < (isSeq(step.collection) ? 0 : 1) ? INDENT : indent;
}

/** The comments within a part of a text; good enough to see whether some were added or changed. */
export function commentsIn(text: string): readonly string[] {
  return splitLines(text).flatMap((line) => {
    const comment = /(?:^|[ \t])(#.*)$/.exec(line)?.[1];
    return comment === undefined ? [] : [comment.trim()];
  });
}

/** With anchor and tag. */
function valueAsWritten(source: ValuesSource, { headEnd, contentEnd }: Entry): string {
  return source.lines.slice(headEnd, contentEnd).replace(/^\s*:/, '').trim();
}

function tailOf({ collection }: PathStep, value: string): string {
  if (isSeq(collection)) return ` ${value}`;
  return value === '' ? ':' : `: ${value}`;
}
