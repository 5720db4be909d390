import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../src/model/diagnostics';
import { applySeverities, type SeverityOverrides } from '../../src/model/severities';
import type { Severity } from '../../src/model/textDiagnostic';
import type { VariableFaultCode } from '../../src/model/variableChecks';

const found = (code: DiagnosticCode | VariableFaultCode, severity: Severity) => ({
  code,
  severity,
  params: {},
});

const list = [
  found('pack-missing', 'error'),
  found('pack-deprecated', 'warning'),
  found('schema-range', 'error'),
  found('yaml-duplicate-key', 'error'),
];

const severities = (overrides: SeverityOverrides) =>
  applySeverities(list, overrides).map(({ code, severity }) => `${code} ${severity}`);

describe('applySeverities', () => {
  it('raises, lowers and leaves out by code, in order', () => {
    expect(
      severities({
        'pack-deprecated': 'error',
        'schema-range': 'warning',
        'yaml-duplicate-key': 'off',
      }),
    ).toEqual(['pack-missing error', 'pack-deprecated error', 'schema-range warning']);
    expect(severities({ 'pack-deprecated': 'info' })).toContain('pack-deprecated info');
  });

  it('returns the same list where nothing changes, and the same findings where they do not', () => {
    expect(applySeverities(list, {})).toBe(list);
    expect(applySeverities(list, { 'pack-deprecated': 'warning', 'schema-type': 'off' })).toBe(
      list,
    );
    expect(applySeverities(list, { 'pack-deprecated': undefined })).toBe(list);
    const changed = applySeverities(list, { 'schema-range': 'info' });
    expect(changed[0]).toBe(list[0]);
    expect(list[2]?.severity).toBe('error');
  });

  it.each([
    'pack-missing',
    'pack-name-missing',
    'version-missing',
    'values-missing',
    'manifest-name-missing',
    'manifest-name-taken',
    'name-missing',
  ] as const)('never takes %s below an error', (code) => {
    const errors = [found(code, 'error')];
    for (const wanted of ['off', 'info', 'warning', 'error'] as const) {
      expect(applySeverities(errors, { [code]: wanted })).toBe(errors);
    }
  });

  it('weighs faults of variables and what a server finds, and leaves alone what has no code', () => {
    const variables = [found('default-regex', 'error'), found('name-taken', 'error')];
    expect(applySeverities(variables, { 'default-regex': 'warning', 'name-taken': 'off' })).toEqual(
      [found('default-regex', 'warning')],
    );
    const server = [
      { code: 'QuotaExceeded', severity: 'error', message: 'Too many.' },
      { severity: 'error', message: 'No code.' },
    ] as const;
    expect(applySeverities(server, { QuotaExceeded: 'warning', undefined: 'off' })).toEqual([
      { ...server[0], severity: 'warning' },
      server[1],
    ]);
  });

  it('takes only what the host itself says', () => {
    const overrides = Object.create({ 'schema-range': 'off' }) as SeverityOverrides;
    expect(applySeverities(list, overrides)).toBe(list);
  });
});
