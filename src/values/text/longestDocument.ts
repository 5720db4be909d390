/** A line that ends a document of YAML, whatever it stands in. */
const BORDER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;

/** The length of the longest document of a text: what its parser must take in one go. */
export function longestDocument(text: string): number {
  let longest = 0;
  let from = 0;
  for (const { index } of text.matchAll(BORDER)) {
    longest = Math.max(longest, index - from);
    from = index;
  }
  return Math.max(longest, text.length - from);
}
