import type { ValuesPath } from '../../model/textDiagnostic';
import type { TaskOutput } from '../../values/tasks';

/** A value that the pack describes, as it stands in the text. */
export type ValuesField = TaskOutput<'readFields'>[number];

export type FieldValue = string | number | boolean;

/** The same text for the same path. */
export function pathKey(path: ValuesPath): string {
  return JSON.stringify(path);
}

/** What a control shows of a value; line ends behind its last line are not shown. */
export function fieldText(value: ValuesField['value']): string {
  return value === null ? '' : String(value).replace(/\n+$/, '');
}

/** Whether a value has a place in the form: it is one value, and no secret that cannot be masked. */
export function isInForm({ isEditable, type, value }: ValuesField): boolean {
  const text = String(value ?? '');
  // A text box would take the carriage returns out.
  return isEditable && !text.includes('\r') && !(type === 'password' && text.includes('\n'));
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
  return text === '' ? text : text.replace(/\n+$/, '') + endOf(field.value);
}

/** The line ends behind the last line. */
function endOf(value: ValuesField['value']): string {
  return /\n*$/.exec(String(value ?? ''))?.[0] ?? '';
}
