import { readEnabledPresets } from '../readEnabledPresets';

const MARKER_LINE = /^#[ \t]*spectrocloud\.com\/enabled-presets[ \t]*:/;

/** Where the line of the marker begins; -1 without one. It counts only above the first line of values. */
export function findMarker(text: string): number {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? undefined : end).trim();
    if (MARKER_LINE.test(line)) return start;
    if ((line !== '' && !line.startsWith('#')) || end === -1) return -1;
    start = end + 1;
  }
  return -1;
}

/**
 * The line of the marker with the presets of the new defaults and the user's choices: what the user switched
 * on or off stays so. Null where no preset is on and no side says so by an empty marker.
 */
export function mergeMarkers(base: string, mine: string, theirs: string): string | null {
  const [before, own, result] = [base, mine, theirs].map(
    (text) => new Map(readEnabledPresets(text).map(({ group, name }) => [group, name])),
  ) as [Map<string, string>, Map<string, string>, Map<string, string>];
  const given = new Map(result);
  for (const [group, name] of own) if (before.get(group) !== name) result.set(group, name);
  for (const group of before.keys()) if (!own.has(group)) result.delete(group);
  if (isSame(result, given) && findMarker(theirs) !== -1) return markerLine(theirs);
  if (isSame(result, own) && findMarker(mine) !== -1) return markerLine(mine);
  if (result.size === 0) return null;
  const presets = [...result].map(([group, name]) => `${group}:${name}`).join(',');
  return `# spectrocloud.com/enabled-presets: ${presets}`;
}

/** As it stands in a text that has one. */
function markerLine(text: string): string {
  const start = findMarker(text);
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([group, name]) => b.get(group) === name);
}
