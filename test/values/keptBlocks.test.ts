import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyOverrides, mergeValues, restoreDefault, setField } from '../../src/values';

type Values = Record<string, unknown>;

/** A value behind its colon, for lines that begin with `indent`. */
const value = fc.oneof(
  fc
    .record({
      header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '|2+', '|2'),
      lines: fc.nat(2),
      blanks: fc.nat(2),
    })
    .map(
      ({ header, lines, blanks }) =>
        (indent: string) =>
          ` ${header}\n${`${indent}  line\n`.repeat(lines)}${'\n'.repeat(blanks)}`,
    ),
  fc.constantFrom(' 1\n', '\n').map((text) => () => text),
);

/** Blocks of text, whose blank lines may or may not be part of them, beside and within each other's maps. */
const blocks = fc
  .record({
    outer: fc.array(value, { minLength: 1, maxLength: 3 }),
    inner: fc.array(value, { maxLength: 3 }),
    between: fc.constantFrom('', '# note\n', '\n# note\n'),
    isEnded: fc.boolean(),
  })
  .map(({ outer, inner, between, isEnded }) => {
    const entries = outer.map((write, index) => `k${index}:${write('')}`);
    const map = inner.map((write, index) => `  n${index}:${write('  ')}`).join('');
    if (inner.length > 0) entries.splice(1, 0, `m:\n${map}`);
    const text = entries.join(between);
    return isEnded ? text : text.replace(/\n$/, '');
  });

const paths = [['k0'], ['k1'], ['k2'], ['m'], ['m', 'n0'], ['m', 'n1'], ['m', 'n2']] as const;

describe('blocks of text keep what they say, and the blank lines that belong to them', () => {
  it('when a key goes and comes back', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(...paths), (text, path) => {
        const values = read(text);
        fc.pre(has(values, path) && Object.keys(values).length > 1);
        const less = applyOverrides({ text, overrides: `# @removed ${path.join('.')}\n` }).text;
        expect(read(less)).toEqual(without(values, path));
        expect(read(restoreDefault({ text: less, base: text, path }))).toEqual(values);
      }),
      { numRuns: 1500 },
    );
  });

  it('when a key comes to them', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(['k9'], ['m', 'n9'], ['q', 'r']), (text, path) => {
        const values = read(text);
        const [first, second] = path;
        fc.pre(first !== 'm' || 'm' in values);
        const { text: more } = setField({ text, path, value: 'new' });
        const inner = {
          ...mapOf(values, first),
          ...(second === undefined ? {} : { [second]: 'new' }),
        };
        expect(read(more)).toEqual({ ...values, [first]: second === undefined ? 'new' : inner });
      }),
      { numRuns: 1000 },
    );
  });

  it('when a value becomes one of several lines', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b: c', '\n', ' ', '  ', '# d', '"', "'", '- ', '|'), {
        maxLength: 12,
      })
      .map((pieces) => pieces.join(''));
    const above = fc.constantFrom('', '  # below\n', '    # deeper\n', '     \n', '# out\n');
    const odd = fc
      .tuple(
        fc.constantFrom(' ""', '', " ''", ' # note', ' "" # note', ' "x"', ' |  # n\n  x'),
        above,
      )
      .map(([value, below]) => `k0:${value}\n${below}k1: 1\n`);
    fc.assert(
      fc.property(fc.oneof(blocks, odd), fc.constantFrom(...paths), lines, (text, path, value) => {
        const values = read(text);
        const [first, second] = path;
        fc.pre(has(values, path) && !(first === 'm' && second === undefined) && value !== '');
        const { text: changed } = setField({ text, path: [...path], value });
        const inner = second === undefined ? value : { ...mapOf(values, first), [second]: value };
        expect(read(changed)).toEqual({ ...values, [first]: inner });
        expect(setField({ text: changed, path: [...path], value }).text).toBe(changed);
      }),
      { numRuns: 3000 },
    );
  });

  it('when others are merged in', () => {
    fc.assert(
      fc.property(blocks, blocks, (text, overrides) => {
        const [values, others] = [read(text), read(overrides)];
        const merged = { ...values, ...others };
        if ('m' in values && 'm' in others) {
          merged.m = { ...mapOf(values, 'm'), ...mapOf(others, 'm') };
        }
        expect(read(applyOverrides({ text, overrides }).text)).toEqual(merged);
      }),
      { numRuns: 1500 },
    );
  });

  it('when edits that the new defaults have, too, are carried over', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.constantFrom(...paths), (base, theirs, path) => {
        const mine = restoreDefault({ text: base, base: theirs, path });
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        fc.pre(conflicts.length === 0 && has(read(theirs), path));
        expect(read(text)).toEqual(read(theirs));
      }),
      { numRuns: 1000 },
    );
  });
});

function read(text: string): Values {
  return (parse(text) ?? {}) as Values;
}

function mapOf(values: Values, key: string | undefined): Values {
  return { ...(values[key ?? ''] as Values | undefined) };
}

function has(values: Values, [first = '', ...rest]: readonly string[]): boolean {
  if (!(first in values)) return false;
  return rest.length === 0 || has(mapOf(values, first), rest);
}

function without(values: Values, [first = '', ...rest]: readonly string[]): Values {
  const { [first]: inner, ...others } = values;
  if (rest.length === 0) return others;
  return { ...values, [first]: without(inner as Values, rest) };
}
