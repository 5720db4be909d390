import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { mergeValues } from '../../src/values/mergeValues';
import { loadPackFolder, sharedPacksFolder } from '../support/packFolder';
import { editValues, randomEdits } from './support/editValues';
import { expectedMerge, isExpected, parseValues } from './support/expectedMerge';

interface Upgrade {
  readonly name: string;
  readonly base: string;
  readonly theirs: string;
}

const folder = sharedPacksFolder();
const upgrades = folder === null ? [] : readUpgrades(folder);

describe.skipIf(folder === null)('mergeValues on real packs (skipped where they are absent)', () => {
  it('reads every upgrade', () => {
    expect(upgrades.length).toBeGreaterThan(70);
  });
  it('carries random edits to the next version', () => {
    fc.assert(
      fc.property(fc.constantFrom(...upgrades), randomEdits, ({ base, theirs }, edits) => {
        const mine = editValues(base, edits);
        fc.pre(mine !== null);
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        const expectedConflicts: string[] = [];
        const expected = expectedMerge(parseValues(base), parseValues(mine), parseValues(theirs), expectedConflicts);
        expect(parseDocument(text).errors).toEqual([]);
        expect(isExpected(parseValues(text), expected)).toBe(true);
        expect(conflicts.map(({path})=>path.join('/')).sort()).toEqual(expect.arrayContaining(expectedConflicts));
        for (const comment of mine.match(/# typed-\d/g) ?? []) expect(text).toContain(comment);
        expect(mergeValues({ base, mine: text, theirs }).text).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });
});

function readUpgrades(from: string): readonly Upgrade[] {
  return loadPackFolder(from).packs.flatMap(({ name, versions }) => {
    const texts = versions.map(({ content, version }) => ({ version, values: content().values }));
    return texts.slice(1).flatMap(({ version, values }, index) => {
      const next = texts[index];
      return next === undefined || next.values === values ? [] : [{ name: `${name} ${version}`, base: values, theirs: next.values }];
    });
  });
}
