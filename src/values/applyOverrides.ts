import { readRemovals } from './removalNotes';
import { applyChanges } from './text/editText';
import { findSteps } from './text/findPath';
import { createTextPlan } from './text/textPlan';
import { drain } from './text/parseText';
import { breaksAliases, readSourceSteps } from './text/valuesSource';

export interface ApplyOverridesInput {
  readonly text: string;
  /** Values as minimal YAML, as `diffValues` writes them; a line `# @removed a.b` takes out the key `b` of `a`. */
  readonly overrides: string;
}

/**
 * Deep-merges values into a text: maps merge, lists and scalars replace, keys that are not there are added
 * at the end of their map, keys noted as removed are taken out. Comments of the overrides come along, markers
 * of presets do not. What is there already stays byte for byte. Where either text is no map of values, `text` is what was given.
 */
export function applyOverrides(input: ApplyOverridesInput): { readonly text: string } {
  return drain(applyOverridesSteps(input));
}

/** The same in steps, none longer than it takes to compose one of the texts. */
export function* applyOverridesSteps({
  text,
  overrides,
}: ApplyOverridesInput): Generator<undefined, { readonly text: string }> {
  const { paths, rest } = readRemovals(overrides);
  const from = yield* readSourceSteps(rest);
  if (from === null) return { text };
  yield;
  const source = yield* readSourceSteps(text);
  if (source === null) return { text };
  yield;
  const plan = createTextPlan(source);
  plan.merge(from);
  // What the overrides set is not taken out as well.
  for (const path of paths) if (findSteps(from.root, path) === null) plan.remove(path);
  const merged = applyChanges(text, plan.changes());
  if (merged === text) return { text };
  yield;
  const result = yield* readSourceSteps(merged);
  return { text: result === null || breaksAliases(source, result) ? text : merged };
}
