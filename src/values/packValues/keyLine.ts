/** A key at the beginning of a line or of an entry in braces. */
export interface KeyToken {
  readonly key: string;
  /** Behind its colon. */
  readonly to: number;
}

/** YAML allows no longer ones without a `?`. */
const LONGEST_KEY = 1_024;

const DOUBLE = /"(?:[^"\\]|\\.)*"/y;
const SINGLE = /'(?:[^']|'')*'/y;

/** A text in quotes from `from` on, as it is meant; null where the quotes do not end. */
export function readQuoted(text: string, from: number): { value: string; to: number } | null {
  const isDouble = text.charAt(from) === '"';
  const pattern = isDouble ? DOUBLE : SINGLE;
  pattern.lastIndex = from;
  const [source] = pattern.exec(text) ?? [];
  if (source === undefined) return null;
  return { value: unquoted(source), to: from + source.length };
}

function unquoted(source: string): string {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(source) as string;
  } catch {
    // Escapes that JSON does not know, or several lines: close enough for a name.
    return source.slice(1, -1);
  }
}

/** The key that begins at `from` in a line that ends at `end`; null where there is none. */
export function readKey(text: string, from: number, end: number): KeyToken | null {
  const first = text.charAt(from);
  const limit = Math.min(end, from + LONGEST_KEY);
  if (first === '"' || first === "'") {
    const quoted = readQuoted(text.slice(from, limit), 0);
    if (quoted === null) return null;
    let at = from + quoted.to;
    while (text.charAt(at) === ' ') at += 1;
    return isColon(text, at, end) ? { key: quoted.value, to: at + 1 } : null;
  }
  if ('#&*!|>%@`{}[],?'.includes(first)) return null;
  for (let at = text.indexOf(':', from); at !== -1 && at < limit; at = text.indexOf(':', at + 1)) {
    if (!isColon(text, at, end)) continue;
    const key = text.slice(from, at).trimEnd();
    return key === '' || key.includes(' #') ? null : { key, to: at + 1 };
  }
  return null;
}

function isColon(text: string, at: number, end: number): boolean {
  return text.charAt(at) === ':' && at < end && (at + 1 === end || /\s/.test(text.charAt(at + 1)));
}

/** Longer values are not told. */
const LONGEST_VALUE = 200;

/** A value of one line, as it is meant; null for anything else. */
export function plainValue(source: string): string | null {
  if (source.length > 2 * LONGEST_VALUE) return null;
  const bare = source.trim().replace(/^(?:[&!]\S*\s+)+/, '');
  if (bare.startsWith('"') || bare.startsWith("'")) {
    const quoted = readQuoted(bare, 0)?.value ?? null;
    return quoted === null || quoted.length > LONGEST_VALUE ? null : quoted;
  }
  const value = bare.replace(/(?:^|\s+)#.*$/, '');
  return value === '' || /^[&*!|>[{]/.test(value) || value.length > LONGEST_VALUE ? null : value;
}
