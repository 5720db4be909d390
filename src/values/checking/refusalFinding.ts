import type { Severity, TextDiagnostic } from '../../model/textDiagnostic';
import type { Refusal } from '../text/scanText';
import { finding } from './diagnostic';

/** Severities of what is not read: texts that are too large may be right, no backend takes the others. */
const refusalSeverity: Readonly<Record<Refusal['refused'], Severity>> = {
  'yaml-too-large': 'warning',
  'yaml-too-deep': 'error',
  'yaml-alias-bomb': 'error',
  'yaml-several-documents': 'error',
};

/** Why a text is not checked. */
export function refusalFinding(refusal: Refusal): TextDiagnostic {
  return finding(refusal.refused, refusalSeverity[refusal.refused], refusal);
}
