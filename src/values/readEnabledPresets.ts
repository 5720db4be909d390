import { findPresetMarker, type EnabledPreset } from './presetMarker';

export type { EnabledPreset } from './presetMarker';

/**
 * The presets that a values text says are on, in the order of its marker
 * `# spectrocloud.com/enabled-presets: Group:name,Group:name`.
 *
 * The marker counts only among the comments and blank lines before the first other line; nothing behind
 * them is read. The first one decides, even when it is empty. The first colon of an entry separates; an
 * entry without group or name is left out. Never throws.
 */
export function readEnabledPresets(text: string): readonly EnabledPreset[] {
  return findPresetMarker(text)?.entries ?? [];
}
