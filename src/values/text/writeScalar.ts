import type { Scalar } from 'yaml';
import type { LineEnd } from './lineEnd';

/** A scalar that is about to be replaced. */
export interface ScalarBefore {
  readonly type: Scalar.Type;
  /** As written; empty where there is none. */
  readonly source: string;
  readonly value: unknown;
  readonly isFlow: boolean;
  /** Spaces before the lines of a block of text. */
  readonly indent?: number | undefined;
  readonly lineEnd?: LineEnd | undefined;
}

/** What some reader of YAML takes for a boolean, null, number, date or merge key. */
const AMBIGUOUS = [
  /^(?:true|false|null|~|y|n|yes|no|on|off|=|<<)$/i,
  /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?$/i,
  /^[-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+)$/i,
  /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/,
] as const;

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * A value as source text in the style of the one before: quoted stays quoted, plain stays plain where it is
 * read back as the same, a block of text stays one, `True` becomes `False`.
 */
export function writeScalar(value: string | number | boolean, before: ScalarBefore): string {
  const { type, isFlow } = before;
  const text = typeof value === 'number' ? numberText(value) : String(value);
  // What comes in place of nothing has no style of its own yet.
  const block = text.includes('\n') && isNothing(before) ? blockText(text, before, '') : null;
  if (block !== null) return block;
  if (type === 'QUOTE_SINGLE' && isPrintable(text)) return singleQuoted(text);
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return JSON.stringify(text);
  if ((type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') && typeof value === 'string') {
    const note = /^[|>][-+\d]*([ \t]+#.*)/.exec(before.source)?.[1] ?? '';
    return blockText(text, before, note) ?? quoted(text) + note;
  }
  if (typeof value === 'boolean') return likeCase(text, before.source);
  if (typeof value === 'number') return text;
  // What was a number without quotes stays one.
  if (typeof before.value === 'number' && NUMBER.test(text)) return text;
  return isPlain(text, isFlow) ? text : quoted(text);
}

function isNothing({ value, isFlow, indent }: ScalarBefore): boolean {
  return (value === '' || value === null) && !isFlow && indent !== undefined;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '.inf' : '-.inf';
}

function likeCase(text: string, before: string): string {
  if (before === 'True' || before === 'False') return text === 'true' ? 'True' : 'False';
  return before === 'TRUE' || before === 'FALSE' ? text.toUpperCase() : text;
}

/** Whether the text without quotes is read as the same text by readers of YAML 1.1 and 1.2. */
function isPlain(text: string, isFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || !isPrintable(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) || /: |:$| #|\t/.test(text)) return false;
  if (isFlow && /[,[\]{}:]/.test(text)) return false;
  if (text.startsWith('...')) return false;
  return !AMBIGUOUS.some((pattern) => pattern.test(text));
}

/** References in single quotes, as their values may hold double ones. */
function quoted(text: string): string {
  const isReference = text.includes('{{') || text.includes('"') || text.includes('\\');
  const isSingle = isReference && !text.includes("'") && isPrintable(text);
  return isSingle ? singleQuoted(text) : JSON.stringify(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One line without control characters, which only double quotes can hold. */
function isPrintable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what it is about
  return !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
}

/** A block of text with the comment behind its head; null where one cannot hold the value as it is. */
function blockText(
  text: string,
  { indent = 2, lineEnd = '\n' }: ScalarBefore,
  note: string,
): string | null {
  const body = text.replace(/\n+$/, '');
  const ends = text.length - body.length;
  // eslint-disable-next-line no-control-regex -- a block cannot hold them
  if (body === '' || /^[ \n]/.test(body) || /[\u0000-\u0008\u000b-\u001f\u007f]/.test(body)) {
    return null;
  }
  const lines = body.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  if (ends > 1) return null;
  return [`|${ends === 0 ? '-' : ''}${note}`, ...lines].join(lineEnd);
}
