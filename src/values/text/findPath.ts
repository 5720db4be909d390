import { isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { ValuesPath } from '../../model/textDiagnostic';

/** A map or list of a text. */
export type Collection = YAMLMap | YAMLSeq;

/** One step down: an entry of a map or list, by its place there. */
export interface PathStep {
  readonly collection: Collection;
  readonly index: number;
}

/**
 * A key as it stands in the text, without quotes; numbers as written (`1.20`). Null for keys that no path
 * can name: maps, lists, aliases, blocks of text, nothing at all.
 */
export function keyText(pair: Pair): string | null {
  const key: unknown = pair.key;
  if (!isScalar(key)) return typeof key === 'string' ? key : null;
  if (key.range?.[0] === key.range?.[1] || key.type?.startsWith('BLOCK')) return null;
  if (typeof key.value === 'string') return key.value;
  return key.source ?? String(key.value);
}

/** Where a key stands in a map, -1 where it is not there. Of two of the same name the last counts. */
export function findKey(map: YAMLMap, key: string): number {
  for (let index = map.items.length - 1; index >= 0; index -= 1) {
    const pair = map.items[index];
    if (pair !== undefined && keyText(pair) === key) return index;
  }
  return -1;
}

/** Where each key of a map stands; for maps that many keys are looked up in. */
export function indexKeys(map: YAMLMap): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  map.items.forEach((pair, place) => {
    const key = keyText(pair);
    if (key !== null) index.set(key, place);
  });
  return index;
}

/** The steps to a path; null where there is nothing, or where an alias stands on the way. */
export function findSteps(root: Node | null, path: ValuesPath): readonly PathStep[] | null {
  const steps: PathStep[] = [];
  let node: unknown = root;
  for (const part of path) {
    const step = stepInto(node, part);
    if (step === null) return null;
    steps.push(step);
    node = valueOf(step);
  }
  return steps;
}

/** The node at a path; null where nothing is there, and where a key has no value behind it. */
export function findNode(root: Node | null, path: ValuesPath): Node | null {
  const steps = findSteps(root, path);
  if (steps === null) return null;
  const last = steps.at(-1);
  return last === undefined ? root : valueOf(last);
}

/** The value of an entry. */
export function valueOf({ collection, index }: PathStep): Node | null {
  const item: unknown = collection.items[index];
  const value = isPair(item) ? item.value : item;
  return isNode(value) ? value : null;
}

/**
 * The paths that a dotted path names in a text: none, one, or with `$[]` (every item) many. Keys contain
 * dots, so the longest key that is there is tried first. Nothing is made up: what is not there is left out.
 */
export function resolveDottedPath(root: Node | null, dotted: string): readonly ValuesPath[] {
  return resolveParts(root, dotted.split('.'), 0, new Map());
}

/** `missed`: the places from which nothing was found, so that each is looked into once. */
function resolveParts(
  node: Node | null,
  parts: readonly string[],
  start: number,
  missed: Map<Node, Set<number>>,
): readonly ValuesPath[] {
  if (start === parts.length) return [[]];
  if (isSeq(node) && parts[start] === '$[]') {
    return node.items.flatMap((_, index) => {
      const item = valueOf({ collection: node, index });
      return resolveParts(item, parts, start + 1, missed).map((path) => [index, ...path]);
    });
  }
  if (!isMap(node) || missed.get(node)?.has(start)) return [];
  for (let end = parts.length; end > start; end -= 1) {
    const key = parts.slice(start, end).join('.');
    const index = findKey(node, key);
    if (index === -1) continue;
    const rest = resolveParts(valueOf({ collection: node, index }), parts, end, missed);
    if (rest.length > 0) return rest.map((path) => [key, ...path]);
  }
  missed.set(node, (missed.get(node) ?? new Set()).add(start));
  return [];
}

function stepInto(node: unknown, part: string | number): PathStep | null {
  if (isMap(node)) {
    const index = findKey(node, String(part));
    return index === -1 ? null : { collection: node, index };
  }
  if (!isSeq(node) || typeof part !== 'number') return null;
  return part in node.items ? { collection: node, index: part } : null;
}
