import {
  isMaskedDefault,
  type VariableDiagnostic,
  type VariableFaultCode,
} from '../model/variableChecks';
import type { ProfileVariable } from '../model/variables';
import { checkVariable } from './checkVariable';

/** What only an engine of RE2 can tell of the variables of a profile, in their order. Never throws. */
export function checkVariablePatterns(
  variables: readonly ProfileVariable[],
): readonly VariableDiagnostic[] {
  return variables.flatMap((variable, index) => {
    // Asterisks are no value, so they match nothing.
    const value = isMaskedDefault(variable) ? '' : variable.defaultValue;
    return checkVariable(value, variable).flatMap(({ code }) => {
      const fault = FAULTS[code];
      return fault === undefined
        ? []
        : [
            {
              ...fault,
              severity: 'error' as const,
              variableName: variable.name,
              index,
              params: {},
            },
          ];
    });
  });
}

/** The others `checkVariables` of the model tells by itself. */
const FAULTS: Readonly<
  Partial<Record<string, { code: VariableFaultCode; field: keyof ProfileVariable }>>
> = {
  'pattern-unreadable': { code: 'regex-unreadable', field: 'regex' },
  'value-pattern': { code: 'default-regex', field: 'defaultValue' },
};
