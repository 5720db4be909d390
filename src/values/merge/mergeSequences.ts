import { matchSequences } from './matchSequences';

/** Elements of one side of a merge, `to` is behind the last. */
type Stretch = readonly [from: number, to: number];

/** A part of a three-way merge, in order: what is the same everywhere, or what somebody changed. */
export type MergePart =
  | { readonly take: 'theirs'; readonly theirs: Stretch }
  | { readonly take: 'mine'; readonly mine: Stretch }
  | {
      readonly take: 'conflict';
      readonly base: Stretch;
      readonly mine: Stretch;
      readonly theirs: Stretch;
    };

/** Puts changes of both sides together; stretches that both changed differently are conflicts. */
export function mergeSequences(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergePart[] {
  if (isSame(base, mine) || isSame(mine, theirs))
    return [{ take: 'theirs', theirs: [0, theirs.length] }];
  const inMine = matchSequences(base, mine);
  const inTheirs = matchSequences(base, theirs);
  const parts: MergePart[] = [];
  let [b, m, t] = [0, 0, 0];
  /** What is between the last element that all have and the next one. */
  const close = (bTo: number, mTo: number, tTo: number): void => {
    const stretches = { base: [b, bTo], mine: [m, mTo], theirs: [t, tTo] } as const;
    const [baseText, mineText, theirsText] = [
      base.slice(b, bTo),
      mine.slice(m, mTo),
      theirs.slice(t, tTo),
    ];
    if (isSame(mineText, baseText) || isSame(mineText, theirsText)) {
      if (t < tTo) parts.push({ take: 'theirs', theirs: stretches.theirs });
    } else if (isSame(theirsText, baseText)) {
      if (m < mTo) parts.push({ take: 'mine', mine: stretches.mine });
    } else {
      parts.push({ take: 'conflict', ...stretches });
    }
  };
  for (let at = 0; at < base.length; at += 1) {
    const [mineAt = -1, theirsAt = -1] = [inMine[at], inTheirs[at]];
    if (mineAt === -1 || theirsAt === -1) continue;
    if (at > b || mineAt > m || theirsAt > t) close(at, mineAt, theirsAt);
    parts.push({ take: 'theirs', theirs: [theirsAt, theirsAt + 1] });
    [b, m, t] = [at + 1, mineAt + 1, theirsAt + 1];
  }
  close(base.length, mine.length, theirs.length);
  return parts;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}
