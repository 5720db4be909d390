import { describe, expect, it } from 'vitest';
import {
  isReference,
  MASK,
  maskPasswords,
  parseFieldText,
  type ValuesField,
} from '../../src/components/LayerText/fieldValues';

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

describe('what a text in a field stands for', () => {
  const number = field({ type: 'number', value: 1 });

  it.each([
    ['5', 5],
    [' 5 ', 5],
    ['-1.5', -1.5],
    ['1.50', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
  ])('takes %j for a number', (text, value) => {
    expect(parseFieldText(text, number)).toBe(value);
  });

  it.each([
    '',
    'five',
    '5 GB',
    '0x1f',
    '1_000',
    '12345678901234567890',
    '1e999',
    '{{.spectro.var.n}}',
  ])('leaves %j a text', (text) => {
    expect(parseFieldText(text, number)).toBe(text);
  });

  it('keeps digits a text where the pack wants a text', () => {
    expect(parseFieldText('5', field({ value: '4' }))).toBe('5');
    expect(parseFieldText('true', field({ value: 'false' }))).toBe('true');
  });

  it('follows the value where the pack lists options', () => {
    expect(parseFieldText('3', field({ type: 'list', value: 1 }))).toBe(3);
    expect(parseFieldText('3', field({ type: 'list', value: '1' }))).toBe('3');
  });

  it('knows on and off', () => {
    const boolean = field({ type: 'boolean', value: false });
    expect(parseFieldText('true', boolean)).toBe(true);
    expect(parseFieldText('yes', boolean)).toBe('yes');
  });
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
