import type { ValuesPath } from '../model/textDiagnostic';
import { applyChanges } from './text/editText';
import { findSteps } from './text/findPath';
import { splitLines } from './text/fragments';
import { createTextPlan } from './text/textPlan';
import { drain } from './text/parseText';
import { breaksAliases, readSourceSteps } from './text/valuesSource';

export interface RestoreDefaultInput {
  readonly text: string;
  /** The default values, or the side of a merge that is to be taken. */
  readonly base: string;
  /** What to restore; `[]` is the whole text. */
  readonly path: ValuesPath;
}

/**
 * The text with the value at a path as `base` has it, with its quotes and the comment behind it: put in
 * where it is missing, taken out where `base` has none. Comments above a key that is taken out go only
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
    const known = new Set(splitLines(base).map((line) => line.trim()));
    plan.remove(path, {
      above: (lines) => {
        const stay = lines.findLastIndex((line) => !line.startsWith('#') || known.has(line));
        return lines.flatMap((_, index) => (index > stay ? [index] : []));
      },
    });
  }
  const restored = applyChanges(text, plan.changes());
  if (restored === text) return text;
  yield;
  const result = yield* readSourceSteps(restored);
  return result === null || breaksAliases(source, result) ? text : restored;
}
