import type { PackPreset } from '../../model/packs';

/** A preset whose `add` text ends with a line break, as texts of files do. */
export function preset(
  group: string,
  name: string,
  displayName: string,
  remove: readonly string[],
  add: string,
): PackPreset {
  return { name, displayName, group, remove, add: `${add}\n` };
}

/** The line that says which presets a text has on. */
export function enabledPresets(
  ...pairs: readonly (readonly [group: string, name: string])[]
): string {
  return `# spectrocloud.com/enabled-presets: ${pairs.map((pair) => pair.join(':')).join(',')}`;
}
