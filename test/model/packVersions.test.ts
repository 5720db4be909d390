import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePackVersions,
  defaultPackTag,
  groupPackVersions,
  isGroupTag,
  isVersionInRange,
  latestPackTag,
  readEndOfLife,
  versionRangeText,
  type VersionRange,
} from '../../src/model/packVersions';
import type { PackState, PackTag } from '../../src/model/packs';

const SHARED_PACKS = fileURLToPath(new URL('../../../shared/packs', import.meta.url));

function row(tag: string, more: Partial<PackTag> = {}): PackTag {
  return { tag, version: tag, packUid: `uid-${tag}`, parentTags: [], ...more };
}

function sorted(versions: readonly string[]): string[] {
  return [...versions].sort(comparePackVersions);
}

const part = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.constantFrom('00', '01', '04', '2026', '99999999999999999999'),
);
const release = fc
  .tuple(
    fc.constantFrom('', '', 'v', 'V', 'LTS__', 'LTS__v'),
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', '.x', '.X'),
  )
  .map(([prefix, parts, group]) => prefix + parts.join('.') + group);
const suffix = fc.array(
  fc
    .tuple(
      fc.constantFrom('-', '.', '+', '_', ''),
      fc.oneof(part, fc.constantFrom('rev', 'up', 'rc', 'RC', 'alpha', 'beta', 'dev', 'lts', 'x')),
    )
    .map((pieces) => pieces.join('')),
  { maxLength: 3 },
);
const realistic = fc.tuple(release, suffix).map(([base, pieces]) => base + pieces.join(''));
const anyVersion = fc.oneof(
  { weight: 4, arbitrary: realistic },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('0129.xXvrc-+_ ')) }) },
);

describe('comparePackVersions', () => {
  it.each([
    ['1.9.0', '1.10.0'],
    ['1.5', '1.5.1'],
    ['1.5', '1.6'],
    ['v1.8.7', 'v1.12.0'],
    ['v1.8.7', '1.12.0'],
    ['1.8.7', 'v1.12.0'],
    ['3.30.2', '3.30.2-rev2'],
    ['3.30.2-rev2', '3.30.2-rev10'],
    ['3.30.2-rev2', '3.30.3'],
    ['2.0.1', '2.0.1-up.1'],
    ['2.0.1-up.1', '2.0.2-up.3'],
    ['2.0.2-up.3', '2.1.0-up.2'],
    ['1.30.4', '1.30.4+k3s1'],
    ['1.30.4+k3s1', '1.30.4+k3s2'],
    ['0.30.0', '0.30.0-5.5.2026'],
    ['0.30.0-5.5.2026', '0.30.1'],
    ['5.4.9', '5.5.2026'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.0.0-beta', '1.0.0-rc.1'],
    ['1.0.0-alpha', '1.0.0-beta'],
    ['1.0.0-rc.2', '1.0.0-rc.10'],
    ['1.0.0-rc2', '1.0.0-rc10'],
    ['1.0.0-RC1', '1.0.0'],
    ['0.9.9', '1.0.0-alpha'],
    ['1.0.0-rev2-rc.1', '1.0.0-rev2'],
    ['1.0.0', '1.0.0-rev2-rc.1'],
    ['20.04', '22.04'],
    ['22.04', '22.10'],
    ['22.4.0', '22.04.1'],
    ['LTS__18.4.x', 'LTS__20.4.x'],
    ['LTS__18.4.3', 'LTS__18.4.x'],
    ['18.4.3', 'LTS__18.4.x'],
    ['LTS__18.4.x', '18.5.0'],
    ['1.33.xfs', '1.33.1'],
    ['1.33.9', '1.33.x'],
    ['1.33.9-rev2', '1.33.x'],
    ['1.33', '1.33.x'],
    ['1.33.x', '1.34.0-alpha'],
    ['1.33.x', '1.34.0'],
    ['1.33.x', '1.x'],
    ['1.99.0', '1.x'],
    ['1.x', '2.0.0-alpha'],
    ['1.0.9007199254740993', '1.0.9007199254740994'],
    ['latest', '0.0.0-alpha'],
    ['', '0'],
    ['x', '0'],
    ['', 'latest'],
    ['Latest', 'latest'],
  ])('places %s before %s', (older, newer) => {
    expect(comparePackVersions(older, newer)).toBeLessThan(0);
    expect(comparePackVersions(newer, older)).toBeGreaterThan(0);
  });

  it('keeps the order of prereleases that semver gives as its example', () => {
    const order = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
    ];
    expect(sorted([...order].reverse())).toEqual(order);
  });

  it('orders different spellings of one version by code unit', () => {
    expect(sorted(['v1.5.0', '1.5.0', '01.5', '1.5'])).toEqual(['01.5', '1.5', '1.5.0', 'v1.5.0']);
  });

  it('is 0 for identical strings, and only for them', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        expect(comparePackVersions(a, a)).toBe(0);
        expect(comparePackVersions(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        const there = Math.sign(comparePackVersions(a, b));
        const back = Math.sign(comparePackVersions(b, a));
        expect(there + back).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        const [first, second, third] = sorted([a, b, c]);
        expect(comparePackVersions(first ?? '', second ?? '')).toBeLessThanOrEqual(0);
        expect(comparePackVersions(second ?? '', third ?? '')).toBeLessThanOrEqual(0);
        expect(comparePackVersions(first ?? '', third ?? '')).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('sorts to one result, whatever the order before', () => {
    const shuffled = fc
      .array(anyVersion, { maxLength: 12 })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sorted(other)).toEqual(sorted(list));
      }),
    );
  });

  it('places a group above all that begins like it, and below the next', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(9999), suffix, (major, minor, patch, pieces) => {
        const group = `${major}.${minor}.x`;
        const member = `${major}.${minor}.${patch}${pieces.join('').replace(/^(\d|\.)+/, '')}`;
        expect(comparePackVersions(member, group)).toBeLessThan(0);
        expect(comparePackVersions(group, `${major}.${minor + 1}.0-alpha`)).toBeLessThan(0);
      }),
    );
  });

  it('copes with very long strings', () => {
    const long = '1.'.repeat(100_000);
    expect(comparePackVersions(`${long}1`, `${long}2`)).toBeLessThan(0);
    expect(comparePackVersions('a_-'.repeat(100_000), '0')).toBeLessThan(0);
    expect(comparePackVersions(`1-${'rc'.repeat(100_000)}`, '1')).toBeGreaterThan(0);
  });
});

describe('isGroupTag', () => {
  it('is true where the tag stands for another version, or ends in .x', () => {
    expect(isGroupTag(row('1.33.x', { version: '1.33.9' }))).toBe(true);
    expect(isGroupTag(row('stable', { version: '1.33.9' }))).toBe(true);
    expect(isGroupTag(row('1.33.x'))).toBe(true);
    expect(isGroupTag(row('1.33.9', { parentTags: ['1.33.x'] }))).toBe(false);
    expect(isGroupTag(row('1.33.xfs'))).toBe(false);
  });
});

describe('groupPackVersions', () => {
  /** What a version list would show. */
  function outline(tags: readonly PackTag[]) {
    return groupPackVersions(tags).map(({ tag, resolvesTo, members }) => [
      tag,
      resolvesTo === null ? null : resolvesTo.version,
      members.map((member) => member.tag),
    ]);
  }

  it('lists groups and their members newest first', () => {
    expect(
      outline([
        row('1.32.x', { version: '1.32.10' }),
        row('1.33.x', { version: '1.33.9' }),
        row('1.32.2', { parentTags: ['1.32.x', '1.x'] }),
        row('1.32.10', { parentTags: ['1.32.x', '1.x'] }),
        row('1.33.9', { parentTags: ['1.33.x', '1.x'] }),
      ]),
    ).toEqual([
      ['1.33.x', '1.33.9', ['1.33.9']],
      ['1.32.x', '1.32.10', ['1.32.10', '1.32.2']],
    ]);
  });

  it('prefers M.m.x to a broader group, wherever it stands', () => {
    const tags = [
      row('1.x', { version: '1.33.9' }),
      row('1.33.x', { version: '1.33.9' }),
      row('1.33.9', { parentTags: ['1.x', '1.33.x'] }),
    ];
    expect(outline(tags)).toEqual([
      ['1.x', '1.33.9', []],
      ['1.33.x', '1.33.9', ['1.33.9']],
    ]);
  });

  it('takes a broader group that is listed before one that is not', () => {
    const tags = [
      row('1.x', { version: '1.33.9' }),
      row('1.33.9', { parentTags: ['1.33.x', '1.x'] }),
    ];
    expect(outline(tags)).toEqual([['1.x', '1.33.9', ['1.33.9']]]);
  });

  it('forms the group that versions name although it is not listed', () => {
    expect(outline([row('1.33.8', { parentTags: ['1.x', '1.33.x'] }), row('1.33.9')])).toEqual([
      ['1.33.x', null, ['1.33.8']],
      [null, null, ['1.33.9']],
    ]);
  });

  it('shows versions without a group, in the place of the newest of them', () => {
    const tags = [
      row('1.33.x', { version: '1.33.9' }),
      row('1.33.9', { parentTags: ['1.33.x'] }),
      row('1.5', { parentTags: ['1.x'] }),
      row('2.0.1-up.1'),
      row('0.30.0-5.5.2026', { parentTags: ['unknown'] }),
    ];
    expect(outline(tags)).toEqual([
      [null, null, ['2.0.1-up.1', '1.5', '0.30.0-5.5.2026']],
      ['1.33.x', '1.33.9', ['1.33.9']],
    ]);
  });

  it('knows groups with a prefix', () => {
    const tags = [row('18.4.3', { parentTags: ['18', 'LTS__18.4.x'] })];
    expect(outline(tags)).toEqual([['LTS__18.4.x', null, ['18.4.3']]]);
  });

  it('keeps the first of rows with the same tag', () => {
    const first = row('1.0.0', { packUid: 'first' });
    const groups = groupPackVersions([first, row('1.0.0', { packUid: 'second' })]);
    expect(groups).toEqual([{ tag: null, resolvesTo: null, members: [first] }]);
  });

  it('is empty without rows', () => {
    expect(groupPackVersions([])).toEqual([]);
  });

  const tagText = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('1.x', '1.1.x', '1.2.x', '2.1.x', 'LTS__1.1.x', 'lts'),
    },
    { weight: 3, arbitrary: realistic },
    { weight: 1, arbitrary: fc.string() },
  );
  const tagRow = fc
    .record({
      tag: tagText,
      other: fc.option(tagText, { nil: undefined, freq: 3 }),
      packUid: fc.string(),
      parentTags: fc.array(tagText, { maxLength: 4 }),
    })
    .map(({ tag, other, ...rest }): PackTag => ({ tag, version: other ?? tag, ...rest }));

  it('hides nothing and repeats nothing', () => {
    fc.assert(
      fc.property(fc.array(tagRow, { maxLength: 15 }), (tags) => {
        const groups = groupPackVersions(tags);
        const shown = groups.flatMap(({ resolvesTo, members }) =>
          resolvesTo === null ? members : [resolvesTo, ...members],
        );
        const expected = tags.filter(
          ({ tag }, index) => tags.findIndex((other) => other.tag === tag) === index,
        );
        expect(shown).toHaveLength(expected.length);
        expect(new Set(shown)).toEqual(new Set(expected));
        expect(new Set(groups.map((group) => group.tag)).size).toBe(groups.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps groups out of the members, and every list newest first', () => {
    fc.assert(
      fc.property(fc.array(tagRow, { maxLength: 15 }), (tags) => {
        const groups = groupPackVersions(tags);
        for (const { tag, resolvesTo, members } of groups) {
          expect(members.some(isGroupTag)).toBe(false);
          expect(resolvesTo === null ? members.length : 1).toBeGreaterThan(0);
          if (resolvesTo !== null) expect(resolvesTo.tag).toBe(tag);
          const versions = members.map((member) => member.tag);
          expect(versions).toEqual(sorted(versions).reverse());
          for (const member of tag === null ? [] : members) {
            expect(member.parentTags).toContain(tag);
          }
        }
        const positions = groups.map(({ tag, members }) => tag ?? members[0]?.tag ?? '');
        expect(positions).toEqual(sorted(positions).reverse());
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change what it is given', () => {
    const tags = Object.freeze([row('1.0.0'), row('2.0.0'), row('1.x', { version: '2.0.0' })]);
    groupPackVersions(tags);
    expect(tags.map(({ tag }) => tag)).toEqual(['1.0.0', '2.0.0', '1.x']);
  });
});

describe('latestPackTag and defaultPackTag', () => {
  const group = row('1.33.x', { version: '1.33.9' });
  const inState = (tag: string, state: PackState) => row(tag, { state });

  it.each<[string, readonly PackTag[], string | null, string | null]>([
    ['the newest concrete version', [row('1.9.0'), row('1.33.9'), group], '1.33.9', '1.33.9'],
    ['an active one', [inState('1.1.0', 'active'), row('1.0.0')], '1.1.0', '1.1.0'],
    ['not a deprecated one', [inState('2.0.0', 'deprecated'), row('1.0.0')], '1.0.0', '1.0.0'],
    ['not a disabled one', [inState('2.0.0', 'disabled'), row('1.0.0')], '1.0.0', '1.0.0'],
    ['not a deleted one', [inState('2.0.0', 'deleted'), row('1.0.0')], '1.0.0', '1.0.0'],
    ['a group when there is nothing else', [group], '1.33.x', '1.33.x'],
    ['a group when only that is active', [inState('1.33.9', 'deleted'), group], '1.33.9', '1.33.x'],
    [
      'nothing by itself when all is deprecated',
      [inState('1.0.0', 'deprecated'), inState('2.0.0', 'deprecated')],
      '2.0.0',
      null,
    ],
    ['nothing without rows', [], null, null],
  ])('gives %s', (_, tags, latest, initial) => {
    expect(latestPackTag(tags)?.tag ?? null).toBe(latest);
    expect(defaultPackTag(tags)?.tag ?? null).toBe(initial);
  });
});

describe.skipIf(!existsSync(SHARED_PACKS))(
  'the versions of real packs (skipped where ../shared/packs is absent)',
  () => {
    function readVersions(): Map<string, string[]> {
      const versions = new Map<string, string[]>();
      for (const folder of readdirSync(SHARED_PACKS)) {
        const { name, version } = JSON.parse(
          readFileSync(`${SHARED_PACKS}/${folder}/pack.json`, 'utf8'),
        ) as { name: string; version: string };
        versions.set(name, [...(versions.get(name) ?? []), version]);
      }
      return versions;
    }

    it('are in one order, all above what is no version', () => {
      const all = [...new Set([...readVersions().values()].flat())];
      expect(all.length).toBeGreaterThan(50);
      for (const a of all) {
        expect(comparePackVersions(a, 'latest')).toBeGreaterThan(0);
        for (const b of all) {
          const order = comparePackVersions(a, b);
          expect(order === 0).toBe(a === b);
          expect(Math.sign(order) + Math.sign(comparePackVersions(b, a))).toBe(0);
        }
      }
      expect(sorted(sorted(all).reverse())).toEqual(sorted(all));
    });

    it('are ordered as their publishers meant', () => {
      const versions = readVersions();
      const order = (name: string) => sorted(versions.get(name) ?? []).join(' ');
      expect(order('crossplane')).toBe('1.7.0 1.16.0 1.20.0 2.0.2 2.1.1 2.1.3 2.1.4 2.2.1 2.3.0');
      expect(order('csi-trident')).toBe('23.01.0 23.07.1 24.10.0 25.06.0 25.10.0 26.02.1');
      expect(order('upbound-crossplane')).toBe('2.0.1-up.1 2.0.2-up.3 2.1.0-up.2');
      expect(order('weka-operator')).toBe('v1.8.7 v1.12.0');
      expect(order('kubevious')).toBe('0.5.9 0.8.15 1.0.10');
    });

    it('are all shown, without any group', () => {
      for (const list of readVersions().values()) {
        const groups = groupPackVersions(list.map((version) => row(version)));
        expect(groups).toHaveLength(1);
        expect(groups[0]?.members.map(({ tag }) => tag)).toEqual(
          sorted([...new Set(list)]).reverse(),
        );
      }
    });
  },
);

describe('a range', () => {
  it.each<[string, VersionRange, boolean | null]>([
    ['1.27.0', { minVersion: '1.27' }, true],
    ['1.26.9', { minVersion: '1.27' }, false],
    ['1.27.0-rc.1', { minVersion: '1.27' }, false],
    ['1.27.0-rev2', { minVersion: '1.27.0' }, true],
    ['1.27.3', { minVersion: '1.27.x' }, true],
    ['1.21.5', { maxVersion: '1.21' }, true],
    ['1.22.0', { maxVersion: '1.21' }, false],
    ['3.9.9', { maxVersion: '3' }, true],
    ['4.0.0', { maxVersion: '3' }, false],
    ['1.21.5', { maxVersion: '1.21.4' }, false],
    ['1.21.5-rev2', { maxVersion: '1.21.5' }, true],
    ['1.21.5-rev3', { maxVersion: '1.21.5-rev2' }, false],
    ['1.21.5', { maxVersion: '1.21.x' }, true],
    ['v1.30', { minVersion: '1.30', maxVersion: '1.30' }, true],
    ['1.33', { minVersion: '1.33.0', maxVersion: '1.33.0' }, true],
    ['1.0.0', {}, true],
    ['anything', { minVersion: ' ', maxVersion: '' }, true],
    ['anything', { minVersion: '1' }, null],
    ['1.0.0', { minVersion: 'newest' }, null],
    ['9.0.0', { minVersion: 'newest', maxVersion: '8' }, false],
  ])('holds %s in %o: %s', (version, range, expected) => {
    expect(isVersionInRange(version, range)).toBe(expected);
  });

  it('agrees with the order of versions', () => {
    const dotted = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((numbers) => numbers.join('.'));
    fc.assert(
      fc.property(dotted, dotted, (version, bound) => {
        const order = comparePackVersions(version, bound);
        expect(isVersionInRange(version, { minVersion: bound })).toBe(order >= 0);
        expect(isVersionInRange(version, { maxVersion: bound })).toBe(order <= 0);
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (version, minVersion, maxVersion) => {
        expect([true, false, null]).toContain(
          isVersionInRange(version, { minVersion, maxVersion }),
        );
      }),
    );
  });

  it.each<[VersionRange, string]>([
    [{}, ''],
    [{ minVersion: '1.27', maxVersion: '' }, '≥ 1.27'],
    [{ maxVersion: '1.30' }, '≤ 1.30'],
    [{ minVersion: '1.27', maxVersion: '1.30' }, '1.27 – 1.30'],
  ])('%o reads “%s”', (range, text) => {
    expect(versionRangeText(range)).toBe(text);
  });
});

describe('the end of life', () => {
  it.each([
    ['2026-03-15', { date: '2026-03-15', isPast: true }],
    ['2026-03-16', { date: '2026-03-16', isPast: false }],
    ['2027-04-30', { date: '2027-04-30', isPast: false }],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['2026-3-1', null],
    ['soon', null],
    [undefined, null],
  ])('of %s is %o', (endOfLife, expected) => {
    expect(readEndOfLife({ endOfLife }, '2026-03-16')).toEqual(expected);
  });
});
