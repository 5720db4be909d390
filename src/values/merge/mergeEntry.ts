import { isScalar } from 'yaml';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { MergeConflictKind } from '../../model/valuesMerge';
import { alignItems } from './alignItems';
import { asMap, emptyMap } from './asMap';
import { findEntryChanges } from './changes';
import { mergeComments, newComments } from './comments';
import { nextLine } from './indent';
import { mergeBlock } from './mergeBlock';
import type { MergeContext } from './MergeContext';
import { mergeFlow } from './mergeFlow';
import { planMerge, type MergePlan } from './mergePlan';
import { sameNode } from './sameNode';
import { entryHead, entryText, type Entry } from './valueTree';
import { valueSource, writeComments, writeValue, writeWhole } from './writeEntry';

/** Entry of the old defaults, null where they have none; of the user; and of the new defaults. */
type Sides = readonly [base: Entry | null, mine: Entry, theirs: Entry];

/** Writes the merge of an entry that both the user and the new defaults have. */
export function mergeEntry(context: MergeContext, path: ValuesPath, ...sides: Sides): void {
  const [base, mine, theirs] = sides;
  const { out } = context;
  if (sameText(mine, base) || sameText(mine, theirs)) {
    writeWhole(out, theirs, theirs.indent);
  } else if (base !== null && sameText(theirs, base)) {
    for (const change of findEntryChanges(base, mine, path)) out.carried.push(change.path);
    writeWhole(out, mine, theirs.indent);
  } else if (mine.value.kind === 'map' && theirs.value.kind === 'map') {
    const before = base === null ? null : asMap(base);
    writeMap(context, path, sides, planMerge(before, mine.value, theirs.value));
  } else if (writeList(context, path, sides)) {
    // Its items told all there was to tell.
  } else if (sameValue(mine, base) || sameValue(mine, theirs)) {
    writeTheirs(context, sides);
  } else if (base !== null && sameValue(theirs, base)) {
    for (const change of findEntryChanges(base, mine, path)) out.carried.push(change.path);
    writeMine(context, sides);
  } else {
    writeBothChanged(context, path, sides);
  }
}

function writeBothChanged(context: MergeContext, path: ValuesPath, sides: Sides): void {
  const [base, mine, theirs] = sides;
  if (mergeFlow(context.out, path, base, mine, theirs)) return;
  const before = base === null ? null : asMap(base);
  const hadEntries = before !== null && before.entries.length > 0;
  // A map that lost its last entry may have become nothing at all.
  const [own, given] = [mine, theirs].map(
    (entry) => asMap(entry) ?? (hadEntries && isNothing(entry) ? emptyMap(entry) : null),
  );
  if (own && given) {
    writeMap(context, path, sides, planMerge(before, own, given));
    return;
  }
  addConflict(context, 'both-changed', path, sides);
  writeMine(context, sides);
}

/** Whether its items could be told apart; nothing is written where they could not. */
function writeList(context: MergeContext, path: ValuesPath, sides: Sides): boolean {
  const [base, mine, theirs] = sides;
  if (base?.value.kind !== 'list') return false;
  if (mine.value.kind !== 'list' || theirs.value.kind !== 'list') return false;
  const lists = alignItems(base.value, mine.value, theirs.value);
  if (lists === null) return false;
  const { out } = context;
  const { state } = out;
  writeMap(context, path, sides, planMerge(lists.base, lists.mine, lists.theirs));
  if (lists.hasSamePlaces || out.conflicts.length === state.conflicts) return true;
  out.goBack(state);
  return false;
}

/** Writes a map or list entry by entry. */
function writeMap(context: MergeContext, path: ValuesPath, sides: Sides, plan: MergePlan): void {
  const { out } = context;
  const [base, mine, theirs] = sides;
  const block = plan.theirs;
  const nothing = block.kind === 'list' ? '[]' : '{}';
  const first = block.entries[0];
  if (block.isCompact && first !== undefined) {
    const dash = theirs.source.text.slice(theirs.from, first.from);
    out.setPrefix((out.takePrefix() ?? ' '.repeat(theirs.indent)) + dash);
    mergeBlock(context, path, plan);
    const unused = out.takePrefix();
    if (unused === null) return;
    out.startLine();
    out.writeText(`${unused}${nothing}\n`);
    return;
  }
  const [before, own, given] = [base, mine, theirs].map((entry) =>
    entry === null ? { value: '', comment: '' } : blockHead(entry),
  ) as [ReturnType<typeof blockHead>, ReturnType<typeof blockHead>, ReturnType<typeof blockHead>];
  const value = own.value === before.value ? given.value : own.value;
  const comment = mergeComments(before.comment, own.comment, given.comment);
  const isGiven = value === given.value && comment === given.comment && !plan.isEmpty;
  out.startEntry(theirs.indent);
  if (isGiven && theirs.value.kind !== 'leaf') {
    out.write(theirs.source, theirs.from, nextLine(theirs.source.text, theirs.value.lineTo));
  } else {
    out.write(theirs.source, theirs.from, theirs.headTo);
    out.writeText(`${value}${plan.isEmpty ? ` ${nothing}` : ''}${comment}\n`);
  }
  mergeBlock(context, path, plan);
}

/** Of a flow map and of nothing, whose entries are written below, only the comment is left. */
function blockHead(entry: Entry): { readonly value: string; readonly comment: string } {
  const { value, comment } = entryHead(entry);
  return { value: entry.value.kind === 'leaf' ? '' : value, comment };
}

/** The value is that of the new version, or says the same; the user may have changed how it is written. */
function writeTheirs({ out }: MergeContext, [base, mine, theirs]: Sides): void {
  const isLeaf =
    base?.value.kind === 'leaf' && mine.value.kind === 'leaf' && theirs.value.kind === 'leaf';
  if (isLeaf) {
    const [before, own, given] = [entryHead(base), entryHead(mine), entryHead(theirs)];
    const comment = mergeComments(before.comment, own.comment, given.comment);
    // The user may have changed how a value is written that the new version left as it was.
    const isWritten = given.value.trim() === before.value.trim() && own.value !== given.value;
    if (isWritten || comment !== given.comment) {
      writeValue(out, theirs, isWritten ? mine : theirs, comment);
    } else {
      writeWhole(out, theirs, theirs.indent);
    }
    if (!isWritten) writeComments(out, newComments(before.value, own.value), theirs.indent);
  } else {
    writeWhole(out, theirs, theirs.indent);
    const typed = newComments(base === null ? '' : entryText(base), entryText(mine));
    const given = new Set(newComments('', entryText(theirs)));
    writeComments(
      out,
      typed.filter((comment) => !given.has(comment)),
      theirs.indent,
    );
  }
}

function writeMine({ out }: MergeContext, [base, mine, theirs]: Sides): void {
  const before = base === null ? '' : entryHead(base).comment;
  const comment = mergeComments(before, entryHead(mine).comment, entryHead(theirs).comment);
  writeValue(out, theirs, mine, comment);
}

function addConflict(
  { out }: MergeContext,
  kind: MergeConflictKind,
  path: ValuesPath,
  [base, mine, theirs]: Sides,
): void {
  out.addConflict({
    kind,
    path,
    base: valueSource(base),
    mine: valueSource(mine),
    theirs: valueSource(theirs),
  });
}

function sameText(a: Entry, b: Entry | null): boolean {
  return b !== null && entryText(a) === entryText(b);
}

function sameValue(a: Entry, b: Entry | null): boolean {
  return b !== null && sameNode(a.value.node, b.value.node);
}

function isNothing({ value: { node } }: Entry): boolean {
  return node === null || (isScalar(node) && node.value === null);
}
