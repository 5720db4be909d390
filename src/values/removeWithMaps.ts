import { isMap } from 'yaml';
import type { ValuesPath } from '../model/textDiagnostic';
import { outermost, pathKey } from './presetPaths';
import { findNode, findSteps, keyText } from './text/findPath';
import type { ValuesSource } from './text/valuesSource';

export interface RemovedWithMaps {
  /** What is to be taken out. */
  readonly gone: readonly ValuesPath[];
  /** Where the other text has something else than a map with entries: that is to be put there. */
  readonly restored: readonly ValuesPath[];
}

/** Removes paths of a text that another text lacks, and with them the maps that would be left empty. */
export function removeWithMaps(
  text: ValuesSource,
  other: ValuesSource,
  paths: readonly ValuesPath[],
): RemovedWithMaps {
  const gone = new Map(paths.map((path) => [pathKey(path), path]));
  const restored = new Map<string, ValuesPath>();
  const byDepth = [...paths].sort((a, b) => b.length - a.length);
  for (const path of byDepth) {
    for (let length = path.length - 1; length > 0; length -= 1) {
      const parent = path.slice(0, length);
      const node = findNode(text.root, parent);
      if (!isMap(node)) break;
      const isEmptied = node.items.every((pair) => {
        const key = keyText(pair);
        return key !== null && gone.has(pathKey([...parent, key]));
      });
      if (!isEmptied) break;
      if (findSteps(other.root, parent) === null) {
        gone.set(pathKey(parent), parent);
        continue;
      }
      const there = findNode(other.root, parent);
      if (!isMap(there) || there.items.length === 0) restored.set(pathKey(parent), parent);
      break;
    }
  }
  const removed = outermost([...gone.values(), ...restored.values()]);
  return {
    gone: removed.filter((path) => !restored.has(pathKey(path))),
    restored: [...restored.values()],
  };
}
