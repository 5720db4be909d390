import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';
import {
  escapeDoubleQuoted,
  referenceQuote,
  valueTail,
  type NamedVariable,
} from '../../values/references/referenceQuotes';
import { referenceAt } from './referenceAt';
import { referencePlace, type ReferencePlace } from './referencePlace';

export interface InsertOptions {
  /** The reference is whole with it; else more of the name follows. */
  readonly isComplete: boolean;
  /** Their values decide between single and double quotes. */
  readonly variables: readonly NamedVariable[];
}

/** Further than that, nothing behind the cursor is looked at. */
const LONGEST_REST = 1_200;

/**
 * Puts the rest of a name where the cursor is: with closing braces, and with quotes where YAML would
 * take the braces for a map, or where what comes in would end the quotes that are there.
 * @param from where in the document what `insert` replaces begins
 */
export function insertReference(
  state: EditorState,
  insert: string,
  from: number,
  options: InsertOptions,
): TransactionSpec {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const reference = referenceAt(before);
  if (reference === null) return { changes: { from, to: head, insert } };

  const after = line.text.slice(before.length, before.length + LONGEST_REST);
  // A slash is part of the name where the reference ends behind it.
  const [word = ''] = /^(?:[\w./-]+(?=\s*(?:\}\}|\|))|[\w.-]*)/.exec(after) ?? [];
  const to = head + word.length;
  const rest = after.slice(word.length);
  const place = referencePlace(state, line, reference.from);
  const closing = isClosed(rest, word, place) ? '' : `${reference.isSpaced ? ' ' : ''}}}`;
  const start = line.from + reference.from;
  const written = `${state.doc.sliceString(start, from)}${insert}${closing}`;

  const change = { from, to, insert: insert + closing };
  const quoting =
    place.kind === 'bare'
      ? quoteBare(
          start,
          to,
          { written, rest, isFlow: place.isFlow, isOpen: closing !== '' },
          options,
        )
      : place.kind === 'single-quoted' && options.isComplete
        ? turnDouble(state, place, change, { written, rest }, options)
        : UNQUOTED;
  const { lead, tail, grown, isLast } = quoting;
  return {
    changes: [...lead, change, ...tail],
    selection: {
      anchor:
        from + grown + insert.length + (options.isComplete ? closing.length + (isLast ? 1 : 0) : 0),
    },
    scrollIntoView: true,
  };
}

/** Whether the reference ends already, or goes on with a function. */
function isClosed(rest: string, word: string, place: ReferencePlace): boolean {
  const [, end] = /^\s*(\||-?\}\}+)/.exec(rest) ?? [];
  if (end === undefined) return false;
  // Braces may be those of the maps around it.
  const isOfMaps =
    place.kind === 'bare' && word === '' && /^\}+$/.test(end) && end.length <= place.braces;
  return !isOfMaps;
}

/** Changes in front of what is inserted and behind it. */
interface Quoting {
  readonly lead: readonly ChangeSpec[];
  readonly tail: readonly ChangeSpec[];
  /** By how much the text in front becomes longer. */
  readonly grown: number;
  /** A quote is put right behind the reference, so that the cursor passes it, too. */
  readonly isLast: boolean;
}

const UNQUOTED: Quoting = { lead: [], tail: [], grown: 0, isLast: false };

interface Surroundings {
  /** The reference up to where something stood behind the cursor already. */
  readonly written: string;
  /** The line behind it. */
  readonly rest: string;
}

function quoteBare(
  start: number,
  to: number,
  { written, rest, isFlow, isOpen }: Surroundings & { isFlow: boolean; isOpen: boolean },
  { variables }: InsertOptions,
): Quoting {
  const close = isOpen ? 0 : rest.indexOf('}}') + 2;
  // Where it never ends, all of the line is taken for the expression.
  const inside = !isOpen && close === 1 ? '' : rest.slice(0, close);
  const behind = valueTail(rest.slice(inside.length), isFlow);
  if (behind === null) return UNQUOTED;
  const tail = inside + behind;
  const quote = referenceQuote(written + tail, variables);
  const insert = quote === '"' ? escapeDoubleQuoted(tail) : tail;
  return {
    lead: [{ from: start, insert: quote }],
    tail: [{ from: to, to: to + tail.length, insert: insert + quote }],
    grown: 1,
    isLast: tail === '',
  };
}

/** Double quotes in place of single ones that the value of the variable would end. */
function turnDouble(
  state: EditorState,
  { from, to }: Extract<ReferencePlace, { kind: 'single-quoted' }>,
  change: { readonly from: number; readonly to: number },
  { written, rest }: Surroundings,
  { variables }: InsertOptions,
): Quoting {
  if (referenceQuote(written.replaceAll("'", ''), variables) === "'") return UNQUOTED;
  // How far quotes go that nobody closed is certain only where nothing follows.
  if (to === null && rest.trim() !== '') return UNQUOTED;
  const lead = rewritten(state.doc.sliceString(from + 1, change.from));
  const tail = to === null ? '' : state.doc.sliceString(change.to, to - 1);
  return {
    lead: [{ from, to: change.from, insert: `"${lead}` }],
    tail: [{ from: change.to, to: to ?? change.to, insert: `${rewritten(tail)}"` }],
    grown: lead.length + 1 - (change.from - from),
    isLast: to === null,
  };
}

/** Part of a value in single quotes as it stands between double ones. */
function rewritten(part: string): string {
  return escapeDoubleQuoted(part.replaceAll("''", "'"));
}
