import type { EditorState } from '@codemirror/state';
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { TextRange, ValuesPath } from '../../model/textDiagnostic';

type Tree = ReturnType<typeof syntaxTree>;
type SyntaxNode = Tree['topNode'];

/** Less than a frame: what is not parsed by then is found as far as it is. */
const PARSE_BUDGET_MS = 30;

const WRAPPERS: ReadonlySet<string> = new Set(['Anchored', 'Tagged']);
const SCALARS: ReadonlySet<string> = new Set(['Literal', 'QuotedLiteral']);

/** A plain or quoted value, with its quotes and without anchor and tag. */
export interface ScalarPlace extends TextRange {
  readonly path: ValuesPath;
}

/** The tree as far as `to`, or as far as it goes within a short time. */
export function treeUntil(state: EditorState, to: number): Tree {
  return ensureSyntaxTree(state, to, PARSE_BUDGET_MS) ?? syntaxTree(state);
}

/** The plain or quoted value that all of a range lies in. Keys and block scalars are none. */
export function scalarAt(state: EditorState, range: TextRange): ScalarPlace | null {
  return placeAt(state, range, { keys: false });
}

/** The key or value at a place, with the path of the value. Maps, lists and block scalars are none. */
export function tokenAt(state: EditorState, pos: number): ScalarPlace | null {
  return placeAt(state, { from: pos, to: pos }, { keys: true });
}

function placeAt(
  state: EditorState,
  range: TextRange,
  { keys }: { readonly keys: boolean },
): ScalarPlace | null {
  const tree = treeUntil(state, range.to);
  for (const side of [1, -1] as const) {
    const inner = tree.resolveInner(range.from, side);
    // At most a piece that the parser did not expect is inside of a scalar.
    const node = SCALARS.has(inner.name) ? inner : inner.parent;
    if (node === null || !SCALARS.has(node.name) || (!keys && isKey(node))) continue;
    if (node.from > range.from || node.to < range.to) continue;
    const path = pathOf(state, node);
    return path === null ? null : { from: node.from, to: node.to, path };
  }
  return null;
}

/** The key or item of a path, or of the nearest that there is above it. */
export interface FoundPath extends TextRange {
  /** Whether it is the whole path's. */
  readonly isWhole: boolean;
}

/** Where a path stands; null where nothing of it is there. */
export function findPath(state: EditorState, path: ValuesPath): FoundPath | null {
  let node: SyntaxNode | null = documentContent(treeUntil(state, state.doc.length).topNode);
  let found: FoundPath | null = null;
  for (const [index, part] of path.entries()) {
    const next: SyntaxNode | null = node === null ? null : childAt(state, unwrapped(node), part);
    if (next === null) break;
    const key = next.name === 'Pair' ? next.getChild('Key') : null;
    const isWhole = index === path.length - 1;
    found = { from: key?.from ?? next.from, to: key?.to ?? next.to, isWhole };
    node = next.name === 'Pair' ? valueOf(next) : next.firstChild;
  }
  return found;
}

function documentContent(stream: SyntaxNode): SyntaxNode | null {
  const document = stream.getChild('Document');
  for (let child = document?.firstChild ?? null; child !== null; child = child.nextSibling) {
    if (/^(?:Block|Flow)/.test(child.name) || WRAPPERS.has(child.name)) return child;
  }
  return null;
}

/** What stands behind anchor and tag. */
function unwrapped(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (WRAPPERS.has(inner.name) && inner.lastChild !== null) inner = inner.lastChild;
  return inner;
}

/** The pair of a key or the item of a place in a list. The last of equal keys counts, as for parsers. */
function childAt(state: EditorState, node: SyntaxNode, part: string | number): SyntaxNode | null {
  if (node.name.endsWith('Sequence')) {
    return node.getChildren('Item')[Number(part)] ?? null;
  }
  if (!node.name.endsWith('Mapping')) return null;
  const key = String(part);
  return node.getChildren('Pair').findLast((pair) => keyOf(state, pair) === key) ?? null;
}

function valueOf(pair: SyntaxNode): SyntaxNode | null {
  const { lastChild } = pair;
  return lastChild === null || lastChild.name === 'Key' || lastChild.name === ':'
    ? null
    : lastChild;
}

function isKey(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === 'Key') return true;
    if (at.name === 'Pair' || at.name === 'Item') return false;
  }
  return false;
}

/** Nobody looks for anything deeper; hostile texts are. */
const DEEPEST = 100;

/** The path of a value, or of what a key leads to; null where it is too deep. */
function pathOf(state: EditorState, node: SyntaxNode): ValuesPath | null {
  const path: (string | number)[] = [];
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === 'Pair') path.unshift(keyOf(state, at) ?? '');
    if (at.name === 'Item') path.unshift(indexOf(at));
    if (path.length > DEEPEST) return null;
  }
  return path;
}

function indexOf(item: SyntaxNode): number {
  let index = 0;
  for (let at = item.prevSibling; at !== null; at = at.prevSibling) {
    if (at.name === 'Item') index += 1;
  }
  return index;
}

function keyOf(state: EditorState, pair: SyntaxNode): string | null {
  const key = pair.getChild('Key');
  if (key === null || key.firstChild === null) return null;
  const scalar = unwrapped(key.firstChild);
  return readScalar(state.doc.sliceString(scalar.from, scalar.to));
}

/** The text of a plain or quoted scalar of one line. */
export function readScalar(source: string): string {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  try {
    return JSON.parse(source) as string;
  } catch {
    // An escape that JSON does not know; close enough to find the place.
    return source.slice(1, -1);
  }
}
