import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  lineBreakOf,
  survivesTextArea,
  withLineBreak,
  withoutCrlf,
} from '../../src/components/ManifestEditor/lineEnds';

const piece = fc.constantFrom(
  'a',
  '  b: 1',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\ufeff',
  '\u0085',
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const lineText = fc.stringMatching(/^[ a-z:\t#-]{0,12}$/);
const crlfText = fc.array(lineText, { minLength: 2, maxLength: 12 }).map((l) => l.join('\r\n'));

/** What browsers do to the value of a text area. */
const throughTextArea = (text: string) => text.replace(/\r\n?/g, '\n');

describe('lineBreakOf', () => {
  it.each([
    ['', '\n'],
    ['a', '\n'],
    ['a\nb', '\n'],
    ['a\r\nb\r\n', '\r\n'],
    ['\r\n', '\r\n'],
    ['\r\n\r\n', '\r\n'],
    ['a\r\nb\n', '\n'],
    ['\na\r\n', '\n'],
    ['a\r\n\nb', '\n'],
    ['a\rb', '\n'],
    ['a\r\nb\r', '\n'],
    ['a\r\r\nb', '\n'],
  ])('%j is separated by %j', (text, lineBreak) => {
    expect(lineBreakOf(text)).toBe(lineBreak);
  });

  it('is \\r\\n for every text whose line ends are all of that kind', () => {
    fc.assert(
      fc.property(crlfText, (text) => {
        expect(lineBreakOf(text)).toBe('\r\n');
      }),
    );
  });

  it('splits and joins to the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lineBreak = lineBreakOf(text);
        expect(text.split(lineBreak).join(lineBreak)).toBe(text);
        expect(withLineBreak(withoutCrlf(text, lineBreak), lineBreak)).toBe(text);
      }),
    );
  });

  it('leaves no carriage return in the lines of a text it calls \\r\\n', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (lineBreakOf(text) === '\r\n') expect(withoutCrlf(text, '\r\n')).not.toMatch(/\r/);
      }),
    );
  });
});

describe('survivesTextArea', () => {
  it('is true for exactly the texts a text area gives back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const back = withLineBreak(throughTextArea(text), lineBreakOf(text));
        expect(survivesTextArea(text)).toBe(back === text);
      }),
    );
  });
});

describe('changeBetween', () => {
  it('turns one text into the other', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const change = changeBetween(before, after);
        if (change === null) {
          expect(before).toBe(after);
          return;
        }
        const { from, to, toInserted } = change;
        expect(from).toBeLessThanOrEqual(Math.min(to, toInserted));
        expect(before.slice(0, from) + after.slice(from, toInserted) + before.slice(to)).toBe(
          after,
        );
      }),
    );
  });

  it('leaves alone what both have in common at their ends', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (start, before, after, end) => {
        const change = changeBetween(start + before + end, start + after + end);
        if (change === null) return;
        expect(change.from).toBeGreaterThanOrEqual(start.length);
        expect(change.to - change.from).toBeLessThanOrEqual(before.length);
      }),
      { examples: [['a: 1\n', 'b: 2\n', 'b: 3\n', 'c: 4\n']] },
    );
  });
});

describe('what changed in a long text', () => {
  const long = Array.from({ length: 8_000 }, (_, line) => `key${line}: ${line}\r\n`).join('');

  it('is found wherever it is', () => {
    fc.assert(
      fc.property(
        fc.nat(long.length),
        fc.nat(40_000),
        fc.string({ maxLength: 20 }),
        (at, length, insert) => {
          const after = long.slice(0, at) + insert + long.slice(at + length);
          const change = changeBetween(long, after);
          if (change === null) {
            expect(after).toBe(long);
            return;
          }
          const { from, to, toInserted } = change;
          expect(long.slice(0, from) + after.slice(from, toInserted) + long.slice(to)).toBe(after);
          // As small as can be at both ends.
          expect(long[from] === after[from] && from < to && from < toInserted).toBe(false);
          expect(long[to - 1] === after[toInserted - 1] && from < to && from < toInserted).toBe(
            false,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['\r\n', long],
    ['\n', `${long}a\n`],
    ['\n', `${long}\r`],
    ['\n', `\n${long}`],
    ['\n', `a\rb${long}`],
    ['\n', 'a\r'],
    ['\n', ''],
  ])('has the line ends that all of it has: %j', (expected, text) => {
    expect(lineBreakOf(text)).toBe(expected);
  });
});
