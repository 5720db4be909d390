import { describe, expect, it } from 'vitest';
import { applyOverrides, applyPreset, diffValues, mergeValues, setField } from '../../src/values';

/** `{{ }}` without quotes is a map to YAML, and one value to everybody else. */
describe('33: templates without quotes', () => {
  it.each([
    ['host:\n', 'host: {{ .Values.x }}\n', 'host: {{ .Values.x }}\n'],
    ['host: {}\n', 'host: {{ .Values.x }}\n', 'host: {{ .Values.x }}\n'],
    ['h:\n  a: 1\n', 'h: {{ .Values.x }}\n', 'h: {{ .Values.x }}\n'],
    ['h: {{ .Values.x }}\n', 'h:\n  a: 1\n', 'h:\n  a: 1\n'],
    ['h: {{ .Values.x }} # a\n', 'h: {{ .Values.y }}\n', 'h: {{ .Values.y }} # a\n'],
    ['h: "{{ .x }}"\n', 'h: {{ .x }}\n', 'h: {{ .x }}\n'],
    ['h: {{ .x }}\n', 'h: {{ .x }}\n', 'h: {{ .x }}\n'],
    ['f: { h: 1 }\n', 'f:\n  h: {{ .x }}\n', 'f: { h: {{ .x }} }\n'],
    ['l: [ {{ .x }}, b ]\n', 'l:\n  - {{ .y }}\n', 'l:\n  - {{ .y }}\n'],
    ['a: 1\n', '{{ .x }}: 2\n', 'a: 1\n{{ .x }}: 2\n'],
  ])('%j with %j is %j', (text, overrides, expected) => {
    expect(applyOverrides({ text, overrides }).text).toBe(expected);
  });

  it('are set by a preset, and undone', () => {
    const presets = [
      { group: 'G', name: 'p', displayName: 'p', remove: [], add: 'host: {{ .Values.x }}\n' },
    ];
    const on = applyPreset({
      text: 'host: a\nz: 2\n',
      base: 'host: a\nz: 1\n',
      presets,
      preset: { group: 'G', name: 'p' },
    });
    expect(on.text).toBe('# spectrocloud.com/enabled-presets: G:p\nhost: {{ .Values.x }}\nz: 2\n');
    const off = { text: on.text, base: 'host: a\nz: 1\n', presets };
    expect(applyPreset({ ...off, preset: { group: 'G', name: null } }).text).toBe(
      'host: a\nz: 2\n',
    );
  });

  it('are one change where they take the place of a map', () => {
    const { text, changes } = diffValues('h:\n  a: 1\n', 'h: {{ .x }}\n');
    expect(text).toBe('h: {{ .x }}\n');
    expect(changes).toEqual([{ kind: 'changed', path: ['h'], line: 1 }]);
    expect(diffValues('h: "{{ .x }}"\n', 'h: {{ .x }}\n').text).toBe('h: {{ .x }}\n');
  });

  it('are carried to another version as one value', () => {
    const { text, conflicts } = mergeValues({
      base: 'h: 1\nz: 1\n',
      mine: 'h: {{ .x }}\nz: 1\n',
      theirs: 'h: 1\nz: 2\n',
    });
    expect({ text, conflicts }).toEqual({ text: 'h: {{ .x }}\nz: 2\n', conflicts: [] });
  });

  it('are not written over by a form', () => {
    const text = 'h: {{ .x }}\n';
    expect(setField({ text, path: ['h'], value: 'a' }).text).toBe(text);
  });
});
