import * as fc from 'fast-check';
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  YAMLParseError,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** An edit that a user could make, at a place chosen by a number. */
export interface RandomEdit {
  readonly kind: 'change' | 'add' | 'remove' | 'comment';
  readonly place: number;
}

export const randomEdits = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'change', 'add', 'remove', 'comment'),
    place: fc.nat(1_000_000),
  }) satisfies fc.Arbitrary<RandomEdit>,
  { minLength: 1, maxLength: 8 },
);

interface EntryPlace {
  readonly pair: Pair;
  readonly lineFrom: number;
  readonly indent: string;
  readonly to: number;
  readonly isOnly: boolean;
}

/**
 * A text with random edits, made by lines alone, without any code under test. Values become `edited-<n>`, new
 * keys are `added-<n>`, comments `# typed-<n>`. Null where the edits do not make YAML.
 */
export function editValues(text: string, edits: readonly RandomEdit[]): string | null {
  const document = parseDocument(text);
  const places: EntryPlace[] = [];
  collect(document.contents);
  if (places.length === 0) return null;

  function collect(node: unknown): void {
    if (isSeq(node)) node.items.forEach(collect);
    if (isPair(node)) collect(node.value);
    if (!isMap(node) || node.flow === true) return;
    for (const pair of node.items) addPlace(node, pair);
    node.items.forEach(collect);
  }

  function addPlace(map: YAMLMap, pair: Pair): void {
    const [from] = isScalar(pair.key) && pair.key.range ? pair.key.range : [0];
    const lineFrom = text.lastIndexOf('\n', from - 1) + 1;
    const indent = text.slice(lineFrom, from);
    const range = (pair.value as { range?: [number, number, number] } | null)?.range;
    if (indent.trim() !== '' || range === undefined) return;
    const end = text.slice(0, range[1]).trimEnd().length;
    const lineEnd = text.indexOf('\n', Math.max(end, from));
    const to = lineEnd === -1 ? text.length : lineEnd + 1;
    places.push({ pair, lineFrom, indent, to, isOnly: map.items.length === 1 });
  }

  const changes = edits.flatMap(({ kind, place }, index) => {
    const { pair, lineFrom, indent, to, isOnly } = places[place % places.length] as EntryPlace;
    const name = String(index);
    if (kind === 'add')
      return [{ from: lineFrom, to: lineFrom, insert: `${indent}added-${name}: ${name}\n` }];
    if (kind === 'comment')
      return [{ from: lineFrom, to: lineFrom, insert: `${indent}# typed-${name}\n` }];
    if (kind === 'remove') return isOnly ? [] : [{ from: lineFrom, to, insert: '' }];
    const { value } = pair;
    if (!isScalar(value) || !value.range || !/^(PLAIN|QUOTE_)/.test(value.type ?? '')) return [];
    const [valueFrom, valueTo] = value.range;
    if (text.slice(valueFrom, valueTo).includes('\n')) return [];
    const space = /\s/.test(text[valueFrom - 1] ?? '') ? '' : ' ';
    return [{ from: valueFrom, to: valueTo, insert: `${space}edited-${name}` }];
  });
  let edited = '';
  let at = 0;
  for (const { from, to, insert } of changes.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    edited += text.slice(at, from) + insert;
    at = to;
  }
  edited += text.slice(at);
  return edited === text || !isYaml(edited) ? null : edited;
}

/** An alias whose anchor was removed is found only when values are made. */
function isYaml(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof YAMLParseError || error instanceof ReferenceError) return false;
    throw error;
  }
}
