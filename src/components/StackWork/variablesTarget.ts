import type { ReviewTarget } from '../StackReview/ReviewTarget';

/** How the variables are opened. */
export interface VariablesTarget {
  /** The variable whose form is open; undefined for the list. */
  readonly openName: string | undefined;
}

export const VARIABLES_LIST: VariablesTarget = { openName: undefined };

/** The variables that a problem led to; null where it led elsewhere. */
export function variablesTarget(target: ReviewTarget | null): VariablesTarget | null {
  if (target?.stepId !== 'layers' || target.opensVariables !== true) return null;
  return { openName: target.variableName };
}
