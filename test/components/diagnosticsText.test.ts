import { describe, expect, it } from 'vitest';
import {
  diagnosticText,
  fixText,
  formatPath,
} from '../../src/components/Diagnostics/diagnosticText';
import { formatInWords } from '../../src/components/Diagnostics/formatInWords';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import type { TextDiagnostic, TextDiagnosticCode } from '../../src/model/textDiagnostic';
import { findRuleFault } from '../../src/values/schema/ruleFault';
import { parseSchemaRule } from '../../src/values/schema/schemaRule';

const finding = (
  code: TextDiagnosticCode,
  params: Record<string, string> = {},
  path: TextDiagnostic['path'] = [],
): TextDiagnostic => ({ code, severity: 'error', from: 0, to: 1, path, params });

const codes = Object.keys(diagnosticsMessages).filter((key) => /-/.test(key));

describe('sentences', () => {
  it.each(codes)('%s is a sentence', (code) => {
    const params = { name: 'x', pack: 'p', count: '2', value: 'v' };
    const text = diagnosticText(diagnosticsMessages, finding(code as TextDiagnosticCode, params));
    expect(text).toMatch(/^\S.*[.?]$/);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });

  it('says why a text is no YAML, by the code of the parser', () => {
    const text = (reason: string) =>
      diagnosticText(diagnosticsMessages, finding('yaml-syntax', { reason }));
    expect(text('BAD_INDENT')).toBe('The indentation does not fit the lines around it.');
    expect(text('SOMETHING_NEW')).toBe('This is not valid YAML.');
    expect(text('constructor')).toBe('This is not valid YAML.');
  });

  it('names the cloud type, else its wire value', () => {
    const diagnostic = finding('reference-system-unfit', {
      name: 'cluster.kubevip',
      cloudType: 'aws',
    });
    expect(diagnosticText(diagnosticsMessages, diagnostic, 'AWS IaaS')).toContain('on AWS IaaS.');
    expect(diagnosticText(diagnosticsMessages, diagnostic)).toContain('on aws.');
  });

  it.each<[TextDiagnosticCode, Record<string, string>, string]>([
    [
      'schema-type',
      { expected: 'ipv4', value: 'x' },
      'pack.podCIDR must be an IPv4 address, such as 10.0.0.1; “x” is not.',
    ],
    ['schema-range', { min: '1', max: '9' }, 'pack.podCIDR must be between 1 and 9.'],
    [
      'schema-option',
      { options: 'a, b', value: 'c' },
      'pack.podCIDR must be one of: a, b; “c” is not.',
    ],
    [
      'schema-pattern',
      { pattern: '^a', value: 'b' },
      'pack.podCIDR must match the pattern ^a, which “b” does not.',
    ],
    [
      'schema-format',
      { format: '${ipv4}/${number:[8-28]}', value: '10.0.0.0' },
      'pack.podCIDR must be an IPv4 address / a number from 8 to 28, such as 10.0.0.0/18; “10.0.0.0” is not.',
    ],
    [
      'schema-format',
      { format: '${string:/^a/}@${list:[x, y]}' },
      'pack.podCIDR must be a text that matches ^a @ one of x, y.',
    ],
    ['schema-format', { format: '${broken' }, 'pack.podCIDR must be ${broken.'],
  ])('%s %j names the value', (code, params, text) => {
    const diagnostic = finding(code, params, ['pack', 'podCIDR']);
    expect(diagnosticText(diagnosticsMessages, diagnostic)).toBe(text);
  });

  it.each([
    '${ipv4}/${number:[8-28]}',
    '${number:[1-10]}Gi',
    '${version}-${boolean}',
    '${string}:${list:[a, b]}',
    '${string:/^a/}x',
  ])('gives an example of %s only where it is right', (format) => {
    const { example } = formatInWords(format, diagnosticsMessages.formatWords);
    const rule = parseSchemaRule(`{{ format "${format}" }}`);
    expect(rule).not.toBeNull();
    expect(example === '').toBe(format.includes('/^'));
    if (rule !== null && example !== '') expect(findRuleFault(rule, example)).toBeNull();
  });

  it('takes the words of the host', () => {
    const words = {
      ...diagnosticsMessages,
      'schema-required': ({ path = '' }) => `Pflichtfeld: ${path}`,
    };
    expect(diagnosticText(words, finding('schema-required', {}, ['a', 'b']))).toBe(
      'Pflichtfeld: a.b',
    );
  });

  it('labels fixes', () => {
    expect(
      fixText(diagnosticsMessages, {
        code: 'choose-option',
        params: { option: 'on' },
        changes: [],
      }),
    ).toBe('Change it to “on”');
  });
});

describe('formatPath', () => {
  it.each([
    [['a', 'b'], 'a.b'],
    [['nodes', 0, 'name'], 'nodes[0].name'],
    [['data', 'app.properties', 'x'], 'data["app.properties"].x'],
    [['', 'x'], '[""].x'],
    [[], ''],
  ])('%j', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
