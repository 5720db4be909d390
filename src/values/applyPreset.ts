import type { PackPreset } from '../model/packs';
import type { ValuesPath } from '../model/textDiagnostic';
import { overwrittenValues, type OverwrittenValue } from './overwrittenValues';
import { applyPresetOnce, createPresetComposer, type PresetComposer } from './presetComposer';
import {
  canMarkPreset,
  findPresetMarker,
  removePresetMarker,
  writePresetMarker,
  type EnabledPreset,
} from './presetMarker';
import { outermost, presetPaths, replacedPaths } from './presetPaths';
import { isSameBody, likeText } from './presetTexts';
import { drain } from './text/parseText';
import { breaksAliases, readSourceSteps, type ValuesSource } from './text/valuesSource';
import { undoPreset } from './undoPreset';

export type { OverwrittenValue } from './overwrittenValues';

export interface ApplyPresetInput {
  /** The values as they are. */
  readonly text: string;
  /** The default values of the pack. */
  readonly base: string;
  /** All presets of the pack. */
  readonly presets: readonly PackPreset[];
  /** The choice; `name: null` switches the group off. */
  readonly preset: { readonly group: string; readonly name: string | null };
}

export interface AppliedPreset {
  readonly text: string;
  /** Values the user had edited and that are not in `text` any more: ask before taking it. */
  readonly overwritten: readonly OverwrittenValue[];
  /** Why nothing was done; `text` is then what was given. */
  readonly problem: PresetProblem | null;
}

export type PresetProblem =
  /** The text, or the pack's defaults, cannot be read as a map of values. */
  | 'text-unreadable'
  | 'base-unreadable'
  | 'preset-unknown'
  /** What the preset adds, or one that is on already, cannot be read. */
  | 'preset-unreadable'
  /** A group with comma or colon, or a name with a comma, would not be read back from the marker. */
  | 'preset-name-unfit'
  /** Something that is repeated elsewhere (`*anchor`) would be taken out. */
  | 'anchor-in-use';

/**
 * Switches a preset on, in place of the one of its group, or its group off. What the preset lists is taken
 * out, what it adds is merged in (maps merge, lists and scalars replace), and the marker names what is on.
 *
 * What the preset before it did is undone to what the defaults say. A text without edits becomes exactly
 * the defaults with the new choice; presets that the defaults have on by themselves are what their text
 * says. Edits elsewhere stay byte for byte. Never throws.
 */
export function applyPreset(input: ApplyPresetInput): AppliedPreset {
  return drain(applyPresetSteps(input));
}

/** The same in steps, none longer than it takes to compose one of the texts. */
export function* applyPresetSteps({
  text,
  base,
  presets,
  preset,
}: ApplyPresetInput): Generator<undefined, AppliedPreset> {
  const fail = (problem: PresetProblem): AppliedPreset => ({ text, overwritten: [], problem });
  const { group, name } = preset;
  const entry = name === null ? null : { group, name };
  if (entry !== null && !canMarkPreset(entry)) return fail('preset-name-unfit');
  const composer = yield* createPresetComposer(base, presets);
  if (composer === null) return fail('base-unreadable');
  if (entry !== null && composer.find(entry) === undefined) return fail('preset-unknown');

  const enabled = findPresetMarker(text)?.entries ?? [];
  const chosen = choose(enabled, entry, group, presets);
  yield;
  const unedited = yield* composer.compose(enabled);
  const target = yield* composer.compose(chosen);
  if (unedited === null || target === null) return fail('preset-unreadable');
  if (breaksAliases(composer.base, target)) return fail('anchor-in-use');
  yield;
  if (isSameBody(text, unedited.text)) {
    return { text: likeText(target.text, text), overwritten: [], problem: null };
  }

  const source = yield* readSourceSteps(text);
  if (source === null) return fail('text-unreadable');
  yield;
  const before = enabled.filter((other) => other.group === group);
  const how: Switch = { enabled, before, entry, unedited, target };
  const switched = yield* switchPreset(composer, source, how);
  if (switched === null) return fail('preset-unreadable');
  yield;
  const result = yield* readSourceSteps(switched.text);
  if (result === null || breaksAliases(source, result)) return fail('anchor-in-use');
  yield;
  const { paths, without } = switched;
  const defaults = before.some((other) => composer.isInBase(other)) ? [] : [without];
  return {
    text:
      chosen.length === 0 && !composer.hasBaseMarker
        ? removePresetMarker(switched.text)
        : writePresetMarker(switched.text, chosen),
    overwritten: overwrittenValues({ text: source, unedited, result, paths, defaults }),
    problem: null,
  };
}

interface Switch {
  readonly enabled: readonly EnabledPreset[];
  /** What of the group is on. */
  readonly before: readonly EnabledPreset[];
  readonly entry: EnabledPreset | null;
  readonly unedited: ValuesSource;
  readonly target: ValuesSource;
}

interface Switched {
  readonly text: string;
  readonly paths: readonly ValuesPath[];
  readonly without: ValuesSource;
}

/** An edited text: the preset before is undone under its own paths alone, the new one applied. */
function* switchPreset(
  composer: PresetComposer,
  source: ValuesSource,
  { enabled, before, entry, unedited, target }: Switch,
): Generator<undefined, Switched | null> {
  const without = yield* composer.compose(enabled.filter((other) => !before.includes(other)));
  if (without === null) return null;
  const texts = [source, unedited, without, target];
  const paths: ValuesPath[] = [];

  /** The text after it; null once it cannot be read. */
  function* undo(
    current: ValuesSource | null,
    other: EnabledPreset,
    to: ValuesSource,
  ): Generator<undefined, ValuesSource | null> {
    const preset = composer.find(other);
    const add = preset === undefined ? null : yield* composer.readAdd(preset);
    yield;
    if (preset === undefined || add === null || current === null) return current;
    const own = presetPaths(preset, add, texts);
    const undone = undoPreset({ text: current, add, paths: own, without: to });
    for (const path of [...own, ...undone.gone]) paths.push(path);
    yield;
    return undone.text === current.text ? current : yield* readSourceSteps(undone.text);
  }
  let current: ValuesSource | null = source;
  for (const other of before) current = yield* undo(current, other, without);
  if (entry !== null && composer.isInBase(entry)) current = yield* undo(current, entry, target);
  else if (entry !== null) {
    const preset = composer.find(entry);
    const add = preset === undefined ? null : yield* composer.readAdd(preset);
    if (preset === undefined || add === null || current === null) return null;
    yield;
    for (const path of presetPaths(preset, add, texts)) paths.push(path);
    for (const path of replacedPaths(add, source)) paths.push(path);
    return { text: applyPresetOnce(current, preset, add), paths: outermost(paths), without };
  }
  return current === null ? null : { text: current.text, paths: outermost(paths), without };
}

/** The marker's entries with one for a group: in the place of the one before, else in the pack's order. */
function choose(
  enabled: readonly EnabledPreset[],
  entry: EnabledPreset | null,
  group: string,
  presets: readonly PackPreset[],
): readonly EnabledPreset[] {
  const first = enabled.findIndex((other) => other.group === group);
  const others = enabled.filter((other) => other.group !== group);
  if (entry === null) return others;
  if (first !== -1) return [...others.slice(0, first), entry, ...others.slice(first)];
  const order = (other: EnabledPreset) =>
    presets.findIndex((preset) => preset.group === other.group);
  const next = others.findIndex((other) => order(other) > order(entry));
  return next === -1
    ? [...others, entry]
    : [...others.slice(0, next), entry, ...others.slice(next)];
}
