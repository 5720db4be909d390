import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { applyOverrides } from '../../src/values/applyOverrides';
import { diffValues } from '../../src/values/diffValues';
import { mergeValues } from '../../src/values/mergeValues';
import { loadPackFolder, sharedPacksFolder } from '../support/packFolder';
import { editValues, randomEdits } from './support/editValues';
import { expectedMerge, isExpected, parseValues } from './support/expectedMerge';

/** Default values of a pack and of its next version. */
interface Upgrade {
  readonly name: string;
  readonly base: string;
  readonly theirs: string;
}

const folder = sharedPacksFolder();
const texts = folder === null ? [] : readTexts(folder);
const upgrades = texts.flatMap(({ name, values }, index): Upgrade[] => {
  const next = texts[index - 1];
  return next?.name !== name || next.values === values
    ? []
    : [{ name, base: values, theirs: next.values }];
});

describe.skipIf(folder === null)('edits of real packs (skipped where they are absent)', () => {
  it('has packs and upgrades to merge', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(upgrades.length).toBeGreaterThan(70);
  });

  it('gives mine for unchanged defaults and theirs for an unedited text', () => {
    for (const { base, theirs } of upgrades) {
      expect(mergeValues({ base, mine: base, theirs }).text).toBe(theirs);
      expect(mergeValues({ base, mine: theirs, theirs: base }).text).toBe(theirs);
      // Nothing but the end of the last line differs: all is read and put together anew.
      const mine = base.endsWith('\n') ? base.trimEnd() : `${base}\n`;
      const { text, conflicts, carried } = mergeValues({ base, mine, theirs });
      expect({ text: text.trimEnd(), conflicts, carried }).toEqual({
        text: theirs.trimEnd(),
        conflicts: [],
        carried: [],
      });
    }
  });

  it('gives the edited text for defaults that differ in the end of the last line alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), randomEdits, ({ values: base }, edits) => {
        const mine = editValues(base, edits);
        fc.pre(mine !== null);
        // Equal defaults would be given back unread.
        const theirs = base.endsWith('\n') ? base.trimEnd() : `${base}\n`;
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        expect(conflicts).toEqual([]);
        expect(text.trimEnd()).toBe(mine.trimEnd());
      }),
      { numRuns: 150 },
    );
  });

  it('carries random edits to the next version: values, conflicts and comments', () => {
    fc.assert(
      fc.property(fc.constantFrom(...upgrades), randomEdits, ({ base, theirs }, edits) => {
        const mine = editValues(base, edits);
        fc.pre(mine !== null);
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        const expectedConflicts: string[] = [];
        const values = [base, mine, theirs].map(parseValues);
        const expected = expectedMerge(values[0], values[1], values[2], expectedConflicts);
        expect(parseDocument(text).errors).toEqual([]);
        expect(isExpected(parseValues(text), expected)).toBe(true);
        const paths = conflicts.map(({ path }) => path.join('/'));
        expect(paths).toEqual(expect.arrayContaining(expectedConflicts));
        expect(paths).not.toContain('');
        for (const comment of mine.match(/# typed-\d/g) ?? []) expect(text).toContain(comment);
        const again = mergeValues({ base, mine: text, theirs });
        expect(parseValues(again.text)).toEqual(parseValues(text));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves every line of the new version as it is but for those that were edited', () => {
    fc.assert(
      fc.property(fc.constantFrom(...upgrades), randomEdits, ({ base, theirs }, edits) => {
        const mine = editValues(
          base,
          edits.filter(({ kind }) => kind !== 'remove'),
        );
        fc.pre(mine !== null);
        const { text, conflicts } = mergeValues({ base, mine, theirs });
        fc.pre(conflicts.length === 0);
        const lines = text.split('\n').filter((line) => !/(?:added|typed)-\d/.test(line));
        const given = theirs.split('\n');
        expect(
          lines.filter((line, index) => line !== given[index] && !line.includes('edited-')),
        ).toEqual([]);
        expect(lines.length).toBe(given.length);
      }),
      { numRuns: 120 },
    );
  });

  it('finds overrides that make the defaults what the user has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), randomEdits, ({ values: base }, edits) => {
        const current = editValues(base, edits);
        fc.pre(current !== null);
        const { text, changes, isReadable } = diffValues(base, current);
        expect(isReadable).toBe(true);
        const applied = parseValues(applyOverrides({ text: base, overrides: text }).text);
        expect(sorted(applied)).toEqual(sorted(parseValues(current)));
        for (const { path, kind, line } of changes) {
          if (kind === 'removed') continue;
          expect(current.split('\n')[line - 1]).toContain(String(path.at(-1)));
        }
        expect(diffValues(current, base).removed.length).toBe(
          changes.filter(({ kind }) => kind === 'added').length,
        );
      }),
      { numRuns: 120 },
    );
  });
});

function readTexts(from: string): readonly { readonly name: string; readonly values: string }[] {
  return loadPackFolder(from).packs.flatMap(({ name, versions }) =>
    versions.map(({ content }) => ({
      name,
      values: (typeof content === 'function' ? content() : content).values,
    })),
  );
}

/** Maps as lists in the order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!(value instanceof Map)) return value;
  const entries = [...(value as Map<unknown, unknown>)].map(([key, inner]) => [
    String(key),
    sorted(inner),
  ]);
  return entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
