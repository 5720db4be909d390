/** Words of the comparison of two texts. */
export const compareTextsMessages = {
  /** Name of the comparison. */
  label: (left: string, right: string) => `Differences between ${left} and ${right}`,
  /** Over the texts: how many places differ. */
  differences: (count: number) =>
    count === 0 ? 'No differences' : count === 1 ? '1 difference' : `${count} differences`,
  /** Buttons beside that. */
  previous: 'Previous difference',
  next: 'Next difference',
  showAll: 'Show unchanged lines',
  /** In place of lines that are the same; `$` is their number. */
  unchangedLines: '$ unchanged lines',
  /** While they are made ready; completes *Loading …*. */
  textsThing: 'texts',
  /** Under texts in which passwords are masked. */
  maskedNote: (sign: string) => `Passwords are masked; ${sign} marks one that differs.`,
};

export type CompareTextsMessages = typeof compareTextsMessages;

/** Words of the decisions between a user's edits and the defaults of a new version. */
export const conflictViewMessages = {
  title: 'Your edits and the new defaults',
  intro: 'Both were changed at these places. Until you decide, your own value stays.',
  /** Under the title, and read out when it changes. */
  undecided: (undecided: number, total: number) =>
    undecided === 0
      ? `All ${total} decided`
      : undecided === 1
        ? `1 of ${total} undecided`
        : `${undecided} of ${total} undecided`,
  /** Behind the path of a value: where it stands. */
  line: (line: number) => `line ${line}`,
  /** For a conflict about the whole text, in place of the path. */
  wholeText: 'The whole text',
  /** In front of the values. */
  base: 'Old default',
  mine: 'Keep mine',
  theirs: 'Take the new default',
  /** In place of a value that one side does not have. */
  absent: 'not there',
  removed: 'removed',
  /** Buttons for all of them. */
  takeAllMine: 'Keep all mine',
  takeAllTheirs: 'Take all new defaults',
  /** Buttons that lead from one to another, with Alt and the arrow keys as well. */
  previous: 'Previous conflict',
  next: 'Next conflict',
  /** Button that shows, beside the conflicts, what else is different. */
  allDifferences: 'All differences',
  /** While they are made ready; completes *Loading …*. */
  textsThing: 'texts',
  close: 'Close',
};

export type ConflictViewMessages = typeof conflictViewMessages;
