import { createVariable, type ProfileVariable } from '../../model/variables';
import type { VariablesPanelStart } from './VariablesPanel';

/** The variable in the form; `index` is null for a new one. */
export interface Editing {
  readonly index: number | null;
  readonly variable: ProfileVariable;
}

export function startOf(
  start: VariablesPanelStart | undefined,
  variables: readonly ProfileVariable[],
): Editing | null {
  if (start === undefined) return null;
  if (start.type === 'create') {
    return { index: null, variable: start.variable ?? createVariable() };
  }
  const index = variables.findIndex(({ name }) => name === start.name);
  const variable = variables[index];
  return variable === undefined ? null : { index, variable };
}

/** Where the edited variable stands by now; -1 for a new one, and for one that is gone. */
export function placeOf(
  { index, variable }: Editing,
  variables: readonly ProfileVariable[],
): number {
  if (index === null) return -1;
  if (variables[index] === variable) return index;
  return variables.findIndex(({ name }) => name === variable.name);
}
