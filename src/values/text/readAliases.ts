import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  YAMLParseError,
  type Alias,
  type Document,
} from 'yaml';

/** Nodes that aliases may stand for, all together. */
const MAX_ALIASED_NODES = 100_000;

export interface AliasFindings {
  /**
   * The alias that makes the document too large when each is replaced by what it stands for; null where
   * there is none. A part that contains itself is endless.
   */
  readonly bomb: Alias | null;
  /** Aliases without an anchor before them, up to a limit. The parser itself finds them only when values are made. */
  readonly errors: readonly YAMLParseError[];
}

/** Follows the aliases of a document, which may be as deep as texts that are read may be. */
export function readAliases(document: Document.Parsed, limit: number): AliasFindings {
  const sizes = new Map<string, number>();
  const errors: YAMLParseError[] = [];
  let aliased = 0;
  let bomb: Alias | null = null;

  /** Nodes of a part with its aliases replaced. */
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    if (isAlias(node)) {
      const size = sizes.get(node.source);
      if (size === undefined && errors.length < limit) errors.push(unknownAlias(node));
      aliased += size ?? 1;
      if (aliased > MAX_ALIASED_NODES) bomb ??= node;
      return size ?? 1;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 1;
    const { anchor } = node;
    // Inside of it, its own name stands for something without end.
    if (anchor !== undefined) sizes.set(anchor, Infinity);
    let size = 1;
    if (!isScalar(node)) for (const item of node.items) size += sizeOf(item);
    if (anchor !== undefined) sizes.set(anchor, size);
    return size;
  };

  sizeOf(document.contents);
  return { bomb, errors };
}

function unknownAlias({ range, source }: Alias): YAMLParseError {
  const [from, to] = range ?? [0, 0];
  return new YAMLParseError([from, to], 'BAD_ALIAS', `Unresolved alias: ${source}`);
}
