import type { ConflictSide, MergeConflict } from '../model/valuesMerge';
import { replaceLines } from './merge/replaceLines';
import { restoreDefaultsSteps } from './restoreDefault';
import { drain } from './text/parseText';

export interface ResolveConflictsInput {
  /** The merged text, which may have been edited since. */
  readonly text: string;
  readonly conflicts: readonly (MergeConflict & {
    /** The side that was taken before; without one the text has the user's. */
    readonly taken?: ConflictSide | null | undefined;
  })[];
  readonly take: ConflictSide;
  /** The whole text of that side. */
  readonly source: string;
}

/**
 * The text with one side of some conflicts of a merge. Nothing else changes, so other conflicts can be decided
 * later. Null where one cannot be found in the text any more. Never throws.
 */
export function resolveConflicts(input: ResolveConflictsInput): string | null {
  return drain(resolveConflictsSteps(input));
}

/** The same in steps, none longer than it takes to compose the text. */
export function* resolveConflictsSteps({
  text,
  conflicts,
  take,
  source,
}: ResolveConflictsInput): Generator<undefined, string | null> {
  let result = text;
  // From the end, so that the lines of those above stay where they are.
  for (const conflict of [...conflicts].sort((a, b) => b.line - a.line)) {
    if (conflict.path.length > 0) continue;
    const now = conflict.taken ?? 'mine';
    const replaced = now === take ? result : replaceLines(result, conflict, now, take);
    if (replaced === null) return null;
    result = replaced;
    yield;
  }
  const paths = conflicts.flatMap(({ path }) => (path.length > 0 ? [path] : []));
  return yield* restoreDefaultsSteps({ text: result, base: source, paths });
}
