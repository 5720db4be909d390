import type { ReviewTarget } from '../StackReview/ReviewTarget';
import type { VariablesPanelStart } from '../VariablesPanel/VariablesPanel';

/** How the variables are opened. */
export interface VariablesTarget {
  /** Undefined for the list. */
  readonly defaultOpen: VariablesPanelStart | undefined;
}

/** The variables that a problem led to; null where it led elsewhere. */
export function variablesTarget(target: ReviewTarget | null): VariablesTarget | null {
  if (target?.stepId !== 'layers' || target.opensVariables !== true) return null;
  const { variableName: name } = target;
  return { defaultOpen: name === undefined ? undefined : { type: 'edit', name } };
}
