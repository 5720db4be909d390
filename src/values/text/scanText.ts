import { Lexer, Parser, type CST } from 'yaml';

/** Beyond it, in UTF-16 code units, a text is not read at all. No manifest known has more than 3 million. */
export const MAX_TEXT_LENGTH = 4_000_000;

/** Words, marks, spaces and line ends of a text; 2.5 MB of manifests have 140,000. */
export const MAX_LEXEMES = 500_000;

/** Maps and lists within each other; the deepest real manifests have about 50 levels. */
export const MAX_DEPTH = 200;

/** Why a text is not read: reading it would take without measure. */
export interface Refusal {
  readonly ok: false;
  readonly refused:
    'yaml-too-large' | 'yaml-too-deep' | 'yaml-alias-bomb' | 'yaml-several-documents';
  readonly from: number;
  readonly to: number;
}

/** What a text is made of, before values are made of it. */
export interface TextScan {
  readonly ok: true;
  readonly tokens: readonly CST.Token[];
  /** Whether something in it stands for another part of it. */
  readonly hasAliases: boolean;
}

/** Lexemes read between two pauses: about a millisecond. */
const LEXEMES_PER_STEP = 1000;

/**
 * Reads the tokens of a text. Each step is short and together they are bounded: depth is looked at while
 * the text is read, so what is nested without end is given up at once instead of being taken apart first.
 */
export function* scanText(text: string): Generator<undefined, TextScan | Refusal> {
  const tooLarge: Refusal = { ok: false, refused: 'yaml-too-large', from: 0, to: text.length };
  if (text.length > MAX_TEXT_LENGTH) return tooLarge;
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let hasAliases = false;
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Text that begins like this may be something else; then there is only more care than needed.
    if (lexeme.startsWith('*')) hasAliases = true;
    if (isTooDeep(parser.stack)) return tooDeep(text, parser.offset);
    lexemes += 1;
    if (lexemes > MAX_LEXEMES) return tooLarge;
    if (lexemes % LEXEMES_PER_STEP === 0) yield;
  }
  for (const token of parser.end()) tokens.push(token);
  return { ok: true, tokens, hasAliases };
}

/** On the stack are the document, the maps and lists that are open, and the scalar that is being read. */
function isTooDeep(stack: readonly CST.Token[]): boolean {
  if (stack.length <= MAX_DEPTH + 1) return false;
  return stack.filter((token) => 'items' in token).length > MAX_DEPTH;
}

/** The line on which it became too deep, up to there. */
function tooDeep(text: string, offset: number): Refusal {
  const to = Math.min(offset, text.length);
  const from = text.lastIndexOf('\n', to - 1) + 1;
  return { ok: false, refused: 'yaml-too-deep', from, to };
}
