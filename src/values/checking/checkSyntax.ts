import {
  isMap,
  isNode,
  isScalar,
  type Document,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { TextDiagnostic, TextFix, ValuesPath } from '../../model/textDiagnostic';
import { keyText } from '../text/findPath';
import { finding, lineAt } from './diagnostic';
import { replaceTabs } from './replaceTabs';

/** What is wrong with a text as YAML, one finding for a line: what follows on it is a consequence. */
export function* checkSyntaxSteps(
  text: string,
  document: Document.Parsed,
  errors: readonly YAMLError[],
): Generator<undefined, TextDiagnostic[]> {
  const tabFix = errors.some(({ code }) => code === 'TAB_AS_INDENT')
    ? yield* replaceTabs(text, document, errors.length)
    : null;
  const duplicates = errors.some(({ code }) => code === 'DUPLICATE_KEY')
    ? findDuplicates(document, text)
    : new Map<number, Duplicate>();
  const found: TextDiagnostic[] = [];
  let lastTo = -1;
  for (const { code, pos } of errors) {
    const from = Math.min(pos[0], text.length);
    const duplicate = code === 'DUPLICATE_KEY' ? duplicates.get(from) : undefined;
    if (duplicate !== undefined) {
      found.push(duplicateFinding(duplicate, from, pos[1]));
      continue;
    }
    if (from <= lastTo) continue;
    lastTo = lineAt(text, from).to;
    if (code === 'TAB_AS_INDENT') {
      const fixes = tabFix === null ? [] : [tabFix];
      found.push(finding('yaml-tab-indent', 'error', { from, to: pos[1] }, { fixes }));
      continue;
    }
    // At the end of a text there is nothing to point at but what is before.
    const to = Math.min(Math.max(pos[1], from + 1), text.length);
    const range = to > from ? { from, to } : { from: Math.max(0, to - 1), to };
    found.push(finding('yaml-syntax', 'error', range, { params: { reason: code } }));
  }
  return found;
}

interface Duplicate {
  readonly key: string;
  readonly path: ValuesPath;
  readonly fix: TextFix | null;
}

function duplicateFinding({ key, path, fix }: Duplicate, from: number, to: number): TextDiagnostic {
  const fixes = fix === null ? [] : [fix];
  return finding('yaml-duplicate-key', 'error', { from, to }, { path, params: { key }, fixes });
}

/** Keys that stand in their map before, by where they begin. */
function findDuplicates(document: Document.Parsed, text: string): Map<number, Duplicate> {
  const duplicates = new Map<number, Duplicate>();
  const visit = (node: unknown, path: ValuesPath): void => {
    if (!isNode(node)) return;
    if (isMap(node)) {
      const first = new Map<unknown, Pair>();
      for (const pair of node.items) {
        const key = keyText(pair) ?? '';
        const below = [...path, key];
        visit(pair.key, below);
        visit(pair.value, below);
        if (!isScalar(pair.key)) continue;
        const before = first.get(pair.key.value);
        if (before === undefined) first.set(pair.key.value, pair);
        else if (pair.key.range) {
          const fix = removeDuplicate(text, node, before, pair);
          duplicates.set(pair.key.range[0], { key, path: below, fix });
        }
      }
    } else if ('items' in node && Array.isArray(node.items)) {
      node.items.forEach((item: unknown, index) => {
        visit(item, [...path, index]);
      });
    }
  };
  visit(document.contents, []);
  return duplicates;
}

/** Takes the lines of the second away, where both are the same: only then is it certain which is meant. */
function removeDuplicate(text: string, map: YAMLMap, first: Pair, second: Pair): TextFix | null {
  const key = isScalar(second.key) ? second.key.range : null;
  if (map.flow === true || !key || sourceOf(text, first) !== sourceOf(text, second)) return null;
  const from = lineAt(text, key[0]).from;
  if (!/^\n? *$/.test(text.slice(Math.max(0, from - 1), key[0]))) return null;
  const end = isNode(second.value) && second.value.range ? second.value.range[1] : key[1];
  // A value that ends with a line end is taken up to it.
  const valueEnd = text[end - 1] === '\n' ? end : lineAt(text, Math.max(key[1], end)).to;
  if (!/^\s*(?:#|$)/.test(text.slice(Math.max(end, key[1]), valueEnd))) return null;
  const rest = /^\r?\n|^$/.exec(text.slice(valueEnd, valueEnd + 2))?.[0];
  if (rest === undefined && text[valueEnd - 1] !== '\n') return null;
  const to = text[valueEnd - 1] === '\n' ? valueEnd : valueEnd + (rest ?? '').length;
  return { code: 'remove-duplicate-key', params: {}, changes: [{ from, to, insert: '' }] };
}

/** From key to the end of its value, to be compared. */
function sourceOf(text: string, { key, value }: Pair): string {
  const start = isNode(key) && key.range ? key.range[1] : 0;
  const end = isNode(value) && value.range ? value.range[1] : start;
  return text.slice(start, Math.max(start, end)).trimEnd();
}
