import { parseSchemaRule, type SchemaPart } from '../../values/schema/schemaRule';

/** Words for the pieces of a format. */
export interface FormatWords {
  readonly string: string;
  readonly number: string;
  readonly numberRange: (min: string, max: string) => string;
  readonly boolean: string;
  readonly ipv4: string;
  readonly version: string;
  readonly options: (options: string) => string;
  readonly pattern: (pattern: string) => string;
  /** Text that must stand there as it is. */
  readonly literal: (text: string) => string;
}

type ValuePart = Extract<SchemaPart, { kind: 'value' }>;

/**
 * A composite format such as `${ipv4}/${number:[8-28]}` in words, and an example of it; the format itself
 * where it cannot be read, and no example where a pattern leaves it open.
 */
export function formatInWords(
  format: string,
  words: FormatWords,
): { readonly text: string; readonly example: string } {
  const parts = parseSchemaRule(`{{ format "${format.replaceAll('"', '\\"')}" }}`)?.parts ?? [];
  if (parts.length === 0) return { text: format, example: '' };
  const examples = parts.map((part) => (part.kind === 'text' ? part.text : exampleOf(part)));
  return {
    text: parts
      .map((part) => (part.kind === 'text' ? literalIn(part.text, words) : partIn(part, words)))
      .filter((text) => text !== '')
      .join(' '),
    example: examples.includes(null) ? '' : examples.join(''),
  };
}

/** Punctuation speaks for itself, words would be taken for ours. */
function literalIn(text: string, words: FormatWords): string {
  const trimmed = text.trim();
  return /[\p{L}\p{N}]/u.test(trimmed) ? words.literal(trimmed) : trimmed;
}

function partIn({ type, pattern, range, options }: ValuePart, words: FormatWords): string {
  if (range !== undefined) return words.numberRange(String(range[0]), String(range[1]));
  if (options !== undefined && options.length > 0) return words.options(options.join(', '));
  if (pattern !== undefined) return words.pattern(pattern);
  if (type === null || type === 'password' || type === 'list') return words.string;
  return words[type];
}

/** Null where nothing is certain to be right. */
function exampleOf({ type, pattern, range, options }: ValuePart): string | null {
  if (pattern !== undefined) return null;
  if (range !== undefined) return String(Math.floor((range[0] + range[1]) / 2));
  if (options !== undefined && options.length > 0) return options[0] ?? null;
  switch (type) {
    case 'ipv4':
      return '10.0.0.0';
    case 'number':
      return '1';
    case 'boolean':
      return 'true';
    case 'version':
      return '1.2.3';
    default:
      return 'text';
  }
}
