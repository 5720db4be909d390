import type { TextDiagnostic } from '../model/textDiagnostic';
import { orderFindings } from './checking/diagnostic';
import { findLeaves } from './checking/findLeaves';
import { checkReferenceSteps } from './references/checkReferenceSteps';
import type { ReferenceContext } from './references/referenceContext';
import { drain, parseText } from './text/parseText';

/**
 * Findings about the references of a text of values (`{{.spectro.var.name}}` and its like) alone. Other `{{ }}`
 * are never wrong. Included in `checkValues` and `checkManifest`. Never throws.
 */
export function checkReferences(text: string, context: ReferenceContext): TextDiagnostic[] {
  if (!text.includes('spectro')) return [];
  const parsed = parseText(text);
  const leaves = parsed.ok ? findLeaves(parsed.document.contents, text) : [];
  return orderFindings(drain(checkReferenceSteps(text, leaves, context)));
}
