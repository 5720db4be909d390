import { isScalar } from 'yaml';
import { MASKED_VALUE } from '../../model/secrets';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { finding } from './diagnostic';
import { findLeaves } from './findLeaves';

const MASKED = /^\*{8,}$/;

/** Asterisks in the place of a secret, as drafts and exports have them. */
export function checkMasked(contents: unknown, text: string): TextDiagnostic[] {
  if (!text.includes(MASKED_VALUE)) return [];
  return findLeaves(contents, text).flatMap(({ node, from, to, path }) =>
    isScalar(node) && typeof node.value === 'string' && MASKED.test(node.value)
      ? [finding('secret-masked', 'error', { from, to }, { path })]
      : [],
  );
}

/** Without what the asterisks are said to be beside that. */
export function withoutThatOfMasked(
  found: readonly TextDiagnostic[],
  masked: readonly TextDiagnostic[],
): readonly TextDiagnostic[] {
  if (masked.length === 0) return found;
  const places = new Set(masked.map(({ from }) => from));
  return found.filter(({ from }) => !places.has(from));
}
