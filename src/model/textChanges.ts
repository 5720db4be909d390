/** How many lines of `text` are not, or not as often, among those of `base`, or the other way round. */
export function countChangedLines(base: string, text: string): number {
  if (base === text) return 0;
  const before = countLines(base);
  const after = countLines(text);
  let added = 0;
  let removed = 0;
  for (const [line, count] of after) added += Math.max(0, count - (before.get(line) ?? 0));
  for (const [line, count] of before) removed += Math.max(0, count - (after.get(line) ?? 0));
  // A changed line is one that left and one that came.
  return Math.max(added, removed);
}

/** How many lines a text has; a line break at the end opens no further one. */
export function lineCount(text: string): number {
  if (text === '') return 0;
  const breaks = text.split('\n').length;
  return text.endsWith('\n') ? breaks - 1 : breaks;
}

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.trimEnd().split(/\r?\n/)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
