import { RE2JS } from 're2js';

/** In UTF-16 code units. */
const MAX_PATTERN_LENGTH = 1000;
/** Instructions of a compiled pattern. */
const MAX_PROGRAM_SIZE = 2000;
/** A longer text is not matched: the work grows with the product of text and program. */
const MAX_TEXT_LENGTH = 1000;
/** Sum of all counts in braces, each of which copies what it repeats. */
const MAX_REPETITIONS = 1000;

/** A regular expression of RE2 whose work is bounded. */
export interface Regex {
  /** Whether the pattern matches somewhere in a text; null for a text that is too long to say. */
  readonly matches: (text: string) => boolean | null;
}

const compiled = new Map<string, Regex | null>();
const MAX_COMPILED = 200;

/** Reads a pattern in the syntax of RE2; null for one that is none or that would be too much work. */
export function compileRegex(pattern: string): Regex | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const regex = compile(pattern);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(pattern, regex);
  return regex;
}

function compile(pattern: string): Regex | null {
  if (pattern.length > MAX_PATTERN_LENGTH || countRepetitions(pattern) > MAX_REPETITIONS)
    return null;
  try {
    const regex = RE2JS.compile(pattern);
    if (regex.programSize() > MAX_PROGRAM_SIZE) return null;
    return { matches: (text) => (text.length > MAX_TEXT_LENGTH ? null : regex.test(text)) };
  } catch {
    // What RE2 does not take, such as look-ahead, or no pattern at all: the caller says so.
    return null;
  }
}

function countRepetitions(pattern: string): number {
  let sum = 0;
  for (const [, least = '0', most = ''] of pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    sum += Math.max(Number(least), Number(most));
  }
  return sum;
}
