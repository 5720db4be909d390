import type { LayerDiagnostic } from '../model/diagnostics';
import type { TextDiagnostic } from '../model/textDiagnostic';
import type { CheckResults } from './stackChecker';
import { layerDiagnosticsOf, type TextCheck } from './textChecks';

export interface StackFindings {
  readonly findings: readonly LayerDiagnostic[];
  readonly byText: ReadonlyMap<string, readonly TextDiagnostic[]>;
}

/** Puts results together, with the same list and map as before where nothing changed. */
export function createFindings(): (
  checks: readonly TextCheck[],
  results: CheckResults,
) => StackFindings {
  const known = new WeakMap<readonly TextDiagnostic[], readonly LayerDiagnostic[]>();
  let last: StackFindings = { findings: [], byText: new Map() };

  function layerFindings(check: TextCheck, diagnostics: readonly TextDiagnostic[]) {
    const found = known.get(diagnostics) ?? layerDiagnosticsOf(check, diagnostics);
    known.set(diagnostics, found);
    return found;
  }

  return (checks, results) => {
    const parts = checks.flatMap((check) => {
      const diagnostics = results.get(check.textId)?.diagnostics;
      return diagnostics == null ? [] : [{ check, diagnostics }];
    });
    const isUnchanged =
      parts.length === last.byText.size &&
      [...last.byText].every(
        ([textId, diagnostics], at) =>
          parts[at]?.check.textId === textId && parts[at].diagnostics === diagnostics,
      );
    if (!isUnchanged) {
      last = {
        findings: parts.flatMap(({ check, diagnostics }) => layerFindings(check, diagnostics)),
        byText: new Map(parts.map(({ check, diagnostics }) => [check.textId, diagnostics])),
      };
    }
    return last;
  };
}
