import { isMap, type Node } from 'yaml';
import type { ValuesPath } from '../model/textDiagnostic';
import { isEmptyValue } from './text/entries';
import { findSteps, resolveDottedPath, valueOf } from './text/findPath';

/**
 * Where a value would go that a dotted path names and a text lacks: into the innermost map on the way that is
 * there. Null where something else than a map is on the way, and for items of lists.
 */
export function missingPath(root: Node | null, dotted: string): ValuesPath | null {
  const segments = dotted.split('.');
  if (segments.includes('$[]') || segments.includes('')) return null;
  for (let length = segments.length - 1; length >= 0; length -= 1) {
    const [parent] =
      length === 0 ? [[]] : resolveDottedPath(root, segments.slice(0, length).join('.'));
    if (parent === undefined) continue;
    const rest = segments.slice(length);
    // Names with a slash have dots of their own, as `spectrocloud.com/install-priority`.
    const keys = rest.some((segment) => segment.includes('/')) ? [rest.join('.')] : rest;
    const path = [...parent, ...keys];
    return canInsert(root, path) ? path : null;
  }
  return null;
}

/** Whether only maps, or nothing, are on the way to a path where nothing is. */
export function canInsert(root: Node | null, path: ValuesPath): boolean {
  if (path.length === 0 || !path.every((part) => typeof part === 'string')) return false;
  for (let length = 0; length < path.length; length += 1) {
    const steps = findSteps(root, path.slice(0, length));
    if (steps === null) return true;
    const last = steps.at(-1);
    const node = last === undefined ? root : valueOf(last);
    if (!isMap(node) && !isEmptyValue(node)) return false;
    if (!isMap(node)) return true;
  }
  return findSteps(root, path) === null;
}
