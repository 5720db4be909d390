import { newComments } from './comments';
import { lineEnd, nextLine } from './indent';
import type { Fate, MergePlan } from './mergePlan';
import { mergeSequences, type MergePart } from './mergeSequences';
import { entryText, type Block, type Entry, type TreeText } from './valueTree';

/** A line between entries, or an entry that one side has alone. */
export type Piece =
  | {
      readonly kind: 'line';
      /** What it is compared by. */
      readonly text: string;
      readonly source: TreeText;
      readonly from: number;
      readonly to: number;
      readonly isMine: boolean;
      readonly isMarker: boolean;
    }
  | { readonly kind: 'comment'; readonly text: string; readonly comment: string }
  | { readonly kind: 'entry'; readonly text: string; readonly fate: Fate };

/** Where the line of the presets begins in a text. */
export type Markers = ReadonlyMap<TreeText, number>;

type Side = 'base' | 'mine' | 'theirs';

/** What stands before each entry that both sides have, and behind the last one. */
interface Runs {
  readonly before: ReadonlyMap<string, readonly Piece[]>;
  readonly last: readonly Piece[];
}

/**
 * What comes between the entries that both sides have: comments, blank lines and entries of one side, by a
 * three-way merge of the lines. Where both sides changed the same comments the user's stand beside the new.
 */
export function mergeRuns(plan: MergePlan, markers: Markers): Runs {
  const [base, mine, theirs] = [
    plan.base === null
      ? { before: new Map<string, Piece[]>(), last: [] }
      : readRuns(plan.base, 'base', plan, markers),
    readRuns(plan.mine, 'mine', plan, markers),
    readRuns(plan.theirs, 'theirs', plan, markers),
  ];
  const before = new Map<string, readonly Piece[]>();
  for (const id of plan.shared) {
    const runs = [base, mine, theirs].map((side) => side.before.get(id) ?? []);
    before.set(id, mergePieces(runs[0] ?? [], runs[1] ?? [], runs[2] ?? []));
  }
  return { before, last: mergePieces(base.last, mine.last, theirs.last) };
}

function readRuns(block: Block, side: Side, plan: MergePlan, markers: Markers): Runs {
  const before = new Map<string, Piece[]>();
  let run: Piece[] = [];
  for (const entry of block.entries) {
    const lead = readLines(block.source, entry.leadFrom, entry.lineFrom, side, markers);
    if (plan.shared.has(entry.id)) {
      before.set(entry.id, [...run, ...lead]);
      run = [];
    } else {
      for (const piece of piecesOf(entry, lead, side, plan)) run.push(piece);
    }
  }
  const tail = readLines(block.source, block.tailFrom, block.tailTo, side, markers);
  for (const piece of tail) run.push(piece);
  return { before, last: run };
}

function piecesOf(
  entry: Entry,
  lead: readonly Piece[],
  side: Side,
  plan: MergePlan,
): readonly Piece[] {
  const fate = plan.fates.get(entry.id);
  if (fate === undefined) return lead;
  // What is put back comes with the comments above it.
  if (fate.kind === 'kept') return side === 'mine' ? [toPiece(fate)] : [];
  if (side === 'base') return lead;
  if (fate.kind === 'added' || fate.kind === 'new') return [...lead, toPiece(fate)];
  if (side === 'mine') {
    const comments = newComments(entryText(fate.base), entryText(entry));
    return [...lead, ...comments.map(toComment)];
  }
  const { source, leadFrom, lineFrom } = fate.base;
  const old = readLines(source, leadFrom, lineFrom, side, new Map()).map(({ text }) => text);
  const own = commentsOf(plan.mine);
  // Those at the top are about the whole text; others go with the entry, if the user let them go.
  const isKept = entry.leadFrom === 0 || old.some((text) => own.has(text));
  return [...(isKept ? lead : lead.filter(({ text }) => old.includes(text))), toPiece(fate)];
}

/** Lines of comments between the entries, as pieces are compared. */
function commentsOf({ source, entries, tailFrom, tailTo }: Block): ReadonlySet<string> {
  const leads = entries.map(({ leadFrom, lineFrom }) => source.text.slice(leadFrom, lineFrom));
  const lines = [...leads, source.text.slice(tailFrom, tailTo)].join('\n').split('\n');
  return new Set(lines.filter((line) => line.trim() !== '').map((line) => `line ${line.trim()}`));
}

function toPiece(fate: Fate): Piece {
  return { kind: 'entry', text: `entry ${fate.entry.id}`, fate };
}

function toComment(comment: string): Piece {
  return { kind: 'comment', text: `line ${comment}`, comment };
}

function readLines(
  source: TreeText,
  from: number,
  to: number,
  side: Side,
  markers: Markers,
): Piece[] {
  const pieces: Piece[] = [];
  const isMine = side === 'mine';
  for (let start = from; start < to; start = nextLine(source.text, start)) {
    const end = Math.min(lineEnd(source.text, start), to);
    const isMarker = markers.get(source) === start;
    const text = isMarker ? 'marker' : `line ${source.text.slice(start, end).trim()}`;
    pieces.push({ kind: 'line', text, source, from: start, to: end, isMine, isMarker });
  }
  return pieces;
}

/** Entries that are gone say so where they would stand, but are no part of what is compared. */
function mergePieces(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): readonly Piece[] {
  const standing = mergeStanding(
    base,
    mine,
    theirs.filter((piece) => !isGone(piece)),
  );
  const places = new Set(standing);
  const behind = new Map<Piece | null, Piece[]>();
  let last: Piece | null = null;
  for (const piece of theirs) {
    if (isGone(piece)) {
      const others = behind.get(last) ?? [];
      others.push(piece);
      behind.set(last, others);
    } else if (piece.kind === 'entry') last = places.has(piece) ? piece : null;
  }
  return [null, ...standing].flatMap((piece) => [
    ...(piece === null ? [] : [piece]),
    ...(behind.get(piece) ?? []),
  ]);
}

function isGone(piece: Piece): boolean {
  return piece.kind === 'entry' && (piece.fate.kind === 'dropped' || piece.fate.kind === 'removed');
}

function mergeStanding(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): readonly Piece[] {
  const [old, own, given] = [base, mine, theirs].map((pieces) => pieces.map(({ text }) => text));
  const merged: Piece[] = [];
  for (const part of mergeSequences(old ?? [], own ?? [], given ?? [])) {
    for (const piece of piecesOfPart(part, base, mine, theirs)) merged.push(piece);
  }
  return merged;
}

function piecesOfPart(
  part: MergePart,
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): readonly Piece[] {
  if (part.take === 'theirs') return theirs.slice(...part.theirs);
  if (part.take === 'mine') return mine.slice(...part.mine);
  return mergeConflict(
    base.slice(...part.base),
    mine.slice(...part.mine),
    theirs.slice(...part.theirs),
  );
}

/** What the new version says, and what the user typed, where it was. */
function mergeConflict(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): readonly Piece[] {
  const inBase = new Set(base.map(({ text }) => text));
  const given = new Map(theirs.map((piece) => [piece.text, piece]));
  // A text that has the news already, as after a merge, keeps its order.
  const own = new Set(mine.map(({ text }) => text));
  if (theirs.every(({ text }) => own.has(text))) {
    return mine.flatMap((piece) => given.get(piece.text) ?? (inBase.has(piece.text) ? [] : piece));
  }
  const isTyped = ({ text }: Piece): boolean => !inBase.has(text) && !given.has(text);
  // What the user put above an old comment stays above what has become of that comment.
  const first = Math.max(
    mine.findIndex(({ text }) => inBase.has(text)),
    0,
  );
  return [...mine.slice(0, first).filter(isTyped), ...theirs, ...mine.slice(first).filter(isTyped)];
}
