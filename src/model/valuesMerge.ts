import type { ValuesPath } from './textDiagnostic';

/** Why two sides of a merge cannot both be had. */
export type MergeConflictKind =
  /** The user and the new version changed the same value differently. */
  | 'both-changed'
  /** The user edited what the new version no longer has. */
  | 'removed-in-new'
  /** The user removed what the new version changed. */
  | 'removed-by-user';

/** The lines around a conflict in the merged text, up to three on each side, in their order. */
export interface ConflictSurroundings {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Whose side stands, or is to stand, in a conflict. */
export type ConflictSide = 'mine' | 'theirs';

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
  /** For a conflict without path, whose sides are whole lines: how they are found in a text edited since. */
  readonly around?: ConflictSurroundings | undefined;
}

/** The lines of a side of a conflict; none where it has nothing there. */
export function linesOfSide(side: string | null): readonly string[] {
  return side === null ? [] : side.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** What a merge makes of three texts. */
export interface MergeResult {
  /** The new defaults with the user's edits; in a conflict the user's side. */
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
  /** Edits that were carried over without question. */
  readonly carried: readonly ValuesPath[];
}
