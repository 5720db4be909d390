import type { PackSchemaField } from '../../model/packs';

/** What stands for a secret, as in Palette's exports. */
export const MASKED_VALUE = '********';

/** Quoted, because a plain `*` would begin a YAML alias. */
const MASK = `"${MASKED_VALUE}"`;

/** An optional quoted or plain key, and what follows its colon. */
const KEY_LINE =
  /^("(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s#&*!|>%@`"'{}[\],](?:\S|\s(?!#))*?):(?:\s+([\s\S]*))?$/;

interface OpenNode {
  readonly indent: number;
  readonly segment: string;
}

/** The dotted paths whose values a pack's rules declare secret. */
export function passwordPaths(schema: readonly PackSchemaField[]): readonly string[] {
  return schema.filter((field) => /\$\{password\b/.test(field.schema)).map((field) => field.path);
}

/**
 * The text with everything under the given dotted paths replaced by `"********"`; all else stays byte
 * for byte. Works on lines, without understanding YAML: where a line cannot tell what it holds (a
 * flow collection above a secret path, a commented-out secret), it masks more rather than less. Not
 * seen are values that reach the path through an alias.
 */
export function maskSecrets(text: string, paths: readonly string[]): string {
  if (paths.length === 0 || text === '') return text;
  const masked = new Set(paths);
  const lastKeys = new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  const isAboveSecret = (path: string) =>
    path === '' || paths.some((secret) => secret.startsWith(`${path}.`));
  const { lines, breaks } = splitLines(text);
  const kept: string[] = [];
  const open: OpenNode[] = [];

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const lineBreak = breaks[at] ?? '';
    const parsed = parseLine(line, open);
    if (parsed.kind !== 'value') {
      kept.push(parsed.kind === 'comment' ? maskComment(line, lastKeys) : line, lineBreak);
      continue;
    }
    const { path, value, valueAt, indent } = parsed;
    const isFlow = /^(?:[&!]\S*\s+)*[{[]/.test(value);
    const isSecret = masked.has(path) || (isFlow && isAboveSecret(path));
    const end = endOfValue(lines, at, indent, value, isSecret);
    if (!isSecret) {
      for (let copied = at; copied < end; copied += 1) {
        kept.push(lines[copied] ?? '', breaks[copied] ?? '');
      }
    } else if (value === '' && end === at + 1) {
      // Nothing was entered, so there is nothing to hide.
      kept.push(line, lineBreak);
    } else {
      const head = line.slice(0, valueAt);
      kept.push(
        `${head}${/\s$/.test(head) || head === '' ? '' : ' '}${MASK}`,
        breaks[end - 1] ?? '',
      );
    }
    at = end - 1;
  }
  return kept.join('');
}

type ParsedLine =
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
function parseLine(line: string, open: OpenNode[]): ParsedLine {
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
function endOfValue(
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

function maskComment(line: string, lastKeys: ReadonlySet<string>): string {
  const match = /^(\s*#[\s#-]*)([^\s:#-][^:]*)(:\s+)\S/.exec(line);
  if (match === null) return line;
  const [, lead = '', key = '', colon = ''] = match;
  return lastKeys.has(unquote(key.trimEnd())) ? `${lead}${key}${colon}${MASK}` : line;
}

function splitLines(text: string): { readonly lines: string[]; readonly breaks: string[] } {
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

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}

/** A comment behind a value says nothing about where the value ends. */
function stripComment(value: string): string {
  if (value.startsWith('#')) return '';
  if (/^(?:[&!]\S*\s+)*["']/.test(value)) return value;
  const comment = value.search(/\s#/);
  return comment === -1 ? value : value.slice(0, comment).trimEnd();
}
