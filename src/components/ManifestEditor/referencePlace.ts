import type { EditorState, Line } from '@codemirror/state';
import { treeUntil } from './yamlPath';

/** What a reference stands in, which decides the quotes it needs. */
export type ReferencePlace =
  /** Where a value or a key begins: YAML would take its braces for a map. */
  | {
      readonly kind: 'bare';
      readonly isFlow: boolean;
      /** How many maps in braces are around it. */
      readonly braces: number;
    }
  /** In single quotes on one line; `to` is behind the second, null while it is not there. */
  | { readonly kind: 'single-quoted'; readonly from: number; readonly to: number | null }
  /** Quotes are there already, or would become part of the text. */
  | { readonly kind: 'verbatim' };

const VERBATIM: ReferencePlace = { kind: 'verbatim' };

const VERBATIM_NODES: ReadonlySet<string> = new Set([
  'QuotedLiteral',
  'BlockLiteral',
  'BlockLiteralContent',
  'Comment',
  // A plain value that began in front of the braces holds them as they are.
  'Literal',
]);

/** The place of braces that begin at `column` of a line. */
export function referencePlace(
  state: EditorState,
  line: Pick<Line, 'from' | 'text'>,
  column: number,
): ReferencePlace {
  const at = line.from + column;
  const tree = treeUntil(state, at + 1);
  let isFlow = false;
  let braces = 0;
  for (const side of [1, -1] as const) {
    let node = tree.resolveInner(at, side);
    for (;;) {
      if (node.from < at && VERBATIM_NODES.has(node.name)) {
        const isQuoted = node.name === 'QuotedLiteral' && node.from >= line.from;
        return isQuoted ? quotedPlace(line, node.from - line.from, column) : VERBATIM;
      }
      if (side === -1 && node.from < at && node.name.startsWith('Flow')) isFlow = true;
      if (side === -1 && node.from < at && node.name === 'FlowMapping') braces += 1;
      if (node.parent === null) break;
      node = node.parent;
    }
  }
  const lead = line.text.slice(0, column);
  if (lead.length > LONGEST_LEAD) return VERBATIM;
  const begins = BLOCK_LEAD.test(lead) || (isFlow && FLOW_LEAD.test(lead));
  return begins ? { kind: 'bare', isFlow, braces } : VERBATIM;
}

/** Longer lines are not looked through for the end of their quotes. */
const LONGEST_QUOTED = 5_000;

function quotedPlace(
  { from, text }: Pick<Line, 'from' | 'text'>,
  start: number,
  column: number,
): ReferencePlace {
  if (text.charAt(start) !== "'" || text.length - start > LONGEST_QUOTED) return VERBATIM;
  const [quoted] = /^'(?:[^']|'')*'/.exec(text.slice(start)) ?? [];
  if (quoted === undefined) return { kind: 'single-quoted', from: from + start, to: null };
  const end = start + quoted.length;
  return end > column ? { kind: 'single-quoted', from: from + start, to: from + end } : VERBATIM;
}

/** Keys are no longer; lines can be. */
const LONGEST_LEAD = 1_200;

const PROPERTIES = String.raw`(?:[&!]\S*\s+)*`;

/** What may stand in front of a value or a key in its line. */
const BLOCK_LEAD = new RegExp(
  String.raw`^\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s"'#{[](?:(?!:\s)[^#])*):\s+)?${PROPERTIES}$`,
);
const FLOW_LEAD = new RegExp(
  String.raw`(?:[[,{]\s*|(?:[[{,]\s*|^\s*)(?:"[^"]*"|'[^']*'|[^\s{}[\],:"'][^{}[\],:]*):\s+)${PROPERTIES}$`,
);
