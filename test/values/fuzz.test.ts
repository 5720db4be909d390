import { describe, expect, it } from 'vitest';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';
import { checkManifestSteps } from '../../src/values/checkManifest';
import { checkValuesSteps } from '../../src/values/checkValues';
import { findReferences } from '../../src/values/references/findReferences';
import { renameVariable } from '../../src/values/renameVariable';
import { applyChanges } from '../../src/values/text/editText';
import { context, countSteps, realPacks, sharedPacks, variable } from './support/checkTexts';

const MUTATIONS = 10_000;
const SMALL = 1500;

const PIECES = [
  ...['\t', ' ', '  ', '\n', '\r\n', '\r', '\uFEFF', '\u0000', '\uD800', 'ä', '😀'],
  ...[':', ': ', '- ', '? ', '#', ' # ', '|\n', '>-\n', '"', "'", '\\', '[', ']', '{', '}', ','],
  ...['&a ', '*a', '!t ', '!!map ', '<<: ', '%YAML 1.1\n', '---\n', '...\n', '~', '@', '`'],
  ...['{{', '}}', '{{ .x }}', '{{.spectro.var.x}}', '{{ .spectro.macro.m | upper }}', 'spectro'],
  ...[
    '{{.spectro.pack.a.b}}',
    '{{.spectro.system.cluster.kubevip}}',
    '{{.spectro.var.{{',
    '__proto__: ',
  ],
  ...[
    'a: 1\n',
    'a: 1\na: 1\n',
    'kind: List\nitems:\n',
    'metadata: {}\n',
    'a: &a [*a]\n',
    'x: y: z\n',
  ],
] as const;

/** Random numbers that are the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof createRandom>;

/** One to four changes as users, clipboards and accidents make them. */
function mutate(text: string, random: Random): string {
  let result = text;
  for (let count = random(4); count >= 0; count -= 1) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + random(40));
    const part = result.slice(at, to);
    const piece = PIECES[random(PIECES.length)] ?? '';
    const lineFrom = result.lastIndexOf('\n', at) + 1;
    const changes = [
      () => result.slice(0, at) + result.slice(to),
      () => result.slice(0, at) + piece + result.slice(at),
      () => result.slice(0, at) + piece + result.slice(to),
      () => result.slice(0, to) + part + result.slice(to),
      () => result.slice(0, lineFrom) + piece + result.slice(lineFrom),
      () => result.slice(0, at),
      () => result.slice(at),
      () => result.slice(0, at) + part.replaceAll(' ', '\t') + result.slice(to),
      () => result.slice(0, at) + part.replaceAll('\n', '\r\n') + result.slice(to),
      () => result.slice(0, at) + result.slice(lineFrom, at) + result.slice(at),
    ];
    result = changes[random(changes.length)]?.() ?? result;
  }
  return result;
}

function expectSound(text: string, found: readonly TextDiagnostic[]) {
  expect(found.length).toBeLessThanOrEqual(500);
  let last = 0;
  for (const { from, to, fixes = [] } of found) {
    // Plain comparisons: `expect` itself is what would take the time.
    if (from < last || to < from || to > text.length) {
      expect.fail(`A range from ${String(from)} to ${String(to)} of ${String(text.length)}`);
    }
    last = from;
    for (const { changes } of fixes) {
      let end = 0;
      for (const change of changes) {
        if (change.from < end || change.to < change.from || change.to > text.length) {
          expect.fail(`A change from ${String(change.from)} to ${String(change.to)}`);
        }
        end = change.to;
      }
    }
  }
}

describe.skipIf(sharedPacks === null)('mutated texts (skipped without ../shared)', () => {
  const packs = realPacks().filter(({ values }) => values.length > 200);
  const schemas = packs.filter(({ schema }) => schema.length > 0);
  const macros = ['m'];
  const variables = [variable('x', { format: 'number', defaultValue: '1' })];

  /** Both checks of a text and of what its fixes make of it, in bounded steps. */
  function check(text: string, pack: (typeof packs)[number]): number {
    const { schema, values: base } = pack;
    const options = context({ schema, base, variables, macros, packs: { a: text } });
    const values = countSteps(checkValuesSteps(text, options));
    const manifest = countSteps(checkManifestSteps(text, options));
    expectSound(text, values.result);
    expectSound(text, manifest.result);
    // About two dozen for the parts of both checks; a long text is read in more.
    const steps = 26 + (text.length + base.length) / 500;
    expect(values.steps + manifest.steps).toBeLessThan(steps);
    const fix = values.result.flatMap(({ fixes }) => fixes ?? [])[0];
    if (fix !== undefined) {
      const repaired = applyChanges(text, fix.changes);
      expectSound(repaired, countSteps(checkValuesSteps(repaired, options)).result);
    }
    const there = renameVariable(text, 'x', 'quite-new');
    if (findReferences(there).length !== findReferences(text).length)
      expect.fail('A lost reference');
    return values.result.length;
  }

  it(`${String(MUTATIONS)} of them never make the checks throw or lose their way`, () => {
    const random = createRandom(20_261_122);
    let withFindings = 0;
    for (let count = 0; count < MUTATIONS; count += 1) {
      const of = count % 2 === 0 ? packs : schemas;
      const pack = of[random(of.length)];
      if (pack === undefined) throw new Error('no packs');
      // Most texts are part of a real one, a few are whole, and some of these large.
      const length = count % 500 === 0 ? Infinity : count % 50 === 0 ? 8000 : SMALL;
      const from = length === SMALL ? random(Math.max(1, pack.values.length - length)) : 0;
      const lineFrom = pack.values.lastIndexOf('\n', from) + 1;
      const text = mutate(pack.values.slice(lineFrom, lineFrom + length), random);
      const small = { ...pack, values: pack.values.slice(0, SMALL) };
      try {
        if (check(text, small) > 0) withFindings += 1;
      } catch (error) {
        throw new Error(`Mutation ${String(count)} of ${pack.packUid}: ${JSON.stringify(text)}`, {
          cause: error,
        });
      }
    }
    expect(withFindings).toBeGreaterThan(MUTATIONS / 3);
  }, 120_000);
});
