import { isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { keyText } from '../text/findPath';
import { isTemplate } from '../text/templates';

/**
 * Whether two values mean the same, however they are written. Numbers and words without quotes are the same
 * only as written: `1.20` is not `1.2`, `True` not `true`, because what reads them later may differ.
 */
export function sameNode(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b) && tagOf(a) === tagOf(b);
  if (tagOf(a) !== tagOf(b)) return false;
  if (isScalar(a)) return isScalar(b) && sameScalar(a, b);
  if (isAlias(a)) return isAlias(b) && a.source === b.source;
  if (isMap(a)) return isMap(b) && sameMap(a, b);
  if (!isSeq(a) || !isSeq(b)) return a === b;
  return (
    a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i]))
  );
}

function sameScalar(a: Scalar, b: Scalar): boolean {
  if (typeof a.value === 'string' || typeof b.value === 'string') {
    return a.value === b.value && isTemplate(a) === isTemplate(b);
  }
  return a.source === b.source;
}

function sameMap(a: YAMLMap, b: YAMLMap): boolean {
  if (a.items.length !== b.items.length) return false;
  const others = new Map<string, unknown[]>();
  const odd: { key: unknown; value: unknown }[] = [];
  for (const pair of b.items) {
    const key = keyText(pair);
    if (key === null) odd.push(pair);
    else others.set(key, [...(others.get(key) ?? []), pair.value]);
  }
  return a.items.every((pair) => {
    const key = keyText(pair);
    if (key !== null) {
      const values = others.get(key);
      return values !== undefined && values.length > 0 && sameNode(pair.value, values.shift());
    }
    const other = odd.shift();
    return (
      other !== undefined && sameNode(pair.key, other.key) && sameNode(pair.value, other.value)
    );
  });
}

/** Nothing behind a key, `~` and `null` are all no value. */
function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function tagOf(node: unknown): string | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
}
