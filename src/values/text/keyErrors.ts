import { isMap, isPair, isScalar, isSeq, YAMLParseError, type Document, type Pair } from 'yaml';

/**
 * What is wrong with the keys of maps and the parser does not say, as errors of it, up to a limit. Keys that
 * stand twice it finds only by comparing each key with all before it, which takes minutes where a map has very
 * many; and what stands behind a `? key` without a colon it drops in silence.
 */
export function findKeyErrors(document: Document.Parsed, limit: number): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0 && errors.length < limit) {
    const node = open.pop();
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (isPair(node)) open.push(node.key, node.value);
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const pair of node.items) {
      const { key, value } = pair;
      open.push(key, value);
      const lost = node.flow === true ? null : valueWithoutColon(pair);
      if (lost !== null && errors.length < limit) {
        errors.push(new YAMLParseError([lost, lost + 1], 'MISSING_CHAR', 'Missing : before value'));
      }
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

/** Where such a value begins; null where there is none. */
function valueWithoutColon({ srcToken }: Pair): number | null {
  if (srcToken === undefined || !('explicitKey' in srcToken)) return null;
  const { sep, value } = srcToken;
  if (value === undefined || sep?.some(({ type }) => type === 'map-value-ind')) return null;
  return value.offset;
}
