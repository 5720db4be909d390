import { Composer, isMap, isScalar, Parser, visit, type Node } from 'yaml';
import { keyText } from '../text/findPath';
import { readTree } from './readTree';
import type { Block, Entry } from './valueTree';

/**
 * The value of an entry as a map of one entry per line: a flow map such as `{a: 1}` is written out. Null for
 * what is no map, and for flow maps of templates and with comments, which stay as they are.
 */
export function asMap(entry: Entry): Block | null {
  const { value } = entry;
  if (value.kind === 'map') return value;
  if (value.kind === 'list' || !isMap(value.node) || value.node.flow !== true) return null;
  if (value.node.anchor !== undefined || value.node.tag !== undefined) return null;
  const known = blocks.get(value.node);
  if (known !== undefined) return known;
  const block = writeOut(entry, value.node.items.length === 0);
  blocks.set(value.node, block);
  return block;
}

/** An entry without value, or with `{}`, as a map that entries can be put into. */
export function emptyMap({ source, indent, value: { node, lineTo } }: Entry): Block {
  const nothing = { entries: [], tailFrom: lineTo, tailTo: lineTo };
  return { kind: 'map', node, source, lineTo, isCompact: false, indent: indent + 2, ...nothing };
}

const blocks = new WeakMap<Node, Block | null>();

function writeOut(entry: Entry, isEmpty: boolean): Block | null {
  const { source, indent, value } = entry;
  const { lineTo, node } = value;
  if (isEmpty) return emptyMap(entry);
  if (!isMap(node)) return null;
  const [start, end] = node.range ?? [0, 0];
  const written = source.text.slice(start, end);
  // Comments would be lost, anchors might be; breaks of a line that mean something cannot be written so.
  if (/\s#|\n[ \t]*\n|\\\n/.test(written) || hasAnchors(node)) return null;
  const lines: string[] = [];
  const names = new Set<string | null>(node.items.map(keyText));
  if (names.size < node.items.length) return null;
  for (const pair of node.items) {
    const { key, value: inner } = pair;
    if (keyText(pair) === null || !isScalar(key) || !key.range) return null;
    const [from, to] = (inner as Node | null)?.range ?? [key.range[1], key.range[1]];
    // Between key and value there is nothing but the colon where neither has an anchor or a tag.
    const between = source.text.slice(key.range[1], from);
    const said = source.text.slice(from, to).replace(/[ \t]*\n[ \t]*/g, ' ');
    if (!/^\s*:?\s*$/.test(between)) return null;
    const name = source.text.slice(key.range[0], key.range[1]);
    lines.push(`${' '.repeat(indent + 2)}${name}:${said === '' ? '' : ` ${said}`}\n`);
  }
  const text = lines.join('');
  const [document] = [
    ...new Composer({ keepSourceTokens: true, uniqueKeys: false }).compose(
      new Parser().parse(text),
    ),
  ];
  if (document === undefined || document.errors.length > 0) return null;
  const block = readTree({ text }, document);
  return block === null ? null : { ...block, lineTo, node };
}

function hasAnchors(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
    Node: (_, { anchor }) => {
      found ||= anchor !== undefined;
    },
  });
  return found;
}
