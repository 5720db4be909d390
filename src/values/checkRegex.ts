import { compileRegex } from './schema/regex';

/** `invalid-regex`: none of RE2, or too large to be tried. */
export type RegexVerdict = 'ok' | 'invalid-regex' | 'no-match';

/** Whether a pattern is one of RE2 and matches a value; an empty value suits any. Never throws. */
export function checkRegex({
  regex,
  value,
}: {
  readonly regex: string;
  readonly value: string;
}): RegexVerdict {
  if (regex === '') return 'ok';
  const compiled = compileRegex(regex);
  if (compiled === null) return 'invalid-regex';
  // Too long a value cannot be judged.
  return value !== '' && compiled.matches(value) === false ? 'no-match' : 'ok';
}
