import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChangedLines, lineCount } from '../../src/model/textChanges';

describe('countChangedLines', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', 0],
    ['a\nb\n', 'a\nc\n', 1],
    ['a\nb\n', 'a\nb\nc\n', 1],
    ['a\nb\nc\n', 'a\n', 2],
    ['a\n', 'b\nc\n', 2],
    // A backend may trim the end, and an editor may change line ends.
    ['a\nb\n', 'a\nb', 0],
    ['a\nb\n', 'a\r\nb\r\n', 0],
    ['', 'a\n', 1],
  ])('%j → %j: %i', (base, text, count) => {
    expect(countChangedLines(base, text)).toBe(count);
  });

  it('counts each inserted line once, wherever it stands', () => {
    const line = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(line), fc.nat(), (lines, at) => {
        const index = at % (lines.length + 1);
        const base = ['first', ...lines, 'last'].join('\n');
        const text = ['first', ...lines.toSpliced(index, 0, 'INSERTED'), 'last'].join('\n');
        expect(countChangedLines(base, text)).toBe(1);
      }),
    );
  });
});

describe('lineCount', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a\n\n', 2],
  ])('%j has %i', (text, count) => {
    expect(lineCount(text)).toBe(count);
  });
});
