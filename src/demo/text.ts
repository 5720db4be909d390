/** What may stand in a `text` template: absent pieces take their line with them. */
export type Piece = string | number | boolean | null | undefined;

const SLOT = '\u0000';

/**
 * Template text without the indentation of the source around it. A piece alone on its line is indented
 * as deep as that line; where it is absent (`false`, `null`, `undefined` or empty), the line goes too.
 * Within a line `false` is written out.
 * Runs of blank lines become one. The result neither begins nor ends with a line break.
 */
export function text(strings: TemplateStringsArray, ...pieces: Piece[]): string {
  const lines = dedent(strings.join(SLOT));
  let next = 0;
  const filled = lines.flatMap((line) => {
    const indent = line.slice(0, line.length - line.trimStart().length);
    if (line.trim() === SLOT) {
      const piece = toText(pieces[next++]);
      return piece === '' ? [] : [indentText(piece, indent)];
    }
    return [line.replaceAll(SLOT, () => String(pieces[next++] ?? ''))];
  });
  return filled
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '');
}

/** Pieces on lines of their own, absent ones left out. */
export function lines(...pieces: Piece[]): string {
  return pieces.map(toText).filter(Boolean).join('\n');
}

/** One list entry per item: `- item`. */
export function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A key with a list below it; `[]` for none. */
export function listUnder(key: string, items: readonly string[]): string {
  return items.length === 0 ? `${key}: []` : `${key}:\n${nest(listOf(items))}`;
}

/** The same text, `spaces` deeper. Blank lines stay empty. */
export function nest(piece: string, spaces = 2): string {
  return indentText(piece, ' '.repeat(spaces));
}

function toText(piece: Piece): string {
  return piece === false || piece === null || piece === undefined ? '' : String(piece);
}

function indentText(piece: string, indent: string): string {
  return piece.replace(/^(?=[^\n])/gm, indent);
}

function dedent(template: string): string[] {
  const all = template.split('\n');
  const depths = all
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return all.map((line) => line.slice(depth).trimEnd());
}
