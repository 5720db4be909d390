import type { ValuesPath } from '../model/textDiagnostic';
import { removeWithMaps } from './removeWithMaps';
import { applyChanges } from './text/editText';
import { findSteps } from './text/findPath';
import { splitLines } from './text/fragments';
import { createTextPlan, type TextPlan } from './text/textPlan';
import { drain } from './text/parseText';
import { breaksAliases, readSourceSteps, type ValuesSource } from './text/valuesSource';

export interface RestoreDefaultInput {
  readonly text: string;
  /** The default values, or the side of a merge that is to be taken. */
  readonly base: string;
  /** What to restore; `[]` is the whole text. */
  readonly path: ValuesPath;
}

/**
 * The text with the value at a path as `base` has it, with its quotes and the comment behind it: put in
 * where it is missing, taken out where `base` has none, and so are the maps that would be left empty.
 * Comments above a key that is taken out go only where `base` does not have them. Unchanged where one of the
 * texts is no map of values. Never throws.
 */
export function restoreDefault(input: RestoreDefaultInput): string {
  return drain(restoreDefaultSteps(input));
}

/** The same in steps, none longer than it takes to compose one of the texts. */
export function restoreDefaultSteps({
  text,
  base,
  path,
}: RestoreDefaultInput): Generator<undefined, string> {
  return restoreDefaultsSteps({ text, base, paths: [path] });
}

export interface RestoreDefaultsInput extends Omit<RestoreDefaultInput, 'path'> {
  /** None of them within another. */
  readonly paths: readonly ValuesPath[];
}

/** The same for several paths, for which each text is read once. */
export function* restoreDefaultsSteps({
  text,
  base,
  paths,
}: RestoreDefaultsInput): Generator<undefined, string> {
  if (paths.length === 0) return text;
  if (paths.some((path) => path.length === 0) || text === base) return base;
  const source = yield* readSourceSteps(text);
  if (source === null) return text;
  yield;
  const from = yield* readSourceSteps(base);
  if (from === null) return text;
  yield;
  const plan = createTextPlan(source);
  const missing: ValuesPath[] = [];
  for (const path of paths) {
    if (findSteps(from.root, path) !== null) plan.copy(path, from);
    else if (findSteps(source.root, path) !== null) missing.push(path);
  }
  if (missing.length > 0) removeFrom(plan, source, from, missing);
  const restored = applyChanges(text, plan.changes());
  if (restored === text) return text;
  yield;
  const result = yield* readSourceSteps(restored);
  return result === null || breaksAliases(source, result) ? text : restored;
}

/** With the maps that only stood around them. */
function removeFrom(
  plan: TextPlan,
  source: ValuesSource,
  from: ValuesSource,
  paths: readonly ValuesPath[],
): void {
  const { gone, restored } = removeWithMaps(source, from, paths);
  const known = new Set(splitLines(from.text).map((line) => line.trim()));
  for (const other of restored) plan.copy(other, from);
  for (const other of gone) {
    plan.remove(other, {
      above: (lines) => {
        const stay = lines.findLastIndex((line) => !line.startsWith('#') || known.has(line));
        return lines.flatMap((_, index) => (index > stay ? [index] : []));
      },
    });
  }
}
