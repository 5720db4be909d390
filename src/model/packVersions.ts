import type { PackTag } from './packs';

/** Concrete versions under the group they belong to, as a version list shows them. */
export interface PackVersionGroup {
  /** Such as `1.33.x`; null for the versions that belong to no group. */
  readonly tag: string | null;
  /** The group's own row, which can be chosen to follow new releases. Null where there is none. */
  readonly resolvesTo: PackTag | null;
  /** Concrete versions, newest first. Empty for a group whose versions are not listed. */
  readonly members: readonly PackTag[];
}

/**
 * Orders pack versions from old to new. It takes any string and never throws, and two strings compare
 * as 0 only when they are identical, so sorting gives one result whatever the order before.
 *
 * - Dotted numbers of any count; missing ones are 0, leading zeros, a leading `v` and a prefix such as
 *   `LTS__` do not count: `22.04` is `22.4.0`.
 * - A suffix that starts with a word for work in progress (`-rc.1`, `-beta`) is older than its base.
 *   Any other is a rebuild and newer, where semver would say older: `-rev10`, `-rev2`, `-up.1`, `+k3s1`,
 *   and the date in `0.30.0-5.5.2026`.
 * - A group stands just above all of its members: `1.33.9`, `1.33.x`, `1.34.0`, `1.x`, `2.0.0`.
 * - What does not start like a version is older than all that does, and ordered by code unit.
 * - Different spellings of one version (`1.5`, `v1.5.0`) are ordered by code unit.
 */
export function comparePackVersions(a: string, b: string): number {
  const left = readVersion(a);
  const right = readVersion(b);
  if (left === null || right === null) {
    if (left !== null) return 1;
    if (right !== null) return -1;
    return compareCodeUnits(a, b);
  }
  return (
    compareReleases(left.release, right.release) ||
    compareSuffixes(left.suffix, right.suffix) ||
    compareCodeUnits(a, b)
  );
}

/** Whether a row is a group such as `1.33.x`, which stands for its newest release. */
export function isGroupTag(tag: PackTag): boolean {
  return tag.tag !== tag.version || /\.x$/i.test(tag.tag);
}

/**
 * Arranges a pack's rows for choosing, newest group first. Every row is in the answer exactly once, as
 * `resolvesTo` or as a member; of several rows with the same `tag`, the first.
 *
 * A version belongs to the first of its `parentTags` that is listed, `M.m.x` before broader groups such
 * as `1.x`. Where none is listed, an `M.m.x` among them still forms a group, with `resolvesTo` null. All
 * others share a group with `tag` null, which stands where its newest version does: at the end a new
 * release without a group would be overlooked.
 */
export function groupPackVersions(tags: readonly PackTag[]): readonly PackVersionGroup[] {
  const rows = withoutRepeats(tags);
  const groups = new Map<string | null, { resolvesTo: PackTag | null; members: PackTag[] }>();
  for (const row of rows) {
    if (isGroupTag(row)) groups.set(row.tag, { resolvesTo: row, members: [] });
  }
  const listed: ReadonlySet<unknown> = new Set(groups.keys());
  for (const row of rows) {
    if (isGroupTag(row)) continue;
    const tag = findParent(row, listed);
    const group = groups.get(tag);
    if (group === undefined) groups.set(tag, { resolvesTo: null, members: [row] });
    else group.members.push(row);
  }
  return [...groups]
    .map(([tag, { resolvesTo, members }]) => ({
      tag,
      resolvesTo,
      members: members.sort(newestFirst),
    }))
    .sort((a, b) => comparePackVersions(groupPosition(b), groupPosition(a)));
}

/**
 * The newest version there is, to show beside a pack's name: concrete and active where possible, else
 * the newest concrete one, else the newest group. Null without rows.
 */
export function latestPackTag(tags: readonly PackTag[]): PackTag | null {
  const concrete = tags.filter((tag) => !isGroupTag(tag));
  return newest(concrete.filter(isActive)) ?? newest(concrete) ?? newest(tags);
}

/**
 * What a freshly chosen pack starts with: the newest active concrete version, or the newest active group
 * of a pack that lists only groups. Null when nothing is active: what is on its way out is never chosen
 * on the user's behalf.
 */
export function defaultPackTag(tags: readonly PackTag[]): PackTag | null {
  const active = tags.filter(isActive);
  return newest(active.filter((tag) => !isGroupTag(tag))) ?? newest(active);
}

interface ParsedVersion {
  /** Digits without leading zeros; `ANY` for the `x` of a group. */
  readonly release: readonly string[];
  readonly suffix: readonly SuffixPart[];
}

/** Parts are ordered by rank, then text. The end of a suffix has rank 0: what is below is older. */
interface SuffixPart {
  readonly rank: number;
  readonly text: string;
}

const ANY = 'x';
const END: SuffixPart = { rank: 0, text: '' };
const NUMBER_RANK = 1;
const WORD_RANK = 2;

/** Oldest first. */
const PRERELEASE_WORDS: readonly string[] = [
  ...['dev', 'snapshot', 'nightly', 'canary', 'experimental'],
  ...['alpha', 'beta', 'pre', 'prerelease', 'preview', 'rc'],
];

const VERSION = /^(?:[a-z][a-z0-9-]*__)?v?(\d+(?:\.\d+)*)((?:\.x(?![a-z0-9]))?)([^]*)$/i;
const MINOR_GROUP = /^(?:[a-z][a-z0-9-]*__)?v?\d+\.\d+\.x$/i;

function readVersion(text: string): ParsedVersion | null {
  const [, numbers, group, suffix] = VERSION.exec(text.trim()) ?? [];
  if (numbers === undefined || suffix === undefined) return null;
  const release = numbers.split('.').map(withoutLeadingZeros);
  return { release: group ? [...release, ANY] : release, suffix: readSuffix(suffix) };
}

function readSuffix(text: string): readonly SuffixPart[] {
  const parts: SuffixPart[] = [];
  let isPrerelease = false;
  for (const [part] of text.toLowerCase().matchAll(/\d+|[a-z]+/g)) {
    if (/^\d/.test(part)) {
      parts.push({ rank: NUMBER_RANK, text: withoutLeadingZeros(part) });
      continue;
    }
    // Within a prerelease semver's order holds: `alpha` is older than `alpha.beta`.
    const index = isPrerelease ? -1 : PRERELEASE_WORDS.indexOf(part);
    if (index >= 0) isPrerelease = true;
    parts.push({ rank: index >= 0 ? index - PRERELEASE_WORDS.length : WORD_RANK, text: part });
  }
  return parts;
}

function compareReleases(a: readonly string[], b: readonly string[]): number {
  return compareParts(a, b, '0', compareNumbers);
}

function compareSuffixes(a: readonly SuffixPart[], b: readonly SuffixPart[]): number {
  return compareParts(a, b, END, (left, right) => {
    if (left.rank !== right.rank) return left.rank - right.rank;
    return left.rank === NUMBER_RANK
      ? compareNumbers(left.text, right.text)
      : compareCodeUnits(left.text, right.text);
  });
}

/** Compares part by part, as if both lists went on with `filler` for ever. */
function compareParts<Part>(
  a: readonly Part[],
  b: readonly Part[],
  filler: Part,
  compare: (left: Part, right: Part) => number,
): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const order = compare(a[index] ?? filler, b[index] ?? filler);
    if (order !== 0) return order;
  }
  return 0;
}

/** As text, because dates and build numbers outgrow what a number holds exactly. */
function compareNumbers(a: string, b: string): number {
  if (a === b) return 0;
  if (a === ANY) return 1;
  if (b === ANY) return -1;
  return a.length - b.length || compareCodeUnits(a, b);
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function newestFirst(a: PackTag, b: PackTag): number {
  return comparePackVersions(b.tag, a.tag);
}

function newest(tags: readonly PackTag[]): PackTag | null {
  return [...tags].sort(newestFirst)[0] ?? null;
}

function isActive(tag: PackTag): boolean {
  return tag.state === undefined || tag.state === 'active';
}

function withoutRepeats(tags: readonly PackTag[]): readonly PackTag[] {
  const seen = new Set<string>();
  return tags.filter(({ tag }) => !seen.has(tag) && seen.add(tag));
}

function findParent(row: PackTag, listed: ReadonlySet<unknown>): string | null {
  const minorGroups = row.parentTags.filter((tag) => MINOR_GROUP.test(tag));
  return (
    minorGroups.find((tag) => listed.has(tag)) ??
    row.parentTags.find((tag) => listed.has(tag)) ??
    minorGroups[0] ??
    null
  );
}

/** The version by which a group is placed among the others. */
function groupPosition(group: PackVersionGroup): string {
  return group.tag ?? group.members[0]?.tag ?? '';
}
