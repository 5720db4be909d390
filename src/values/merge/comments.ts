const COMMENT = /(?:^|[ \t])(#.*)$/;

/** Comments of a text that another one does not have, in lines of their own or behind values. */
export function newComments(before: string, after: string): readonly string[] {
  if (!after.includes('#') || before === after) return [];
  const known = new Set(findComments(before));
  return findComments(after).filter((comment) => !known.has(comment));
}

export function findComments(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => COMMENT.exec(line)?.[1]?.trim() ?? []);
}

/**
 * The comment behind a value: what one side changed; where both did, both. Comments come with the space
 * before them, '' stands for none.
 */
export function mergeComments(base: string, mine: string, theirs: string): string {
  const [before, own, given] = [base.trim(), mine.trim(), theirs.trim()];
  if (own === before || own === given || own === '')
    return own === '' && given === before ? '' : theirs;
  if (given === before || given === '' || own.includes(given)) return mine;
  return given.includes(own) ? theirs : `${theirs} ${own}`;
}
