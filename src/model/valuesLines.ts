/** An optional quoted or plain key, and what follows its colon. */
const KEY_LINE =
  /^("(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s#&*!|>%@`"'{}[\],](?:\S|\s(?!#))*?):(?:\s+([\s\S]*))?$/;

/** A key or list item that a line stands in. */
export interface OpenNode {
  readonly indent: number;
  readonly segment: string;
}

export type ParsedLine =
  | { readonly kind: 'comment' }
  | { readonly kind: 'other' }
  | {
      readonly kind: 'value';
      readonly path: string;
      /** What stands on the line behind key and dashes. */
      readonly value: string;
      readonly valueAt: number;
      /** Of the key or dash that owns the value; -1 for a bare value. */
      readonly indent: number;
    };

/** Reads one line and keeps `open`, the keys and list items it stands in, up to date. */
export function parseLine(line: string, open: OpenNode[]): ParsedLine {
  let at = line.length - line.trimStart().length;
  if (line.trim() === '') return { kind: 'other' };
  if (line[at] === '#') return { kind: 'comment' };
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
    open.length = 0;
    return { kind: 'other' };
  }
  let owner = -1;
  while (line[at] === '-' && (at + 1 === line.length || /\s/.test(line[at + 1] ?? ''))) {
    // A list may stand as far left as the key it belongs to.
    closeNodes(open, (node) => node.indent > at || (node.indent === at && node.segment === '$[]'));
    open.push({ indent: at, segment: '$[]' });
    owner = at;
    const rest = line.slice(at + 1);
    at += 1 + (rest.length - rest.trimStart().length);
  }
  const match = KEY_LINE.exec(line.slice(at).trimEnd());
  if (match !== null) {
    const indent = at;
    closeNodes(open, (node) => node.indent >= indent);
    open.push({ indent, segment: unquote((match[1] ?? '').trimEnd()) });
    const value = match[2] ?? '';
    const valueAt = value === '' ? at + match[0].length : at + match[0].length - value.length;
    return { kind: 'value', path: pathOf(open), value: stripComment(value), valueAt, indent };
  }
  if (owner === -1 && open.length > 0) return { kind: 'other' };
  const value = stripComment(line.slice(at).trimEnd());
  return { kind: 'value', path: pathOf(open), value, valueAt: at, indent: owner };
}

/** The first line behind the value that begins on line `at`. */
export function endOfValue(
  lines: readonly string[],
  at: number,
  indent: number,
  value: string,
  takesAll: boolean,
): number {
  const isBlockScalar = /^(?:[&!]\S*\s+)*[|>][-+\d]*$/.test(value);
  if (!takesAll && !isBlockScalar) return at + 1;
  let end = at + 1;
  const quote = /^(?:[&!]\S*\s+)*(["'])/.exec(value)?.[1];
  if (quote !== undefined && takesAll) {
    let quoted = value.slice(value.indexOf(quote) + 1);
    while (!isClosed(quoted, quote) && end < lines.length) {
      quoted = lines[end] ?? '';
      end += 1;
    }
  }
  let lastTaken = end;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const text = line.trimStart();
    // Blank lines belong to the value only where more of it follows.
    if (text === '') continue;
    const column = line.length - text.length;
    const isListOfKey =
      !isBlockScalar && value === '' && column === indent && /^-(?:\s|$)/.test(text);
    const closesFlow = takesAll && /^[}\]]/.test(text);
    if (column <= indent && !isListOfKey && !closesFlow) break;
    lastTaken = end + 1;
  }
  return lastTaken;
}

function isClosed(text: string, quote: string): boolean {
  const inner = quote === '"' ? text.replace(/\\[\s\S]/g, '') : text.replaceAll("''", '');
  return inner.includes(quote);
}

/** The lines of a text, and the break behind each. */
export function splitLines(text: string): { readonly lines: string[]; readonly breaks: string[] } {
  const parts = text.split(/(\r\n|\n|\r)/);
  const isLine = (_: string, index: number) => index % 2 === 0;
  return {
    lines: parts.filter(isLine),
    breaks: parts.filter((part, index) => !isLine(part, index)),
  };
}

function closeNodes(open: OpenNode[], isOver: (node: OpenNode) => boolean): void {
  let last = open.at(-1);
  while (last !== undefined && isOver(last)) {
    open.pop();
    last = open.at(-1);
  }
}

function pathOf(open: readonly OpenNode[]): string {
  return open.map((node) => node.segment).join('.');
}

export function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

/** A comment behind a value says nothing about where the value ends. */
function stripComment(value: string): string {
  if (value.startsWith('#')) return '';
  if (/^(?:[&!]\S*\s+)*["']/.test(value)) return value;
  const comment = value.search(/\s#/);
  return comment === -1 ? value : value.slice(0, comment).trimEnd();
}
