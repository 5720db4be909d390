import { isMap, type Node } from 'yaml';
import type { PackPreset } from '../model/packs';
import type { ValuesPath } from '../model/textDiagnostic';
import { findSteps, keyText, resolveDottedPath, valueOf } from './text/findPath';
import type { ValuesSource } from './text/valuesSource';

/**
 * The paths a preset decides about in the given texts: what it removes, as far as it is there, and every
 * scalar and list that it adds. None lies within another.
 */
export function presetPaths(
  { remove }: PackPreset,
  add: ValuesSource,
  texts: readonly ValuesSource[],
): readonly ValuesPath[] {
  const removed = remove.flatMap((dotted) =>
    [add, ...texts].flatMap(({ root }) => resolveDottedPath(root, dotted)),
  );
  return outermost([...removed, ...leafPaths(add.root, [])]);
}

/**
 * Where a preset puts a map in the place of something else that a text has, such as a word, a list or a key
 * without value.
 */
export function replacedPaths(add: ValuesSource, text: ValuesSource): readonly ValuesPath[] {
  const replaced = (other: Node | null, path: ValuesPath): readonly ValuesPath[] => {
    if (!isMap(other) || other.items.length === 0) return [];
    const steps = findSteps(text.root, path);
    if (steps === null) return [];
    const last = steps.at(-1);
    if (last !== undefined && !isMap(valueOf(last))) return [path];
    return other.items.flatMap((pair, index) => {
      const key = keyText(pair);
      return key === null ? [] : replaced(valueOf({ collection: other, index }), [...path, key]);
    });
  };
  return replaced(add.root, []);
}

/** The maps that a preset makes: what it adds maps to where the text without it has none. */
export function ownMaps(add: ValuesSource, without: ValuesSource): readonly ValuesPath[] {
  const owned = (node: Node | null, path: ValuesPath): readonly ValuesPath[] => {
    if (!isMap(node) || node.items.length === 0) return [];
    const last = findSteps(without.root, path)?.at(-1);
    if (path.length > 0 && (last === undefined || !isMap(valueOf(last)))) return [path];
    return node.items.flatMap((pair, index) => {
      const key = keyText(pair);
      return key === null ? [] : owned(valueOf({ collection: node, index }), [...path, key]);
    });
  };
  return owned(add.root, []);
}

/** Paths that lie within no other of them, each once. */
export function outermost(paths: readonly ValuesPath[]): readonly ValuesPath[] {
  const byKey = new Map(paths.map((path) => [pathKey(path), path]));
  return [...byKey.values()].filter(
    (path) => !path.some((_, length) => length > 0 && byKey.has(pathKey(path.slice(0, length)))),
  );
}

/** A path as one string. */
export function pathKey(path: ValuesPath): string {
  return JSON.stringify(path);
}

/** Paths to everything in a map that is no map with entries. */
function leafPaths(node: Node | null, path: ValuesPath): readonly ValuesPath[] {
  if (!isMap(node) || node.items.length === 0) return path.length === 0 ? [] : [path];
  return node.items.flatMap((pair, index) => {
    const key = keyText(pair);
    return key === null ? [] : leafPaths(valueOf({ collection: node, index }), [...path, key]);
  });
}

/** Paths to everything in a map, maps first. */
export function allPaths(node: Node | null, path: ValuesPath): readonly ValuesPath[] {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair, index) => {
    const key = keyText(pair);
    if (key === null) return [];
    const inner = [...path, key];
    return [inner, ...allPaths(valueOf({ collection: node, index }), inner)];
  });
}
