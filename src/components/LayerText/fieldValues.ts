import type { ValuesPath } from '../../model/textDiagnostic';
import type { TaskOutput } from '../../values/tasks';

/** A value that the pack describes, as it stands in the text. */
export type ValuesField = TaskOutput<'readFields'>[number];

export type FieldValue = string | number | boolean;

/** The same text for the same path. */
export function pathKey(path: ValuesPath): string {
  return JSON.stringify(path);
}

/** What a control shows of a value. */
export function fieldText(value: ValuesField['value']): string {
  return value === null ? '' : String(value);
}

const REFERENCE = /^\s*\{\{-?\s*\.spectro\..*\}\}\s*$/s;

/** Whether the value is nothing but a reference, which is put in at deployment. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * The value that a text stands for in a field. A text that is no number of JavaScript's range stays a
 * text, and so does a reference: the checks say whether it fits.
 */
export function parseFieldText(text: string, field: ValuesField): FieldValue {
  const trimmed = text.trim();
  if (field.type === 'boolean' || typeof field.value === 'boolean') {
    if (trimmed === 'true') return true;
    if (trimmed === 'false') return false;
  }
  if ((field.type === 'number' || typeof field.value === 'number') && NUMBER.test(trimmed)) {
    const number = Number(trimmed);
    const isExact =
      Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
    if (isExact) return number;
  }
  return text;
}

/** How a password is shown. */
export const MASK = '••••••••';

/** The text without the passwords in it, references left as they are. */
export function maskPasswords(
  text: string,
  fields: readonly ValuesField[],
): { readonly text: string; readonly isMasked: boolean } {
  let result = '';
  let at = 0;
  const secrets = fields
    .filter((field) => field.type === 'password' && isSecret(field))
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of secrets) {
    // One inside of another goes with it.
    if (from < at || to <= from) continue;
    const source = text.slice(from, to);
    result += text.slice(at, from) + MASK + source.slice(source.trimEnd().length);
    at = to;
  }
  return { text: result + text.slice(at), isMasked: at > 0 };
}

/** Whether there is something to hide; what is no single value is hidden as a whole. */
function isSecret({ value, isEditable }: ValuesField): boolean {
  if (value === null || value === '') return value === null && !isEditable;
  return !isReference(fieldText(value));
}
