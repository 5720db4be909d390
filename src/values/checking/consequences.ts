import type { TextDiagnostic } from '../../model/textDiagnostic';
import { lineAt } from './diagnostic';

/**
 * A reference without quotes is what breaks its line: then that is said, as an
 * error (in `references`), and not the rest.
 */
export function withoutConsequences(
  text: string,
  syntax: readonly TextDiagnostic[],
  references: TextDiagnostic[],
): readonly TextDiagnostic[] {
  return syntax.filter((problem) => {
    if (problem.code !== 'yaml-syntax') return true;
    const line = lineAt(text, problem.from);
    const index = references.findIndex(
      ({ code, from }) => code === 'reference-unquoted' && from >= line.from && from < line.to,
    );
    const cause = references[index];
    if (cause === undefined) return true;
    references[index] = { ...cause, severity: 'error' };
    return false;
  });
}
