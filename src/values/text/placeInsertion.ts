import { nextLine, startOfLine, type Entry } from './entries';
import { floorOf, leadOf, trimmedLines } from './fragments';
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
  { after, gap }: Insertion,
  from: number | undefined,
): Place {
  const { lines } = source;
  const before = entries[after];
  const next = entries[after + 1];
  const start =
    from ??
    (before === undefined
      ? floorOf(source, [...holder, { collection, index: 0 }])
      : nextLine(lines, before.end));
  const end = next === undefined ? endOfRegion(lines, start, before) : startOfLine(lines, next.start);
  const offsets: number[] = [];
  for (let at = start; at < end; at = nextLine(lines, at)) offsets.push(at);
  const region = offsets.map((at) => lines.slice(at, nextLine(lines, at)).replace('\uFEFF', '').trim());
  const behind = (index: number) => offsets[index] ?? end;

  const kept = region.findIndex((line) => !isPresetMarker(line));
  const skipped = from === undefined && kept > 0 ? kept : 0;
  if (gap.length > 0 && startsWith(region.slice(skipped), gap)) {
    return { at: behind(skipped + gap.length), gap: [] };
  }
  const lead = leadOf(gap);
  if (lead.length > 0) {
    const found = region.findIndex((_, index) => startsWith(region.slice(index), lead));
    if (found !== -1) return { at: behind(found + lead.length), gap: [] };
  }
  const shown = before === undefined && from === undefined ? gap.slice(firstText(gap)) : gap;
  if (before !== undefined || from !== undefined) return { at: start, gap: shown };
  // Before the first entry, above the comments that belong to it; but never above the head of the text.
  const blank = region.lastIndexOf('');
  const isHead = holder.length === 0 && blank === -1;
  return { at: isHead ? end : behind(blank + 1), gap: shown };
}

/** The comments and blank lines below the last entry that are no further out than it. */
function endOfRegion(lines: string, start: number, before: Entry | undefined): number {
  let end = start;
  for (let at = start; at < lines.length; at = nextLine(lines, at)) {
    const line = lines.slice(at, nextLine(lines, at)).trimEnd();
    const text = line.trimStart();
    if (text !== '') {
      if (!text.startsWith('#') || line.length - text.length < (before?.column ?? 0)) break;
    }
    end = nextLine(lines, at);
  }
  return end;
}

function startsWith(lines: readonly string[], part: readonly string[]): boolean {
  return part.length <= lines.length && part.every((line, index) => lines[index] === line);
}

function firstText(lines: readonly string[]): number {
  const index = lines.findIndex((line) => line !== '');
  return index === -1 ? lines.length : index;
}
