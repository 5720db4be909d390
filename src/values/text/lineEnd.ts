export type LineEnd = '\n' | '\r\n';

/** How a text ends its lines, by its first; `\n` for a text of one line. */
export function lineEndOf(text: string): LineEnd {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
