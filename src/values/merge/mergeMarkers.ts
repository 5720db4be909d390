import { findPresetMarker } from '../presetMarker';
import { lineStart } from './indent';

/** Where the line begins that says which presets are on; -1 without one. */
export function findMarkerLine(text: string): number {
  const marker = findPresetMarker(text);
  return marker === null ? -1 : lineStart(text, marker.from);
}

/**
 * The line of the marker with the presets of the new defaults and the user's choices: what the user switched
 * on or off stays so. Null where no preset is on and no side says so by an empty marker.
 */
export function mergeMarkers(base: string, mine: string, theirs: string): string | null {
  const [before, own, given] = [readMarker(base), readMarker(mine), readMarker(theirs)];
  const presets = new Map(given.presets);
  for (const [group, name] of own.presets) {
    if (before.presets.get(group) !== name) presets.set(group, name);
  }
  for (const group of before.presets.keys()) if (!own.presets.has(group)) presets.delete(group);
  if (given.line !== null && isSame(presets, given.presets)) return given.line;
  if (own.line !== null && isSame(presets, own.presets)) return own.line;
  if (presets.size === 0) return null;
  const separator = (own.line ?? given.line)?.includes(', ') === true ? ', ' : ',';
  const entries = [...presets].map(([group, name]) => `${group}:${name}`).join(separator);
  return `# spectrocloud.com/enabled-presets: ${entries}`;
}

interface ReadMarker {
  /** As it stands there; null without one. */
  readonly line: string | null;
  /** The preset of each group. */
  readonly presets: ReadonlyMap<string, string>;
}

function readMarker(text: string): ReadMarker {
  const marker = findPresetMarker(text);
  return {
    line: marker === null ? null : text.slice(marker.from, marker.to),
    presets: new Map(marker?.entries.map(({ group, name }) => [group, name])),
  };
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([group, name]) => b.get(group) === name);
}
