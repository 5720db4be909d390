import type { TextDiagnostic } from '../../model/textDiagnostic';
import type { CheckValuesOptions } from '../checkValues';
import { findPresetMarker } from '../presetMarker';
import { finding } from './diagnostic';

/** Presets that the marker of a text names and that are none of those there are. */
export function checkPresets(
  text: string,
  { presets, base = '' }: Pick<CheckValuesOptions, 'presets' | 'base'>,
): TextDiagnostic[] {
  const marker = presets === undefined ? null : findPresetMarker(text);
  if (presets === undefined || marker === null) return [];
  // Some packs name presets in their own values that they do not have.
  const known = [...presets, ...(findPresetMarker(base)?.entries ?? [])];
  const found: TextDiagnostic[] = [];
  let at = marker.entriesFrom;
  for (const part of text.slice(marker.entriesFrom, marker.to).split(',')) {
    const entry = part.trim();
    const colon = entry.indexOf(':');
    const [group, name] = [
      entry.slice(0, Math.max(colon, 0)).trim(),
      entry.slice(colon + 1).trim(),
    ];
    const from = at + part.length - part.trimStart().length;
    at += part.length + 1;
    if (group === '' || name === '') continue;
    if (known.some((preset) => preset.group === group && preset.name === name)) continue;
    const range = { from, to: from + entry.length };
    found.push(finding('preset-unknown', 'warning', range, { params: { group, preset: name } }));
  }
  return found;
}
