import type { PackPreset } from '../model/packs';
import { findPresetMarker, writePresetMarker, type EnabledPreset } from './presetMarker';
import { applyChanges } from './text/editText';
import { resolveDottedPath } from './text/findPath';
import { createTextPlan } from './text/textPlan';
import { readSourceSteps, type ValuesSource } from './text/valuesSource';

/** The default text of a pack with presets on, computed as often as asked and read once each, in steps. */
export interface PresetComposer {
  readonly base: ValuesSource;
  readonly baseEntries: readonly EnabledPreset[];
  readonly hasBaseMarker: boolean;
  /** The preset of a marker's entry; undefined where the pack has none such. */
  find(entry: EnabledPreset): PackPreset | undefined;
  /** What a preset adds; null where it cannot be read. */
  readAdd(preset: PackPreset): Generator<undefined, ValuesSource | null>;
  /** Whether the default text has it on already; its values are then what the text says. */
  isInBase(entry: EnabledPreset): boolean;
  /** The default text with exactly these on, marker included; null where one of them cannot be applied. */
  compose(entries: readonly EnabledPreset[]): Generator<undefined, ValuesSource | null>;
}

/** Null where the default text cannot be read. */
export function* createPresetComposer(
  base: string,
  presets: readonly PackPreset[],
): Generator<undefined, PresetComposer | null> {
  const source = yield* readSourceSteps(base);
  if (source === null) return null;
  const marker = findPresetMarker(base);
  const baseEntries = marker?.entries ?? [];
  const adds = new Map<PackPreset, ValuesSource | null>();
  const composed = new Map<string, ValuesSource | null>();

  function find({ group, name }: EnabledPreset): PackPreset | undefined {
    return presets.find((preset) => preset.group === group && preset.name === name);
  }
  function isInBase({ group, name }: EnabledPreset): boolean {
    return baseEntries.some((entry) => entry.group === group && entry.name === name);
  }
  function* readAdd(preset: PackPreset): Generator<undefined, ValuesSource | null> {
    const known = adds.get(preset);
    if (known !== undefined) return known;
    const add = yield* readSourceSteps(preset.add);
    adds.set(preset, add);
    return add;
  }
  function* composeNew(
    start: ValuesSource,
    entries: readonly EnabledPreset[],
  ): Generator<undefined, ValuesSource | null> {
    let result = start;
    let { text } = result;
    for (const entry of entries) {
      const preset = isInBase(entry) ? undefined : find(entry);
      if (preset === undefined) continue;
      const add = yield* readAdd(preset);
      if (add === null) return null;
      if (text !== result.text) {
        const read = yield* readSourceSteps(text);
        if (read === null) return null;
        result = read;
      }
      yield;
      text = applyPresetOnce(result, preset, add);
    }
    // The marker is written before the last text is read, which saves reading it twice.
    text = writePresetMarker(text, entries);
    yield;
    return text === result.text ? result : yield* readSourceSteps(text);
  }

  return {
    base: source,
    baseEntries,
    hasBaseMarker: marker !== null,
    find,
    readAdd,
    isInBase,
    *compose(entries) {
      const key = JSON.stringify(entries.map(({ group, name }) => [group, name]));
      const known = composed.get(key);
      if (known !== undefined) return known;
      const result = yield* composeNew(source, entries);
      composed.set(key, result);
      return result;
    },
  };
}

/** Takes out what a preset removes, then merges what it adds; the marker stays as it is. */
export function applyPresetOnce(
  source: ValuesSource,
  { remove }: PackPreset,
  add: ValuesSource,
): string {
  const plan = createTextPlan(source);
  for (const dotted of remove) {
    for (const path of resolveDottedPath(source.root, dotted)) plan.remove(path);
  }
  plan.merge(add);
  return applyChanges(source.text, plan.changes());
}
