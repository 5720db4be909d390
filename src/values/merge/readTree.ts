import {
  isMap,
  isScalar,
  isSeq,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { keyText } from '../text/findPath';
import { lineEnd, lineStart, nextLine } from './indent';
import { isBlockHead, type Block, type Entry, type EntryValue, type TreeText } from './valueTree';

/** What is around a block. */
interface Place {
  /** Where the comments above its first entry begin. */
  readonly leadFrom: number;
  /** Start of the first line that is no part of it. */
  readonly limit: number;
  /** Comments behind its last entry that stand further left belong to what is around it. */
  readonly minTail: number;
  readonly lineTo: number;
  readonly isCompact: boolean;
}

/** Start of an entry in its block, and what it holds. */
interface EntryStart {
  readonly id: string;
  readonly name: string | number;
  readonly from: number;
  readonly headTo: number;
  readonly value: Node | null;
}

const DOCUMENT_LINE = /^(?:---|\.\.\.)[ \t]*(?:#.*)?$|^%/;

/**
 * A text as entries that together are all of it, so that none of its characters is lost when entries are put
 * together anew. Null where it is no map of one entry per line or more, such as `{a: 1}` or `? key`.
 */
export function readTree(source: TreeText, document: Document.Parsed): Block | null {
  const { text } = source;
  const contents: unknown = document.contents;
  const place = { leadFrom: 0, limit: text.length, minTail: 0, lineTo: 0, isCompact: false };
  if (isMap(contents) && contents.flow !== true) {
    const root = readBlock(source, contents, place);
    return root?.tailTo === text.length ? root : null;
  }
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (!isEmpty || !isTrivia(text, 0, text.length)) return null;
  const tail = { tailFrom: 0, tailTo: text.length };
  return {
    kind: 'map',
    node: null,
    source,
    indent: 0,
    entries: [],
    lineTo: 0,
    isCompact: false,
    ...tail,
  };
}

function readBlock(source: TreeText, node: YAMLMap | YAMLSeq, place: Place): Block | null {
  const { text } = source;
  const starts = isMap(node) ? mapStarts(node) : listStarts(node);
  const first = starts?.[0];
  if (starts === null || first === undefined) return null;
  const indent = first.from - lineStart(text, first.from);
  const entries: Entry[] = [];
  let leadFrom = place.leadFrom;
  for (const [index, start] of starts.entries()) {
    const isOnDash = index === 0 && place.isCompact;
    const lineFrom = isOnDash ? start.from : lineStart(text, start.from);
    if (!isOnDash && start.from - lineFrom !== indent) return null;
    if (!isOnDash && text.slice(lineFrom, start.from).trim() !== '') return null;
    if (!isTrivia(text, leadFrom, lineFrom)) return null;
    const next = starts[index + 1];
    const limit = next === undefined ? place.limit : lineStart(text, next.from);
    const value = readValue(source, start, indent, limit);
    if (value === null) return null;
    const to = value.kind === 'leaf' ? nextLine(text, value.lineTo) : value.tailTo;
    const { id, name, from, headTo } = start;
    entries.push({ source, id, name, leadFrom, lineFrom, from, headTo, value, to, indent });
    leadFrom = to;
  }
  const tailTo = findTailEnd(text, leadFrom, place.limit, place.minTail);
  const kind = isMap(node) ? 'map' : 'list';
  const { lineTo, isCompact } = place;
  return { kind, node, source, lineTo, isCompact, indent, entries, tailFrom: leadFrom, tailTo };
}

function readValue(
  source: TreeText,
  { value: node, headTo }: EntryStart,
  column: number,
  limit: number,
): EntryValue | null {
  const { text } = source;
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.range) {
    const [from] = node.range;
    const isCompact = /^ +$/.test(text.slice(headTo, from));
    const lineTo = isCompact ? headTo : lineEnd(text, headTo);
    const minTail = Math.max(from - lineStart(text, from), column + 1);
    const leadFrom = isCompact ? from : nextLine(text, lineTo);
    const isHead = isCompact || (lineTo < from && isBlockHead(text.slice(headTo, lineTo)));
    const block = isHead
      ? readBlock(source, node, { leadFrom, limit, minTail, lineTo, isCompact })
      : null;
    if (block !== null) return block;
  }
  const to = findLeafEnd(text, node, headTo, limit);
  const lineTo = lineEnd(text, to);
  return /^[ \t]*$|^[ \t]+#/.test(text.slice(to, lineTo))
    ? { kind: 'leaf', node, to, lineTo }
    : null;
}

function findLeafEnd(text: string, node: Node | null, headTo: number, limit: number): number {
  const to = node?.range?.[1] ?? headTo;
  // Its blank lines at the end are part of it where the header says so.
  const isScalarBlock = isScalar(node) && /^BLOCK_/.test(node.type ?? '');
  if (isScalarBlock) return Math.max(headTo, text[to - 1] === '\n' ? to - 1 : to);
  const end = Math.min(to, limit);
  return Math.max(headTo, headTo + text.slice(headTo, end).trimEnd().length);
}

/** Null where a key is no plain word at the start of a line, as in `? key` or `&anchor key:`. */
function mapStarts(map: YAMLMap): readonly EntryStart[] | null {
  const starts: EntryStart[] = [];
  const seen = new Map<string, number>();
  for (const pair of map.items) {
    const { key, value, srcToken } = pair as Pair<Node, Node | null> & {
      srcToken?: CST.CollectionItem;
    };
    const name = keyText(pair);
    const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
    const isExplicit = srcToken?.start.some(({ type }) => type === 'explicit-key-ind') === true;
    if (name === null || !isScalar(key) || !key.range || !colon || isExplicit) return null;
    if (key.anchor !== undefined || key.tag !== undefined) return null;
    // Of keys that stand twice the first is paired with the first.
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const id = `${String(count)}:${name}`;
    starts.push({ id, name, from: key.range[0], headTo: colon.offset + 1, value: value ?? null });
  }
  return starts;
}

function listStarts(list: YAMLSeq): readonly EntryStart[] | null {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return null;
  const dashes = token.items.flatMap(
    ({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [],
  );
  if (dashes.length !== list.items.length) return null;
  return dashes.map((from, index) => ({
    id: String(index),
    name: index,
    from,
    headTo: from + 1,
    value: (list.items[index] as Node | undefined) ?? null,
  }));
}

/** Whether lines hold nothing but comments and the marks of a document. */
function isTrivia(text: string, from: number, to: number): boolean {
  for (let start = from; start < to; start = nextLine(text, start)) {
    const line = text.slice(start, Math.min(lineEnd(text, start), to));
    const said = line.trimStart();
    if (said !== '' && !said.startsWith('#') && !DOCUMENT_LINE.test(line)) return false;
  }
  return true;
}

/** Blank lines count when a comment of the block follows. At the end of the text all is the root's. */
function findTailEnd(text: string, from: number, limit: number, minTail: number): number {
  if (minTail === 0) return isTrivia(text, from, limit) ? limit : from;
  let end = from;
  for (let start = from; start < limit;) {
    const next = nextLine(text, start);
    const line = text.slice(start, next);
    const column = line.length - line.trimStart().length;
    if (line.trim() !== '') {
      if (column < minTail || line[column] !== '#') break;
      end = next;
    }
    start = next;
  }
  return end;
}
