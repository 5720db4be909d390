import { describe, expect, it } from 'vitest';
import type { PackPreset } from '../../src/model/packs';
import { applyPreset, readPresetStates } from '../../src/values';

function preset(name: string, add: string): PackPreset {
  return { group: 'G', name, displayName: name, remove: [], add };
}

const apply = (text: string, base: string, name: string | null, presets: readonly PackPreset[]) =>
  applyPreset({ text, base, presets, preset: { group: 'G', name } });

const MARKER = '# spectrocloud.com/enabled-presets: G:p\n';

describe('a preset that puts a map where something else was', () => {
  it.each([
    ['f: 1', 'f: 2 # mine', '2'],
    ['f: 1', 'f: [1, 2]', '[1, 2]'],
    ['f: 1', 'f: |\n  hi', '|\n  hi'],
    ['f: 1', 'f:\n  - a', '- a'],
    ['f:', 'f: x', 'x'],
    ['f: 1', 'f: {{ .Values.x }}', '{{ .Values.x }}'],
  ])('44: over %j asks about the edit %j', (before, mine, value) => {
    const presets = [preset('p', 'f:\n  a: 1\n')];
    const { text, overwritten } = apply(`${mine}\nz: 1\n`, `${before}\nz: 1\n`, 'p', presets);
    expect(text).toMatch(/f:.*\n {2}a: 1\nz: 1\n$/);
    expect(overwritten).toEqual([{ path: ['f'], value }]);
  });

  it('44: does not ask about what the defaults say', () => {
    const presets = [preset('p', 'f:\n  a: 1\n')];
    expect(apply('f: 1\nz: 2\n', 'f: 1\nz: 1\n', 'p', presets).overwritten).toEqual([]);
  });

  const presets = [preset('p', 'a:\n  b: 2\n'), preset('q', 'y: 1\n')];

  it.each(['a: 1 # one', 'a: [1]', 'a: x', 'a:', 'a: {}', 'a: ""', 'a:\n  - 1'])(
    'gives back %j when it is switched off in an edited text',
    (before) => {
      const base = `${before}\nz: 1\n`;
      const edited = apply(base, base, 'p', presets).text.replace('z: 1', 'z: 2');
      expect(apply(edited, base, null, presets)).toEqual({
        text: `${before}\nz: 2\n`,
        overwritten: [],
        problem: null,
      });
      expect(apply(edited, base, 'q', presets).text).toBe(
        `${MARKER.replace(':p', ':q')}${before}\nz: 2\ny: 1\n`,
      );
    },
  );

  it('leaves there what the user added to that map', () => {
    const base = 'a: 1\nz: 1\n';
    const edited = apply(base, base, 'p', presets).text.replace('b: 2\n', 'b: 2\n  mine: 3\n');
    expect(apply(edited, base, null, presets)).toEqual({
      text: 'a:\n  mine: 3\nz: 1\n',
      overwritten: [],
      problem: null,
    });
  });

  it('44: asks about a comment typed in that map', () => {
    const base = 'a: 1\nz: 1\n';
    const edited = apply(base, base, 'p', presets).text.replace('  b: 2\n', '  # my\n  b: 2\n');
    expect(apply(edited, base, null, presets).overwritten).toEqual([
      { path: ['a'], value: '# my\nb: 2' },
    ]);
  });
});

describe('a preset whose own map the user added to', () => {
  const base = 'a: 1\nm:\n  x: 1\n';
  const presets = [preset('p', 'm:\n  y: 1\nown:\n  b:\n    c: 2\n')];
  const on = apply(base, base, 'p', presets).text;
  const isModified = (text: string) =>
    readPresetStates({ text, base, presets }).map((state) => state.isModified);

  it.each([
    ['a key', '    c: 2\n', '    c: 2\n    mine: 3\n'],
    ['a key beside its map', '    c: 2\n', '    c: 2\n  mine: 3\n'],
    ['a comment', '    c: 2\n', '    # mine\n    c: 2\n'],
    ['a comment behind a value', 'c: 2\n', 'c: 2 # mine\n'],
  ])('is modified by %s', (_, before, after) => {
    expect(on).toContain(before);
    expect(isModified(on.replace(before, after))).toEqual([true]);
  });

  it('is not modified by keys and comments in maps that the defaults have', () => {
    expect(isModified(on)).toEqual([false]);
    expect(isModified(on.replace('  x: 1\n', '  x: 2 # mine\n  # mine\n  z: 3\n'))).toEqual([
      false,
    ]);
  });
});

describe('presets switched back and forth', () => {
  it('do not pile up comments', () => {
    const base = '# c0\n\na: 1\nb: 2\n';
    const presets = [{ ...preset('p', 'b: 3\n'), remove: ['a'] }, preset('q', 'd: 1\n')];
    let text = apply(base, base, 'p', presets).text.replace('# c0\n', '# c0\nmine: 0\n');
    for (const name of ['q', 'p', 'q', 'p', null]) text = apply(text, base, name, presets).text;
    expect(text).toBe('# c0\na: 1\nmine: 0\n\nb: 2\n');
  });
});
