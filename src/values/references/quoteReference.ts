import type { TextChange, TextFix, TextRange } from '../../model/textDiagnostic';
import type { Leaf } from '../checking/findLeaves';
import { lineAt } from '../checking/diagnostic';
import type { ReferenceContext } from './referenceContext';
import { findAllReferences } from './findReferences';

/**
 * The repair of a reference that stands without quotes where a value begins: quotes around the value, double
 * ones where a single quote is or may come in. Null where it is not certain how far the value goes.
 */
export function quoteReference(
  text: string,
  leaf: Leaf,
  variables: ReferenceContext['variables'],
): TextFix | null {
  const range = valueRange(text, leaf);
  if (range === null) return null;
  const value = text.slice(range.from, range.to);
  const mayHaveQuote = findAllReferences(value).some(
    ({ kind, name }) =>
      kind === 'var' &&
      variables.some((variable) => variable.name === name && variable.defaultValue.includes("'")),
  );
  const isDouble = value.includes("'") || mayHaveQuote;
  const change: TextChange = {
    ...range,
    insert: isDouble ? `"${value.replace(/["\\]/g, '\\$&')}"` : `'${value}'`,
  };
  return { code: 'quote-reference', params: {}, changes: [change] };
}

/** The value that begins with a reference: up to the end of its line or, in brackets, of the reference. */
function valueRange(text: string, { from, to, isFlow }: Leaf): TextRange | null {
  if (text.slice(from, to).includes('\n')) return null;
  const rest = text.slice(to, lineAt(text, to).to);
  if (isFlow) return /^\s*(?:[,\]}]|$)/.test(rest) ? { from, to } : null;
  const comment = /(?:^|\s)#/.exec(rest);
  const tail = (comment === null ? rest : rest.slice(0, comment.index)).trimEnd();
  // It may be a key; then quotes end before the colon.
  if (/^\s*:(?:\s|$)/.test(tail)) return { from, to };
  return /:(?:\s|$)/.test(tail) ? null : { from, to: to + tail.length };
}
