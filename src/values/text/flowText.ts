import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { hasSource } from './entries';
import { valueOf, type PathStep } from './findPath';
import { isTemplate } from './templates';
import type { ValuesSource } from './valuesSource';

/** A value in one line, as it can stand in `{ }` and `[ ]`. Comments are left out. */
export function flowText(source: ValuesSource, node: Node | null): string {
  if (node === null || isAlias(node) || node.anchor === undefined) return flowValue(source, node);
  return `&${node.anchor} ${flowValue(source, node)}`;
}

function flowValue(source: ValuesSource, node: Node | null): string {
  if (isScalar(node) && node.tag !== undefined) return JSON.stringify(node.value);
  if (!hasSource(node)) return 'null';
  const [from, to] = node.range ?? [0, 0];
  const written = source.lines.slice(from, to);
  if (isAlias(node)) return written;
  if (isMap(node)) {
    const entries = node.items.map((pair, index) => {
      const value = flowText(source, valueOf({ collection: node, index }));
      return `${flowKey(source, pair)}: ${value}`;
    });
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  if (isSeq(node)) {
    const items = node.items.map((_, index) =>
      flowText(source, valueOf({ collection: node, index })),
    );
    return `[${items.join(', ')}]`;
  }
  if (!isScalar(node)) return written;
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const isLine = !written.includes('\n');
  if (isLine && isTemplate(node)) return written;
  if (isLine && (isQuoted || (node.type === 'PLAIN' && isPlainInFlow(written)))) return written;
  return JSON.stringify(node.value);
}

/** The entry as one of `{ }` or `[ ]`. */
export function flowEntry(source: ValuesSource, step: PathStep): string {
  const { collection, index } = step;
  const value = flowText(source, valueOf(step));
  const pair = isMap(collection) ? collection.items[index] : undefined;
  return pair === undefined ? value : `${flowKey(source, pair)}: ${value}`;
}

/** A key as written, where that can stand in `{ }`. */
function flowKey(source: ValuesSource, pair: Pair): string {
  return flowText(source, isNode(pair.key) ? pair.key : null);
}

function isPlainInFlow(written: string): boolean {
  return !/[,[\]{}#]|: |:$/.test(written);
}
