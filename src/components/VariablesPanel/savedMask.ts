import type { VariableDiagnostic } from '../../model/variableChecks';
import type { ProfileVariable } from '../../model/variables';

/**
 * Whether asterisks stand for a secret that the backend keeps: the default of a saved, masked variable that
 * nobody entered anew. Under another name the backend could not tell whose it is.
 */
export function isMaskKept(
  { name, isSensitive, defaultValue }: ProfileVariable,
  savedNames: ReadonlySet<string> | undefined,
): boolean {
  return isSensitive && /^\*{8,}$/.test(defaultValue) && savedNames?.has(name) === true;
}

/** The findings without those about asterisks that may stay. */
export function withoutKeptMasks(
  found: readonly VariableDiagnostic[],
  variables: readonly ProfileVariable[],
  savedNames: ReadonlySet<string> | undefined,
): readonly VariableDiagnostic[] {
  return found.filter(({ code, index }) => {
    const variable = variables[index];
    return code !== 'default-masked' || variable === undefined || !isMaskKept(variable, savedNames);
  });
}
