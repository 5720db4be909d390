import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from '../../src/components/CompareEditor/diffLines';

/** `a` with its changes made. */
function applied(a: string, b: string): string {
  let result = '';
  let at = 0;
  for (const { fromA, toA, fromB, toB } of diffLines(a, b)) {
    result += a.slice(at, fromA) + b.slice(fromB, toB);
    at = toA;
  }
  return result + a.slice(at);
}

const lines = fc
  .array(fc.constantFrom('a: 1', 'b: 2', '', '  c: 3', 'a: 12', '# x'), { maxLength: 30 })
  .chain((parts) => fc.constantFrom(parts.join('\n'), `${parts.join('\n')}\n`));

describe('differences', () => {
  it('lead from one text to the other, in order and without overlap', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        expect(applied(a, b)).toBe(b);
        let [endA, endB] = [0, 0];
        for (const change of diffLines(a, b)) {
          expect(change.fromA).toBeGreaterThanOrEqual(endA);
          expect(change.fromB).toBeGreaterThanOrEqual(endB);
          [endA, endB] = [change.toA, change.toB];
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are none between equal texts', () => {
    fc.assert(
      fc.property(lines, (text) => {
        expect(diffLines(text, text)).toEqual([]);
      }),
    );
  });

  it('are told apart in a long text with many of them', () => {
    const before = Array.from({ length: 5_000 }, (_, at) => `key-${at}: value\n`);
    const after = before.map((line, at) => (at % 50 === 7 ? `key-${at}: changed\n` : line));
    const [a, b] = [before.join(''), after.join('')];
    const lineOf = (at: number) => a.slice(0, at).split('\n').length;
    const changed = diffLines(a, b).flatMap(({ fromA, toA }) => [lineOf(fromA), lineOf(toA)]);
    expect([...new Set(changed)]).toEqual(
      before.flatMap((_, at) => (at % 50 === 7 ? [at + 1] : [])),
    );
  });

  it('are words where lines are alike', () => {
    const [change, ...more] = diffLines('a: 1\nport: 80\nb: 2\n', 'a: 1\nport: 8080\nb: 2\n');
    expect(more).toEqual([]);
    expect((change?.toA ?? 0) - (change?.fromA ?? 0)).toBeLessThanOrEqual(2);
  });
});
