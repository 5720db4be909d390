import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type Node,
} from 'yaml';

/** Nodes that aliases may stand for, all together. */
const MAX_ALIASED_NODES = 100_000;

/**
 * The alias that makes a document too large when all aliases are replaced by what they stand for; null where
 * there is none. A part that contains itself is endless.
 */
export function findAliasBomb(document: Document.Parsed): Alias | null {
  const sizes = new Map<string, number>();
  let aliased = 0;
  let bomb: Alias | null = null;

  /** Nodes of a part with its aliases replaced. As deep as the document, which has been bounded. */
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (isAlias(node)) {
      const size = sizes.get(node.source) ?? 1;
      aliased += size;
      if (aliased > MAX_ALIASED_NODES) bomb ??= node;
      return size;
    }
    const anchor = anchorOf(node);
    // Inside of it, its own name stands for something without end.
    if (anchor !== undefined) sizes.set(anchor, Infinity);
    let size = 1;
    if (isMap(node) || isSeq(node)) for (const item of node.items) size += sizeOf(item);
    if (anchor !== undefined) sizes.set(anchor, size);
    return size;
  };

  sizeOf(document.contents);
  return bomb;
}

function anchorOf(node: unknown): string | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node))
    return (node as Node & { anchor?: string }).anchor;
  return undefined;
}
