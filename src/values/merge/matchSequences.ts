import { diffIndices } from 'node-diff3';

/** Pairs of equal elements that a stretch may have before it is taken as wholly different. */
const MAX_PAIRS = 20_000;

/**
 * For each element of `a` its partner in `b`, -1 where it has none; partners are equal and in order. What
 * stands once on each side is paired first, so that only short stretches are compared element by element:
 * doing so with a whole text takes seconds.
 */
export function matchSequences(a: readonly string[], b: readonly string[]): Int32Array {
  const partners = new Int32Array(a.length).fill(-1);
  const open: [aFrom: number, aTo: number, bFrom: number, bTo: number][] = [
    [0, a.length, 0, b.length],
  ];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    let [aFrom, aTo, bFrom, bTo] = range;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) partners[aFrom++] = bFrom++;
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) partners[--aTo] = --bTo;
    if (aFrom === aTo || bFrom === bTo) continue;
    const anchors = findAnchors(a.slice(aFrom, aTo), b.slice(bFrom, bTo));
    if (anchors.length === 0) {
      pairShort(a.slice(aFrom, aTo), b.slice(bFrom, bTo), aFrom, bFrom, partners);
      continue;
    }
    let [aLast, bLast] = [aFrom, bFrom];
    for (const [aAt, bAt] of anchors) {
      partners[aFrom + aAt] = bFrom + bAt;
      open.push([aLast, aFrom + aAt, bLast, bFrom + bAt]);
      [aLast, bLast] = [aFrom + aAt + 1, bFrom + bAt + 1];
    }
    open.push([aLast, aTo, bLast, bTo]);
  }
  return partners;
}

/** Elements that stand once on each side, as many as are in the same order on both. */
function findAnchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const placesInB = uniquePlaces(b);
  const pairs: [number, number][] = [];
  for (const [element, aAt] of uniquePlaces(a)) {
    const bAt = placesInB.get(element);
    if (aAt !== -1 && bAt !== undefined && bAt !== -1) pairs.push([aAt, bAt]);
  }
  pairs.sort(([a1], [a2]) => a1 - a2);
  return longestRise(pairs);
}

/** -1 for what stands more than once. */
function uniquePlaces(elements: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  elements.forEach((element, at) => places.set(element, places.has(element) ? -1 : at));
  return places;
}

/** The longest part of the pairs whose second places rise, by patience sorting. */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, place], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const rise: [number, number][] = [];
  for (let index = tops.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) rise.push(pair);
  }
  return rise.reverse();
}

function pairShort(
  a: readonly string[],
  b: readonly string[],
  aFrom: number,
  bFrom: number,
  partners: Int32Array,
): void {
  const counts = new Map<string, number>();
  for (const element of b) counts.set(element, (counts.get(element) ?? 0) + 1);
  const pairs = a.reduce((sum, element) => sum + (counts.get(element) ?? 0), 0);
  if (pairs === 0 || pairs > MAX_PAIRS) return;
  let [aAt, bAt] = [0, 0];
  const pairUpTo = (aTo: number): void => {
    while (aAt < aTo) partners[aFrom + aAt++] = bFrom + bAt++;
  };
  for (const { buffer1, buffer2 } of diffIndices([...a], [...b])) {
    pairUpTo(buffer1[0]);
    [aAt, bAt] = [buffer1[0] + buffer1[1], buffer2[0] + buffer2[1]];
  }
  pairUpTo(a.length);
}
