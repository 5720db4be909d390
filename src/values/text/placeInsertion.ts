import { nextLine, startOfLine, type Entry } from './entries';
import { endOfComments, floorOf, leadOf } from './gaps';
import { isPresetMarker } from '../presetMarker';
import type { CollectionEdit, Insertion } from './planTypes';
import type { ValuesSource } from './valuesSource';

/** Where the lines of an insertion begin, and the blank lines and comments that still have to go above. */
interface Place {
  readonly at: number;
  readonly gap: readonly string[];
}

/**
 * The place of an insertion in a map or list of lines: behind its neighbour, and behind the comments that
 * belong to it where they are there already. `from` is where an earlier insertion behind the same
 * neighbour went.
 */
export function placeInsertion(
  source: ValuesSource,
  { collection, holder }: CollectionEdit,
  entries: readonly Entry[],
  { after, gap, isNeighbour }: Insertion,
  from: number | undefined,
): Place {
  const { lines } = source;
  const before = entries[after];
  const next = entries[after + 1];
  const isFirst = before === undefined && from === undefined;
  const start =
    from ??
    (before === undefined
      ? floorOf(source, [...holder, { collection, index: 0 }])
      : nextLine(lines, before.end));
  const end =
    next === undefined
      ? endOfComments(lines, start, before?.column ?? 0)
      : Math.max(start, startOfLine(lines, next.start));
  const at = placeOfGap(lines, start, end, gap, isNeighbour);
  if (at !== null) return { at, gap: [] };
  const { offsets, region } = readRegion(lines, start, end);
  const added = withoutKnown(gap, region);
  if (!isFirst) return { at: start, gap: added };
  // Before the first entry, above the comments that belong to it; but never above the head of the text.
  if (isNeighbour && gap.length === 0) {
    const marker = region.findLastIndex((line) => isPresetMarker(line));
    return { at: offsets[marker + 1] ?? end, gap };
  }
  const blank = region.lastIndexOf('');
  const isHead = holder.length === 0 && blank === -1;
  return { at: isHead ? end : (offsets[blank + 1] ?? end), gap: withoutBlankStart(added) };
}

/** Without the comments that stand there already, paragraph by paragraph. */
function withoutKnown(gap: readonly string[], region: readonly string[]): readonly string[] {
  const known = new Set(region);
  const added: string[] = [];
  for (let from = 0; from <= gap.length;) {
    const blank = gap.indexOf('', from);
    const to = blank === -1 ? gap.length : blank;
    const comments = gap.slice(from, to);
    const isNew = comments.length === 0 || comments.some((line) => !known.has(line));
    if (isNew) {
      for (const line of gap.slice(from, to + 1)) added.push(line);
    }
    from = to + 1;
  }
  return added;
}

/**
 * Behind the blank lines and comments of `gap` where they stand between `start` and `end` already, or at
 * least the last of its comments. Null where they don't.
 */
export function placeOfGap(
  lines: string,
  start: number,
  end: number,
  gap: readonly string[],
  isNeighbour: boolean,
): number | null {
  // Blank lines are no sign of its place, unless it comes from behind the same neighbour.
  if (!isNeighbour && gap.every((line) => line === '')) return null;
  const { offsets, region } = readRegion(lines, start, end);
  const marker = region.findLastIndex((line) => isPresetMarker(line));
  if (gap.length > 0 && startsWith(region.slice(marker + 1), gap)) {
    return offsets[marker + 1 + gap.length] ?? end;
  }
  const lead = leadOf(gap);
  if (lead.length === 0) return null;
  const found = region.findIndex((_, index) => startsWith(region.slice(index), lead));
  return found === -1 ? null : (offsets[found + lead.length] ?? end);
}

export function withoutBlankStart(lines: readonly string[]): readonly string[] {
  const index = lines.findIndex((line) => line !== '');
  return index === -1 ? [] : lines.slice(index);
}

function readRegion(
  lines: string,
  start: number,
  end: number,
): { readonly offsets: readonly number[]; readonly region: readonly string[] } {
  const offsets: number[] = [];
  for (let at = start; at < end; at = nextLine(lines, at)) offsets.push(at);
  const region = offsets.map((at) => lines.slice(at, nextLine(lines, at)).trim());
  return { offsets, region };
}

function startsWith(lines: readonly string[], part: readonly string[]): boolean {
  return part.length <= lines.length && part.every((line, index) => lines[index] === line);
}
