import { isMap, isScalar, parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
  listPackValuesSteps,
  readPackValueSteps,
  type PackValueList,
} from '../../src/values/packValues/listPackValues';
import { keyText } from '../../src/values/text/findPath';
import { readRealPacks, realPacksTitle } from './support/realPacks';

function finish<Output>(steps: Generator<undefined, Output>): Output {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const list = (text: string, within = '', search = ''): PackValueList =>
  finish(listPackValuesSteps({ text, within, search }));
const names = (text: string, within = '', search = '') =>
  list(text, within, search).values.map(({ name, isMap: hasMore }) => name + (hasMore ? '.' : ''));
const read = (text: string, path: string) => finish(readPackValueSteps({ text, path }));

describe('the values of a pack', () => {
  const text = 'a:\n  b: 1\n  c:\n    d: x # e\ne: "2"\n';

  it('are listed level by level', () => {
    expect(names(text)).toEqual(['a.', 'e']);
    expect(names(text, 'a')).toEqual(['b', 'c.']);
    expect(names(text, 'a.c')).toEqual(['d']);
    expect(names(text, 'nowhere')).toEqual([]);
  });

  it('are found further below by what is written of a name', () => {
    expect(names(text, '', 'D')).toEqual(['a.c.d', 'a.', 'e']);
  });

  it('end at lists, also at those that are not indented', () => {
    const lists = 'a:\n- b: 1\n  c: 2\nd:\n  - e: 1\n    f:\n      g: 1\n  \nh: 1\n';
    expect(names(lists)).toEqual(['a', 'd', 'h']);
    expect(names(lists, 'd')).toEqual([]);
  });

  it('are not looked for in block scalars, comments and templates', () => {
    expect(names('a: |\n  b: 1\n\n  c: 2\n# d: 1\ne: >-\n  f: 1\ng: {{ h: 1 }}\ni: 1')).toEqual([
      'a',
      'e',
      'g',
      'i',
    ]);
  });

  it('are found in braces, on one line and on many', () => {
    const flow =
      'a: &x { b: 1, "c d": {e: [1, {f: 2}], g: \'{h: 1}\'}, i.j: , k: {{x}}, l: http://m:1 }\n' +
      'n: {\n  o: 1, # p: 1\n  q: { r: 2 },\n}\ns: 1\n';
    expect(names(flow)).toEqual(['a.', 'n.', 's']);
    expect(names(flow, 'a')).toEqual(['b', 'c d.', 'i.j', 'k', 'l']);
    expect(names(flow, 'a.c d')).toEqual(['e', 'g']);
    expect(names(flow, 'n')).toEqual(['o', 'q.']);
    expect(read(flow, 'n.q.r')?.value).toBe('2');
    expect(read(flow, 'a.l')?.value).toBe('http://m:1');
    expect(names('{a: 1, b: {c: 2}}')).toEqual(['a', 'b.']);
    expect(names('[a, {b: 1}]')).toEqual([]);
  });

  it('keep keys with dots and quotes as they are meant', () => {
    const keys = "\uFEFF\"kubernetes.io/os\": linux\r\n'it''s':\r\n  x: 1\r\n";
    expect(names(keys)).toEqual(['kubernetes.io/os', "it's."]);
    expect(names(keys, 'kubernetes')).toEqual(['io/os']);
    expect(read(keys, 'kubernetes.io/os')?.value).toBe('linux');
  });

  it('are none in a text that is no map', () => {
    expect(names('')).toEqual([]);
    expect(names('just words\n')).toEqual([]);
  });

  it('can all be reached in a long text, however many there are', () => {
    const long = Array.from(
      { length: 60_000 },
      (_, at) => `k${at}:\n  v${at}: { w: ${at} }\n`,
    ).join('');
    expect(list(long).isCut).toBe(true);
    expect(list(long).values).toHaveLength(1_000);
    expect(names(long, '', 'k59999')).toContain('k59999.');
    expect(names(long, 'k59999')).toEqual(['v59999.']);
    expect(names(long, 'k59999.v59999')).toEqual(['w']);
    expect(read(long, 'k59999.v59999.w')).toEqual({
      name: 'k59999.v59999.w',
      isMap: false,
      value: '59999',
    });
  });

  it('tell single values alone', () => {
    expect(read(text, 'a.c.d')?.value).toBe('x');
    expect(read(text, 'e')?.value).toBe('2');
    expect(read(text, 'a.c')).toEqual({ name: 'a.c', isMap: true, value: null });
    expect(read('a: |\n  x\n', 'a')?.value).toBeNull();
    expect(read(text, 'x')).toBeNull();
  });

  it.each([
    ['spaces', `a${' '.repeat(2_000_000)}b`],
    ['colons', 'a:b'.repeat(1_000_000)],
    ['open braces', `a: ${'{b: '.repeat(500_000)}`],
    ['an open quote in braces', `a: {b: "${'\\"'.repeat(1_000_000)}`],
    ['open quotes in braces', `a: {${'b: "x, '.repeat(100_000)}`],
    ['nesting', Array.from({ length: 5_000 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')],
  ])('are looked for in time that grows with the text: %s', (_what, hostile) => {
    const start = performance.now();
    list(hostile, 'a', 'b');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const packs = readRealPacks();

describe.skipIf(packs === null)(realPacksTitle('the values of every real pack'), () => {
  it.each(packs ?? [])('$name are those that the parser finds', ({ content: { values } }) => {
    const { contents } = parseDocument(values);
    const items = isMap(contents) ? contents.items : [];
    expect(names(values)).toEqual(
      items.map((item) => {
        const hasMore = isMap(item.value) && item.value.items.length > 0;
        return `${keyText(item)}${hasMore ? '.' : ''}`;
      }),
    );
    for (const item of items) {
      const key = keyText(item);
      if (!isMap(item.value) || key === null) continue;
      const below = item.value.items.map((each) => keyText(each));
      expect(list(values, key).values.map(({ name }) => name)).toEqual(below);
      for (const each of item.value.items) {
        if (!isScalar(each.value) || typeof each.value.value !== 'number') continue;
        expect(read(values, `${key}.${keyText(each)}`)?.value).toBe(each.value.source);
      }
    }
  });
});
