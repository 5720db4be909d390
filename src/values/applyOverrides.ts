import { applyChanges } from './text/editText';
import { createTextPlan } from './text/textPlan';
import { breaksAliases, readSource } from './text/valuesSource';

export interface ApplyOverridesInput {
  readonly text: string;
  /** Values as minimal YAML, as `diffValues` writes them. */
  readonly overrides: string;
}

/**
 * Deep-merges values into a text: maps merge, lists and scalars replace, keys that are not there are added
 * at the end of their map. Comments of the overrides come along, markers of presets do not. What is there
 * already stays byte for byte. Where either text is no map of values, `text` is what was given.
 */
export function applyOverrides({ text, overrides }: ApplyOverridesInput): {
  readonly text: string;
} {
  const source = readSource(text);
  const from = readSource(overrides);
  if (source === null || from === null) return { text };
  const plan = createTextPlan(source);
  plan.merge(from);
  const merged = applyChanges(text, plan.changes());
  if (merged === text) return { text };
  const result = readSource(merged);
  return { text: result === null || breaksAliases(source, result) ? text : merged };
}
