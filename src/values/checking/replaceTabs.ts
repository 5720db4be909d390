import { isScalar, visit, type Document } from 'yaml';
import type { TextChange, TextFix, TextRange } from '../../model/textDiagnostic';
import { applyChanges } from '../text/editText';
import { parseDocumentsSteps } from '../text/parseText';

/** A repair by spaces is tried on texts up to this length. */
const MAX_REPAIRED = 300_000;
const TAB_WIDTHS = [2, 4, 8];

/**
 * Tabs in indentations as spaces, where that makes the text right and no value changes by it: within blocks of
 * text and quotes, tabs are what somebody wrote.
 */
export function* replaceTabs(
  text: string,
  document: Document.Parsed,
  errorCount: number,
): Generator<undefined, TextFix | null> {
  if (text.length > MAX_REPAIRED) return null;
  const isInside = insideOf([document]);
  const tabs = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)].filter(({ index }) => !isInside(index));
  for (const width of TAB_WIDTHS) {
    const changes = tabs.map(({ 0: lead, index }) => ({
      from: index,
      to: index + lead.length,
      insert: lead.replaceAll('\t', ' '.repeat(width)),
    }));
    const repaired = yield* parseDocumentsSteps(applyChanges(text, changes));
    if (!repaired.ok) continue;
    const errors = repaired.documents.flatMap((other) => other.errors);
    const isIndented = !errors.some(
      ({ code }) => code === 'TAB_AS_INDENT' || code === 'BAD_INDENT',
    );
    if (!isIndented || errors.length >= errorCount) continue;
    const isText = insideOf(repaired.documents);
    if (startsAfter(changes).some(isText)) continue;
    return { code: 'replace-tabs', params: { width: String(width) }, changes };
  }
  return null;
}

/** Whether an offset, of the start of a line, is within a value of several lines. */
function insideOf(documents: readonly Document.Parsed[]): (offset: number) => boolean {
  const ranges: TextRange[] = [];
  for (const document of documents) {
    visit(document, {
      Scalar: (_, node) => {
        if (isScalar(node) && node.range) ranges.push({ from: node.range[0], to: node.range[1] });
      },
    });
  }
  ranges.sort((a, b) => a.from - b.from);
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.from ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset < (ranges[low - 1]?.to ?? 0);
  };
}

/** Where the changed lines start once all are changed. */
function startsAfter(changes: readonly TextChange[]): readonly number[] {
  let shift = 0;
  return changes.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return start;
  });
}
