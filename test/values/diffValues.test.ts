import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyOverrides } from '../../src/values/applyOverrides';
import { diffValues } from '../../src/values/diffValues';
import { valuesTexts } from './support/valuesTexts';

function lines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

describe('diffValues', () => {
  it('says nothing where nothing differs but how it is written', () => {
    const base = 'a: "x"\nb: {c: 1}\n# end\nd:\n';
    for (const current of [
      base,
      `\uFEFF${base.replaceAll('\n', '\r\n')}`,
      "# mine\na: 'x' # why\nb:\n    c: 1\nd: ~",
    ]) {
      expect(diffValues(base, current)).toEqual({
        text: '',
        removed: [],
        changes: [],
        isReadable: true,
      });
    }
  });

  it('nests what was added and changed only as deep as needed, with quotes and own comments', () => {
    const base =
      '# head\na:\n    # about b\n    b: 1 # old\n    c:\n        d: x\n        e: y\nz: 1\n';
    const current =
      '# head\na: # mine\n    # about b\n    # because\n    b: "2" # old\n    c:\n        d: x\n        e: |\n          long\n\n          text\n    new: [1]\nz: 1\n';
    const diff = diffValues(base, current);
    expect(lines(diff.text)).toEqual([
      'a: # mine',
      '  # because',
      '  b: "2" # old',
      '  c:',
      '    e: |',
      '      long',
      '',
      '      text',
      '  new: [1]',
    ]);
    expect(diff.removed).toEqual([]);
    expect(diff.changes).toEqual([
      { kind: 'changed', path: ['a', 'b'], line: 5 },
      { kind: 'changed', path: ['a', 'c', 'e'], line: 8 },
      { kind: 'added', path: ['a', 'new'], line: 12 },
    ]);
  });

  it('names what was removed', () => {
    const diff = diffValues('a:\n  b: 1\n  c: 1\nd: 1\n', 'x: 1\na:\n  b: 1\n');
    expect(diff).toMatchObject({
      text: 'x: 1\n# @removed a.c\n# @removed d\n',
      removed: [['a', 'c'], ['d']],
    });
    expect(diff.changes).toEqual([
      { kind: 'added', path: ['x'], line: 1 },
      { kind: 'removed', path: ['a', 'c'], line: 2 },
      { kind: 'removed', path: ['d'], line: 1 },
    ]);
    expect(diffValues('a:\n  b: 1\n', 'a: {}\n')).toMatchObject({
      text: '# @removed a.b\n',
      removed: [['a', 'b']],
    });
    // Notes of an earlier paste are none of this text's.
    expect(diffValues('a: 1\n', '# @removed b\na: 2\n').text).toBe('a: 2\n');
  });

  it('has lists as a whole', () => {
    const diff = diffValues(
      'a:\n  l:\n  - x: 1\n    y: 1\n  - z\n',
      'a:\n  l:\n  - x: 2 # two\n    y: 1\n  - z\n',
    );
    expect(diff).toMatchObject({
      text: 'a:\n  l:\n  - x: 2 # two\n    y: 1\n  - z\n',
      changes: [{ kind: 'changed', path: ['a', 'l'], line: 2 }],
    });
  });

  it('compares flow maps by their keys', () => {
    const diff = diffValues('a: { b: 1, c: { d: 1 }, e: 1 }\n', 'a: { b: 1, c: { d: 2 } }\n');
    expect(diff).toMatchObject({
      text: 'a:\n  c:\n    d: 2\n# @removed a.e\n',
      removed: [['a', 'e']],
      changes: [
        { kind: 'changed', line: 1 },
        { kind: 'removed', line: 1 },
      ],
    });
    const commented = diffValues('a: {\n  b: 1, # one\n  c: 1 }\n', 'a: {\n  b: 2 # two\n  }\n');
    expect(commented).toMatchObject({ removed: [['a', 'c']] });
    expect(parse(commented.text)).toEqual({ a: { b: 2 } });
  });

  it('writes numbers and words as they differ', () => {
    expect(diffValues('a: 1.20\nb: True\n', 'a: 1.2\nb: "True"\n').text).toBe(
      'a: 1.2\nb: "True"\n',
    );
  });

  it('replaces an alias by what it stands for', () => {
    const diff = diffValues('a: &x {b: 1}\nc: 1\n', 'a: &x {b: 1}\nc:\n  d: *x\n');
    expect(parse(diff.text)).toEqual({ c: { d: { b: 1 } } });
  });

  it('leaves the marker of presets out', () => {
    const marker = '# spectrocloud.com/enabled-presets: A:b\n';
    expect(diffValues('a: 1\n', `${marker}a: 2\n`).text).toBe('a: 2\n');
  });

  it('takes odd keys as keys', () => {
    const diff = diffValues('__proto__: 1\n', '__proto__: 2\nconstructor:\n  x: 1\n"a.b": 1\n');
    expect(lines(diff.text)).toEqual(['__proto__: 2', 'constructor:', '  x: 1', '"a.b": 1']);
  });

  it.each<[string, string]>([
    ['syntax', 'a: ['],
    ['a key that stands twice', 'a: 1\na: 2\n'],
    ['several documents', 'a: 1\n---\nb: 1\n'],
    ['an alias of nothing', 'a: *x\n'],
    ['no map', '- a\n'],
    ['deep nesting', '['.repeat(100_000)],
  ])('says that a text cannot be read: %s', (_, odd) => {
    const nothing = { text: '', removed: [], changes: [], isReadable: false };
    expect(diffValues('a: 1\n', odd)).toEqual(nothing);
    expect(diffValues(odd, 'a: 1\n')).toEqual(nothing);
  });

  it('gives YAML that makes one text of the other, for maps of any kind', () => {
    fc.assert(
      fc.property(valuesTexts, valuesTexts, (base, current) => {
        const { text: overrides, removed, isReadable } = diffValues(base, current);
        expect(isReadable).toBe(true);
        const applied = deepMerge(parse(base) ?? {}, parse(overrides) ?? {}) as Record<
          string,
          unknown
        >;
        for (const path of removed) {
          let parent: unknown = applied;
          for (const key of path.slice(0, -1)) if (isRecord(parent)) parent = parent[key];
          if (isRecord(parent)) Reflect.deleteProperty(parent, String(path.at(-1)));
        }
        expect(applied).toEqual(parse(current) ?? {});
        const { text } = applyOverrides({ text: base, overrides });
        expect(parse(text) ?? {}).toEqual(parse(current) ?? {});
      }),
      { numRuns: 1000 },
    );
  });
});

/** Maps merge, all else replaces. */
function deepMerge(base: unknown, overrides: unknown): unknown {
  if (!isRecord(base) || !isRecord(overrides)) return overrides;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) merged[key] = deepMerge(base[key], value);
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
