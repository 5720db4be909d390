import { isMap, isScalar, type Node } from 'yaml';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { findNode, keyText } from '../text/findPath';
import { finding } from './diagnostic';

const INSTALL_PRIORITY = 'spectrocloud.com/install-priority';
const PRIORITY_PATTERN = '^-?[0-9]+$';

/** Settings that every pack's values have in common, and keys that are none in some programs. */
export function checkPackSettings(contents: Node | null): TextDiagnostic[] {
  return [...checkInstallPriority(contents), ...checkPrototypeKeys(contents)];
}

/** A whole number, as a text or not. */
function checkInstallPriority(contents: Node | null): TextDiagnostic[] {
  const path = ['pack', INSTALL_PRIORITY];
  const node = findNode(contents, path);
  if (!isScalar(node) || !node.range || node.value === null) return [];
  const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
  if (text.trim() === '' || text.includes('{{') || /^-?[0-9]+$/.test(text.trim())) return [];
  const [from, to] = node.range;
  const params = { pattern: PRIORITY_PATTERN, value: text.slice(0, 200) };
  return [finding('schema-pattern', 'error', { from, to }, { path, params })];
}

function checkPrototypeKeys(contents: Node | null): TextDiagnostic[] {
  const found: TextDiagnostic[] = [];
  const visit = (node: unknown, path: readonly (string | number)[]): void => {
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = keyText(pair) ?? '';
        const below = [...path, key];
        if (key === '__proto__' && isScalar(pair.key) && pair.key.range) {
          const [from, to] = pair.key.range;
          found.push(
            finding(
              'yaml-prototype-key',
              'warning',
              { from, to },
              { path: below, params: { key } },
            ),
          );
        }
        visit(pair.value, below);
      }
    } else if (
      typeof node === 'object' &&
      node !== null &&
      'items' in node &&
      Array.isArray(node.items)
    ) {
      node.items.forEach((item: unknown, index) => {
        visit(item, [...path, index]);
      });
    }
  };
  visit(contents, []);
  return found;
}
