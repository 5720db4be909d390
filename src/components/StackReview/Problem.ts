import type { Severity } from '../../model/textDiagnostic';
import type { ReviewTarget } from './ReviewTarget';

/** Something that is known to be wrong or doubtful, in words. */
export interface Problem {
  readonly severity: Severity;
  readonly place: string;
  readonly text: string;
  /** Null where there is nothing to open. */
  readonly target: ReviewTarget | null;
  readonly targetName: string;
}

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors first; what weighs the same keeps its order. */
export function byWeight(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((one, other) => ORDER[one.severity] - ORDER[other.severity]);
}
