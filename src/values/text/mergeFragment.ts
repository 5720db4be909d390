import { isMap, type Node, type YAMLMap } from 'yaml';
import { isEmptyValue, readEntry } from './entries';
import { indexKeys, keyText, valueOf, type Collection, type PathStep } from './findPath';
import { commentsIn, indentOf, ownComment, splitLines, tailFor } from './fragments';
import { commentsBelow, gapAbove } from './gaps';
import type { CollectionEdit, Insertion } from './planTypes';
import { isSameValue } from './sameValue';
import type { ValuesSource } from './valuesSource';

type EditOf = (collection: Collection, holder: readonly PathStep[]) => CollectionEdit;

/** Plans the deep merge of one text into another. */
export function mergeRoots(
  source: ValuesSource,
  from: ValuesSource,
  editOf: EditOf,
  rootFill: Insertion[],
): void {
  if (from.root === null) return;
  if (source.root === null) {
    for (const insertion of insertAll(from, from.root, [])) rootFill.push(insertion);
  } else mergeMaps({ source, from, editOf }, source.root, [], from.root, []);
}

interface Merge {
  readonly source: ValuesSource;
  readonly from: ValuesSource;
  readonly editOf: EditOf;
}

function mergeMaps(
  merge: Merge,
  map: YAMLMap,
  holder: readonly PathStep[],
  other: YAMLMap,
  otherHolder: readonly PathStep[],
): void {
  const { from, editOf } = merge;
  const edit = editOf(map, holder);
  const keys = indexKeys(map);
  indexKeys(other).forEach((otherIndex, key) => {
    const step = { collection: other, index: otherIndex };
    const index = keys.get(key);
    if (index === undefined) {
      edit.insertions.push(insertionOf(from, otherHolder, step, map.items.length - 1));
    } else {
      mergeEntry(merge, edit, index, [...otherHolder, step]);
    }
  });
}

function mergeEntry(
  merge: Merge,
  edit: CollectionEdit,
  index: number,
  otherSteps: readonly PathStep[],
): void {
  const { from } = merge;
  const step = { collection: edit.collection, index };
  const otherStep = otherSteps.at(-1);
  if (otherStep === undefined) return;
  const isReplaced = edit.removed.delete(index);
  if (isReplaced) edit.dropped.delete(index);
  const value = valueOf(step);
  const otherValue = valueOf(otherStep);
  addComments(merge, edit, index, otherSteps);
  if (!isReplaced && isMap(otherValue) && (isMap(value) || isEmptyValue(value))) {
    if (otherValue.items.length === 0 && isMap(value)) return;
    if (isMap(value) && value.items.length > 0) {
      mergeMaps(merge, value, [...edit.holder, step], otherValue, otherSteps);
      return;
    }
    if (otherValue.items.length > 0) {
      edit.fills.set(index, [...insertAll(from, otherValue, otherSteps)]);
      return;
    }
  }
  const tail = newTail(merge, step, otherStep, isReplaced);
  if (tail !== null) edit.tails.set(index, tail);
}

/** Null where what is there is as good. A comment behind a value stays where the new one has none. */
function newTail(
  { source, from }: Merge,
  step: PathStep,
  otherStep: PathStep,
  isReplaced: boolean,
): readonly string[] | null {
  const entry = readEntry(source.lines, step);
  const other = readEntry(from.lines, otherStep);
  const lines = tailFor(from, otherStep, entry);
  if (entry.isFlow) return isSame(source, entry.value, from, other.value) ? null : lines;
  const tail = source.lines.slice(entry.headEnd, entry.end);
  const comments = new Set(commentsIn(tail));
  const hasComments = commentsIn(lines.join('\n')).every((comment) => comments.has(comment));
  if (!isReplaced && hasComments && isSame(source, entry.value, from, other.value)) return null;
  const kept = ownComment(source.lines, entry).text;
  const own = ownComment(from.lines, other);
  if (isReplaced || kept === '' || own.text !== '' || other.isFlow) return lines;
  // The comment goes to the same place in the new tail: behind the head, or behind the value.
  const place = splitLines(from.lines.slice(other.headEnd, own.at)).length - 1;
  const column = splitLines(from.lines.slice(other.headEnd, own.at)).at(-1)?.length ?? 0;
  return lines.map((line, number) => {
    if (number !== place) return line;
    const behind = place === 0 ? column : line.trimEnd().length;
    return line.slice(0, behind) + kept + line.slice(behind).trimEnd();
  });
}

function isSame(
  source: ValuesSource,
  value: Node | null,
  from: ValuesSource,
  other: Node | null,
): boolean {
  return isSameValue(
    { document: source.document, node: value },
    { document: from.document, node: other },
  );
}

/** The comments above an entry, and below the last of its map, go along with it. */
function addComments(
  { from }: Merge,
  edit: CollectionEdit,
  index: number,
  otherSteps: readonly PathStep[],
): void {
  const isComment = (line: string) => line !== '';
  edit.commentsAbove.set(index, gapAbove(from, otherSteps).filter(isComment));
  edit.commentsBelow.set(index, commentsBelow(from, otherSteps).filter(isComment));
}

function insertAll(
  from: ValuesSource,
  map: YAMLMap,
  holder: readonly PathStep[],
): readonly Insertion[] {
  const keys = indexKeys(map);
  return map.items.flatMap((pair, index) => {
    const key = keyText(pair);
    // Of two of the same name the last counts.
    const isLast = key !== null && keys.get(key) === index;
    return isLast ? [insertionOf(from, holder, { collection: map, index }, -1)] : [];
  });
}

function insertionOf(
  from: ValuesSource,
  holder: readonly PathStep[],
  step: PathStep,
  after: number,
): Insertion {
  const steps = [...holder, step];
  const pair = isMap(step.collection) ? step.collection.items[step.index] : undefined;
  return {
    key: pair === undefined ? null : keyText(pair),
    after,
    indent: indentOf(from, steps),
    gap: gapAbove(from, steps),
    isNeighbour: false,
    below: commentsBelow(from, steps),
    body: { kind: 'entry', source: from, step },
  };
}
