import type { TextChange } from '../../model/textDiagnostic';
import { finishChanges } from './finishChanges';
import type { Collection, PathStep } from './findPath';
import { startOfContent } from './gaps';
import { placeOfGap } from './placeInsertion';
import type { CollectionEdit, Insertion } from './planTypes';
import { renderBlockEdit } from './renderBlock';
import { renderFlowEdit } from './renderFlow';
import { childLines } from './renderInsertion';
import type { ValuesSource } from './valuesSource';

/** The changes that make all edits of a plan. */
export function renderPlan(
  source: ValuesSource,
  edits: ReadonlyMap<Collection, CollectionEdit>,
  rootFill: readonly Insertion[],
): readonly TextChange[] {
  const isGone = ({ collection, index }: PathStep): boolean => {
    const edit = edits.get(collection);
    return (
      edit !== undefined &&
      (edit.removed.has(index) || edit.tails.has(index) || edit.fills.has(index))
    );
  };
  // What is further in comes first: where two things go to the same place, it belongs above.
  const changes = [...edits.values()]
    .filter((edit) => !edit.holder.some(isGone))
    .sort((a, b) => b.holder.length - a.holder.length)
    .flatMap((edit) =>
      edit.collection.flow === true && !isEmptyRoot(edit)
        ? renderFlowEdit(source, edit)
        : renderBlockEdit(source, edit),
    );
  return finishChanges(source, [...changes, ...renderRootFill(source, rootFill)]);
}

/** `{}` as the whole text; keys go in as lines. */
function isEmptyRoot({ collection, holder }: CollectionEdit): boolean {
  return holder.length === 0 && collection.items.length === 0;
}

/** Behind the comments of a text that holds nothing else: its own, where they are there, or all. */
function renderRootFill(
  { lines, lineEnd }: ValuesSource,
  insertions: readonly Insertion[],
): readonly TextChange[] {
  const [first] = insertions;
  if (first === undefined) return [];
  const end = lines.length;
  const at = placeOfGap(lines, startOfContent(lines), end, first.gap, first.isNeighbour);
  const shown = at === null ? first.gap : [];
  const inserted = childLines([{ ...first, gap: shown }, ...insertions.slice(1)], 0);
  const insert = inserted.map((line) => line + lineEnd).join('');
  return [{ from: at ?? end, to: at ?? end, insert }];
}
