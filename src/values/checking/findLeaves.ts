import { isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { TextRange, ValuesPath } from '../../model/textDiagnostic';
import { keyText } from '../text/findPath';

/** A scalar of a text, key or value, or what begins like `{{` where a value may be. */
export interface Leaf extends TextRange {
  readonly path: ValuesPath;
  readonly node: Node;
  /** `{{ … }}` without quotes, which is a map in a map for YAML. */
  readonly isBraces: boolean;
  /** Inside of brackets or braces. */
  readonly isFlow: boolean;
}

/** All leaves of a document in the order of its text. */
export function findLeaves(contents: unknown, text: string): readonly Leaf[] {
  const leaves: Leaf[] = [];

  const visit = (node: unknown, path: ValuesPath, isFlow: boolean): void => {
    if (!isNode(node) || !node.range) return;
    const [from, to] = node.range;
    if (isMap(node) && node.flow === true && text.startsWith('{{', from)) {
      leaves.push({ from, to, path, node, isBraces: true, isFlow });
    } else if (isMap(node)) {
      for (const pair of node.items) {
        const below = [...path, keyText(pair) ?? ''];
        visit(pair.key, below, isFlow || node.flow === true);
        visit(pair.value, below, isFlow || node.flow === true);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const below = [...path, index];
        if (isPair(item)) {
          visit(item.key, below, true);
          visit(item.value, below, true);
        } else visit(item, below, isFlow || node.flow === true);
      });
    } else if (isScalar(node)) {
      leaves.push({ from, to, path, node, isBraces: false, isFlow });
    }
  };

  visit(contents, [], false);
  return leaves;
}

/** The leaf that an offset is in; null where there is none. Leaves are in the order of the text. */
export function leafAt(leaves: readonly Leaf[], offset: number): Leaf | null {
  let low = 0;
  let high = leaves.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const leaf = leaves[middle];
    if (leaf === undefined) return null;
    if (offset < leaf.from) high = middle - 1;
    else if (offset >= leaf.to) low = middle + 1;
    else return leaf;
  }
  return null;
}
