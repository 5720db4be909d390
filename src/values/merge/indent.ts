/** A text with all lines but the first moved to the right, or left where it is negative. */
export function shiftLines(text: string, by: number): string {
  if (by === 0 || !text.includes('\n')) return text;
  const [first = '', ...rest] = text.split('\n');
  return [first, ...rest.map((line) => shiftLine(line, by))].join('\n');
}

/** Blank lines stay empty; a line that has too little before it goes as far as it can. */
export function shiftLine(line: string, by: number): string {
  if (line.trim() === '') return line;
  if (by >= 0) return ' '.repeat(by) + line;
  let spaces = 0;
  while (spaces < -by && line[spaces] === ' ') spaces += 1;
  return line.slice(spaces);
}

/** Start of the line that an offset is on. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line that an offset is on, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Start of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  return Math.min(lineEnd(text, offset) + 1, text.length);
}
