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
import { outermost, presetPaths } from './presetPaths';
import { lineEndOf } from './text/lineEnd';
import { breaksAliases, readSource, type ValuesSource } from './text/valuesSource';
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
export function applyPreset({ text, base, presets, preset }: ApplyPresetInput): AppliedPreset {
  const fail = (problem: PresetProblem): AppliedPreset => ({ text, overwritten: [], problem });
  const { group, name } = preset;
  const entry = name === null ? null : { group, name };
  if (entry !== null && !canMarkPreset(entry)) return fail('preset-name-unfit');
  const composer = createPresetComposer(base, presets);
  if (composer === null) return fail('base-unreadable');
  if (entry !== null && composer.find(entry) === undefined) return fail('preset-unknown');

  const enabled = findPresetMarker(text)?.entries ?? [];
  const chosen = choose(enabled, entry, group, presets);
  const unedited = composer.compose(enabled);
  const target = composer.compose(chosen);
  if (unedited === null || target === null) return fail('preset-unreadable');
  if (breaksAliases(composer.base, target)) return fail('anchor-in-use');
  if (isSameBody(text, unedited.text)) {
    return { text: likeText(target.text, text), overwritten: [], problem: null };
  }

  const source = readSource(text);
  if (source === null) return fail('text-unreadable');
  const before = enabled.filter((other) => other.group === group);
  const switched = switchPreset(composer, source, { enabled, before, entry, unedited, target });
  if (switched === null) return fail('preset-unreadable');
  const result = readSource(switched.text);
  if (result === null || breaksAliases(source, result)) return fail('anchor-in-use');
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

/** An edited text: the preset before is undone under its own paths alone, the new one applied. */
function switchPreset(
  composer: PresetComposer,
  source: ValuesSource,
  { enabled, before, entry, unedited, target }: Switch,
): {
  readonly text: string;
  readonly paths: readonly ValuesPath[];
  readonly without: ValuesSource;
} | null {
  const without = composer.compose(enabled.filter((other) => !before.includes(other)));
  if (without === null) return null;
  const texts = [source, unedited, without, target];
  const paths: ValuesPath[] = [];

  /** The text after it; null once it cannot be read. */
  const undo = (
    current: ValuesSource | null,
    other: EnabledPreset,
    to: ValuesSource,
  ): ValuesSource | null => {
    const preset = composer.find(other);
    const add = preset === undefined ? null : composer.readAdd(preset);
    if (preset === undefined || add === null || current === null) return current;
    const own = presetPaths(preset, add, texts);
    const undone = undoPreset({ text: current, add, paths: own, without: to });
    paths.push(...own, ...undone.gone);
    return undone.text === current.text ? current : readSource(undone.text);
  };
  let current = before.reduce<ValuesSource | null>(
    (text, other) => undo(text, other, without),
    source,
  );
  if (entry !== null && composer.isInBase(entry)) current = undo(current, entry, target);
  else if (entry !== null) {
    const preset = composer.find(entry);
    const add = preset === undefined ? null : composer.readAdd(preset);
    if (preset === undefined || add === null || current === null) return null;
    paths.push(...presetPaths(preset, add, texts));
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

/** The marker, the kind of line ends and line ends at the very end do not count. */
function isSameBody(text: string, other: string): boolean {
  return bodyOf(text) === bodyOf(other);
}

function bodyOf(text: string): string {
  return removePresetMarker(text)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n+$/, '');
}

/** With byte order mark, line ends and last line end as another text has them. */
function likeText(text: string, other: string): string {
  const lineEnd = lineEndOf(other);
  const mark = other.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\n', lineEnd);
  if (other.endsWith('\n') === body.endsWith('\n') || other.trim() === '') return mark + body;
  return mark + (other.endsWith('\n') ? body + lineEnd : body.replace(/(?:\r?\n)+$/, ''));
}
