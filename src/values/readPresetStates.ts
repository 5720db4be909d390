import type { PackPreset } from '../model/packs';
import type { ValuesPath } from '../model/textDiagnostic';
import { createPresetComposer, type PresetComposer } from './presetComposer';
import { findPresetMarker, type EnabledPreset } from './presetMarker';
import { differs } from './overwrittenValues';
import { ownMaps, presetPaths } from './presetPaths';
import { findSteps, valueOf } from './text/findPath';
import { isSameValue } from './text/sameValue';
import { drain } from './text/parseText';
import { readSourceSteps, type ValuesSource } from './text/valuesSource';

/** How a preset that a text names stands with the text. */
export interface PresetState {
  readonly group: string;
  readonly name: string;
  /** False for presets that this version of the pack does not have. */
  readonly isKnown: boolean;
  /** Values under the preset's paths are not what it says any more, or the user added to a map of its own. */
  readonly isModified: boolean;
}

export interface ReadPresetStatesInput {
  readonly text: string;
  /** The default values of the pack. */
  readonly base: string;
  readonly presets: readonly PackPreset[];
}

/**
 * The presets that the marker of a text names, in its order, and whether the text still says what they say.
 * Presets that are on in the defaults are taken as the defaults have them. In a text that cannot be read
 * none is modified, as nothing can be said. Never throws.
 */
export function readPresetStates(input: ReadPresetStatesInput): readonly PresetState[] {
  return drain(readPresetStatesSteps(input));
}

/** The same in steps, none longer than it takes to compose one of the texts. */
export function* readPresetStatesSteps({
  text,
  base,
  presets,
}: ReadPresetStatesInput): Generator<undefined, readonly PresetState[]> {
  const entries = findPresetMarker(text)?.entries ?? [];
  if (entries.length === 0) return [];
  const source = yield* readSourceSteps(text);
  yield;
  const composer = source === null ? null : yield* createPresetComposer(base, presets);
  const states: PresetState[] = [];
  for (const entry of entries) {
    yield;
    states.push({
      ...entry,
      isKnown: presets.some(({ group, name }) => group === entry.group && name === entry.name),
      isModified:
        source !== null &&
        composer !== null &&
        (yield* isModified(composer, source, entry, entries)),
    });
  }
  return states;
}

function* isModified(
  composer: PresetComposer,
  source: ValuesSource,
  entry: EnabledPreset,
  entries: readonly EnabledPreset[],
): Generator<undefined, boolean> {
  const preset = composer.find(entry);
  const add = preset === undefined ? null : yield* composer.readAdd(preset);
  const expected = yield* composer.compose(entries);
  yield;
  if (preset === undefined || add === null || expected === null) return false;
  const isOther = presetPaths(preset, add, [source, expected]).some(
    (path) => !isSameAt(source, expected, path),
  );
  if (isOther || composer.isInBase(entry)) return isOther;
  const without = yield* composer.compose(entries.filter((other) => other !== entry));
  yield;
  return without !== null && ownMaps(add, without).some((path) => differs(source, expected, path));
}

function isSameAt(source: ValuesSource, other: ValuesSource, path: ValuesPath): boolean {
  const mine = findSteps(source.root, path)?.at(-1);
  const theirs = findSteps(other.root, path)?.at(-1);
  if (mine === undefined || theirs === undefined) return mine === theirs;
  return isSameValue(
    { document: source.document, node: valueOf(mine) },
    { document: other.document, node: valueOf(theirs) },
  );
}
