import type { PackPreset } from '../model/packs';
import { findPresetMarker, writePresetMarker, type EnabledPreset } from './presetMarker';
import { applyChanges } from './text/editText';
import { resolveDottedPath } from './text/findPath';
import { createTextPlan } from './text/textPlan';
import { readSource, type ValuesSource } from './text/valuesSource';

/** The default text of a pack with presets on, computed as often as asked and read once each. */
export interface PresetComposer {
  readonly base: ValuesSource;
  readonly baseEntries: readonly EnabledPreset[];
  readonly hasBaseMarker: boolean;
  /** The preset of a marker's entry; undefined where the pack has none such. */
  find(entry: EnabledPreset): PackPreset | undefined;
  /** What a preset adds; null where it cannot be read. */
  readAdd(preset: PackPreset): ValuesSource | null;
  /** Whether the default text has it on already; its values are then what the text says. */
  isInBase(entry: EnabledPreset): boolean;
  /** The default text with exactly these on, marker included; null where one of them cannot be applied. */
  compose(entries: readonly EnabledPreset[]): ValuesSource | null;
}

/** Null where the default text cannot be read. */
export function createPresetComposer(
  base: string,
  presets: readonly PackPreset[],
): PresetComposer | null {
  const source = readSource(base);
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
  function readAdd(preset: PackPreset): ValuesSource | null {
    const known = adds.get(preset);
    if (known !== undefined) return known;
    const add = readSource(preset.add);
    adds.set(preset, add);
    return add;
  }
  function composeNew(entries: readonly EnabledPreset[]): ValuesSource | null {
    let result = source;
    for (const entry of entries) {
      const preset = isInBase(entry) ? undefined : find(entry);
      if (preset === undefined) continue;
      const add = readAdd(preset);
      if (result === null || add === null) return null;
      const text = applyPresetOnce(result, preset, add);
      if (text !== result.text) result = readSource(text);
    }
    if (result === null) return null;
    const text = writePresetMarker(result.text, entries);
    return text === result.text ? result : readSource(text);
  }

  return {
    base: source,
    baseEntries,
    hasBaseMarker: marker !== null,
    find,
    readAdd,
    isInBase,
    compose(entries) {
      const key = JSON.stringify(entries.map(({ group, name }) => [group, name]));
      const known = composed.get(key);
      if (known !== undefined) return known;
      const result = composeNew(entries);
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
