import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { endOfLine, hasSource, nextLine, readEntry, startOfLine, type Entry } from './entries';
import { valueOf, type PathStep } from './findPath';
import { isPresetMarker } from '../presetMarker';
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

/** A value in one line, as it can stand in `{ }` and `[ ]`. Comments are left out. */
export function flowText(source: ValuesSource, node: Node | null): string {
  if (node === null || isAlias(node) || node.anchor === undefined) return flowValue(source, node);
  return `&${node.anchor} ${flowValue(source, node)}`;
}

function flowValue(source: ValuesSource, node: Node | null): string {
  if (isScalar(node) && node.tag !== undefined) return JSON.stringify(node.value);
  if (!hasSource(node)) return 'null';
  const [from, to] = node.range ?? [0, 0];
  const written = source.lines.slice(from, to);
  if (isAlias(node)) return written;
  if (isMap(node)) {
    const entries = node.items.map((pair, index) => {
      const value = flowText(source, valueOf({ collection: node, index }));
      return `${flowKey(source, pair)}: ${value}`;
    });
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (isSeq(node)) {
    const items = node.items.map((_, index) =>
      flowText(source, valueOf({ collection: node, index })),
    );
    return `[${items.join(', ')}]`;
  }
  if (!isScalar(node)) return written;
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const isLine = !written.includes('\n');
  if (isLine && (isQuoted || (node.type === 'PLAIN' && isPlainInFlow(written)))) return written;
  return JSON.stringify(node.value);
}

/** The entry as one of `{ }` or `[ ]`. */
export function flowEntry(source: ValuesSource, step: PathStep): string {
  const { collection, index } = step;
  const value = flowText(source, valueOf(step));
  const pair = isMap(collection) ? collection.items[index] : undefined;
  return pair === undefined ? value : `${flowKey(source, pair)}: ${value}`;
}

/** A key as written, where that can stand in `{ }`. */
function flowKey(source: ValuesSource, pair: Pair): string {
  return flowText(source, isNode(pair.key) ? pair.key : null);
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

/** The blank lines and comments between an entry and what is before it in its map or list, trimmed. */
export function gapAbove(source: ValuesSource, steps: readonly PathStep[]): readonly string[] {
  const step = steps.at(-1);
  if (step === undefined) return [];
  const entry = readEntry(source.lines, step);
  if (!entry.ownsLine || entry.isFlow) return [];
  const from = floorOf(source, steps);
  return trimmedLines(source.lines.slice(from, startOfLine(source.lines, entry.start))).filter(
    (line) => !isPresetMarker(line),
  );
}

/** The comments behind the last entry of a map that are no further out than its keys. */
export function commentsBelow(source: ValuesSource, steps: readonly PathStep[]): readonly string[] {
  const step = steps.at(-1);
  if (step === undefined || step.index !== step.collection.items.length - 1) return [];
  const below = linesBehind(source, step);
  const last = below.findLastIndex((line) => line !== '');
  return below.slice(0, last + 1);
}

/** The blank lines and comments between an entry and the next, or as far as its map goes; trimmed. */
export function linesBehind({ lines }: ValuesSource, step: PathStep): readonly string[] {
  const entry = readEntry(lines, step);
  if (entry.isFlow) return [];
  const start = nextLine(lines, entry.end);
  const next = { ...step, index: step.index + 1 };
  const end =
    next.index < step.collection.items.length
      ? startOfLine(lines, readEntry(lines, next).start)
      : endOfComments(lines, start, entry.column);
  return trimmedLines(lines.slice(start, end));
}

/** Behind the blank lines and comments from `start` on that are not further out than `column`. */
export function endOfComments(lines: string, start: number, column: number): number {
  let end = start;
  for (let at = start; at < lines.length; at = nextLine(lines, at)) {
    const line = lines.slice(at, nextLine(lines, at)).trimEnd();
    const text = line.trimStart();
    if (text !== '' && (!text.startsWith('#') || line.length - text.length < column)) break;
    end = nextLine(lines, at);
  }
  return end;
}

/** The comments that directly precede an entry, without blank lines between. */
export function leadOf(gap: readonly string[]): readonly string[] {
  const blank = gap.lastIndexOf('');
  return gap.slice(blank + 1);
}

/** Where the lines above an entry begin: below the entry before it, or below the head of its map. */
export function floorOf(source: ValuesSource, steps: readonly PathStep[]): number {
  const { lines } = source;
  const step = steps.at(-1);
  if (step === undefined) return 0;
  if (step.index > 0) {
    return nextLine(lines, readEntry(lines, { ...step, index: step.index - 1 }).end);
  }
  const holder = steps.at(-2);
  if (holder !== undefined) return nextLine(lines, readEntry(lines, holder).leadInEnd);
  return startOfContent(lines);
}

/** Behind byte order mark, directives and `---`. */
export function startOfContent(lines: string): number {
  const start = lines.startsWith('\uFEFF') ? 1 : 0;
  const marker = /^(?:(?:[%#].*|[ \t]*)\r?\n)*---(?:[ \t].*)?\r?\n/.exec(
    lines.slice(start, start + 2000),
  );
  return start + (marker?.[0].length ?? 0);
}

/** Text of whole lines as trimmed lines. */
export function trimmedLines(text: string): readonly string[] {
  if (text === '') return [];
  const lines = splitLines(text).map((line) => line.trim());
  return text.endsWith('\n') ? lines.slice(0, -1) : lines;
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

function isPlainInFlow(written: string): boolean {
  return !/[,[\]{}#]|: |:$/.test(written);
}
