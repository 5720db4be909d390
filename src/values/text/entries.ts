import { isCollection, isMap, isNode, isPair, isScalar, isSeq, type CST, type Node } from 'yaml';
import { valueOf, type Collection, type PathStep } from './findPath';

/**
 * Where an entry of a map or list stands: its head (a key, or the dash of an item) and its tail (colon,
 * value, comment behind the value, and the deeper comments below that belong to it). Comments above it are
 * no part of it.
 */
export interface Entry {
  /** Start of the key with what is before it on an anchor or `?`, or of the dash. */
  readonly start: number;
  /** Behind the key or dash. */
  readonly headEnd: number;
  /** Behind colon, anchor and tag. */
  readonly leadInEnd: number;
  /** Behind the last character of the value, before any comment. */
  readonly contentEnd: number;
  /** Behind the tail, before the end of its line; in flow collections the same as `contentEnd`. */
  readonly end: number;
  /** Of the head, from 0. */
  readonly column: number;
  readonly value: Node | null;
  readonly isFlow: boolean;
  /** Only spaces are before the head on its line. */
  readonly ownsLine: boolean;
}

/** `lines` is the text with its last line ended. */
export function readEntry(lines: string, step: PathStep): Entry {
  const isFlow = step.collection.flow === true;
  const value = valueOf(step);
  const head = readHead(lines, step);
  const contentEnd = hasSource(value) ? endOfNode(lines, value) : head.leadInEnd;
  return {
    ...head,
    contentEnd,
    end: isFlow ? contentEnd : endOfTail(lines, contentEnd, columnOf(lines, head.start)),
    // Asked for only where needed, as the one line of a flow collection may be very long.
    get column() {
      return columnOf(lines, head.start);
    },
    value,
    isFlow,
    get ownsLine() {
      let before = head.start;
      while (lines[before - 1] === ' ') before -= 1;
      return before === startOfLine(lines, head.start);
    },
  };
}

function columnOf(lines: string, offset: number): number {
  return offset - startOfLine(lines, offset);
}

/** False where a key has nothing behind it; the parser then has a null without any text. */
export function hasSource(node: Node | null): node is Node {
  return node?.range !== undefined && node.range !== null && node.range[0] < node.range[1];
}

/** `{}` and `[]`, and nothing at all, however it is written. */
export function isEmptyValue(node: Node | null): boolean {
  if (node === null) return true;
  if (isCollection(node)) return node.items.length === 0;
  return isScalar(node) && node.value === null;
}

/** A byte order mark is before the first line, not on it. */
export function startOfLine(lines: string, offset: number): number {
  const start = lines.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && offset > 0 && lines.startsWith('\uFEFF') ? 1 : start;
}

/** The offset of the line end behind `offset`. */
export function endOfLine(lines: string, offset: number): number {
  const end = lines.indexOf('\n', offset);
  if (end === -1) return lines.length;
  return end > offset && lines[end - 1] === '\r' ? end - 1 : end;
}

/** Start of the line below the one that `offset` is in. */
export function nextLine(lines: string, offset: number): number {
  const end = lines.indexOf('\n', offset);
  return end === -1 ? lines.length : end + 1;
}

/** The whole lines of an entry, with the line end of the last. */
export function linesOf(
  lines: string,
  entry: Entry,
): { readonly from: number; readonly to: number } {
  return { from: startOfLine(lines, entry.start), to: nextLine(lines, entry.end) };
}

function readHead(lines: string, step: PathStep): Pick<Entry, 'start' | 'headEnd' | 'leadInEnd'> {
  const { collection, index } = step;
  const token = tokenOf(collection, index);
  const valueStart = valueOf(step)?.range?.[0] ?? 0;
  if (token === null) return { start: valueStart, headEnd: valueStart, leadInEnd: valueStart };
  const before = token.start.filter(isMark);
  if (isSeq(collection)) {
    const dash = collection.flow === true ? undefined : before[0];
    const start = before[0]?.offset ?? valueStart;
    const headEnd = dash === undefined ? start : dash.offset + 1;
    return { start, headEnd, leadInEnd: endOfTokens(before, headEnd) };
  }
  const separators = (token.sep ?? []).filter(isMark);
  const keyStart = startOfToken(token.key) ?? separators[0]?.offset ?? valueStart;
  const headEnd = endOfKey(lines, collection.items[index], token) ?? endOfTokens(before, keyStart);
  return {
    start: before[0]?.offset ?? keyStart,
    headEnd,
    leadInEnd: endOfTokens(separators, headEnd),
  };
}

function tokenOf(collection: Collection, index: number): CST.CollectionItem | null {
  const item: unknown = collection.items[index];
  if (isPair(item)) return item.srcToken ?? null;
  if (collection.flow === true) return null;
  const token = collection.srcToken;
  return token !== undefined && 'items' in token ? (token.items[index] ?? null) : null;
}

function endOfNode(lines: string, node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (isCollection(node)) {
    const last = node.items.length - 1;
    if (node.flow === true || last < 0 || !(isMap(node) || isSeq(node))) return end;
    return endOfEntry(lines, { collection: node, index: last });
  }
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED'))
    return end;
  return endOfBlockScalar(lines, node.range?.[0] ?? 0, end);
}

function endOfEntry(lines: string, step: PathStep): number {
  const value = valueOf(step);
  return hasSource(value) ? endOfNode(lines, value) : readHead(lines, step).leadInEnd;
}

/** Blank lines below a block of text are no part of it, unless its header keeps them (`|+`). */
function endOfBlockScalar(lines: string, start: number, end: number): number {
  const headerEnd = endOfLine(lines, start);
  const isKept = /^[|>][0-9]*\+/.test(lines.slice(start, headerEnd));
  if (isKept) return Math.max(headerEnd, lines[end - 1] === '\n' ? endBefore(lines, end) : end);
  const content = lines.slice(headerEnd, end);
  const indent = /\n( *)[^ \r\n]/.exec(content)?.[1]?.length ?? 0;
  let last = headerEnd;
  for (let at = nextLine(lines, start); at < end; at = nextLine(lines, at)) {
    const line = lines.slice(at, endOfLine(lines, at));
    if (line.trim() !== '' || line.length > indent) last = at + line.length;
  }
  return Math.min(last, Math.max(end, headerEnd));
}

/** Takes in the rest of the line, and below it comments that are further in than the head. */
function endOfTail(lines: string, contentEnd: number, column: number): number {
  let end = endOfLine(lines, contentEnd);
  for (let at = nextLine(lines, end); at < lines.length; at = nextLine(lines, at)) {
    const line = lines.slice(at, endOfLine(lines, at));
    const text = line.trimStart();
    if (text === '') continue;
    if (!text.startsWith('#') || line.length - text.length <= column) break;
    end = at + line.length;
  }
  return end;
}

/** End of the line before the one that starts at `offset`. */
function endBefore(lines: string, offset: number): number {
  const end = offset - 1;
  return lines[end - 1] === '\r' ? end - 1 : end;
}

function isMark(token: CST.SourceToken): boolean {
  return (
    token.type !== 'space' &&
    token.type !== 'newline' &&
    token.type !== 'comment' &&
    token.type !== 'comma'
  );
}

function endOfTokens(tokens: readonly CST.SourceToken[], otherwise: number): number {
  const last = tokens.at(-1);
  return last === undefined ? otherwise : last.offset + last.source.length;
}

function startOfToken(token: CST.Token | null | undefined): number | null {
  return token?.offset ?? null;
}

function endOfKey(lines: string, pair: unknown, { key }: CST.CollectionItem): number | null {
  const node: unknown = isPair(pair) ? pair.key : null;
  // Maps, lists and blocks of text are keys, too, behind a `?`.
  const isBlock =
    key?.type === 'block-map' || key?.type === 'block-seq' || key?.type === 'block-scalar';
  if ((isBlock || key?.type === 'flow-collection') && isNode(node)) return endOfNode(lines, node);
  return key !== null && key !== undefined && 'source' in key
    ? key.offset + key.source.length
    : null;
}
