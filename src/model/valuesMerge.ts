import type { ValuesPath } from './textDiagnostic';

/** Why two sides of a merge cannot both be had. */
export type MergeConflictKind =
  /** The user and the new version changed the same value differently. */
  | 'both-changed'
  /** The user edited what the new version no longer has. */
  | 'removed-in-new'
  /** The user removed what the new version changed. */
  | 'removed-by-user';

/** One place where the new defaults and the user's edits contradict each other. */
export interface MergeConflict {
  readonly kind: MergeConflictKind;
  readonly path: ValuesPath;
  /** The source text of the value in the old defaults; null where it is not there. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
  /** Where it stands in the merged text, from 1. */
  readonly line: number;
}

/** What a merge makes of three texts. */
export interface MergeResult {
  /** The new defaults with the user's edits; in a conflict the user's side. */
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
  /** Edits that were carried over without question. */
  readonly carried: readonly ValuesPath[];
}
