import type { DiagnosticCode } from './diagnostics';
import type { Severity } from './textDiagnostic';
import type { VariableFaultCode } from './variableChecks';

/** A severity, or `off` to leave findings of a code out. */
export type WantedSeverity = Severity | 'off';

/**
 * How much findings of a code weigh, where that is not as we see it; `off` leaves them out. The codes are
 * those of findings about layers and texts (`DiagnosticCode`), of faults of variables
 * (`VariableFaultCode`), and whatever `validateProfile` of the adapter answers as `code`. A code that the
 * server shares with us counts for both.
 */
export type SeverityOverrides = {
  readonly [Code in DiagnosticCode | VariableFaultCode]?: WantedSeverity | undefined;
} & { readonly [serverCode: string]: WantedSeverity | undefined };

/** What every host gets that says nothing. */
export const NO_OVERRIDES: SeverityOverrides = {};

/** Without these there is nothing to be sent, so they stay errors whatever is said of them. */
const FIXED: ReadonlySet<string> = new Set<DiagnosticCode | VariableFaultCode>([
  'pack-missing',
  'pack-name-missing',
  'version-missing',
  'values-missing',
  'manifest-name-missing',
  'manifest-name-taken',
  'name-missing',
]);

/**
 * Findings with the severities that a host wants by code. Errors without which nothing can be sent,
 * such as a missing pack, stay errors. Returns the same list when it changes nothing, and the same
 * findings where they do not change.
 */
export function applySeverities<
  Finding extends { readonly code?: string | undefined; readonly severity: Severity },
>(findings: readonly Finding[], overrides: SeverityOverrides): readonly Finding[] {
  let isChanged = false;
  const result: Finding[] = [];
  for (const finding of findings) {
    const { code, severity } = finding;
    const wanted =
      (code !== undefined && Object.hasOwn(overrides, code) ? overrides[code] : undefined) ??
      severity;
    if (wanted === severity || (code !== undefined && FIXED.has(code))) {
      result.push(finding);
      continue;
    }
    isChanged = true;
    if (wanted !== 'off') result.push({ ...finding, severity: wanted });
  }
  return isChanged ? result : findings;
}

/** Whether anything of it stands in the way of saving. */
export function hasErrors(findings: readonly { readonly severity: Severity }[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
