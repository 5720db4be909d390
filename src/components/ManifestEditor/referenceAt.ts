/** A reference that is being written: `{{.spectro.var.na`. */
export interface OpenReference {
  /** Where its braces begin, in the line. */
  readonly from: number;
  /** Where its name begins, behind braces and spaces. */
  readonly nameFrom: number;
  /** What is written of the name. */
  readonly written: string;
  /** Whether there are spaces behind the braces, as there will be in front of the closing ones. */
  readonly isSpaced: boolean;
}

/** Nobody writes a reference longer than that; lines can be. */
const LONGEST = 400;

/** The reference that the end of a line's beginning is in. */
export function referenceAt(lineBefore: string): OpenReference | null {
  const start = Math.max(0, lineBefore.length - LONGEST);
  const open = start + lineBefore.slice(start).lastIndexOf('{{');
  if (open < start) return null;
  const match = /^\{\{(-?\s*)(\.?[\w./-]*)$/.exec(lineBefore.slice(open));
  if (match === null) return null;
  const [, space = '', written = ''] = match;
  return { from: open, nameFrom: open + 2 + space.length, written, isSpaced: /\s/.test(space) };
}

export type ReferenceSpace = 'var' | 'macro' | 'system' | 'pack';

/** How far a name is written. */
export type ReferenceLevel =
  | { readonly level: 'space' }
  | { readonly level: 'name'; readonly space: ReferenceSpace; readonly from: number }
  | { readonly level: 'path'; readonly pack: string; readonly from: number };

/**
 * What comes next in a name; `from` counts in what is written. Names of packs may hold dots: the longest
 * that there is counts.
 */
export function levelOf(written: string, packs: readonly string[]): ReferenceLevel | null {
  const match = /^\.spectro\.(var|macro|system|pack)\./.exec(written);
  if (match === null) {
    const begins = SPACES.some((space) => `.spectro.${space}.`.startsWith(dotted(written)));
    return begins ? { level: 'space' } : null;
  }
  const space = match[1] as ReferenceSpace;
  const from = match[0].length;
  if (space !== 'pack') return { level: 'name', space, from };
  const rest = written.slice(from);
  let pack: string | null = null;
  for (const name of packs) {
    if (rest.startsWith(`${name}.`) && name.length > (pack?.length ?? -1)) pack = name;
  }
  if (pack === null) return { level: 'name', space, from };
  return { level: 'path', pack, from: from + pack.length + 1 };
}

export const SPACES: readonly ReferenceSpace[] = ['var', 'macro', 'system', 'pack'];

function dotted(written: string): string {
  return written === '' || written.startsWith('.') ? written : `.${written}`;
}
