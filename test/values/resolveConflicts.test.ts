import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConflictSide, MergeConflict } from '../../src/model/valuesMerge';
import { mergeValues } from '../../src/values';
import { resolveConflicts } from '../../src/values/resolveConflicts';

const base = 'a: 1\nb: 1\nc: 1\ny: 1\nd: 1';
const mine = 'a: 2\nb: 1\nc: 5\ny: 1\nd: [';
const theirs = 'a: 3\nb: 1\nc: 6\ny: 1\nd: 1';

type Decided = MergeConflict & { taken: ConflictSide };

function merged() {
  const { text, conflicts } = mergeValues({ base, mine, theirs });
  expect(conflicts.map(({ path }) => path)).toEqual([[], []]);
  return { text, conflicts };
}

describe('conflicts of lines', () => {
  it('are decided one by one, the other edits stay', () => {
    const { text, conflicts } = merged();
    const [first, second] = conflicts;
    if (first === undefined || second === undefined) throw new Error('There are two.');
    const one = resolveConflicts({ text, conflicts: [first], take: 'theirs', source: theirs });
    expect(one).toBe('a: 3\nb: 1\nc: 5\ny: 1\nd: [');
    expect(
      resolveConflicts({ text: one ?? '', conflicts: [second], take: 'theirs', source: theirs }),
    ).toBe('a: 3\nb: 1\nc: 6\ny: 1\nd: [');
    const back = { ...first, taken: 'theirs' as const };
    expect(
      resolveConflicts({ text: one ?? '', conflicts: [back], take: 'mine', source: mine }),
    ).toBe(text);
  });

  it('are decided together', () => {
    const { text, conflicts } = merged();
    expect(resolveConflicts({ text, conflicts, take: 'theirs', source: theirs })).toBe(
      'a: 3\nb: 1\nc: 6\ny: 1\nd: [',
    );
    expect(resolveConflicts({ text, conflicts, take: 'mine', source: mine })).toBe(text);
  });

  it('are found where the text was edited since', () => {
    const { text, conflicts } = merged();
    const edited = `x: 1\ny: 2\nz: 3\n${text.replace('d: [', 'd: []')}\n`;
    expect(
      resolveConflicts({
        text: edited,
        conflicts: conflicts.slice(1),
        take: 'theirs',
        source: theirs,
      }),
    ).toBe('x: 1\ny: 2\nz: 3\na: 2\nb: 1\nc: 6\ny: 1\nd: []\n');
  });

  it('cannot be decided where their lines are gone', () => {
    const { text, conflicts } = merged();
    const edited = text.replace('a: 2', 'a: 7');
    expect(
      resolveConflicts({
        text: edited,
        conflicts: conflicts.slice(0, 1),
        take: 'theirs',
        source: theirs,
      }),
    ).toBeNull();
  });

  it('of keys that stand twice take each value', () => {
    const twice = mergeValues({
      base: 'a: 1\nb: 1\na: 1\n',
      mine: 'a: 2\nb: 1\na: 3\n',
      theirs: 'a: 4\nb: 1\na: 5\n',
    });
    expect(resolveConflicts({ ...twice, take: 'theirs', source: 'a: 4\nb: 1\na: 5\n' })).toBe(
      'a: 4\nb: 1\na: 5\n',
    );
  });

  it('are those meant where all look the same', () => {
    const block = (lines: string) => `${lines}a: 1\nb: 1\nc: 1\n`.repeat(4);
    const sides = { base: block('x: 1\n'), mine: block('x: 2\ny: [\n'), theirs: block('') };
    const { text, conflicts } = mergeValues(sides);
    expect(conflicts).toHaveLength(4);
    const take = (places: readonly number[]) =>
      resolveConflicts({
        text,
        conflicts: places.flatMap((place) => conflicts[place] ?? []),
        take: 'theirs',
        source: sides.theirs,
      });
    expect(take([0, 1, 2, 3])).toBe(sides.theirs);
    const blocks = [
      sides.mine.slice(0, sides.mine.length / 4),
      sides.theirs.slice(0, sides.theirs.length / 4),
    ];
    expect(take([2])).toBe([0, 0, 1, 0].map((side) => blocks[side]).join(''));
    expect(take([1, 3])).toBe([0, 1, 0, 1].map((side) => blocks[side]).join(''));
  });

  it('take lines away, bring them, and keep the line ends', () => {
    const sides = {
      base: 'a: 1\r\nb: 1\r\nz: [\r\n',
      mine: 'a: 1\r\nb: 2\r\nb2: 2\r\nz: [\r\n',
      theirs: 'a: 1\r\nz: [\r\n',
    };
    const { text, conflicts } = mergeValues(sides);
    expect(text).toBe(sides.mine);
    const without = resolveConflicts({ text, conflicts, take: 'theirs', source: sides.theirs });
    expect(without).toBe(sides.theirs);
    const taken = conflicts.map((conflict) => ({ ...conflict, taken: 'theirs' as const }));
    expect(
      resolveConflicts({ text: sides.theirs, conflicts: taken, take: 'mine', source: sides.mine }),
    ).toBe(sides.mine);
  });

  it('of values are decided by their paths', () => {
    const sides = { base: 'a: 1\nb: 1\n', mine: 'a: 2\nb: 2\n', theirs: 'a: 3\nb: 3\n' };
    const { text, conflicts } = mergeValues(sides);
    expect(resolveConflicts({ text, conflicts, take: 'theirs', source: sides.theirs })).toBe(
      sides.theirs,
    );
    expect(
      resolveConflicts({
        text,
        conflicts: conflicts.slice(1),
        take: 'theirs',
        source: sides.theirs,
      }),
    ).toBe('a: 2\nb: 3\n');
  });

  it('are whatever was taken last, in any order and with or without a last line end', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c: [', 'd', 'd'), { maxLength: 12 });
    const text = fc.tuple(words, fc.boolean()).map(([lines, isEnded]) => {
      return ['[', ...lines, 'z'].join('\n') + (isEnded ? '\n' : '');
    });
    const order = fc.array(fc.tuple(fc.nat(), fc.constantFrom<ConflictSide>('mine', 'theirs')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, text, text, order, (base, mine, theirs, steps) => {
        const result = mergeValues({ base, mine, theirs });
        const conflicts = result.conflicts.map((conflict): Decided => ({
          ...conflict,
          taken: 'mine',
        }));
        let text = result.text;
        for (const [choice, take] of conflicts.length === 0 ? [] : steps) {
          const conflict = conflicts[choice % conflicts.length];
          if (conflict === undefined) continue;
          const source = take === 'mine' ? mine : theirs;
          text = resolveConflicts({ text, conflicts: [conflict], take, source }) ?? 'not found';
          conflict.taken = take;
        }
        for (const conflict of conflicts) {
          text =
            resolveConflicts({ text, conflicts: [conflict], take: 'mine', source: mine }) ?? 'lost';
          conflict.taken = 'mine';
        }
        expect(text).toBe(result.text);
      }),
    );
  });
});
