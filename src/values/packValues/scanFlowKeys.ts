import { plainValue, readQuoted } from './keyLine';
import type { FoundKey } from './scanKeys';

const TOKENS_PER_STEP = 1_000;
/** Deeper ones are no values that anybody refers to. */
const DEEPEST = 100;

const PLAIN = /(?:[^\s,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<!\s)#|[ \t]+(?![\s#,[\]{}:]))+/y;

interface Level {
  /** The path that its keys are under; null inside of a list. */
  readonly path: string | null;
  readonly isMap: boolean;
  /** The path of the key whose value comes next. */
  key: string | null;
}

/** The keys of a map in braces that begins at `start`; returns the end of its last line. */
export function* scanFlowKeys(
  text: string,
  start: number,
  path: string,
  found: (key: FoundKey) => void,
): Generator<undefined, number> {
  const levels: Level[] = [];
  /** A key whose value was not seen yet. */
  const pending: { key: FoundKey | null } = { key: null };
  let at = start;
  let count = 0;
  const tell = () => {
    if (pending.key !== null) found(pending.key);
    pending.key = null;
  };
  while (at < text.length) {
    count += 1;
    if (count % TOKENS_PER_STEP === 0) yield;
    const character = text.charAt(at);
    const top = levels.at(-1);
    if (text.startsWith('{{', at) && top !== undefined) {
      const close = text.indexOf('}}', at);
      at = close === -1 ? text.length : close + 2;
    } else if (character === '{' || character === '[') {
      tell();
      const isMap = character === '{';
      const below: string | null = top === undefined ? path : top.isMap ? top.key : null;
      levels.push({ path: isMap ? below : null, isMap, key: null });
      if (levels.length > DEEPEST) return text.length;
      at += 1;
    } else if (character === '}' || character === ']') {
      tell();
      levels.pop();
      at += 1;
      if (levels.length === 0) break;
    } else if (character === ',') {
      tell();
      if (top !== undefined) top.key = null;
      at += 1;
    } else if (character === '#' && /\s/.test(text.charAt(at - 1))) {
      at = lineEnd(text, at);
    } else if (/\s|:/.test(character)) {
      at += 1;
    } else {
      const token = readToken(text, at);
      at = token.to;
      const isKey = top?.isMap === true && top.key === null && isBeforeColon(text, at);
      if (isKey && top.path !== null) {
        const own: string = top.path === '' ? token.value : `${top.path}.${token.value}`;
        pending.key = { path: own, parent: top.path, value: null };
        top.key = own;
      } else if (pending.key !== null) {
        pending.key = { ...pending.key, value: plainValue(token.source) };
        tell();
      }
    }
  }
  tell();
  return lineEnd(text, at);
}

function readToken(text: string, from: number): { source: string; value: string; to: number } {
  const first = text.charAt(from);
  const quoted = first === '"' || first === "'" ? readQuoted(text, from) : null;
  if (quoted !== null) return { source: text.slice(from, quoted.to), ...quoted };
  PLAIN.lastIndex = from;
  const source = PLAIN.exec(text)?.[0] ?? first;
  return { source, value: source.trim(), to: from + source.length };
}

function isBeforeColon(text: string, at: number): boolean {
  return /^\s*:/.test(text.slice(at, at + 50));
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}
