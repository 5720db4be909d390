/**
 * The indentation that the lines of a block scalar are deeper than, where the line from `start` to `end` (its
 * comment left out) opens one, as `key: |` and `- >-` do. Null where it does not.
 */
export function openedBlockParent(text: string, start: number, end: number): number | null {
  let last = end - 1;
  while (last >= start && ' \t\r'.includes(text[last] ?? '')) last -= 1;
  for (let signs = 0; signs < 2 && '0123456789+-'.includes(text[last] ?? '|'); signs += 1)
    last -= 1;
  if (last < start || (text[last] !== '|' && text[last] !== '>')) return null;
  if (last > start && text[last - 1] !== ' ' && text[last - 1] !== '\t') return null;

  // Dashes before the key or the scalar itself count as indentation of what is inside.
  let at = start;
  let dash = -1;
  for (; at < last; at += 1) {
    const character = text[at];
    if (character === ' ') continue;
    if ((character !== '-' && character !== '?') || text[at + 1] !== ' ') break;
    dash = at - start;
  }
  const column = at - start;
  // Only tag and anchor may stand before a scalar that has no key.
  const isBare = at === last || text[at] === '!' || text[at] === '&';
  return isBare && !text.slice(at, last).includes(': ') ? dash : column;
}
