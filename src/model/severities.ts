import type { DiagnosticCode } from './diagnostics';
import type { Severity } from './textDiagnostic';

/** How much findings of a code weigh, where that is not as we see it; `off` leaves them out. */
export type SeverityOverrides = {
  readonly [Code in DiagnosticCode]?: Severity | 'off' | undefined;
};

/** Without these there is nothing to be sent, so they stay errors whatever is said of them. */
const FIXED: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'pack-missing',
  'pack-name-missing',
  'version-missing',
  'values-missing',
  'manifest-name-missing',
  'manifest-name-taken',
]);

/**
 * Findings with the severities that a host wants by code. Errors without which nothing can be sent,
 * such as a missing pack, stay errors. Returns the same list when it changes nothing, and the same
 * findings where they do not change.
 */
export function applySeverities<
  Diagnostic extends { readonly code: DiagnosticCode; readonly severity: Severity },
>(diagnostics: readonly Diagnostic[], overrides: SeverityOverrides): readonly Diagnostic[] {
  let isChanged = false;
  const result: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { code, severity } = diagnostic;
    const wanted = (Object.hasOwn(overrides, code) ? overrides[code] : undefined) ?? severity;
    if (wanted === severity || FIXED.has(code)) {
      result.push(diagnostic);
      continue;
    }
    isChanged = true;
    if (wanted !== 'off') result.push({ ...diagnostic, severity: wanted });
  }
  return isChanged ? result : diagnostics;
}
