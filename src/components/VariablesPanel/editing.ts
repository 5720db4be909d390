import {
  createVariable,
  type ProfileVariable,
  type VariableInProgress,
} from '../../model/variables';
import type { VariablesPanelStart } from './VariablesPanel';

/** The variable in the form. */
export interface Editing {
  /** Null for a new one. */
  readonly index: number | null;
  /** As it was before. */
  readonly variable: ProfileVariable;
  /** What was typed before. */
  readonly typed?: ProfileVariable | undefined;
  readonly startsAtFault?: boolean | undefined;
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

/** What was begun, to be continued; a variable that is gone meanwhile becomes a new one. */
export function continued(
  { name, variable: typed }: VariableInProgress,
  variables: readonly ProfileVariable[],
): Editing {
  const editing = name === null ? null : startOf({ type: 'edit', name }, variables);
  return { ...(editing ?? { index: null, variable: createVariable() }), typed };
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
