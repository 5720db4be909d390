import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSince } from '../../src/demo/definePack';
import { listUnder, nest, text } from '../../src/demo/text';

describe('text', () => {
  it('takes the indentation of the source away and indents pieces like their line', () => {
    const piece = 'a: 1\n\nb: 2';
    expect(text`
      root:
        ${piece}
      tail: true
    `).toBe('root:\n  a: 1\n\n  b: 2\ntail: true');
  });

  it('drops the line of an absent piece, and writes false within a line', () => {
    expect(text`
      a: ${false}
      ${false}
      ${undefined}
      b: ${0}
    `).toBe('a: false\nb: 0');
  });

  it('keeps any piece as it is, dollar signs and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '&', '`', 'x', '1') }), (piece) => {
        expect(text`
          key: <${piece}>
        `).toBe(`key: <${piece}>`);
      }),
    );
  });

  it('nests what YAML reads back the same', () => {
    const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer());
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 8 }), (map, spaces) => {
        const body = Object.entries(map).map(([key, number]) => `${key}: ${number}`);
        const whole = `root:\n${nest(body.join('\n'), spaces)}`;
        expect(parse(whole)).toEqual({ root: body.length === 0 ? null : { ...map } });
      }),
    );
  });

  it('writes lists, and empty ones as such', () => {
    expect(parse(listUnder('items', ['a', 'b: 1\nc: 2']))).toEqual({
      items: ['a', { b: 1, c: 2 }],
    });
    expect(listUnder('items', [])).toBe('items: []');
  });
});

describe('isSince', () => {
  it.each([
    ['3.30.2-rev2', '3.30', true],
    ['3.29.9', '3.30', false],
    ['v2.4.2', '2.4', true],
    ['24.04', '24.04', true],
    ['22.04', '24', false],
    ['1.34', '1.34.1', false],
  ])('%s since %s: %s', (version, bound, expected) => {
    expect(isSince(version, bound)).toBe(expected);
  });
});
