import { describe, expect, it } from 'vitest';
import {
  applyOverrides,
  applyPreset,
  diffValues,
  mergeValues,
  readFields,
  readPresetStates,
  restoreDefault,
  setField,
} from '../../src/values';

const bomb = `a: &a [x]\n${Array.from({ length: 40 }, (_, n) => `a${String(n)}: &a [*a, *a, *a, *a]`).join('\n')}\n`;
const presets = [{ group: 'G', name: 'p', displayName: 'p', remove: ['a'], add: 'b: 1\n' }];

describe('texts that would take without measure', () => {
  it.each([
    ['an alias bomb', bomb],
    ['lists without end', `${'['.repeat(100_000)}\n`],
    ['maps without end', `${'{a: '.repeat(100_000)}\n`],
    ['steps without end', `${'- '.repeat(100_000)}\n`],
  ])('%s is neither read nor changed', (_, hostile) => {
    const plain = 'a: 1\nb: 2\n';
    const preset = { group: 'G', name: 'p' };
    expect(applyOverrides({ text: hostile, overrides: plain }).text).toBe(hostile);
    expect(applyOverrides({ text: plain, overrides: hostile }).text).toBe(plain);
    expect(setField({ text: hostile, path: ['a'], value: 1 }).text).toBe(hostile);
    expect(restoreDefault({ text: hostile, base: plain, path: ['a'] })).toBe(hostile);
    expect(restoreDefault({ text: plain, base: hostile, path: ['a'] })).toBe(plain);
    expect(
      readFields({ text: hostile, schema: [{ path: 'a', schema: '{{ required }}' }] }),
    ).toEqual([]);
    expect(diffValues(plain, hostile)).toMatchObject({ isReadable: false, text: '' });
    expect(diffValues(hostile, plain)).toMatchObject({ isReadable: false, text: '' });
    expect(readPresetStates({ text: hostile, base: plain, presets })).toEqual([]);
    const problemOf = (text: string, base: string) =>
      applyPreset({ text, base, presets, preset }).problem;
    expect(problemOf(hostile, plain)).toBe('text-unreadable');
    expect(problemOf(plain, hostile)).toBe('base-unreadable');
    expect(mergeValues({ base: plain, mine: hostile, theirs: 'a: 2\n' }).text).toBe(hostile);
  });

  it('aliases of a bounded size are written out, however many', () => {
    const many = `a: &a 1\nb: [${Array(200).fill('*a').join(', ')}]\n`;
    expect(diffValues('a: &a 1\n', many).text).toBe(`b:\n${'  - 1\n'.repeat(200)}`);
  });

  it('a flow map of very many keys is compared and merged in the time of its length', () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `k${String(n)}: ${String(n)}`);
    const base = `f: {${keys.join(', ')}}\n`;
    const mine = base.replace('k5: 5', 'k5: x');
    expect(diffValues(base, mine).text).toBe('f:\n  k5: x\n');
    expect(mergeValues({ base, mine, theirs: `${base}new: 1\n` }).text).toBe(`${mine}new: 1\n`);
  }, 40_000);

  it('200,000 lines of comments are merged, compared and laid over another text', () => {
    const comments = Array.from({ length: 200_000 }, (_, n) => `# ${String(n)}\n`).join('');
    const [base, theirs] = ['a: 1\nb: 2\n', 'a: 1\nb: 3\n'];
    expect(mergeValues({ base, mine: `a: 1\n${comments}b: 2\n`, theirs }).text).toBe(
      `a: 1\n${comments}b: 3\n`,
    );
    expect(mergeValues({ base, mine: `${base}${comments}`, theirs }).text).toBe(
      `${theirs}${comments}`,
    );
    expect(mergeValues({ base, mine: `a: 2\nb: 2\n`, theirs: `${comments}${base}` }).text).toBe(
      `${comments}a: 2\nb: 2\n`,
    );
    expect(diffValues(base, `a: 1\n${comments}b: 3\n`).text).toBe(`${comments}b: 3\n`);
    expect(applyOverrides({ text: 'a: 1\n', overrides: `${comments}b: 3\n` }).text).toContain(
      '# 199999\n',
    );
  }, 40_000);
});
