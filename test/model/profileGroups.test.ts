import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileSummary } from '../../src/model/profile';
import { groupProfiles } from '../../src/model/profileGroups';

const summary = (name: string, version: string, uid = `${name}-${version}`): ProfileSummary => ({
  uid,
  name,
  version,
  description: '',
  type: 'infra',
  cloudType: 'aws',
  tags: [],
  layers: [],
  modifiedAt: '2026-01-01T00:00:00.000Z',
});

describe('groups of profiles', () => {
  it('come in the order of their first profile, each newest version first', () => {
    const groups = groupProfiles([
      summary('b', '1.9.0'),
      summary('a', '1.0.0'),
      summary('b', '1.10.0'),
      summary('b', '1.10.0-rc.1'),
    ]);
    expect(
      groups.map(({ name, versions }) => [name, versions.map(({ version }) => version)]),
    ).toEqual([
      ['b', ['1.10.0', '1.10.0-rc.1', '1.9.0']],
      ['a', ['1.0.0']],
    ]);
  });

  it('count a uid once, the first time, and leave the list alone', () => {
    const list = Object.freeze([summary('a', '1.0.0', 'x'), summary('b', '2.0.0', 'x')]);
    expect(groupProfiles(list).map(({ name }) => name)).toEqual(['a']);
    expect(groupProfiles([])).toEqual([]);
  });

  it('bear any name', () => {
    const groups = groupProfiles([summary('__proto__', '1.0.0'), summary('constructor', '1.0.0')]);
    expect(groups.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  });

  it('property: lose and invent no profile', () => {
    const profile = fc
      .record({
        name: fc.constantFrom('a', 'b', 'A'),
        version: fc.constantFrom('1.0.0', '1.0.1', 'junk', ''),
        uid: fc.constantFrom('1', '2', '3', '4', '5'),
      })
      .map(({ name, version, uid }) => summary(name, version, uid));
    fc.assert(
      fc.property(fc.array(profile), (profiles) => {
        const groups = groupProfiles(profiles);
        const uids = groups.flatMap(({ versions }) => versions.map(({ uid }) => uid));
        expect([...uids].sort()).toEqual([...new Set(profiles.map(({ uid }) => uid))].sort());
        for (const { name, versions } of groups) {
          expect(versions.every((version) => version.name === name)).toBe(true);
        }
      }),
    );
  });
});
