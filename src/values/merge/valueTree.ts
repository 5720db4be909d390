import type { Node } from 'yaml';

/** A text without byte order mark, lines ended by `\n`. */
export interface TreeText {
  readonly text: string;
}

/**
 * An entry of a map or an item of a list, with every character that belongs to it. The comments and blank
 * lines above it are from `leadFrom` to `lineFrom`; what it says is from `from` to `to`.
 */
export interface Entry {
  readonly source: TreeText;
  /** What pairs it with the entry of another text. */
  readonly id: string;
  /** As a path names it. */
  readonly name: string | number;
  readonly leadFrom: number;
  readonly lineFrom: number;
  /** Its key, or the dash of an item. */
  readonly from: number;
  /** Behind the colon or dash. */
  readonly headTo: number;
  readonly value: EntryValue;
  /** Behind its last line end. */
  readonly to: number;
  /** Column of `from`. */
  readonly indent: number;
}

export type EntryValue = Leaf | Block;

/** A value that is taken or left as a whole: scalars, aliases, flow collections. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly node: Node | null;
  /** Behind its last character; a comment may follow on the line. */
  readonly to: number;
  /** End of that line. */
  readonly lineTo: number;
}

/** A map or list with one line or more for each entry. */
export interface Block {
  readonly kind: 'map' | 'list';
  readonly node: Node | null;
  readonly source: TreeText;
  /** End of the line of its head, where `- ` does not stand right before its first entry. */
  readonly lineTo: number;
  /** Whether its first entry stands on the line of a dash. */
  readonly isCompact: boolean;
  readonly indent: number;
  readonly entries: readonly Entry[];
  /** Comments behind the last entry that belong to this block by their indentation. */
  readonly tailFrom: number;
  readonly tailTo: number;
}

/** What an entry says, with the line end that the last line of a text may lack left out. */
export function entryText({ source, from, to }: Entry): string {
  const end = source.text[to - 1] === '\n' ? to - 1 : to;
  return source.text.slice(from, end);
}

/** What stands between the key of an entry and the comment or the lines below. */
export interface EntryHead {
  /** Value of a leaf, or anchor and tag of a block; with the space before. */
  readonly value: string;
  /** With the space before it. */
  readonly comment: string;
}

const HEAD = /^((?:[ \t]+[&!][^ \t]*)*)[ \t]*?([ \t]+#.*)?[ \t]*$/;

export function entryHead({ source: { text }, value, headTo }: Entry): EntryHead {
  if (value.kind === 'leaf') {
    const comment = text.slice(value.to, value.lineTo).trimEnd();
    return { value: text.slice(headTo, value.to), comment };
  }
  if (value.isCompact) return { value: '', comment: '' };
  const match = HEAD.exec(text.slice(headTo, value.lineTo));
  return { value: match?.[1] ?? '', comment: match?.[2]?.trimEnd() ?? '' };
}

/** Whether a line is the head of a block: nothing but anchors, tags and a comment behind the key. */
export function isBlockHead(line: string): boolean {
  return HEAD.test(line);
}
