import type { TextRange } from '../../model/textDiagnostic';
import { changeBetween, lineBreakOf, withoutCrlf } from './lineEnds';

/** Where the places of a text are in the document of an editor, which may have gone on since. */
export interface TextPlaces {
  /** Where a place is now; null where it was deleted. Places outside of the text are moved into it. */
  readonly find: (range: TextRange) => TextRange | null;
  /** Where a place is now, if nothing was changed in it or beside it. */
  readonly findUntouched: (range: TextRange) => TextRange | null;
}

/**
 * @param text what the places count in, with the line ends it has
 * @param doc the text of the document, with `\n` between its lines
 */
export function createTextPlaces(text: string, doc: string): TextPlaces {
  const lineBreak = lineBreakOf(text);
  const before = withoutCrlf(text, lineBreak);
  const toDocument = lineBreak === '\n' ? (offset: number) => offset : countedWithoutCr(text);
  const change = changeBetween(before, doc);
  const grown = change === null ? 0 : change.toInserted - change.to;

  const counted = ({ from, to }: TextRange): TextRange => {
    const start = clamp(toDocument(from), 0, before.length);
    return { from: start, to: clamp(toDocument(to), start, before.length) };
  };
  return {
    find: (range) => {
      const { from, to } = counted(range);
      if (change === null) return { from, to };
      const isInside = from >= change.from && to <= change.to && from < to;
      if (isInside) return null;
      // What is inserted at its edges does not become part of a place.
      const start = from < change.from ? from : Math.max(from, change.to) + grown;
      const end = to <= change.from ? to : Math.max(to, change.to) + grown;
      return { from: Math.min(start, end), to: end };
    },
    findUntouched: (range) => {
      const { from, to } = counted(range);
      if (change === null || to < change.from) return { from, to };
      return from > change.to ? { from: from + grown, to: to + grown } : null;
    },
  };
}

/** Offsets in a text of `\r\n` as they are once `\r` is left out. */
function countedWithoutCr(text: string): (offset: number) => number {
  const returns: number[] = [];
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2))
    returns.push(at);
  return (offset) => {
    let low = 0;
    let high = returns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((returns[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
