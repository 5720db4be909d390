import type { EditorState, TransactionSpec } from '@codemirror/state';
import { referenceAt, type OpenReference } from './referenceAt';
import { treeUntil } from './yamlPath';

/** In these, quotes are there already, or would become part of the text. */
const VERBATIM: ReadonlySet<string> = new Set([
  'QuotedLiteral',
  'BlockLiteral',
  'BlockLiteralContent',
  'Comment',
]);

/**
 * Puts the rest of a name where the cursor is: with closing braces, and with quotes where YAML would
 * take the braces for a map.
 * @param from where in the document what `insert` replaces begins
 */
export function insertReference(
  state: EditorState,
  insert: string,
  from: number,
  options: { readonly isComplete: boolean },
): TransactionSpec {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const before = line.text.slice(0, head - line.from);
  const reference = referenceAt(before);
  if (reference === null) return { changes: { from, to: head, insert } };

  const after = line.text.slice(before.length);
  const [word = ''] = /^[\w.-]*/.exec(after) ?? [];
  const to = head + word.length;
  const rest = after.slice(word.length);
  const closing = /^\s*(?:\||-?\}\})/.test(rest) ? '' : `${reference.isSpaced ? ' ' : ''}}}`;
  const tail = quotedTail(state, line.from, before, reference, rest);
  const quote = tail === null ? '' : tail.includes("'") ? '"' : "'";
  const tailTo = to + (tail?.length ?? 0);
  const quoted = quote === '"' ? (tail ?? '').replace(/[\\"]/g, '\\$&') : tail;

  const cursor =
    from +
    quote.length +
    insert.length +
    (options.isComplete ? closing.length + (tail === '' ? quote.length : 0) : 0);
  return {
    changes: [
      { from: line.from + reference.from, insert: quote },
      { from, to, insert: insert + closing },
      { from: to, to: tailTo, insert: (quoted ?? '') + quote },
    ],
    selection: { anchor: cursor },
    scrollIntoView: true,
  };
}

/** What stands behind a reference in the same value, if that value needs quotes; else null. */
function quotedTail(
  state: EditorState,
  lineFrom: number,
  before: string,
  reference: OpenReference,
  rest: string,
): string | null {
  const at = lineFrom + reference.from;
  const tree = treeUntil(state, at + 1);
  for (const side of [1, -1] as const) {
    let node = tree.resolveInner(at, side);
    for (;;) {
      if (VERBATIM.has(node.name) && node.from < at) return null;
      // A plain value that began in front of the braces holds them as they are.
      if (node.name === 'Literal' && node.from < at) return null;
      if (node.parent === null) break;
      node = node.parent;
    }
  }
  const lead = before.slice(0, reference.from);
  if (lead.length > LONGEST_LEAD) return null;
  if (BLOCK_LEAD.test(lead)) return rest.replace(/(?:\s#.*|\s*)$/, '');
  if (FLOW_LEAD.test(lead)) return /^[^,\]}]*(?:\}\})?/.exec(rest)?.[0].trimEnd() ?? '';
  return null;
}

/** Keys are no longer; lines can be. */
const LONGEST_LEAD = 1_200;

const PROPERTIES = String.raw`(?:[&!]\S*\s+)*`;

/** What may stand in front of a value in its line. */
const BLOCK_LEAD = new RegExp(
  String.raw`^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#{[](?:(?!:\s)[^#])*):\s+)?${PROPERTIES}$`,
);
const FLOW_LEAD = new RegExp(String.raw`(?:[[,]\s*|[{,]\s*[^\s{}[\],:]+\s*:\s+)${PROPERTIES}$`);
