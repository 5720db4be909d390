import { comparePackVersions } from './packVersions';
import type { ProfileSummary } from './profile';

/** All versions of one name. */
export interface ProfileGroup {
  readonly name: string;
  /** Newest version first; never empty. */
  readonly versions: readonly [ProfileSummary, ...ProfileSummary[]];
}

/** Profiles under their names, in the order in which each name comes first. A uid counts once. */
export function groupProfiles(profiles: readonly ProfileSummary[]): readonly ProfileGroup[] {
  const groups = new Map<string, [ProfileSummary, ...ProfileSummary[]]>();
  const seen = new Set<string>();
  for (const profile of profiles) {
    if (seen.has(profile.uid)) continue;
    seen.add(profile.uid);
    const group = groups.get(profile.name);
    if (group === undefined) groups.set(profile.name, [profile]);
    else group.push(profile);
  }
  return [...groups].map(([name, versions]) => ({
    name,
    versions: versions.sort((a, b) => comparePackVersions(b.version, a.version)),
  }));
}
