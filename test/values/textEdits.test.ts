import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  applyOverrides,
  applyPreset,
  readFields,
  readPresetStates,
  restoreDefault,
  setField,
} from '../../src/values';
import { applyChanges } from '../../src/values/text/editText';
import { findNode, resolveDottedPath } from '../../src/values/text/findPath';
import { createTextPlan } from '../../src/values/text/textPlan';
import type { ValuesSource } from '../../src/values/text/valuesSource';
import { readSource } from './support/readSource';
import { deepMerge, valuesOf } from './support/expectedValues';

/*
 * Numbers in titles are those of the catalogue of edge cases of values:
 *  23 empty values            24 comments first      25 no line end, spaces at line ends
 *  26 CRLF, byte order mark, tabs                    27 several documents
 *  28 keys that stand twice   29 anchors             30, 31 kinds of scalars, words of YAML 1.1
 *  32 keys with dots          33 templates           34 blocks of text, flow collections, odd lists
 *  35 no `pack:`              36 is a rule of variables, checked by checkReferences
 */

type Path = readonly (string | number)[];

function read(text: string): ValuesSource {
  const source = readSource(text);
  if (source === null) throw new Error(`cannot be read: ${text}`);
  return source;
}

function merge(text: string, overrides: string): string {
  return applyOverrides({ text, overrides }).text;
}

function remove(text: string, ...paths: readonly Path[]): string {
  const plan = createTextPlan(read(text));
  for (const path of paths) plan.remove(path);
  return applyChanges(text, plan.changes());
}

function restore(text: string, base: string, ...path: Path): string {
  return restoreDefault({ text, base, path });
}

describe('values that are empty or only comments', () => {
  it.each([
    ['', 'a: 1\n'],
    ['# nothing but this\n', '# nothing but this\na: 1\n'],
    ['# no line end', '# no line end\na: 1'],
    ['\uFEFF# mark\r\n', '\uFEFF# mark\r\na: 1\r\n'],
    ['---\n# begun\n', '---\n# begun\na: 1\n'],
    ['{}\n', 'a: 1\n'],
    ['{} # none\n', 'a: 1 # none\n'],
  ])('23: merges into %j', (text, merged) => {
    expect(merge(text, 'a: 1\n')).toBe(merged);
    expect(restore(text, 'a: 1\n', 'a')).toBe(merged);
  });

  it('23: says nothing where nothing is left', () => {
    expect(remove('# head\na: 1\n', ['a'])).toBe('# head\n');
    expect(remove('a: 1', ['a'])).toBe('');
    expect(merge('a: 1\n', '# only a comment\n')).toBe('a: 1\n');
  });

  it('23: fills keys without a value, whatever comments are about', () => {
    expect(merge('a: # why\n  # was: 1\nb: 2\n', 'a:\n  c: 3\n')).toBe(
      'a: # why\n  # was: 1\n  c: 3\nb: 2\n',
    );
    expect(merge('a: {} # why\nb: 2\n', 'a:\n  c: 3\n')).toBe('a: # why\n  c: 3\nb: 2\n');
    expect(merge('a: null\nb: ~', 'a: { c: 3 }\nb:\n  d: 4\n')).toBe('a:\n  c: 3\nb:\n  d: 4');
    expect(merge('a:\nb: 2\n', 'a: 1\n')).toBe('a: 1\nb: 2\n');
  });

  it('35: needs no `pack:`, and keeps other keys', () => {
    expect(merge('options:\n  system.uri: "NA"\n', 'options:\n  x: 1\n')).toBe(
      'options:\n  system.uri: "NA"\n  x: 1\n',
    );
  });
});

describe('comments and the ends of lines', () => {
  it('24: leaves the head of the text first', () => {
    const text = '# spectrocloud.com/enabled-presets: A:b\n# head\n\npack:\n  a: 1\n';
    expect(restore(remove(text, ['pack']), text, 'pack')).toBe(text);
    expect(merge(text, '# spectrocloud.com/enabled-presets: C:d\npack:\n  a: 2\n')).toBe(
      text.replace('a: 1', 'a: 2'),
    );
  });

  it('25: adds no line end and keeps spaces at line ends', () => {
    expect(merge('a: 1\nb: 2  ', 'c: 3\na: 5\n')).toBe('a: 5\nb: 2  \nc: 3');
    expect(merge('a:   \n  b: 1\t', 'a:\n  c: 2')).toBe('a:   \n  b: 1\t\n  c: 2');
    expect(remove('a: 1\nb: 2', ['b'])).toBe('a: 1');
    expect(remove('a:\n  b: 2', ['a', 'b'])).toBe('a: {}');
    expect(remove('a: 1\nb: 2\nc: 3', ['b'], ['c'])).toBe('a: 1');
  });

  it('26: goes by the line ends of the text, and keeps the byte order mark', () => {
    const text = '\uFEFFa: 1\r\nb:\r\n  c: 2\r\n';
    expect(merge(text, 'b:\n  d:\n    - 1\n    - 2\n')).toBe(
      '\uFEFFa: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    - 1\r\n    - 2\r\n',
    );
    expect(merge('a:\n  b: 1\n', 'a:\r\n  c: |\r\n    x\r\n    y\r\n')).toBe(
      'a:\n  b: 1\n  c: |\n    x\n    y\n',
    );
    expect(remove(text, ['a'])).toBe('\uFEFFb:\r\n  c: 2\r\n');
    expect(restore('\uFEFFb: 1\r\n', '\uFEFFa: 1\nb: 1\n', 'a')).toBe('\uFEFFa: 1\r\nb: 1\r\n');
  });

  it('26: keeps tabs in comments and texts, and gives up where they indent', () => {
    const text = 'a: 1\t# tabbed\tcomment\nb: "x\ty"\n\t# odd\nc: 3\n';
    expect(merge(text, 'a: 2\nc: 4\n')).toBe(text.replace('a: 1', 'a: 2').replace('c: 3', 'c: 4'));
    const indented = 'a:\n\tb: 1\n';
    expect(merge(indented, 'a: 1\n')).toBe(indented);
  });

  it('takes the comment behind a value and deeper ones below along, and leaves those above', () => {
    const text = 'a:\n  # above\n  b: 1 # behind\n    # deeper\n  # next\n  c: 2\n';
    const shorter = 'a:\n  # above\n  # next\n  c: 2\n';
    expect(remove(text, ['a', 'b'])).toBe(shorter);
    expect(restore(shorter, text, 'a', 'b')).toBe(text);
  });

  it('takes comments above along that the defaults do not have', () => {
    const base = 'a:\n  # known\n  c: 2\n';
    const text = 'a:\n  # known\n  # mine\n  b: 1\n  c: 2\n';
    expect(restore(text, base, 'a', 'b')).toBe(base);
  });

  it('puts what is restored behind its neighbour, with the comments above it', () => {
    const base = 'x:\n  a: 1\n\n  # about b\n  b:\n    # inner\n    - 2 # two\n  c: 3\n';
    expect(restore('x:\n  a: 9\n  c: 9\n', base, 'x', 'b')).toBe(
      'x:\n  a: 9\n\n  # about b\n  b:\n    # inner\n    - 2 # two\n  c: 9\n',
    );
    expect(restore('x:\n    c: 9\n', base, 'x', 'b')).toBe(
      'x:\n    # about b\n    b:\n      # inner\n      - 2 # two\n    c: 9\n',
    );
    expect(restore('y: 1\n', base, 'x', 'b')).toContain('x:\n  # about b\n  b:\n');
    expect(restore('x:\n  b: [] # mine\n', base, 'x', 'b')).toBe(
      'x:\n  b:\n    # inner\n    - 2 # two\n',
    );
  });

  it('restores the whole text', () => {
    expect(restore('a: 2\n', '# all\na: 1\n')).toBe('# all\na: 1\n');
  });

  it('has the comments at the end of what was merged once', () => {
    const overrides = 'd: 1\ne: 2\n# end\n';
    const once = merge('e:\n', overrides);
    expect(once).toBe('e: 2\nd: 1\n# end\n');
    expect(merge(once, overrides)).toBe(once);
  });

  it.each([
    [
      'service:\n  port: 80\nsvc:\n  port: 81\n',
      'service:\n  port: 80\n',
      ['svc', 'port'],
      'service:\n  port: 80\n',
    ],
    ['a:\n  b:\n    c: 1\nx: 1\n', 'x: 1\n', ['a', 'b', 'c'], 'x: 1\n'],
    ['a:\n  b:\n    c: 1\n  d: 1\n', 'x: 1\n', ['a', 'b', 'c'], 'a:\n  d: 1\n'],
    ['a:\n  b:\n    c: 1\nx: 1\n', 'a: 4\nx: 1\n', ['a', 'b', 'c'], 'a: 4\nx: 1\n'],
    ['a: {b: {c: 1}}\nx: 1\n', 'a: 4\nx: 1\n', ['a', 'b', 'c'], 'a: 4\nx: 1\n'],
    ['a:\n  b: 1\nx: 1\n', 'a: {}\nx: 1\n', ['a', 'b'], 'a: {}\nx: 1\n'],
  ] as const)(
    'takes emptied maps that the defaults lack along: %j',
    (text, from, path, expected) => {
      expect(restore(text, from, ...path)).toBe(expected);
    },
  );

  it('keeps the comment behind a value that is merged over, unless the new one has its own', () => {
    expect(merge('a: 1 # old\nb: 1 # old\n', 'a: 2\nb: 2 # new\n')).toBe(
      'a: 2 # old\nb: 2 # new\n',
    );
    expect(merge('a: 1 # old\n', 'a:\n  - x\n')).toBe('a: # old\n  - x\n');
    expect(merge('a: 1 # old\n', 'a: |\n  text\n')).toBe('a: | # old\n  text\n');
    expect(merge('a:\n  b: 1\n', '# about\na:\n  # about b\n  b: 1\n  # end\n')).toBe(
      '# about\na:\n  # about b\n  b: 1\n  # end\n',
    );
  });
});

describe('texts that are not edited', () => {
  it.each([
    ['27: several documents', 'a: 1\n---\na: 2\n'],
    ['a syntax error', 'a: [1\nb: 2\n'],
    ['a list', '- a\n'],
    ['a scalar', 'just words\n'],
    ['aliases that never end', bomb()],
    ['what is nested too deep', '['.repeat(1000)],
  ])('%s', (_, text) => {
    expect(merge(text, 'a: 3\n')).toBe(text);
    expect(merge('a: 3\n', text)).toBe('a: 3\n');
    expect(restore(text, 'a: 1\n', 'a')).toBe(text);
    expect(setField({ text, path: ['a'], value: 1 }).text).toBe(text);
  });
});

describe('kinds of values', () => {
  it('28: edits the last of two keys of the same name, which counts', () => {
    expect(merge('a: 1\na: 2\n', 'a: 3\n')).toBe('a: 1\na: 3\n');
  });

  it('29: takes an alias for a value of its own and expands none', () => {
    const text = 'base: &x\n  a: 1\none: *x\ntwo:\n  <<: *x\n  b: 2\n';
    expect(merge(text, 'two:\n  b: 3\n')).toBe(text.replace('b: 2', 'b: 3'));
    expect(merge(text, 'one:\n  c: 1\n')).toBe(text.replace('one: *x', 'one:\n  c: 1'));
    expect(merge(text, 'base:\n  c: 1\n')).toBe(text.replace('  a: 1\n', '  a: 1\n  c: 1\n'));
    expect(restore(text, 'two:\n  b: 3\n', 'base')).toBe(text);
    expect(merge('a: 1\n', 'b: *unknown\n')).toBe('a: 1\n');
  });

  it('30, 31: leaves alone what means the same, and replaces what does not', () => {
    const same = 'a: "1.20"\nb: 0x10\nc: True\nd: ~\ne: \'x\'\nf: on\n';
    expect(merge(same, "a: '1.20'\nb: 16\nc: true\nd: null\ne: x\nf: on\n")).toBe(same);
    expect(merge(same, 'a: 1.20\nf: "on"\n')).toBe(
      same.replace('"1.20"', '1.20').replace('f: on', 'f: "on"'),
    );
  });

  it('32: finds keys with dots, the longest first, and makes none', () => {
    const { root } = read('a.b:\n  c: 1\na:\n  b.c: 2\n  b:\n    c: 3\n    d: 4\n');
    expect(resolveDottedPath(root, 'a.b.c')).toEqual([['a.b', 'c']]);
    expect(resolveDottedPath(root, 'a.b.d')).toEqual([['a', 'b', 'd']]);
    expect(resolveDottedPath(root, 'a.x')).toEqual([]);
    const list = read('n:\n- kubernetes.io/os: linux\n- b: 1\n- kubernetes.io/os: x\n').root;
    expect(resolveDottedPath(list, 'n.$[].kubernetes.io/os')).toEqual([
      ['n', 0, 'kubernetes.io/os'],
      ['n', 2, 'kubernetes.io/os'],
    ]);
    expect(resolveDottedPath(list, 'n.$[]')).toHaveLength(3);
  });

  it('32: looks into each place once, however many ways lead there', () => {
    let text = '';
    for (let depth = 0; depth < 60; depth += 1) {
      text += `${' '.repeat(depth)}a:${depth === 59 ? ' 1' : ''}\n`;
    }
    const keys = Array.from({ length: 20 }, (_, index) => 'a.'.repeat(index + 1) + 'a');
    const hostile = `${text}${keys.map((key) => `${key}: {}\n`).join('')}`;
    expect(resolveDottedPath(read(hostile).root, 'a.'.repeat(80) + 'b')).toEqual([]);
  });

  it('33: leaves templates as they are', () => {
    const text = 'a: {{ .Values.x }}\nb: "{{.spectro.var.y}}"\nc: 1\n';
    expect(merge(text, 'c: 2\n')).toBe(text.replace('c: 1', 'c: 2'));
    expect(restore(text, 'a: plain\n', 'a')).toBe(text.replace('{{ .Values.x }}', 'plain'));
    expect(restore('a: plain\n', text, 'a')).toBe('a: {{ .Values.x }}\n');
    expect(merge('a: 1\n', 'b: {{ .Values.x }}\n')).toBe('a: 1\nb: {{ .Values.x }}\n');
  });
});

describe('34: blocks of text, flow collections and lists', () => {
  const block =
    'a:\n  pem: |\n    -----BEGIN-----\n    # no comment\n\n      deeper: x\n    key: {\n  b: 1\n';

  it('moves a block of text as it is', () => {
    const merged = merge('x:\n    a:\n        y: 1\n', `x:\n${block.replace(/^(?=.)/gm, '  ')}`);
    const values = parse(merged) as { x: unknown };
    expect(values.x).toEqual({ a: { y: 1, ...(parse(block) as { a: object }).a } });
    expect(remove(block, ['a', 'b'])).toBe(block.replace('  b: 1\n', ''));
    expect(remove(block, ['a', 'pem'])).toBe('a:\n  b: 1\n');
  });

  it.each(['|', '|-', '|+', '>', '>-', '>+', '|2', '|2-'])('keeps what %s says', (header) => {
    const text = `a: ${header}\n  one\n   two\n\n  three\n\n\nb: 2\n`;
    const values = parse(text) as Record<string, unknown>;
    const merged = merge('x: 1\n', text);
    expect(parse(merged)).toEqual({ x: 1, ...values });
    expect(parse(remove(text, ['b']))).toEqual({ a: values.a });
    expect(parse(merge(text, 'c: 3\n'))).toEqual({ ...values, c: 3 });
    expect(restore(remove(text, ['a']), text, 'a').trim()).toContain(`a: ${header}\n  one\n   two`);
  });

  it.each<[string, string, string]>([
    ['a: {b: 1, c: 2}\n', 'a:\n  b: 3\n', 'a: {b: 3, c: 2}\n'],
    ['a: {b: 1}\n', 'a:\n  c: [x, "y, z"]\n', 'a: {b: 1, c: [x, "y, z"]}\n'],
    ['a: {b: 1}\n', 'a:\n  c:\n    d:\n    - 1\n', 'a: {b: 1, c: { d: [1] }}\n'],
    ['a: {b: {}, c}\n', 'a:\n  b:\n    d: 1\n', 'a: {b: { d: 1 }, c}\n'],
    ['a: {b: {}, c}\n', 'a:\n  c:\n    d: "x"\n', 'a: {b: {}, c: { d: "x" }}\n'],
    ['a: {\n  b: 1, # one\n  c: 2\n}\n', 'a:\n  c: 3\n', 'a: {\n  b: 1, # one\n  c: 3\n}\n'],
    ['a: [1, 2]\n', 'a: [3]\n', 'a: [3]\n'],
    ['a: [1, 2] # two\n', 'a:\n  - 3\n', 'a: # two\n  - 3\n'],
    ['{a: 1}\n', 'b: 2\n', '{a: 1, b: 2}\n'],
    ['a: {b: 1, }\n', 'a: {c: 2}\n', 'a: {b: 1, c: 2, }\n'],
    ['a: {\n  b: 1 # one\n}\n', 'a: {c: 2}\n', 'a: {\n  b: 1, # one\n  c: 2\n}\n'],
    [
      'a: {\n  b: 1, # one\n  # end\n}\n',
      'a: {c: 2, d: 3}\n',
      'a: {\n  b: 1, # one\n  c: 2,\n  d: 3,\n  # end\n}\n',
    ],
    ['a: {\r\n  b: 1\r\n  }\r\n', 'a: {c: 2}\n', 'a: {\r\n  b: 1,\r\n  c: 2\r\n  }\r\n'],
    ['a: { b: 1,\n  c: 2 }\n', 'a: {d: 3}\n', 'a: { b: 1,\n  c: 2, d: 3 }\n'],
    ['a: 1\n', '{b: {c: 1}, "d": 2}\n', 'a: 1\nb: {c: 1}\n"d": 2\n'],
  ])('merges into %j %j', (text, overrides, merged) => {
    expect(merge(text, overrides)).toBe(merged);
    expect(merge(merged, overrides)).toBe(merged);
  });

  it.each<[string, readonly Path[], string]>([
    ['a: {b: 1, c: 2, d: 3}\n', [['a', 'b']], 'a: {c: 2, d: 3}\n'],
    ['a: {b: 1, c: 2, d: 3}\n', [['a', 'd']], 'a: {b: 1, c: 2}\n'],
    [
      'a: {b: 1, c: 2, d: 3}\n',
      [
        ['a', 'b'],
        ['a', 'd'],
      ],
      'a: {c: 2}\n',
    ],
    ['a: { b: 1, }\n', [['a', 'b']], 'a: {}\n'],
    ['a: { b: 1, c: 2, }\n', [['a', 'c']], 'a: { b: 1, }\n'],
    [
      'a: {\n  b: 1, # one\n  # about c\n  c: 2 # two\n}\n',
      [['a', 'b']],
      'a: {\n  # about c\n  c: 2 # two\n}\n',
    ],
    [
      'a: {\n  b: 1, # one\n  # about c\n  c: 2 # two\n}\n',
      [['a', 'c']],
      'a: {\n  b: 1 # one\n  # about c\n}\n',
    ],
    ['a: {\n  b: 1, # one\n  c: 2,\n}\n', [['a', 'c']], 'a: {\n  b: 1, # one\n}\n'],
    ['a: { b: 1, # one\n  c: 2 }\n', [['a', 'b']], 'a: {  # one\n  c: 2 }\n'],
    ['a: { b: 1, # one\n  c: 2 }\n', [['a', 'c']], 'a: { b: 1 # one\n   }\n'],
    ['a: {\n  # about b\n  b: 1 # one\n}\n', [['a', 'b']], 'a: {\n  # about b\n}\n'],
    ['a: [\n  x, # one\n  # about y\n  y\n]\n', [['a', 0]], 'a: [\n  # about y\n  y\n]\n'],
    ['a: [x\n  , y]\n', [['a', 0]], 'a: [y]\n'],
    ['a: [x, y, z]\n', [['a', 1]], 'a: [x, z]\n'],
    ['a: [x]\n', [['a', 0]], 'a: []\n'],
    ['a:\n- x\n- y # why\n# c\n- z\n', [['a', 1]], 'a:\n- x\n# c\n- z\n'],
    ['a:\n- x\n', [['a', 0]], 'a: []\n'],
    ['a:\n  - b: 1\n    c: 2\n', [['a', 0, 'b']], 'a:\n  - c: 2\n'],
    [
      'a:\n  - b: 1\n    # about c\n    c: 2\n',
      [['a', 0, 'b']],
      'a:\n  -\n    # about c\n    c: 2\n',
    ],
    ['a:\n  - b: 1\n', [['a', 0, 'b']], 'a:\n  - {}\n'],
    ['a:\n  - - 1\n    - 2\n', [['a', 0, 0]], 'a:\n  - - 2\n'],
    ['"a b":\n  ? key\n  : value\n  c: 1\n', [['a b', 'key']], '"a b":\n  c: 1\n'],
  ])('takes from %j %j', (text, paths, shorter) => {
    const result = remove(text, ...paths);
    expect(result).toBe(shorter);
    expect(readSource(result)).not.toBeNull();
  });

  it('keeps commas and comments of any flow map right', () => {
    const entry = fc.record({
      above: fc.boolean(),
      isOnItsLine: fc.boolean(),
      comment: fc.boolean(),
      becomes: fc.constantFrom('kept', 'removed', 'set'),
    });
    const flowMap = fc.record({
      entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
      isTrailed: fc.boolean(),
      added: fc.integer({ min: 0, max: 2 }),
      isBroken: fc.boolean(),
    });
    fc.assert(
      fc.property(flowMap, ({ entries, isTrailed, added, isBroken }) => {
        const isEnded = isBroken || entries.at(-1)?.comment === true;
        const written = entries.map(({ above, isOnItsLine, comment }, index) => {
          const start = above
            ? `\n  # above-${index}\n  `
            : isOnItsLine || entries[index - 1]?.comment === true
              ? '\n  '
              : ' ';
          const comma = index < entries.length - 1 || isTrailed ? ',' : '';
          return `${start}k${index}: ${index}${comma}${comment ? ` # behind-${index}` : ''}`;
        });
        const text = `a: {${written.join('')}${isEnded ? '\n}' : ' }'}\nz: 1\n`;
        const expected: Record<string, unknown> = {};
        const sets: Record<string, unknown> = {};
        entries.forEach(({ becomes }, index) => {
          if (becomes !== 'removed') expected[`k${index}`] = becomes === 'set' ? 'new' : index;
          if (becomes === 'set') sets[`k${index}`] = 'new';
        });
        for (let index = 0; index < added; index += 1) sets[`n${index}`] = index;
        const gone = entries.flatMap(({ becomes }, index): Path[] =>
          becomes === 'removed' ? [['a', `k${index}`]] : [],
        );
        const plan = createTextPlan(read(text));
        plan.merge(read(stringify({ a: sets })));
        for (const path of gone) plan.remove(path);
        const result = applyChanges(text, plan.changes());
        expect(parse(result)).toEqual({ a: { ...expected, ...sets }, z: 1 });
        entries.forEach(({ above, comment, becomes }, index) => {
          if (above) expect(result).toContain(`# above-${index}\n`);
          if (comment && becomes !== 'removed') expect(result).toContain(` # behind-${index}\n`);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('merges and restores through lists that are not indented', () => {
    const text = 'a:\n- x: 1\n  y: 2\n- z: 3\nb: 1\n';
    expect(merge(text, 'a:\n- n: 1\n')).toBe('a:\n- n: 1\nb: 1\n');
    expect(restore('a:\n- y: 2\n- z: 3\nb: 1\n', text, 'a', 0, 'x')).toBe(text);
    expect(restore('a:\n- x: 1\n  y: 2\nb: 1\n', text, 'a', 1)).toBe(text);
    expect(restore('a: []\nb: 1\n', text, 'a', 0)).toBe('a:\n- x: 1\n  y: 2\nb: 1\n');
    expect(restore('a:\n- x: 5\n  y: 2\n- z: 3\nb: 1\n', text, 'a', 0, 'x')).toBe(text);
  });
});

describe('plans', () => {
  it('makes many edits at once', () => {
    const text = 'a:\n  b: 1\n  c: 2\n\nd: {e: 1, f: 2}\ng:\n  - 1\n';
    const from = read(
      'a:\n  # new\n  n: 3\n  c: 4 # four\nd:\n  f: 5\nh:\n  i:\n    j: 1\n    k: 2\n',
    );
    const plan = createTextPlan(read(text));
    expect(plan.remove(['a', 'b'])).toBe(true);
    expect(plan.remove(['none'])).toBe(false);
    for (const path of [
      ['a', 'n'],
      ['a', 'c'],
      ['d', 'f'],
      ['h', 'i', 'j'],
      ['h', 'i', 'k'],
    ]) {
      expect(plan.copy(path, from)).toBe(true);
    }
    expect(plan.copy(['none'], from)).toBe(false);
    const changes = plan.changes();
    expect(applyChanges(text, changes)).toBe(
      'a:\n  # new\n  n: 3\n  c: 4 # four\n\nd: {e: 1, f: 5}\nh:\n  i:\n    j: 1\n    k: 2\ng:\n  - 1\n',
    );
    expect([...changes].sort((a, b) => a.from - b.from)).toEqual(changes);
  });

  it('keeps its paths apart from prototypes', () => {
    const { root } = read('a: 1\n');
    for (const path of [['__proto__'], ['constructor'], ['a', 'toString']]) {
      expect(findNode(root, path)).toBeNull();
    }
    expect(merge('a: 1\n', '__proto__:\n  polluted: true\n')).toBe(
      'a: 1\n__proto__:\n  polluted: true\n',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b: ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '|',
      '>',
      '#',
      ' # c',
    ],
    ...[': ', ',', '&x ', '*x', '!!str ', '? ', '---\n', '\r\n', '\t', '{{ .x }}', '1', '~'],
    ...[
      '# spectrocloud.com/enabled-presets: G:p\n',
      '<<: ',
      '__proto__: ',
      '  c: 1\n',
      '%YAML 1.2\n',
    ],
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('is taken without throwing; what is merged in is there, or nothing is changed', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const merged = merge(text, other);
        if (merged !== text) expect(readSource(merged)).not.toBeNull();
        expect(merge(merged, other)).toBe(merged);
        const restored = restore(text, other, 'a');
        if (restored !== text) expect(readSource(restored)).not.toBeNull();
        const set = setField({ text, path: ['b'], value: 'new: "value"' }).text;
        if (set !== text) expect(readSource(set)).not.toBeNull();
        const schema = [{ path: 'a.b', schema: '{{ format "${string}" }}' }];
        for (const field of readFields({ text, schema })) {
          expect(field.to).toBeGreaterThanOrEqual(field.from);
        }
        const presets = [
          { group: 'G', name: 'p', displayName: 'p', remove: ['a', 'b.c'], add: other },
        ];
        const result = applyPreset({
          text,
          base: text,
          presets,
          preset: { group: 'G', name: 'p' },
        });
        if (result.problem !== null) expect(result.text).toBe(text);
        readPresetStates({ text, base: other, presets });
      }),
      { numRuns: 1500 },
    );
  });

  it('says what a deep merge says', () => {
    const key = fc.constantFrom('a', 'b', 'c.d', 'e f', '1.20', 'on');
    const scalar = fc.constantFrom<unknown>(
      ...['x', 'two\nlines\n', 'on', '1.20', '', ' x', 'a: b', '#', '{{ .x }}', '- y', 'x\n\n'],
      ...[1, 0.5, true, null, [], {}],
    );
    const { tree } = fc.letrec<{ tree: unknown; map: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        scalar,
        fc.array(tie('tree'), { maxLength: 3 }),
        tie('map'),
      ),
      map: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    }));
    const map = fc.dictionary(key, tree, { maxKeys: 4, noNullPrototype: true });
    const style = fc.record({
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      collectionStyle: fc.constantFrom<'any' | 'flow'>('any', 'flow'),
      isEnded: fc.boolean(),
    });
    type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;
    const write = (values: unknown, { lineEnd, isEnded, ...options }: Style) => {
      const text = stringify(values, options).replaceAll('\n', lineEnd);
      return isEnded || text.endsWith(`${lineEnd}${lineEnd}`) ? text : text.trimEnd();
    };
    fc.assert(
      fc.property(map, map, style, style, (values, given, one, other) => {
        // What is the same object twice would be written as an alias.
        const overrides = JSON.parse(JSON.stringify(given)) as typeof given;
        const text = write(JSON.parse(JSON.stringify(values)), one);
        const merged = merge(text, write(overrides, other));
        expect(valuesOf(merged)).toEqual(deepMerge(valuesOf(text), overrides));
        for (const path of Object.keys(values)) {
          const restored = restore(merged, text, path);
          expect(valuesOf(restored)[path]).toEqual(valuesOf(text)[path]);
        }
      }),
      { numRuns: 700 },
    );
  });
});

function bomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let index = 1; index < 12; index += 1) {
    const [name, before] = [String.fromCharCode(97 + index), String.fromCharCode(96 + index)];
    lines.push(`${name}: &${name} [${Array<string>(9).fill(`*${before}`).join(', ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
