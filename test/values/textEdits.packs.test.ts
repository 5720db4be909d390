import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node } from 'yaml';
import { applyOverrides, restoreDefault, setField } from '../../src/values';
import { applyChanges } from '../../src/values/text/editText';
import { keyText, valueOf } from '../../src/values/text/findPath';
import { createTextPlan } from '../../src/values/text/textPlan';
import { readSource } from './support/readSource';
import { deepMerge, isMap as isPlainMap, valuesOf } from './support/expectedValues';
import { readRealPacks, realPacksTitle } from './support/realPacks';

type Path = readonly (string | number)[];

const packs = readRealPacks();
const texts = (packs ?? [])
  .map(({ name, content }) => ({ name, text: content.values }))
  .filter(
    ({ text }) => text.length < 80_000 && text.split('\n').length > 5 && readSource(text)?.root,
  );

/** Paths to everything in a text, with the node there. */
function pathsOf(node: Node | null, path: Path = []): readonly [Path, Node | null][] {
  if (!isMap(node) && !isSeq(node)) return [];
  return node.items.flatMap((item, index) => {
    const part = isMap(node) ? keyText(node.items[index] as never) : index;
    if (part === null) return [];
    const inner = [...path, part];
    const value = valueOf({ collection: node, index });
    return [[inner, value] as [Path, Node | null], ...pathsOf(value, inner)];
  });
}

/** Some of a list, spread over it; others for another start. */
function some<Item>(items: readonly Item[], count: number, start: number): readonly Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === start % step).slice(0, count);
}

function without(values: unknown, path: Path): unknown {
  const copy: unknown = structuredClone(values);
  let at = copy;
  for (const part of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[part];
  const last = path.at(-1) ?? '';
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else if (isPlainMap(at)) Reflect.deleteProperty(at, last);
  return copy;
}

function differentLines(text: string, other: string): number {
  const lines = other.split('\n');
  return text.split('\n').filter((line, index) => line !== lines[index]).length;
}

describe.skipIf(packs === null)(realPacksTitle('edits of the text of every real pack'), () => {
  it('has real texts to work on', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  it('takes out anything, and restores it as it was', () => {
    const moved: string[] = [];
    let count = 0;
    texts.forEach(({ name, text: given }, number) => {
      const mark = number % 3 === 0 ? '\uFEFF' : '';
      const text = mark + (number % 2 === 0 ? given : given.replaceAll(/\r?\n/g, '\r\n'));
      const source = readSource(text);
      if (source === null) throw new Error(name);
      const values = valuesOf(text);
      for (const [path] of some(pathsOf(source.root), 2, number)) {
        const plan = createTextPlan(source);
        expect(plan.remove(path)).toBe(true);
        const shorter = applyChanges(text, plan.changes());
        expect(valuesOf(shorter), `${name}: ${path.join('/')}`).toEqual(without(values, path));
        // An item has no place but its number; a text without keys has no place for one.
        const isLast = path.length === 1 && Object.keys(values).length === 1;
        if (typeof path.at(-1) === 'number' || isLast) continue;
        const restored = restoreDefault({ text: shorter, base: text, path });
        expect(valuesOf(restored), `${name}: ${path.join('/')}`).toEqual(values);
        count += 1;
        // A blank line that has become the last one is not told from a last line end.
        if (restored.trimEnd() !== text.trimEnd()) moved.push(`${name}: ${path.join('/')}`);
      }
    });
    expect(count).toBeGreaterThan(150);
    expect(moved).toEqual([]);
  });

  it('sets a value, changing its line alone, and sets it back', () => {
    let count = 0;
    texts.forEach(({ name, text }, number) => {
      const scalars = pathsOf(parseDocument(text, { keepSourceTokens: true }).contents).filter(
        ([, node]) =>
          isScalar(node) && typeof node.value === 'string' && !node.type?.startsWith('BLOCK'),
      );
      for (const [path, node] of some(scalars, 2, number)) {
        if (!isScalar(node) || node.source?.includes('\n')) continue;
        const { text: changed } = setField({ text, path, value: 'a new: "value" # of mine' });
        expect(differentLines(text, changed), `${name}: ${path.join('/')}`).toBe(1);
        const document = parseDocument(changed);
        expect(document.errors).toEqual([]);
        expect(document.getIn(path)).toBe('a new: "value" # of mine');
        const back = setField({ text: changed, path, value: String(node.value) }).text;
        expect(valuesOf(back)).toEqual(valuesOf(text));
        count += 1;
      }
    });
    expect(count).toBeGreaterThan(150);
  });

  it('merges overrides: the values are those of a deep merge, other lines stay', () => {
    texts.forEach(({ name, text }, number) => {
      const paths = pathsOf(readSource(text)?.root ?? null).filter(
        ([path, node]) =>
          isScalar(node) &&
          node.source?.includes('\n') === false &&
          path.every((part) => typeof part === 'string'),
      );
      const overrides = some(paths, 2, number + 1).reduce<Record<string, unknown>>(
        (all, [path], index) =>
          deepMerge(all, nest([...path.slice(0, -1), index === 0 ? path.at(-1) : 'added.by/me'])),
        {},
      );
      const minimal = stringify(overrides);
      const { text: merged } = applyOverrides({ text, overrides: minimal });
      expect(valuesOf(merged), name).toEqual(deepMerge(valuesOf(text), overrides));
      expect(applyOverrides({ text: merged, overrides: minimal }).text).toBe(merged);
      const lost = linesLost(text, merged);
      expect(lost.length, `${name}: ${lost.join('|')}`).toBeLessThanOrEqual(2);
    });
  });
});

/** The lines of a text that another has fewer times. */
function linesLost(text: string, other: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of other.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return text.split('\n').filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
}

function nest([first, ...rest]: readonly unknown[]): Record<string, unknown> {
  return { [String(first)]: rest.length === 0 ? ['overridden', { by: 'me' }] : nest(rest) };
}
