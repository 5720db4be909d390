import { describe, expect, it } from 'vitest';
import {
  diagnosticText,
  fixText,
  formatPath,
} from '../../src/components/Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import type { TextDiagnostic, TextDiagnosticCode } from '../../src/model/textDiagnostic';

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
