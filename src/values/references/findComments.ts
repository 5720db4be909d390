import type { TextRange } from '../../model/textDiagnostic';
import { openedBlockParent } from './blockHeader';

/** What a line leaves open for the next. */
interface LineState {
  /** The quote of a text over several lines; empty for none. */
  quote: string;
  /** Open brackets and braces. */
  depth: number;
  /** Offset of the line's comment; -1 for none. */
  comment: number;
}

/**
 * The comments of a text of YAML, from their `#` to the end of the line, in order; without parsing it. Knows quotes and block scalars, in which `#` is text. One pass over the text.
 */
function findComments(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  const state: LineState = { quote: '', depth: 0, comment: -1 };
  /** Indentation that the lines of a block scalar are deeper than; null outside of one. */
  let blockParent: number | null = null;
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    if (blockParent !== null && endsBlock(text, start, end, blockParent)) blockParent = null;
    if (blockParent === null) {
      readLine(text, start, end, state);
      if (state.comment !== -1) comments.push({ from: state.comment, to: end });
      const contentEnd = state.comment === -1 ? end : state.comment;
      if (state.quote === '') blockParent = openedBlockParent(text, start, contentEnd);
    }
    start = end + 1;
  }
  return comments;
}

/** Whether a line stands behind the block scalar whose lines are deeper than `parent`. */
function endsBlock(text: string, start: number, end: number, parent: number): boolean {
  let at = start;
  while (at < end && text[at] === ' ') at += 1;
  const isBlank = at === end || text[at] === '\r';
  return !isBlank && at - start <= parent;
}

/** Reads a line outside of block scalars. */
function readLine(text: string, start: number, end: number, state: LineState): void {
  state.comment = -1;
  /** Whether a value may begin here: quotes and brackets inside of words are letters. */
  let mayBegin = true;
  for (let at = start; at < end; at += 1) {
    const character = text[at];
    if (state.quote !== '') {
      if (character === '\\' && state.quote === '"') at += 1;
      else if (character !== state.quote) continue;
      else if (character === "'" && text[at + 1] === "'") at += 1;
      else {
        state.quote = '';
        mayBegin = false;
      }
      continue;
    }
    if (isSpace(character)) continue;
    if (character === '#' && (at === start || isSpace(text[at - 1]))) {
      state.comment = at;
      return;
    }
    if ((character === '"' || character === "'") && mayBegin) {
      state.quote = character;
      continue;
    }
    const isFlow = mayBegin || state.depth > 0;
    if ((character === '[' || character === '{') && isFlow) state.depth += 1;
    if ((character === ']' || character === '}') && state.depth > 0) state.depth -= 1;
    mayBegin = isIndicator(character, text[at + 1], mayBegin, isFlow && state.depth > 0);
  }
}

/** Whether a value may begin behind a character. */
function isIndicator(
  character: string | undefined,
  next: string | undefined,
  mayBegin: boolean,
  isFlow: boolean,
): boolean {
  switch (character) {
    case '[':
    case '{':
    case ',':
      return isFlow;
    case ':':
      return isSpace(next);
    case '-':
    case '?':
      return mayBegin && isSpace(next);
    default:
      return false;
  }
}

function isSpace(character: string | undefined): boolean {
  return (
    character === undefined ||
    character === ' ' ||
    character === '\t' ||
    character === '\n' ||
    character === '\r'
  );
}

/** Whether offsets, asked for in ascending order, are in comments. */
export function createCommentTest(text: string): (offset: number) => boolean {
  const comments = findComments(text);
  let at = 0;
  return (offset) => {
    while ((comments[at]?.to ?? Infinity) <= offset) at += 1;
    return (comments[at]?.from ?? Infinity) < offset;
  };
}
