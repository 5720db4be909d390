import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextPlaces } from '../../src/components/ManifestEditor/textPlaces';

/** A range around `part` in `text`. */
const rangeOf = (text: string, part: string) => {
  const from = text.indexOf(part);
  return { from, to: from + part.length };
};

describe('places of a text in the document of an editor', () => {
  it.each([
    ['LF', 'a: 1\nb: two\nc: 3\n'],
    ['CRLF', 'a: 1\r\nb: two\r\nc: 3\r\n'],
    ['a byte order mark', '\ufeffa: 1\nb: two\nc: 3\n'],
    ['a byte order mark and CRLF', '\ufeffa: 1\r\nb: two\r\nc: 3\r\n'],
    ['mixed line ends', 'a: 1\r\nb: two\nc: 3\n'],
  ])('are found in a text with %s', (_name, text) => {
    const doc = text.includes('b: two\r\n') ? text.replaceAll('\r\n', '\n') : text;
    const place = createTextPlaces(text, doc).find(rangeOf(text, 'two'));
    expect(place).toEqual(rangeOf(doc, 'two'));
  });

  const text = 'a: 1\nb: two\nc: 3\n';

  it('move with what was typed in front of them', () => {
    const doc = `# new\n${text}`;
    expect(createTextPlaces(text, doc).find(rangeOf(text, 'two'))).toEqual(rangeOf(doc, 'two'));
  });

  it('stay when something is typed behind them', () => {
    const doc = text.replace('c: 3', 'c: 34');
    expect(createTextPlaces(text, doc).find(rangeOf(text, 'two'))).toEqual(rangeOf(doc, 'two'));
  });

  it('grow with what is typed in them, not at their edges', () => {
    const inside = text.replace('two', 'txwo');
    expect(createTextPlaces(text, inside).find(rangeOf(text, 'two'))).toEqual(
      rangeOf(inside, 'txwo'),
    );
    const behind = text.replace('two', 'two-x');
    expect(createTextPlaces(text, behind).find(rangeOf(text, 'two'))).toEqual(
      rangeOf(behind, 'two'),
    );
  });

  it('are gone with what was deleted', () => {
    const doc = text.replace('b: two\n', '');
    expect(createTextPlaces(text, doc).find(rangeOf(text, 'two'))).toBeNull();
  });

  it('that were touched are no places for a repair', () => {
    const places = createTextPlaces(text, text.replace('two', 'txwo'));
    expect(places.findUntouched(rangeOf(text, 'two'))).toBeNull();
    expect(places.findUntouched(rangeOf(text, 'a: 1'))).toEqual({ from: 0, to: 4 });
    expect(places.findUntouched(rangeOf(text, '3'))).toEqual({ from: 16, to: 17 });
  });

  it('never leave the document, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n', '\r\n', '\ufeff') }),
        fc.string({ unit: fc.constantFrom('a', ':', ' ', '\n') }),
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: -5, max: 60 }),
        (before, doc, from, to) => {
          const places = createTextPlaces(before, doc);
          for (const place of [places.find({ from, to }), places.findUntouched({ from, to })]) {
            if (place === null) continue;
            expect(place.from).toBeGreaterThanOrEqual(0);
            expect(place.from).toBeLessThanOrEqual(place.to);
            expect(place.to).toBeLessThanOrEqual(doc.length);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
