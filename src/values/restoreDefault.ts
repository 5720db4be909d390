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
 * where it is missing, taken out where `base` has none, and so are the maps that would be left empty. Comments above a key that is taken out go only
 * where `base` does not have them. Unchanged where one of the texts is no map of values. Never throws.
 */
export function restoreDefault(input: RestoreDefaultInput): string {
  return drain(restoreDefaultSteps(input));
}

/** The same in steps, none longer than it takes to compose one of the texts. */
export function* restoreDefaultSteps({
  text,
  base,
  path,
}: RestoreDefaultInput): Generator<undefined, string> {
  if (path.length === 0 || text === base) return base;
  const source = yield* readSourceSteps(text);
  if (source === null) return text;
  yield;
  const from = yield* readSourceSteps(base);
  if (from === null) return text;
  yield;
  const plan = createTextPlan(source);
  if (findSteps(from.root, path) !== null) {
    plan.copy(path, from);
  } else {
    removeFrom(plan, source, from, path);
  }
  const restored = applyChanges(text, plan.changes());
  if (restored === text) return text;
  yield;
  const result = yield* readSourceSteps(restored);
  return result === null || breaksAliases(source, result) ? text : restored;
}

/** With the maps that only stood around it. What is not there, and has no map around it, stays so. */
function removeFrom(
  plan: TextPlan,
  source: ValuesSource,
  from: ValuesSource,
  path: ValuesPath,
): void {
  if (findSteps(source.root, path) === null) return;
  const { gone, restored } = removeWithMaps(source, from, [path]);
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
