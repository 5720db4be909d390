import { describe, expect, it } from 'vitest';
import type { ValuesField } from '../../src/components/LayerText/fieldValues';
import { isReference, MASK, maskPasswords, maskValue } from '../../src/components/ui/passwords';

const field = (part: Partial<ValuesField>): ValuesField => ({
  path: ['a'],
  schemaPath: 'a',
  type: 'string',
  hints: [],
  isRequired: false,
  isReadOnly: false,
  isEditable: true,
  value: '',
  from: 0,
  to: 0,
  ...part,
});

describe('references', () => {
  it.each([
    '{{.spectro.var.size}}',
    ' {{ .spectro.system.cluster.name | upper }} ',
    '{{- .spectro.macro.a }}',
  ])('are %j', (text) => {
    expect(isReference(text)).toBe(true);
  });

  it.each(['', 'geheim', '{{ .Values.a }}', 'x{{.spectro.var.size}}'])('are not %j', (text) => {
    expect(isReference(text)).toBe(false);
  });
});

describe('masking', () => {
  const at = (text: string, source: string, part: Partial<ValuesField> = {}) => {
    const from = text.indexOf(source);
    return field({ type: 'password', value: source, from, to: from + source.length, ...part });
  };

  it('hides each password and nothing else', () => {
    const text = 'a: "one"\nb: two # note\nc: three\n';
    const fields = [at(text, 'two'), at(text, '"one"'), at(text, 'three', { type: 'string' })];
    expect(maskPasswords(text, fields)).toEqual({
      text: `a: ${MASK}\nb: ${MASK} # note\nc: three\n`,
      isMasked: true,
    });
  });

  it('hides what is no single value, and keeps the line end behind it', () => {
    const text = 'a: |\n  one\n  two\nb: 1\n';
    const block = at(text, '|\n  one\n  two\n', { value: null, isEditable: false });
    expect(maskPasswords(text, [block]).text).toBe(`a: ${MASK}\nb: 1\n`);
  });

  it('shows references and what is empty', () => {
    const text = 'a: "{{.spectro.var.p}}"\nb: ""\n';
    const fields = [
      at(text, '"{{.spectro.var.p}}"', { value: '{{.spectro.var.p}}' }),
      at(text, '""', { value: '' }),
    ];
    expect(maskPasswords(text, fields)).toEqual({ text, isMasked: false });
  });

  it('masks at the very beginning, too', () => {
    expect(maskPasswords('secret', [at('secret', 'secret')])).toEqual({
      text: MASK,
      isMasked: true,
    });
  });
});

describe('a value by itself', () => {
  const schema = [
    { path: 'auth.password', schema: '{{ format "${password}" }}' },
    { path: 'users.$[].key', schema: '{{ format "${password}" }}' },
    { path: 'auth.name', schema: '{{ hints "Not the password" }}' },
  ];
  it.each<[string, readonly (string | number)[], string]>([
    ['"geheim"', ['auth', 'password'], MASK],
    ['geheim', ['users', 0, 'key'], MASK],
    ['password: geheim', ['auth'], MASK],
    ['- key: a', ['users'], MASK],
    ['everything', [], MASK],
    ['x', ['auth', 'password', 'inner'], MASK],
    ['x', ['auth.password'], MASK],
    ['x', ['auth', 'name'], 'x'],
    ['x', ['auth', 'passwords'], 'x'],
    ['""', ['auth', 'password'], '""'],
    ['"{{.spectro.var.p}}"', ['auth', 'password'], '"{{.spectro.var.p}}"'],
  ])('%j at %j is %j', (source, path, expected) => {
    expect(maskValue(source, path, schema)).toBe(expected);
  });
});
