import type { TextChange, TextFix, TextRange } from '../../model/textDiagnostic';
import type { Leaf } from '../checking/findLeaves';
import { lineAt } from '../checking/diagnostic';
import type { ReferenceContext } from './referenceContext';
import { escapeDoubleQuoted, referenceQuote, valueTail } from './referenceQuotes';

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
  const isDouble = referenceQuote(value, variables) === '"';
  const change: TextChange = {
    ...range,
    insert: isDouble ? `"${escapeDoubleQuoted(value)}"` : `'${value}'`,
  };
  return { code: 'quote-reference', params: {}, changes: [change] };
}

/** The value that begins with a reference: up to the end of its line or, in brackets, of the reference. */
function valueRange(text: string, { from, to, isFlow }: Leaf): TextRange | null {
  if (text.slice(from, to).includes('\n')) return null;
  const tail = valueTail(text.slice(to, lineAt(text, to).to), isFlow);
  return tail === null ? null : { from, to: to + tail.length };
}
