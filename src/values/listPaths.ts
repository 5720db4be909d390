/** More than anybody picks from; a text of megabytes has hundreds of thousands. */
const MAX_PATHS = 5_000;

const BYTE_ORDER_MARK = '\uFEFF';
const KEY =
  /^( *)(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#&*!|>%@`"'{}[\],-][^#:]*?|-[^\s#:][^#:]*?))\s*:(?=\s|$)(.*)$/;
const BLOCK_SCALAR = /^\s*(?:[&!]\S+\s+)*[|>][-+\d]*\s*(?:#.*)?$/;

/**
 * The dotted paths of the values in a text, in its order: those of maps as well as of what is in them.
 * Lists end a path. One pass over the lines, without a parser, so that it may run while somebody types;
 * what is in flow collections is left out. Never throws.
 */
export function listPaths(text: string): readonly string[] {
  const paths: string[] = [];
  const open: { readonly indent: number; readonly path: string }[] = [];
  let scalarIndent: number | null = null;
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  for (const line of source.split(/\r?\n/)) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const indent = line.length - trimmed.length;
    if (scalarIndent !== null) {
      if (indent > scalarIndent) continue;
      scalarIndent = null;
    }
    closeTo(open, indent);
    if (trimmed === '-' || trimmed.startsWith('- ')) {
      // What is in a list has no path of its own.
      open.push({ indent, path: '' });
      scalarIndent = indent;
      continue;
    }
    const match = KEY.exec(line);
    if (match === null) continue;
    const [, , double, single, plain, rest = ''] = match;
    const key = double ?? single?.replaceAll("''", "'") ?? plain?.trimEnd() ?? '';
    const parent = open.at(-1)?.path;
    const path = parent === undefined || parent === '' ? key : `${parent}.${key}`;
    paths.push(path);
    if (paths.length >= MAX_PATHS) break;
    open.push({ indent, path });
    if (BLOCK_SCALAR.test(rest)) scalarIndent = indent;
  }
  return paths;
}

function closeTo(open: { readonly indent: number }[], indent: number): void {
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
}
