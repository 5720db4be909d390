import { isMap, isPair, isScalar, isSeq, YAMLParseError, type Document } from 'yaml';

/**
 * Keys that stand twice in a map, as errors of the parser, up to a limit. It would find them itself by comparing each key
 * with all before it, which takes minutes where a map has very many.
 */
export function findDuplicateKeys(document: Document.Parsed, limit: number): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0 && errors.length < limit) {
    const node = open.pop();
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (isPair(node)) open.push(node.key, node.value);
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(key, value);
      if (!isScalar(key)) continue;
      const [from, to] = key.range ?? [0, 0];
      if (keys.has(key.value) && errors.length < limit) {
        errors.push(new YAMLParseError([from, to], 'DUPLICATE_KEY', 'Map keys must be unique'));
      }
      keys.add(key.value);
    }
  }
  return errors;
}
