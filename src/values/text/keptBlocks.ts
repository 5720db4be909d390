import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { TextChange } from '../../model/textDiagnostic';
import { nextLine } from './entries';
import { valueOf } from './findPath';
import type { Insertion } from './planTypes';
import type { ValuesSource } from './valuesSource';

/** What a value's last line is part of, where that is a block of text (`|`, `>`). */
export type BlockEnd =
  /** Lines of spaces that come to stand below it may become part of it. */
  | 'block'
  /** Every blank line below is part of it (`|+`). */
  | 'kept'
  | null;

const KEPT = /^[|>][0-9]*\+/;

export function blockEnd({ lines }: ValuesSource, value: Node | null): BlockEnd {
  let node = value;
  while (isMap(node) || isSeq(node)) {
    if (node.flow === true || node.items.length === 0) return null;
    node = valueOf({ collection: node, index: node.items.length - 1 });
  }
  if (!isScalar(node) || node.type?.startsWith('BLOCK') !== true) return null;
  const from = node.range?.[0] ?? 0;
  return KEPT.test(lines.slice(from, from + 4)) ? 'kept' : 'block';
}

export function blockEndOf({ body }: Insertion): BlockEnd {
  if (body.kind === 'entry') return blockEnd(body.source, valueOf(body.step));
  const last = body.children.at(-1);
  return last === undefined ? null : blockEndOf(last);
}

/** Behind the lines of spaces from `start` on, which a block of text before them would take in. */
export function skipSpaces(lines: string, start: number): number {
  let at = start;
  while (/^ +\r?\n/.test(lines.slice(at, nextLine(lines, at)))) at = nextLine(lines, at);
  return at;
}

/** Takes out the blank lines from `start` on, one by one, as others may put something between. */
export function dropBlankLines(lines: string, start: number): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (let from = start; from < lines.length;) {
    const to = nextLine(lines, from);
    if (lines.slice(from, to).trim() !== '') break;
    changes.push({ from, to, insert: '' });
    from = to;
  }
  return changes;
}
