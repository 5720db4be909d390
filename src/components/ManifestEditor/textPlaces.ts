import type { TextRange } from '../../model/textDiagnostic';
import { changeBetween, lineBreakOf, withLineBreak, type LineBreak } from './lineEnds';

/** Where the places of a text are in the document of an editor, which may have gone on since. */
export interface TextPlaces {
  /** Where a place is now; null where it was deleted. Places outside of the text are moved into it. */
  readonly find: (range: TextRange) => TextRange | null;
  /** Where a place is now, if nothing was changed in it or beside it. */
  readonly findUntouched: (range: TextRange) => TextRange | null;
}

/** The document of an editor, with `\n` between its lines. */
export interface PlacedDocument {
  /** Its text with other line ends; null where it is known to be the text that the places count in. */
  readonly read: (lineBreak: LineBreak) => string | null;
  /** An offset of the text with `\r\n` as one of the document. */
  readonly withoutReturns: (offset: number) => number;
}

/**
 * Nothing is compared before the first place is asked for: texts may be long.
 * @param text what the places count in, with the line ends it has
 */
export function createTextPlaces(text: string, document: string | PlacedDocument): TextPlaces {
  let compared: Comparison | null = null;
  const comparison = () =>
    (compared ??= compare(text, typeof document === 'string' ? placedString(document) : document));

  const counted = ({ from, to }: TextRange): TextRange => {
    const start = clamp(from, 0, text.length);
    return { from: start, to: clamp(to, start, text.length) };
  };
  return {
    find: (range) => {
      const { change, grown, toDocument } = comparison();
      const { from, to } = counted(range);
      if (change === null) return toDocument({ from, to });
      const isInside = from >= change.from && to <= change.to && from < to;
      if (isInside) return null;
      // What is inserted at its edges does not become part of a place.
      const start = from < change.from ? from : Math.max(from, change.to) + grown;
      const end = to <= change.from ? to : Math.max(to, change.to) + grown;
      return toDocument({ from: Math.min(start, end), to: end });
    },
    findUntouched: (range) => {
      const { change, grown, toDocument } = comparison();
      const { from, to } = counted(range);
      if (change === null || to < change.from) return toDocument({ from, to });
      return from > change.to ? toDocument({ from: from + grown, to: to + grown }) : null;
    },
  };
}

interface Comparison {
  readonly change: ReturnType<typeof changeBetween>;
  /** By how much the text is longer now. */
  readonly grown: number;
  readonly toDocument: (range: TextRange) => TextRange;
}

function compare(text: string, document: PlacedDocument): Comparison {
  const lineBreak = lineBreakOf(text);
  const now = document.read(lineBreak);
  const change = now === null ? null : changeBetween(text, now);
  return {
    change,
    grown: change === null ? 0 : change.toInserted - change.to,
    toDocument:
      lineBreak === '\n'
        ? (range) => range
        : ({ from, to }) => ({
            from: document.withoutReturns(from),
            to: document.withoutReturns(to),
          }),
  };
}

function placedString(document: string): PlacedDocument {
  let returns: readonly number[] | null = null;
  return {
    read: (lineBreak) => withLineBreak(document, lineBreak),
    withoutReturns: (offset) => {
      returns ??= returnsOf(withLineBreak(document, '\r\n'));
      return offset - countBelow(returns.length, (index) => (returns?.[index] ?? 0) < offset);
    },
  };
}

function returnsOf(text: string): readonly number[] {
  const returns: number[] = [];
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2))
    returns.push(at);
  return returns;
}

/** How many of the first ones fulfil a condition that later ones do not. */
export function countBelow(length: number, isBelow: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
