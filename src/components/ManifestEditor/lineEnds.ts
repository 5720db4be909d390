/** What separates the lines of a text. */
export type LineBreak = '\n' | '\r\n';

/**
 * `\r\n` for a text whose line ends are all of that kind, else `\n`; a stray `\r` is then part of its
 * line. Either way `text.split(lineBreakOf(text)).join(lineBreakOf(text))` is the text, byte for byte.
 */
export function lineBreakOf(text: string): LineBreak {
  let at = text.indexOf('\n');
  if (at < 1) return '\n';
  // Each is looked for by itself, which is far quicker in a long text than one pattern for both.
  for (; at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) !== RETURN) return '\n';
  }
  for (at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) !== NEWLINE) return '\n';
  }
  return '\r\n';
}

const RETURN = 13;
const NEWLINE = 10;

/** The text with `\n` between its lines, as editors hold it. */
export function withoutCrlf(text: string, lineBreak: LineBreak): string {
  return lineBreak === '\n' ? text : text.replaceAll('\r\n', '\n');
}

/** The opposite of `withoutCrlf`. */
export function withLineBreak(text: string, lineBreak: LineBreak): string {
  return lineBreak === '\n' ? text : text.replaceAll('\n', '\r\n');
}

/** Whether a plain text field gives the text back as it is; it turns every line end into `\n`. */
export function survivesTextArea(text: string): boolean {
  return lineBreakOf(text) === '\r\n' || !text.includes('\r');
}

/** One change that turns a text into another; what they share at both ends stays. */
export interface TextChange {
  readonly from: number;
  /** End of what is replaced, in the old text. */
  readonly to: number;
  /** End of what replaces it, in the new text. */
  readonly toInserted: number;
}

const BLOCK = 8_192;

/** Null where the texts are the same. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  // Whole blocks first: comparing them costs a fraction of comparing their characters.
  while (
    from + BLOCK < shorter &&
    before.slice(from, from + BLOCK) === after.slice(from, from + BLOCK)
  ) {
    from += BLOCK;
  }
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let to = before.length;
  let toInserted = after.length;
  while (
    to - BLOCK > from &&
    toInserted - BLOCK > from &&
    before.slice(to - BLOCK, to) === after.slice(toInserted - BLOCK, toInserted)
  ) {
    to -= BLOCK;
    toInserted -= BLOCK;
  }
  while (
    to > from &&
    toInserted > from &&
    before.charCodeAt(to - 1) === after.charCodeAt(toInserted - 1)
  ) {
    to -= 1;
    toInserted -= 1;
  }
  return { from, to, toInserted };
}
