export const layerWorkspaceMessages = {
  /** Accessible name of the buttons of the narrow layout: what is shown of a layer. */
  show: 'Show',
  /** The buttons: the choice of pack and version, or the text. */
  choice: 'Choose',
  text: 'Text',
  /** The window that makes a variable of a value: its heading, what it does, and its button. */
  makeVariable: 'Make a variable of this value',
  makeVariableOf: (path: string) =>
    path === ''
      ? 'The value becomes the default of a new variable, and the variable takes its place.'
      : `The value of ${path} becomes the default of a new variable, and the variable takes its place.`,
  makeAndReplace: 'Create and replace',
  /** … when the value was changed while the window was open. */
  valueChanged:
    'The value was changed meanwhile, so it will not be replaced. You can still create the variable.',
  makeOnly: 'Create without replacing',
  /** Read out afterwards. */
  variableMade: (name: string, isReplaced: boolean) =>
    isReplaced
      ? `“${name}” was created and took the place of the value.`
      : `“${name}” was created. The value stays as it is.`,
  /** A text that is checked on request only, because of its size. */
  values: 'Values',
  large: (name: string) => `“${name}” is large, so it is checked when you ask for it.`,
  checkNow: 'Check now',
  /** After another version was chosen: what becomes of the edits of the version before. */
  carrying: (before: string) => `Bringing your edits of ${before} along …`,
  /** Button that does not wait for it: the edits stay with the version before. */
  leaveCarrying: 'Go on without them',
  carried: (count: number, before: string) =>
    count === 0
      ? `Your values of ${before} are compared with the new defaults.`
      : count === 1
        ? `1 edit of ${before} was carried over to the new defaults.`
        : `${count} edits of ${before} were carried over to the new defaults.`,
  conflicts: (all: number, undecided: number) =>
    undecided === 0
      ? 'All contradictions are decided.'
      : all === 1
        ? 'The new version contradicts one more of them: yours stands until you decide.'
        : `The new version contradicts ${all} more of them, ${undecided} undecided: yours stand until you decide.`,
  decide: (count: number) => (count === 1 ? 'Decide 1 conflict' : `Decide ${count} conflicts`),
  decideAgain: 'Show conflicts',
  decideFailed: 'That could not be worked into the values, which are as they were. Try again.',
  useDefaults: 'Use the new defaults',
  /** After that, beside *Undo*. */
  replaced: (before: string) =>
    `The new defaults are in the values, without your edits of ${before}.`,
  carryFailed: (before: string) =>
    `Your edits of ${before} could not be carried over: its defaults could not be loaded or compared. They are kept with it; the new defaults are shown.`,
  useEdited: 'Use my edited values as they are',
  /** Above the two texts of a conflict. */
  mineLabel: (before: string) => `Yours, from ${before}`,
  theirsLabel: 'New defaults',
};

export type LayerWorkspaceMessages = typeof layerWorkspaceMessages;
