import type { TextChange } from '../../model/textDiagnostic';
import { applyChanges } from './editText';
import type { ValuesSource } from './valuesSource';

/**
 * Changes of a text whose last line was ended for the sake of editing, as changes of the text itself: in
 * its order, not overlapping, and what had no line end at its end has none then.
 */
export function finishChanges(
  { text, lines, lineEnd }: ValuesSource,
  changes: readonly TextChange[],
): readonly TextChange[] {
  const ordered = changes
    .filter(({ from, to, insert }) => lines.slice(from, to) !== insert)
    .map((change, order) => ({ change, order }))
    .sort((a, b) => compare(a.change, b.change) || a.order - b.order)
    .map(({ change }) => change);
  const separate: TextChange[] = [];
  for (const change of ordered) {
    if (change.from >= (separate.at(-1)?.to ?? 0)) separate.push(change);
  }
  if (lines.length === text.length) return separate;

  // Blank lines at the end belong to a block of text that keeps them (`|+`).
  const last = separate.at(-1);
  if (last?.to === text.length && last.insert.endsWith('\n')) {
    return [...separate.slice(0, -1), { ...last, insert: last.insert + lineEnd }];
  }
  // What touches the end is taken together, so that the line end that goes is the last that is left.
  let count = separate.findIndex(({ to }) => to > text.length);
  if (count === -1) return separate;
  while (count > 0 && separate[count - 1]?.to === separate[count]?.from) count -= 1;
  const head = separate.slice(0, count);
  const tail = separate.slice(count);
  const from = tail[0]?.from ?? text.length;
  const shifted = tail.map((change) => ({
    ...change,
    from: change.from - from,
    to: change.to - from,
  }));
  const rest = applyChanges(lines.slice(from), shifted);
  const isKept = /\n\r?\n$/.test(tail.at(-1)?.insert ?? '');
  const insert = rest.endsWith(lineEnd) && !isKept ? rest.slice(0, -lineEnd.length) : rest;
  if (from > text.length)
    return [...head, { from: text.length, to: text.length, insert: lineEnd + insert }];
  const isDropped = rest === '' && /\S[ \t]*\r?\n$/.test(text.slice(0, from));
  const start = isDropped ? from - lineEnd.length : from;
  return [...head, { from: start, to: text.length, insert }];
}

function compare(a: TextChange, b: TextChange): number {
  return a.from - b.from || a.to - b.to;
}
