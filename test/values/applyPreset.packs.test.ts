import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackPreset } from '../../src/model/packs';
import { applyPreset, readEnabledPresets, readPresetStates } from '../../src/values';
import { isMap as isYamlMap, isNode, isScalar, parseDocument } from 'yaml';
import {
  dottedPath,
  isMap as isPlainMap,
  leavesOf,
  valuesOf,
  withPreset,
} from './support/expectedValues';
import { readRealPacks, realPacksTitle } from './support/realPacks';

const packs = readRealPacks();
const withPresets = (packs ?? []).filter(({ content }) => content.presets.length > 0);
const small = withPresets.filter(({ content }) => content.values.length < 50_000);
const withGroups = small.filter(({ content: { presets } }) =>
  presets.some((one) => presets.some((other) => other !== one && other.group === one.group)),
);
const cases = withPresets.flatMap(({ name, content }) =>
  content.presets.map((preset) => ({ name, content, preset })),
);

function apply(text: string, base: string, presets: readonly PackPreset[], preset: PackPreset) {
  const result = applyPreset({ text, base, presets, preset });
  expect(result.problem).toBeNull();
  return result;
}

function lines(text: string): readonly string[] {
  return text.split('\n');
}

const isInBase = (base: string, { group, name }: PackPreset) =>
  readEnabledPresets(base).some((entry) => entry.group === group && entry.name === name);

describe.skipIf(packs === null)(realPacksTitle('applyPreset on every real preset'), () => {
  it('has real presets to work on', () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases)('$name: $preset.name says what remove and merge give', ({ content, preset }) => {
    const { values: base, presets } = content;
    const { text, overwritten } = apply(base, base, presets, preset);
    const expected = isInBase(base, preset) ? valuesOf(base) : withPreset(valuesOf(base), preset);
    expect(valuesOf(text)).toEqual(expected);
    expect(overwritten).toEqual([]);
    expect(readEnabledPresets(text)).toContainEqual({ group: preset.group, name: preset.name });
    const states = readPresetStates({ text, base, presets });
    expect(states.filter((state) => state.isModified)).toEqual([]);
    // Twice is once.
    expect(apply(text, base, presets, preset).text).toBe(text);
  });

  it.each(withPresets)('$name: there and back restores the text', ({ content }) => {
    const { values: base, presets } = content;
    for (const first of presets) {
      const { text } = apply(base, base, presets, first);
      const others = presets.filter((other) => other.group === first.group && other !== first);
      const other = others[presets.indexOf(first) % Math.max(others.length, 1)];
      if (other !== undefined) {
        const there = apply(text, base, presets, other);
        expect(there.overwritten).toEqual([]);
        expect(apply(there.text, base, presets, first).text).toBe(text);
      }
      const off = applyPreset({ text, base, presets, preset: { group: first.group, name: null } });
      expect(bodyOf(off.text)).toBe(bodyOf(base));
      if (!base.includes('enabled-presets')) expect(off.text).toBe(base);
    }
  });

  it('leaves lines outside the paths of the preset and the marker as they are', () => {
    for (const { content, preset } of cases) {
      const { values: base, presets } = content;
      const { text } = apply(base, base, presets, preset);
      const there = lines(text);
      let at = 0;
      const outside = linesOutside(base, presets);
      for (const line of outside) {
        const found = there.indexOf(line, at);
        expect(found, `${preset.name}: ${line}`).not.toBe(-1);
        at = found + 1;
      }
    }
  });

  it('brings no line that is neither in the text before nor in what the preset adds', () => {
    for (const { content, preset } of cases) {
      const { values: base, presets } = content;
      const known = new Map<string, number>();
      for (const line of [...lines(base), ...lines(preset.add)]) {
        known.set(line.trim(), (known.get(line.trim()) ?? 0) + 1);
      }
      for (const line of lines(apply(base, base, presets, preset).text)) {
        const rest = (known.get(line.trim()) ?? 0) - 1;
        known.set(line.trim(), rest);
        if (line.trim() === '' || line.includes('enabled-presets')) continue;
        expect(rest, `${preset.name}: ${line}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('keeps edits elsewhere byte for byte, and changes the rest as without them', () => {
    const chosen = fc.record({
      pack: fc.constantFrom(...small.map(({ name }) => name)),
      first: fc.nat(),
      second: fc.nat(),
      line: fc.nat(),
      kind: fc.constantFrom('comment', 'blank', 'value', 'behind'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
    });
    fc.assert(
      fc.property(chosen, ({ pack, first, second, line, kind, lineEnd }) => {
        const content = small.find(({ name }) => name === pack)?.content;
        if (content === undefined) return;
        const { presets } = content;
        const base = content.values.replaceAll('\r\n', '\n').replaceAll('\n', lineEnd);
        const [one, two] = [presets[first % presets.length], presets[second % presets.length]];
        if (one === undefined || two === undefined) return;
        const before = apply(base, base, presets, one).text;
        const after = apply(before, base, presets, two).text;
        const edited = editLine(before, base, presets, line, kind);
        if (edited === null) return;
        const result = apply(edited.text, base, presets, two);
        expect(result.overwritten).toEqual([]);
        expect(result.text).toContain(edited.inserted);
        expect(result.text.replace(edited.inserted, '')).toBe(after);
        // And again without change.
        expect(apply(result.text, base, presets, two).text).toBe(result.text);
      }),
      { numRuns: 40 },
    );
  });

  it.each(withGroups)('$name: there, back and off restore an edited text', ({ content }) => {
    const { values: base, presets } = content;
    for (const [at, one] of presets.entries()) {
      const two = presets.find((other) => other.group === one.group && other !== one);
      const before = apply(base, base, presets, one).text;
      const edited = editLine(before, base, presets, at * 7, at % 2 === 0 ? 'comment' : 'blank');
      if (two === undefined || edited === null) continue;
      let { text } = edited;
      for (const preset of [two, one, two, one]) {
        const switched = apply(text, base, presets, preset);
        expect(switched.overwritten).toEqual([]);
        text = switched.text;
      }
      expect(text).toBe(edited.text);
      const nothing = { group: one.group, name: null };
      const off = applyPreset({ text, base, presets, preset: nothing }).text;
      const plain = applyPreset({ text: before, base, presets, preset: nothing }).text;
      expect(off.replace(edited.inserted, '')).toBe(plain);
    }
  });
});

/** The text without the line of its marker. */
function bodyOf(text: string): string {
  return text.replace(/^#[ \t]*spectrocloud\.com\/enabled-presets.*\r?\n/m, '');
}

/** Numbers of the lines that no preset decides about, from 0. */
function freeLines(
  text: string,
  base: string,
  presets: readonly PackPreset[],
  isGapFree: boolean,
): readonly number[] {
  const document = parseDocument(text);
  const [values, defaults] = [valuesOf(text), valuesOf(base)];
  const paths = presets.flatMap((preset) => [
    ...preset.remove.flatMap((path) => dottedPath(values, path)),
    ...leavesOf(valuesOf(preset.add), []).map((path) => newPart(defaults, path)),
  ]);
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const lineOf = (offset: number) => {
    const line = starts.findIndex((start) => start >= offset);
    return line === -1 ? starts.length : line;
  };
  const all = lines(text);
  const touched = new Set<number>();
  for (const path of paths) {
    const parent: unknown =
      path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isYamlMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === path.at(-1))
      : undefined;
    if (pair === undefined) continue;
    const end = isNode(pair.value) ? (pair.value.range?.[2] ?? 0) : 0;
    const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    // Blank lines and comments above may have come with it.
    let first = lineOf(start);
    while (!isGapFree && first > 0 && /^\s*(?:#|$)/.test(all[first - 1] ?? '')) first -= 1;
    for (let line = first; line <= Math.max(lineOf(start), lineOf(end - 1)); line += 1) {
      touched.add(line);
    }
  }
  return lines(text).flatMap((line, number) =>
    touched.has(number) || line.includes('enabled-presets') ? [] : [number],
  );
}

/** The part of a path down to the first key that is not in some values. */
function newPart(values: unknown, path: readonly string[]): readonly string[] {
  let node = values;
  for (const [depth, key] of path.entries()) {
    if (!isPlainMap(node) || !Object.hasOwn(node, key)) return path.slice(0, depth + 1);
    node = node[key];
  }
  return path;
}

function linesOutside(text: string, presets: readonly PackPreset[]): readonly string[] {
  const free = new Set(freeLines(text, text, presets, true));
  return lines(text).filter((_, number) => free.has(number));
}

/** An edit that a user makes on a line of a text; null where that line cannot take it. */
function editLine(
  text: string,
  base: string,
  presets: readonly PackPreset[],
  choice: number,
  kind: string,
): { readonly text: string; readonly inserted: string } | null {
  const free = freeLines(text, base, presets, false);
  const number = free[choice % free.length] ?? 0;
  const all = text.split(/(?<=\n)/);
  const line = all[number] ?? '';
  const indent = / */.exec(line)?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const scalar = /^( *[\w.-]+: *[\w.-]+)[ \t]*\r?\n?$/.exec(line)?.[1];
  const [at, inserted] =
    kind === 'comment'
      ? [0, `${indent}# a note of my own${lineEnd}`]
      : kind === 'blank'
        ? [0, `${indent}#${lineEnd}${lineEnd}${indent}# my own${lineEnd}`]
        : [scalar?.length ?? -1, kind === 'value' ? '-changed-by-me' : ' # changed by me'];
  if (at === -1) return null;
  const edited = line.slice(0, at) + inserted + line.slice(at);
  return { text: [...all.slice(0, number), edited, ...all.slice(number + 1)].join(''), inserted };
}
