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

/** Bounds as a rule states them. Empty ones are open, both are inclusive. */
export interface VersionRange {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
}

/**
 * Whether a version lies within bounds; null where that cannot be told, because the version or a bound
 * does not read like a version.
 *
 * - A minimum of fewer parts stands for its first release: `1.27` is `1.27.0`.
 * - A maximum of fewer parts takes in all of its releases: `1.21` allows `1.21.9`. The authors of packs
 *   name minor versions there, and a range that shut out patch releases would refuse what works.
 * - A rebuild of the maximum is within (`1.21.5-rev2` of `1.21.5`), a release candidate of the minimum
 *   is not.
 */
export function isVersionInRange(version: string, range: VersionRange): boolean | null {
  const { minVersion = '', maxVersion = '' } = range;
  if (minVersion.trim() === '' && maxVersion.trim() === '') return true;
  const read = readVersion(version);
  if (read === null) return null;
  const isHighEnough = isAtLeast(read, minVersion);
  const isLowEnough = isAtMost(read, maxVersion);
  if (isHighEnough === false || isLowEnough === false) return false;
  return isHighEnough === null || isLowEnough === null ? null : true;
}

/** A range in signs that read the same in every language; empty without bounds. */
export function versionRangeText({ minVersion = '', maxVersion = '' }: VersionRange): string {
  const [min, max] = [minVersion.trim(), maxVersion.trim()];
  if (min !== '' && max !== '') return `${min} – ${max}`;
  if (min !== '') return `≥ ${min}`;
  return max === '' ? '' : `≤ ${max}`;
}

/** When a version's support ends, and whether that is over. */
export interface EndOfLife {
  /** `yyyy-MM-dd`. */
  readonly date: string;
  readonly isPast: boolean;
}

/**
 * The end of life of a version, where it has one.
 *
 * @param today `yyyy-MM-dd`; support lasts to the end of its last day
 */
export function readEndOfLife(tag: Pick<PackTag, 'endOfLife'>, today: string): EndOfLife | null {
  const date = tag.endOfLife ?? '';
  return isCalendarDate(date) ? { date, isPast: date < today } : null;
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

function isAtLeast(version: ParsedVersion, bound: string): boolean | null {
  if (bound.trim() === '') return true;
  const min = readVersion(bound);
  if (min === null) return null;
  // A group starts with its first release.
  const release = min.release.filter((part) => part !== ANY);
  return (
    (compareReleases(version.release, release) || compareSuffixes(version.suffix, min.suffix)) >= 0
  );
}

function isAtMost(version: ParsedVersion, bound: string): boolean | null {
  if (bound.trim() === '') return true;
  const max = readVersion(bound);
  if (max === null) return null;
  const { suffix } = max;
  const isOpen = suffix.length === 0 && max.release.length < 3 && max.release.at(-1) !== ANY;
  const order = compareReleases(version.release, isOpen ? [...max.release, ANY] : max.release);
  if (order !== 0 || suffix.length === 0) return order <= 0;
  return compareSuffixes(version.suffix, suffix) <= 0;
}

function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
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
