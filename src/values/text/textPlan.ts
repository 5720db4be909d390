import { isMap, isSeq, type Node } from 'yaml';
import type { TextChange, ValuesPath } from '../../model/textDiagnostic';
import { isEmptyValue, readEntry, type Entry } from './entries';
import { findKey, findSteps, keyText, valueOf, type Collection, type PathStep } from './findPath';
import { indentOf, tailFor } from './fragments';
import { gapAbove, leadOf } from './gaps';
import { mergeRoots } from './mergeFragment';
import { emptyEdit } from './planTypes';
import type { ChainBody, CollectionEdit, DroppedLines, Insertion } from './planTypes';
import { renderPlan } from './renderPlan';
import type { ValuesSource } from './valuesSource';

/**
 * Edits of one text, collected and then made together. All paths are those of the text before any edit.
 * Only lines of what is edited change; indentation and line ends follow the text.
 */
export interface TextPlan {
  /**
   * Takes out the entry at a path: its lines, the comment behind its value, the deeper comments below it.
   * Comments above it stay but for those `dropped`. A map or list that loses all entries becomes `{}` or
   * `[]`. False where nothing is at the path.
   */
  remove(path: ValuesPath, dropped?: DroppedLines): boolean;
  /** Takes out lines next to an entry that stays. */
  drop(path: ValuesPath, dropped: DroppedLines): void;
  /**
   * Makes the entry at a path what it is in another text, with the comments within it and behind its value.
   * Where it is not there it goes in behind the same neighbour as there, with the comments directly above
   * it unless they are there already. Missing maps on the way are made, with nothing else in them. False
   * where the other text has nothing at the path, or the path leads through something that is no map there.
   */
  copy(path: ValuesPath, from: ValuesSource): boolean;
  /**
   * Deep-merges another text: maps merge; lists, scalars and aliases replace what is there; new keys go to
   * the end of their map. Its comments come along unless they are there. What equals stays untouched.
   * An entry that was removed by the same plan is replaced instead of merged, and keeps its place.
   */
  merge(from: ValuesSource): void;
  /** The changes that make the edits, in the order of the text, not overlapping. */
  changes(): readonly TextChange[];
}

export function createTextPlan(source: ValuesSource): TextPlan {
  const edits = new Map<Collection, CollectionEdit>();
  const rootFill: Insertion[] = [];

  function editOf(collection: Collection, holder: readonly PathStep[]): CollectionEdit {
    const known = edits.get(collection);
    if (known !== undefined) return known;
    const edit = emptyEdit(collection, holder);
    edits.set(collection, edit);
    return edit;
  }

  function at(path: ValuesPath): { readonly edit: CollectionEdit; readonly index: number } | null {
    const steps = findSteps(source.root, path);
    const last = steps?.at(-1);
    if (!steps || last === undefined) return null;
    return { edit: editOf(last.collection, steps.slice(0, -1)), index: last.index };
  }

  function entryAt(collection: Collection, index: number): Entry {
    return readEntry(source.lines, { collection, index });
  }

  return {
    remove(path, dropped) {
      const place = at(path);
      if (place === null) return false;
      place.edit.removed.add(place.index);
      if (dropped !== undefined) place.edit.dropped.set(place.index, dropped);
      return true;
    },
    drop(path, dropped) {
      const place = at(path);
      place?.edit.dropped.set(place.index, dropped);
    },
    copy(path, from) {
      const steps = findSteps(from.root, path);
      if (steps === null || steps.length === 0) return false;
      if (source.root === null) insertChain(rootFill, steps, 0, from, null);
      else copyInto(source.root, [], steps, 0, from);
      return true;
    },
    merge(from) {
      mergeRoots(source, from, editOf, rootFill);
    },
    changes: () => renderPlan(source, edits, rootFill),
  };

  function copyInto(
    node: Collection,
    holder: readonly PathStep[],
    steps: readonly PathStep[],
    depth: number,
    from: ValuesSource,
  ): void {
    const step = steps[depth];
    if (step === undefined) return;
    const edit = editOf(node, holder);
    const index = placeOf(node, step);
    if (index === -1 || edit.removed.has(index)) {
      edit.removed.delete(index);
      if (index === -1) insertChain(edit.insertions, steps, depth, from, node);
      else edit.tails.set(index, tailFor(from, step, entryAt(node, index)));
      return;
    }
    if (depth === steps.length - 1) {
      edit.fills.delete(index);
      edit.tails.set(index, tailFor(from, step, entryAt(node, index)));
      return;
    }
    const value = valueOf({ collection: node, index });
    if (isSameKind(value, steps[depth + 1]?.collection) && !isEmptyValue(value)) {
      copyInto(value, [...holder, { collection: node, index }], steps, depth + 1, from);
      return;
    }
    if (edit.tails.has(index)) return;
    const fill = edit.fills.get(index) ?? [];
    edit.fills.set(index, fill);
    insertChain(fill, steps, depth + 1, from, null);
  }
}

/** Adds what `steps` lead to from `depth` on, within the maps that are already to be inserted. */
function insertChain(
  insertions: Insertion[],
  steps: readonly PathStep[],
  depth: number,
  from: ValuesSource,
  target: Collection | null,
): void {
  const step = steps[depth];
  if (step === undefined) return;
  const key = keyOf(step);
  const known = insertions.find((insertion) => insertion.key === key && key !== null);
  if (known?.body.kind === 'chain') {
    if (depth < steps.length - 1) insertChain(known.body.children, steps, depth + 1, from, null);
    return;
  }
  if (known !== undefined) return;
  const { after, isNext } = neighbourOf(step, target);
  const gap = gapAbove(from, steps.slice(0, depth + 1));
  const indent = indentOf(from, steps.slice(0, depth + 1));
  const place = {
    key,
    after,
    indent,
    gap: isNext ? gap : leadOf(gap),
    isNeighbour: isNext,
    below: [],
  };
  // Part of a list is nothing; its item comes whole.
  if (depth === steps.length - 1 || !isMap(step.collection) || key === null) {
    insertions.push({ ...place, body: { kind: 'entry', source: from, step } });
    return;
  }
  const entry = readEntry(from.lines, step);
  const written = from.lines.slice(entry.start, entry.headEnd);
  const body: ChainBody = { kind: 'chain', key, written, children: [] };
  insertions.push({ ...place, gap: [], body });
  insertChain(body.children, steps, depth + 1, from, null);
}

/** The nearest entry before it that the target has, too; and whether it is the one directly before it. */
function neighbourOf(
  { collection, index }: PathStep,
  target: Collection | null,
): { readonly after: number; readonly isNext: boolean } {
  if (target === null) return { after: -1, isNext: index === 0 };
  if (!isMap(target) || !isMap(collection)) {
    return { after: target.items.length - 1, isNext: false };
  }
  for (let before = index - 1; before >= 0; before -= 1) {
    const pair = collection.items[before];
    const key = pair === undefined ? null : keyText(pair);
    const after = key === null ? -1 : findKey(target, key);
    if (after !== -1) return { after, isNext: before === index - 1 };
  }
  return { after: -1, isNext: index === 0 };
}

function placeOf(node: Collection, step: PathStep): number {
  const key = keyOf(step);
  if (isMap(node)) return key === null ? -1 : findKey(node, key);
  return step.index < node.items.length ? step.index : -1;
}

function keyOf({ collection, index }: PathStep): string | null {
  const pair = isMap(collection) ? collection.items[index] : undefined;
  return pair === undefined ? null : keyText(pair);
}

function isSameKind(value: Node | null, other: Collection | undefined): value is Collection {
  return (isMap(value) && isMap(other)) || (isSeq(value) && isSeq(other));
}
