/** The types that schemas of packs know. Others are taken for `string` and never judged. */
export type SchemaType = 'string' | 'number' | 'boolean' | 'password' | 'list' | 'ipv4' | 'version';

/** A piece of a format: text that must stand there, or a value of a type. */
export type SchemaPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'value';
      /** null for a type that is not known: anything is right. */
      readonly type: SchemaType | null;
      /** A regular expression of RE2. */
      readonly pattern?: string | undefined;
      /** Both ends included. */
      readonly range?: readonly [from: number, to: number] | undefined;
      readonly options?: readonly string[] | undefined;
    };

/** What a pack's schema says of one value. */
export interface SchemaRule {
  readonly isRequired: boolean;
  readonly isReadonly: boolean;
  /** The pieces of the format, one after the other; empty where there is none. */
  readonly parts: readonly SchemaPart[];
  /** The format as it is written; empty for none. */
  readonly format: string;
  /** The one type of a simple format; `string` for a composite one, an unknown one and none. */
  readonly type: SchemaType;
  /** What a simple `list` offers; empty for all others. */
  readonly options: readonly string[];
  readonly hints: readonly string[];
}

const TYPES: readonly string[] = [
  'string',
  'number',
  'boolean',
  'password',
  'list',
  'ipv4',
  'version',
] satisfies readonly SchemaType[];

/** A longer rule is not read; the longest real one has 150 characters. */
const MAX_RULE_LENGTH = 20_000;

/**
 * Reads a rule such as `{{ required | format "${number:[1-10]}" | hints "Megabytes" }}`. Null for one that
 * cannot be read; unknown words in it are passed over. Never throws.
 */
export function parseSchemaRule(rule: string): SchemaRule | null {
  const braces = rule.length > MAX_RULE_LENGTH ? null : /^\s*\{\{([^]*)\}\}\s*$/.exec(rule);
  const items = braces === null ? null : splitItems(braces[1] ?? '');
  if (items === null) return null;

  let isRequired = false;
  let isReadonly = false;
  let format = '';
  const hints: string[] = [];
  for (const { word, texts } of items) {
    if (word === 'required') isRequired = true;
    if (word === 'readonly') isReadonly = true;
    if (word === 'format') format = texts[0] ?? '';
    if (word === 'hints') hints.push(...texts.filter((hint) => hint.trim() !== ''));
  }
  const parts = parseFormat(format);
  if (parts === null) return null;
  const [only, ...others] = parts;
  const single = only?.kind === 'value' && others.length === 0 ? only : null;
  return {
    isRequired,
    isReadonly,
    parts,
    format,
    type: single?.type ?? 'string',
    options: single?.type === 'list' ? (single.options ?? []) : [],
    hints,
  };
}

interface RuleItem {
  readonly word: string;
  readonly texts: readonly string[];
}

/** `required | hints "a" "b"` as words with the texts behind them; null where quotes do not close. */
function splitItems(text: string): RuleItem[] | null {
  const items: { word: string; texts: string[] }[] = [];
  let current: { word: string; texts: string[] } | null = null;
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === '|') {
      current = null;
      at += 1;
    } else if (character === '"') {
      const end = closingQuote(text, at);
      if (end === -1) return null;
      // As written: backslashes are the regular expression's, but for those before quotes.
      current?.texts.push(text.slice(at + 1, end).replaceAll('\\"', '"'));
      at = end + 1;
    } else if (character === undefined || /\s/.test(character)) {
      at += 1;
    } else {
      const word = /^[^\s|"]+/.exec(text.slice(at, at + 100))?.[0] ?? character;
      if (current === null) {
        current = { word, texts: [] };
        items.push(current);
      }
      at += word.length;
    }
  }
  return items;
}

function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text[end - 1] === '\\') end = text.indexOf('"', end + 1);
  return end;
}

/** The pieces of a format; null where a `${` does not close or what is in it cannot be read. */
function parseFormat(format: string): SchemaPart[] | null {
  const parts: SchemaPart[] = [];
  let at = 0;
  while (at < format.length) {
    const start = format.indexOf('${', at);
    if (start !== at) {
      const text = format.slice(at, start === -1 ? undefined : start);
      parts.push({ kind: 'text', text });
      if (start === -1) break;
    }
    const colon = /^\$\{\s*[^:}]*:\s*\//.exec(format.slice(start, start + 100));
    // Behind a slash is a pattern, in which braces are its own.
    const close =
      colon === null
        ? format.indexOf('}', start)
        : format.indexOf('/}', start + colon[0].length) + 1;
    if (close <= 0) return null;
    const part = parsePart(format.slice(start + 2, close));
    if (part === null) return null;
    parts.push(part);
    at = close + 1;
  }
  return parts;
}

/** `number:[1-10]`, `string:/^a/`, `list:[A, B]`. */
function parsePart(text: string): SchemaPart | null {
  const colon = text.indexOf(':');
  const name = (colon === -1 ? text : text.slice(0, colon)).trim();
  const argument = colon === -1 ? '' : text.slice(colon + 1).trim();
  const type = isSchemaType(name) ? name : null;
  const part = { kind: 'value', type } as const;
  if (argument.startsWith('/') && argument.endsWith('/') && argument.length > 1) {
    return { ...part, pattern: argument.slice(1, -1) };
  }
  const list = /^\[([^]*)\]$/.exec(argument)?.[1];
  if (type === 'list' && list !== undefined) {
    const options = list.split(',').map((option) => option.trim());
    return { ...part, options: options.filter((option) => option !== '') };
  }
  if (type === 'number' && list !== undefined) {
    const bounds = /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/.exec(list);
    return bounds === null ? null : { ...part, range: [Number(bounds[1]), Number(bounds[2])] };
  }
  return part;
}

function isSchemaType(name: string): name is SchemaType {
  return TYPES.includes(name);
}
