import { plainValue, readKey } from './keyLine';
import { scanFlowKeys } from './scanFlowKeys';

/** A key that a dotted path leads to. */
export interface FoundKey {
  /** Dotted, with all keys as they are meant. */
  readonly path: string;
  /** The path of the map it is in; empty for the text itself. */
  readonly parent: string;
  /** A value of one line; null for maps, lists, blocks and nothing. */
  readonly value: string | null;
}

const BYTE_ORDER_MARK = '\uFEFF';
const BLOCK_SCALAR = /^\s*(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/;
const LINES_PER_STEP = 250;

/**
 * The keys of a text in its order, those of maps as well as what is in them. Lists end a path. One pass
 * over the lines without a parser, so that it is quick enough for a text of megabytes. Never throws.
 */
export function* scanKeys(text: string, found: (key: FoundKey) => void): Generator<undefined> {
  const open: { readonly indent: number; readonly path: string | null }[] = [];
  let scalarIndent: number | null = null;
  let count = 0;
  let next = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (next < text.length) {
    count += 1;
    if (count % LINES_PER_STEP === 0) yield;
    const start = next;
    const newline = text.indexOf('\n', start);
    next = newline === -1 ? text.length : newline + 1;
    let end = newline === -1 ? text.length : newline;
    if (end > start && text.charAt(end - 1) === '\r') end -= 1;
    const from = firstCharacter(text, start, end);
    if (from === end || text.charAt(from) === '#') continue;
    const indent = from - start;
    if (scalarIndent !== null) {
      if (indent > scalarIndent) continue;
      scalarIndent = null;
    }
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const top = open.at(-1);
    const parent = top === undefined ? '' : top.path;
    if (text.startsWith('- ', from) || (text.charAt(from) === '-' && from + 1 === end)) {
      // What is in a list has no path of its own.
      open.push({ indent, path: null });
      scalarIndent = indent;
      continue;
    }
    if (isFlow(text, from) && parent !== null) {
      next = Math.max(next, yield* scanFlowKeys(text, from, parent, found));
      continue;
    }
    const key = parent === null ? null : readKey(text, from, end);
    if (key === null || parent === null) continue;
    const path = parent === '' ? key.key : `${parent}.${key.key}`;
    const rest = text.slice(key.to, Math.min(end, key.to + 500));
    found({ path, parent, value: plainValue(rest) });
    open.push({ indent, path });
    if (BLOCK_SCALAR.test(rest)) scalarIndent = indent;
    const value = key.to + (/^\s*(?:[&!]\S+\s+)*/.exec(rest)?.[0].length ?? 0);
    if (isFlow(text, value)) {
      next = Math.max(next, yield* scanFlowKeys(text, value, path, found));
    }
  }
}

/** Braces in pairs are a template's. */
function isFlow(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === '[' || (character === '{' && text.charAt(at + 1) !== '{');
}

function firstCharacter(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charAt(at) === ' ') at += 1;
  return at;
}
