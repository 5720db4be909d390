import { describe, expect, it } from 'vitest';
import { listPaths } from '../../src/values/listPaths';

describe('the paths in a text', () => {
  it('are those of maps and of what is in them, in order', () => {
    expect(listPaths('a:\n  b: 1\n  c:\n    d: x\ne: 2\n')).toEqual([
      'a',
      'a.b',
      'a.c',
      'a.c.d',
      'e',
    ]);
  });

  it('end at lists, also at those that are not indented', () => {
    expect(listPaths('a:\n- b: 1\n  c: 2\nd:\n  - e: 1\n    f:\n      g: 1\n  \nh: 1\n')).toEqual([
      'a',
      'd',
      'h',
    ]);
  });

  it('are not looked for in block scalars and comments', () => {
    expect(listPaths('a: |\n  b: 1\n\n  c: 2\n# d: 1\ne: >-\n  f: 1\ng: 1')).toEqual([
      'a',
      'e',
      'g',
    ]);
  });

  it('keep keys with dots and quotes as they are meant', () => {
    expect(listPaths("\uFEFF\"kubernetes.io/os\": linux\r\n'it''s':\r\n  x: 1\r\n")).toEqual([
      'kubernetes.io/os',
      "it's",
      "it's.x",
    ]);
  });

  it('are none in a text that is no map', () => {
    expect(listPaths('')).toEqual([]);
    expect(listPaths('just words\n')).toEqual([]);
    expect(listPaths('{a: 1}')).toEqual([]);
  });

  it('are bounded', () => {
    const text = Array.from({ length: 9_000 }, (_, at) => `k${at}: 1`).join('\n');
    expect(listPaths(text)).toHaveLength(5_000);
  });
});
