import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar } from 'yaml';
import { indexKeys, valueOf } from './findPath';
import { isTemplate } from './templates';

/** A node, with the document that its aliases belong to. */
export interface NodeIn {
  readonly document: Document.Parsed;
  readonly node: Node | null;
}

/** Words that are booleans to readers of YAML 1.1 where they have no quotes. */
const WORD_OF_1_1 = /^(?:y|n|yes|no|on|off)$/i;

/**
 * Whether two values mean the same, to readers of YAML 1.1 as well: `on` is not `"on"`, nor is `{{ x }}` what
 * it is in quotes. The order of keys does not count; no value and null are the same.
 */
export function isSameValue(a: NodeIn, b: NodeIn): boolean {
  return isSame(resolve(a), resolve(b), 0);
}

function isSame(a: NodeIn, b: NodeIn, depth: number): boolean {
  // Aliases may lead round in a circle.
  if (depth > 400) return false;
  const [left, right] = [a.node, b.node];
  if (isMap(left) && isMap(right)) {
    if (left.items.length !== right.items.length) return false;
    const keys = indexKeys(right);
    for (const [key, index] of indexKeys(left)) {
      const other = keys.get(key);
      if (other === undefined) return false;
      const mine = resolve({ ...a, node: valueOf({ collection: left, index }) });
      const theirs = resolve({ ...b, node: valueOf({ collection: right, index: other }) });
      if (!isSame(mine, theirs, depth + 1)) return false;
    }
    return true;
  }
  if (isSeq(left) && isSeq(right)) {
    if (left.items.length !== right.items.length) return false;
    return left.items.every((_, index) =>
      isSame(
        resolve({ ...a, node: valueOf({ collection: left, index }) }),
        resolve({ ...b, node: valueOf({ collection: right, index }) }),
        depth + 1,
      ),
    );
  }
  return isSameScalar(left, right);
}

function isSameScalar(left: Node | null, right: Node | null): boolean {
  const isNothing = (node: Node | null) => node === null || (isScalar(node) && node.value === null);
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (!isScalar(left) || !isScalar(right)) return false;
  return Object.is(left.value, right.value) && isPlainWord(left) === isPlainWord(right);
}

function isPlainWord(scalar: Scalar): boolean {
  if (scalar.type !== 'PLAIN' || typeof scalar.value !== 'string') return false;
  return WORD_OF_1_1.test(scalar.value) || isTemplate(scalar);
}

function resolve({ document, node }: NodeIn): NodeIn {
  return { document, node: isAlias(node) ? (node.resolve(document) ?? null) : node };
}
