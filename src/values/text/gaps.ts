import { isPresetMarker } from '../presetMarker';
import { nextLine, readEntry, startOfLine } from './entries';
import type { PathStep } from './findPath';
import { splitLines } from './fragments';
import type { ValuesSource } from './valuesSource';

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
