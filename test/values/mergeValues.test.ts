import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { mergeValues, mergeValuesSteps } from '../../src/values/mergeValues';
import { expectedMerge, isExpected, parseValues } from './support/expectedMerge';
import { listTexts, valuesTexts } from './support/valuesTexts';

/** Lines of three texts, `|` between them; each line ended. */
function merge(base: string[], mine: string[], theirs: string[]) {
  const [before, own, given] = [base, mine, theirs].map((lines) =>
    lines.map((line) => `${line}\n`).join(''),
  );
  const { text, conflicts, carried } = mergeValues({
    base: before ?? '',
    mine: own ?? '',
    theirs: given ?? '',
  });
  return {
    lines: text.replace(/\n$/, '').split('\n'),
    text,
    conflicts,
    carried: carried.map((path) => path.join('/')),
  };
}

describe('mergeValues', () => {
  it('gives the text of one side where the other side changed nothing', () => {
    const [base, other] = ['# a\r\na: 1', '\uFEFFa: [ 2 # x\n'];
    expect(mergeValues({ base, mine: base, theirs: other }).text).toBe(other);
    expect(mergeValues({ base, mine: other, theirs: base }).text).toBe(other);
    expect(mergeValues({ base, mine: other, theirs: other }).text).toBe(other);
  });

  it('says what the user changed where the new version changed nothing', () => {
    const base = 'a: 1\nb:\n  c: 2\n  d: 3\n';
    const result = mergeValues({ base, mine: 'a: 1\nb:\n  c: 5\ne: 6\n', theirs: base });
    expect(result.carried).toEqual([['b', 'c'], ['b', 'd'], ['e']]);
    expect(result.conflicts).toEqual([]);
  });

  it('carries changed, added and removed values with the comments of the new version', () => {
    const result = merge(
      [
        '# old',
        'image:',
        '  # tag of the image',
        '  tag: "1.0"',
        'replicas: 1',
        'gone: 1',
        'last: 1',
      ],
      [
        '# old',
        'image:',
        '  # tag of the image',
        '  tag: "1.0"',
        'replicas: 3',
        'own: yes',
        'last: 1',
      ],
      [
        '# new',
        'image:',
        '  # its tag',
        '  tag: "2.0"',
        '# how many',
        'replicas: 1',
        'gone: 1',
        'last: 1',
      ],
    );
    expect(result.lines).toEqual([
      '# new',
      'image:',
      '  # its tag',
      '  tag: "2.0"',
      '# how many',
      'replicas: 3',
      'own: yes',
      'last: 1',
    ]);
    expect(result.conflicts).toEqual([]);
    expect(new Set(result.carried)).toEqual(new Set(['replicas', 'own', 'gone']));
  });

  it('takes what both sides changed alike without a word', () => {
    const result = merge(['a: 1', 'b: 1'], ['a: 2', 'b: 1'], ['a: "2" ', 'b: 3']);
    expect(result.conflicts.map(({ path }) => path)).toEqual([['a']]);
    const same = merge(['a: x', 'b: 1'], ['a: y', 'b: 1'], ["a: 'y'", 'b: 3']);
    expect(same).toMatchObject({ lines: ["a: 'y'", 'b: 3'], conflicts: [], carried: [] });
  });

  it.each([
    ['a: {b: 1, c: 1}', 'a: {b: 2, c: 1}', 'a: {b: 1, c: 3} # new', 'a: {b: 2, c: 3} # new'],
    ['a: {b: 1, c: 1}', 'a: {c: 1, n: 2}', 'a: {b: 1, c: 3}', 'a: {c: 3, n: 2}'],
    [
      'a:\n  x: { b: 1, c: { d: 1, e: 1 } }',
      'a:\n  x: { b: 1, c: { d: 2, e: 1 } }',
      'a:\n    x: { b: 1, c: { d: 1, e: 5 } }',
      'a:\n    x: { b: 1, c: { d: 2, e: 5 } }',
    ],
  ])('leaves a flow map one where both sides changed it: %j', (base, mine, theirs, merged) => {
    const result = mergeValues({ base, mine, theirs });
    expect(result).toMatchObject({ text: merged, conflicts: [] });
    expect(result.carried.length).toBeGreaterThan(0);
  });

  it('writes a flow map out where both sides changed one of its values', () => {
    const result = merge(['a: {b: 1, c: 1}'], ['a: {b: 2, c: 1}'], ['a: {b: 3, c: 3}']);
    expect(result.lines).toEqual(['a:', '  b: 2', '  c: 3']);
    expect(result.conflicts).toMatchObject([{ path: ['a', 'b'], line: 2 }]);
  });

  describe('conflicts', () => {
    it('has the value of the user where both sides changed one, and tells all three', () => {
      const result = merge(
        ['a:', '  b: 1 # one', '  c: 1'],
        ['a:', '  b: 2 # two', '  c: 1'],
        ['a:', '  new: 0', '  b: 3 # three', '  c: 2'],
      );
      expect(result.lines).toEqual(['a:', '  new: 0', '  b: 2 # three # two', '  c: 2']);
      expect(result.conflicts).toEqual([
        { kind: 'both-changed', path: ['a', 'b'], base: '1', mine: '2', theirs: '3', line: 3 },
      ]);
    });

    it('puts back what the user edited and the new version dropped, and no more', () => {
      const result = merge(
        ['a:', '  # about x', '  x: 1', '  y: 1', 'z: 1'],
        ['a:', '  # about x', '  x: 2', '  y: 1', '  own: 3', 'z: 1'],
        ['z: 2'],
      );
      expect(result.lines).toEqual(['a:', '  # about x', '  x: 2', '  own: 3', 'z: 2']);
      expect(result.conflicts).toEqual([
        { kind: 'removed-in-new', path: ['a', 'x'], base: '1', mine: '2', theirs: null, line: 3 },
        {
          kind: 'removed-in-new',
          path: ['a', 'own'],
          base: null,
          mine: '3',
          theirs: null,
          line: 4,
        },
      ]);
    });

    it('leaves away what the user removed and the new version changed', () => {
      const result = merge(
        ['a: 1', 'b:', '  c: 1', 'd: 1'],
        ['a: 1', 'd: 1'],
        ['a: 2', 'b:', '  c: 2', 'd: 1'],
      );
      expect(result.lines).toEqual(['a: 2', 'd: 1']);
      expect(result.conflicts).toEqual([
        { kind: 'removed-by-user', path: ['b'], base: 'c: 1', mine: null, theirs: 'c: 2', line: 2 },
      ]);
    });

    it('is one where a map became something else', () => {
      const result = merge(['a:', '  b: 1'], ['a: off'], ['a:', '  b: 2', 'x: 1']);
      expect(result.lines).toEqual(['a: off', 'x: 1']);
      expect(result.conflicts).toMatchObject([
        { kind: 'both-changed', path: ['a'], base: 'b: 1', mine: 'off' },
      ]);
    });

    it('is one where both sides added a key with another value, not where they added maps that fit', () => {
      const result = merge(
        ['z: 1'],
        ['a: 1', 'm:', '  x: 1', 'z: 1'],
        ['a: 2', 'm:', '    y: 2', 'z: 1'],
      );
      expect(result.lines).toEqual(['a: 1', 'm:', '    y: 2', '    x: 1', 'z: 1']);
      expect(result.conflicts).toMatchObject([{ path: ['a'], base: null, mine: '1', theirs: '2' }]);
    });
  });

  describe('comments', () => {
    it('keeps those that the user typed, above and behind', () => {
      const result = merge(
        ['a: 1', '', '# about b', 'b: 1', 'c: 1'],
        ['a: 1 # mine', '', '# typed', '# about b', 'b: 1', 'c: 1', '# the end'],
        ['a: 1', '', '# more about b', 'b: 2', 'c: 1'],
      );
      expect(result.lines).toEqual([
        'a: 1 # mine',
        '',
        '# typed',
        '# more about b',
        'b: 2',
        'c: 1',
        '# the end',
      ]);
      expect(result.conflicts).toEqual([]);
    });

    it('keeps both where both sides rewrote one', () => {
      const result = merge(['# old', 'a: 1'], ['# mine', 'a: 1'], ['# theirs', 'a: 2']);
      expect(result.lines).toEqual(['# theirs', '# mine', 'a: 2']);
    });

    it('lets a setting be commented in and out', () => {
      const base = ['a:', '  # x: 1', '  # y: 2', 'b: 1', 'c: 1'];
      const into = merge(
        base,
        ['a:', '  x: 5', '  # y: 2', 'b: 1', 'c: 1'],
        ['new: 1', ...base.slice(0, 4), 'c: 2'],
      );
      expect(into.lines).toEqual(['new: 1', 'a:', '  x: 5', '  # y: 2', 'b: 1', 'c: 2']);
      const out = merge(
        base,
        [...base.slice(0, 3), '# b: 1', 'c: 1'],
        ['new: 1', ...base.slice(0, 4), 'c: 2'],
      );
      expect(out.lines).toEqual(['new: 1', 'a:', '  # x: 1', '  # y: 2', '# b: 1', 'c: 2']);
    });

    it('finds another place for those whose entry is gone', () => {
      const result = merge(
        ['a:', '  x: 1', 'b: 1'],
        ['a:', '  # why', '  x: 1 # because', 'b: 1'],
        ['b: 2'],
      );
      expect(result.lines).toEqual(['# why', '# because', 'b: 2']);
      const list = merge(
        ['a:', '- 1', 'b: 1'],
        ['a:', '- 1 # one', 'b: 1'],
        ['a:', '- 2', '- 1', 'b: 1'],
      );
      expect(list.lines).toEqual(['a:', '- 2', '- 1', '# one', 'b: 1']);
    });
  });

  describe('lists', () => {
    it('are one value', () => {
      const result = merge(
        ['a: [1]', 'l:', '- x', '- y'],
        ['a: [1]', 'l:', '- x', '- z'],
        ['a: [2]', 'l:', '- x', '- y'],
      );
      expect(result.lines).toEqual(['a: [2]', 'l:', '- x', '- z']);
      expect(result.carried).toEqual(['l']);
      const both = merge(['l: [x, y]'], ['l: [x, z]'], ['l: [w, y]']);
      expect(both.lines).toEqual(['l: [x, z]']);
      expect(both.conflicts).toEqual([
        {
          kind: 'both-changed',
          path: ['l'],
          base: '[x, y]',
          mine: '[x, z]',
          theirs: '[w, y]',
          line: 1,
        },
      ]);
    });

    it('merge by the names of their items', () => {
      const result = merge(
        ['l:', '  - name: a', '    v: 1', '  - name: b', '    v: 1'],
        ['l:', '  - name: a', '    v: 2', '  - name: b', '    v: 1', '  - name: own', '    v: 9'],
        ['l:', '- name: first', '- v: 1', '  name: a', '  w: 1', '- name: b', '  v: 3'],
      );
      expect(result.lines).toEqual([
        'l:',
        '- name: first',
        '- v: 2',
        '  name: a',
        '  w: 1',
        '- name: b',
        '  v: 3',
        '- name: own',
        '  v: 9',
      ]);
      expect(result.conflicts).toEqual([]);
    });

    it('merge by places where no item was added, removed or moved', () => {
      const result = merge(
        ['l:', '- image: a:1', '- image: b:1', '- image: c:1'],
        ['l:', '- image: own/a:1', '- image: b:1', '- image: own/c:1'],
        ['l:', '- image: a:1', '- image: b:2', '- image: c:2'],
      );
      expect(result.lines).toEqual(['l:', '- image: own/a:1', '- image: b:2', '- image: own/c:1']);
      expect(result.conflicts).toEqual([
        {
          kind: 'both-changed',
          path: ['l', 2, 'image'],
          base: 'c:1',
          mine: 'own/c:1',
          theirs: 'c:2',
          line: 4,
        },
      ]);
      const moved = merge(
        ['l:', '- image: a', '- image: b'],
        ['l:', '- image: own', '- image: b'],
        ['l:', '- image: b', '- image: a'],
      );
      expect(moved.lines).toEqual(['l:', '- image: own', '- image: b']);
      expect(moved.conflicts.map(({ path }) => path)).toEqual([['l']]);
    });

    it('are one value where a path would name another item in each text', () => {
      const result = merge(
        ['l:', '- name: a', '  v: 1', '- name: b', '  v: 1'],
        ['l:', '- name: a', '  v: 2', '- name: b', '  v: 1'],
        ['l:', '- name: new', '- name: a', '  v: 3', '- name: b', '  v: 1'],
      );
      expect(result.conflicts.map(({ path }) => path)).toEqual([['l']]);
      expect(result.lines).toEqual(['l:', '- name: a', '  v: 2', '- name: b', '  v: 1']);
    });

    it('keeps an item whose first or only keys are gone', () => {
      const result = merge(
        ['l:', '- a: 1', '  b: 1', '- c: 1', '- d: 1', '  e: 1'],
        ['l:', '- b: 1', '- c: 1', '- d: 1', '  e: 2'],
        ['l:', '- a: 1', '  b: 2', '- {}', '- d: 1', '  e: 1', 'x: 1'],
      );
      expect(parseDocument(result.text).toJS()).toEqual({
        l: [{ b: 2 }, {}, { d: 1, e: 2 }],
        x: 1,
      });
    });
  });

  describe('presets', () => {
    const MARKER = '# spectrocloud.com/enabled-presets:';
    it('stay as the user switched them', () => {
      const result = merge(
        [`${MARKER} A:one,B:one,C:one`, 'a: 1'],
        [`${MARKER} A:two,B:one`, 'a: 1'],
        ['# new', `${MARKER} A:one,B:two,C:one,D:one`, 'a: 2'],
      );
      expect(result.lines).toEqual(['# new', `${MARKER} A:two,B:two,D:one`, 'a: 2']);
    });

    it('come along where the new version has no marker', () => {
      const result = merge(
        ['# head', 'a: 1'],
        [`${MARKER} A:one`, '# head', 'a: 1'],
        ['# news', 'a: 2'],
      );
      expect(result.lines).toEqual([`${MARKER} A:one`, '# news', 'a: 2']);
      const inside = merge(['a: 1'], ['a: 1'], [`${MARKER}A:one`, 'a: 2']);
      expect(inside.lines).toEqual([`${MARKER}A:one`, 'a: 2']);
    });

    it('keep those of the new version where the user took the line out', () => {
      const result = merge(
        [`${MARKER} A:one`, 'a: 1', 'b: 1'],
        ['a: 1', 'b: 2'],
        [`${MARKER} A:one,B:one`, 'a: 2', 'b: 1'],
      );
      expect(result.lines).toEqual([`${MARKER} B:one`, 'a: 2', 'b: 2']);
    });
  });

  describe('real-world text', () => {
    it('indents what the user wrote as the new version does', () => {
      const result = merge(
        ['a:', '  b:', '    c: 1', 'z: 1'],
        [
          'a:',
          '  b:',
          '    c: |',
          '      # no comment',
          '',
          '      two',
          '    # typed',
          '    d:',
          '    - 1',
          'z: 1',
        ],
        ['a:', '    b:', '        c: 1', 'z: 2'],
      );
      expect(parseDocument(result.text).toJS()).toEqual({
        a: { b: { c: '# no comment\n\ntwo\n', d: [1] } },
        z: 2,
      });
      expect(result.lines).toContain('        # typed');
    });

    it('puts a comment where it is one', () => {
      const result = merge(['a: 1', 'b: 1'], ['a: |', '  text', 'b: 1'], ['a: 1 # one', 'b: 2']);
      expect(result.lines).toEqual(['a: | # one', '  text', 'b: 2']);
    });

    it('writes out flow maps that both sides filled', () => {
      const result = merge(
        ['r: {}', 's: { a: 1 }', 't: { a: 1, b: 1 }'],
        ['r:', '  limits: { cpu: 1 }', 's: { a: 1, own: x }', 't: { b: 1 }'],
        ['r: {requests: 2}', 's: { a: 2 }', 't: { a: 1, b: 2 } # t'],
      );
      expect(result.conflicts).toEqual([]);
      expect(parseDocument(result.text).toJS()).toEqual({
        r: { limits: { cpu: 1 }, requests: 2 },
        s: { a: 2, own: 'x' },
        t: { b: 2 },
      });
    });

    it('keeps a map that has lost its last entry', () => {
      const result = merge(
        ['a:', '  x: 1', '  y: 1', 'b:', '  x: 1', 'c: 1'],
        ['a:', '  y: 1', 'b:', 'c: 1'],
        ['a:', '  x: 1', 'b:', '  x: 1', '  new: 1', 'c: 2'],
      );
      expect(result.lines).toEqual(['a: {}', 'b:', '  new: 1', 'c: 2']);
    });

    it('treats templates as values and dotted, quoted and odd keys as keys', () => {
      const result = merge(
        ['t: {{ .a }}', 'a.b/c: 1', '"q": 1', '__proto__: 1', 'constructor:', '  x: 1', '1: one'],
        ['t: {{ .b }}', 'a.b/c: 2', 'q: 1', '__proto__: 2', 'constructor:', '  x: 2', '1: one'],
        [
          't: {{ .a }}',
          'a.b/c: 1',
          '"q": 2',
          '__proto__: 1',
          'constructor:',
          '  x: 1',
          '  y: 1',
          '1: uno',
        ],
      );
      expect(result.lines).toEqual([
        't: {{ .b }}',
        'a.b/c: 2',
        '"q": 2',
        '__proto__: 2',
        'constructor:',
        '  x: 2',
        '  y: 1',
        '1: uno',
      ]);
      expect(result.conflicts).toEqual([]);
    });

    it('pairs keys that stand twice in their order', () => {
      const result = merge(
        ['a: 1', 'a: 2', 'b: 1'],
        ['a: 1', 'a: 3', 'b: 1'],
        ['a: 1', 'a: 2', 'b: 2'],
      );
      expect(result.lines).toEqual(['a: 1', 'a: 3', 'b: 2']);
    });

    it('keeps line ends, byte order mark and the end of the new version', () => {
      const base = 'a: 1\nb:\n  c: 1\n';
      const mine = '\uFEFFa: 2\r\nb:\r\n  c: 1\r\n  d: |\r\n    x\r\n';
      const theirs = '\uFEFFa: 1\r\nb:\r\n  c: 2\r\n\r\nz: 1';
      const { text } = mergeValues({ base, mine, theirs });
      expect(text).toBe('\uFEFFa: 2\r\nb:\r\n  c: 2\r\n  d: |\r\n    x\r\n\r\nz: 1');
      const mixed = mergeValues({
        base,
        mine: 'a: 1\nb:\n  c: 5\n',
        theirs: 'a: 1\r\nb: # b\n  c: 1\r\n',
      });
      expect(mixed.text).toBe('a: 1\r\nb: # b\n  c: 5\r\n');
    });

    it('merges into and out of empty texts', () => {
      expect(mergeValues({ base: '', mine: 'a: 1\n', theirs: '# none' }).text).toBe('# none\na: 1');
      expect(mergeValues({ base: 'a: 1\n', mine: 'a: 2\n', theirs: '' })).toMatchObject({
        text: 'a: 2\n',
        conflicts: [{ kind: 'removed-in-new', path: ['a'], line: 1 }],
      });
      expect(mergeValues({ base: 'a: 1\n', mine: '# off\n', theirs: 'a: 2\n' })).toMatchObject({
        text: '# off\n',
        conflicts: [{ kind: 'removed-by-user', path: ['a'], base: '1', theirs: '2' }],
      });
      expect(
        mergeValues({ base: '# a\n', mine: '# a\n# b\n', theirs: '# a\n\nx: 1\n' }).text,
      ).toContain('# b');
    });

    it('does not leave an alias without what it stands for', () => {
      const base = 'a: &x 1\nb: 1\nc: 1\n';
      const mine = 'a: &x 1\nb: *x\nc: 1\n';
      const kept = mergeValues({ base, mine, theirs: 'a: &x 1\nb: 1\nc: 2\n' });
      expect(kept).toMatchObject({ text: 'a: &x 1\nb: *x\nc: 2\n', conflicts: [] });
      const lost = mergeValues({ base, mine, theirs: 'a: 1\nb: 1\nc: 1\n' });
      expect(lost.conflicts.map(({ path }) => path)).toEqual([[]]);
      expect(lost.text).toContain('b: *x');
      const broken = mergeValues({
        base: 'a: *y\nb: 1\n',
        mine: 'a: *y\nb: 2\n',
        theirs: 'c: 1\na: *y\nb: 1\n',
      });
      expect(broken).toMatchObject({ text: 'c: 1\na: *y\nb: 2\n', conflicts: [] });
    });
  });

  describe('text that cannot be read', () => {
    it('is merged line by line', () => {
      const lines = ['a: [', 'b: 1', 'c: 1', 'd: 1', 'e: 1'];
      const result = merge(
        lines,
        ['a: [', 'b: 2', 'c: 1', 'd: 2', 'e: 1'],
        ['a: [', 'b: 1', 'c: 1', 'd: 3', 'e: 4'],
      );
      expect(result.lines).toEqual(['a: [', 'b: 2', 'c: 1', 'd: 2', 'e: 1']);
      expect(result.conflicts).toEqual([
        {
          kind: 'both-changed',
          path: [],
          base: 'd: 1\ne: 1\n',
          mine: 'd: 2\ne: 1\n',
          theirs: 'd: 3\ne: 4\n',
          line: 4,
          around: { above: ['a: [', 'b: 2', 'c: 1'], below: [] },
        },
      ]);
    });

    it.each<[string, string]>([
      ['several documents', 'a: 1\n---\nb: 1\n'],
      ['deep nesting', '['.repeat(100_000)],
      [
        'an alias bomb',
        `a: &a [x]\n${Array.from({ length: 40 }, (_, n) => `a${String(n)}: &a [*a, *a, *a, *a]`).join('\n')}\n`,
      ],
      ['no map', '- a\n- b\n'],
      ['a scalar', 'text'],
      ['an explicit key', '? a\n: b\n'],
      ['a flow map', '{a: 1, b: 2}\n'],
      ['a tab', 'a:\n\tb: 1\n'],
    ])('does not throw on %s, and loses nothing', (_, odd) => {
      const plain = 'a: 1\nb: 1\n';
      for (const [base, mine, theirs] of [
        [plain, odd, 'a: 2\nb: 1\n'],
        [odd, 'a: 2\nb: 1\n', plain],
        [plain, 'a: 3\nb: 1\n', odd],
        [odd, `${odd}# mine\n`, `# theirs\n${odd}`],
      ] as const) {
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        for (const line of mine.split('\n')) {
          const isKept = text.includes(line) || conflicts.length > 0 || base.includes(line);
          expect(isKept).toBe(true);
        }
      }
    });

    it('does not compare very many equal lines with each other', () => {
      const base = 'x: [\n'.repeat(20_000);
      const { conflicts } = mergeValues({
        base,
        mine: `${base}y\n${base}`,
        theirs: `z\n${base}x: [\nw\n`,
      });
      expect(conflicts.length).toBeLessThan(3);
    });
  });

  it('can be done in steps', () => {
    const input = { base: 'a: 1\nb: 1\n', mine: 'a: 2\nb: 1\n', theirs: 'a: 1\nb: 2\n' };
    const steps = mergeValuesSteps(input);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(step.value).toEqual(mergeValues(input));
    expect(count).toBeGreaterThan(3);
  });

  it.each([
    ['maps of any kind', valuesTexts, 2000],
    ['lists of maps', listTexts, 5000],
  ])('means what a merge of the plain values means: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, texts, texts, (base, mine, theirs) => {
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        const expectedConflicts: string[] = [];
        const values = [base, mine, theirs].map(parseValues);
        const expected = expectedMerge(values[0], values[1], values[2], expectedConflicts);
        expect(isExpected(parseValues(text), expected)).toBe(true);
        const paths = conflicts.map(({ path }) => path.join('/'));
        expect(paths).toEqual(expect.arrayContaining(expectedConflicts));
        for (const line of mine.match(/^# .*$/gm) ?? []) {
          expect(text.includes(line) || base.includes(line)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('never throws, whatever the texts', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      '\n',
      '\n  ',
      '- ',
      '{',
      '}',
      '[',
      '#',
      ' # c',
      '|',
      '"',
      "'",
      '&x',
      '*x',
      '\r\n',
      '\t',
      '? ',
      ': ',
      '---\n',
      '!!map',
      '1',
      ',',
      '<<: ',
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { text: merged, conflicts } = mergeValues({ base, mine, theirs });
        const lines = merged.split('\n').length;
        for (const { line } of conflicts) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
