import { describe, expect, it } from 'vitest';
import {
  fieldText,
  isInForm,
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

  it('leaves the line ends behind a text of several lines to the text', () => {
    expect(fieldText('a\nb\n')).toBe('a\nb');
    expect(parseFieldText('a\nc\n\n', field({ value: 'a\nb\n' }))).toBe('a\nc\n');
    expect(parseFieldText('a\nc\n', field({ value: 'a\nb' }))).toBe('a\nc');
    expect(parseFieldText('', field({ value: 'a\nb\n' }))).toBe('');
  });

  it('has no place for secrets of several lines, nor for what a text box would change', () => {
    expect(isInForm(field({ value: 'a\nb' }))).toBe(true);
    expect(isInForm(field({ value: 'a\nb', type: 'password' }))).toBe(false);
    expect(isInForm(field({ value: 'a\r\nb' }))).toBe(false);
    expect(isInForm(field({ value: null, isEditable: false }))).toBe(false);
  });

  it('knows on and off', () => {
    const boolean = field({ type: 'boolean', value: false });
    expect(parseFieldText('true', boolean)).toBe(true);
    expect(parseFieldText('yes', boolean)).toBe('yes');
  });
});
