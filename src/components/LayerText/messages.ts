export const layerTextMessages = {
  /** Accessible name of the tabs. */
  label: (layer: string) => `Text of ${layer}`,
  /** The tabs. */
  values: 'Values',
  changes: 'Your changes',
  readme: 'README',
  manifests: 'Manifests',
  /** Accessible name of the editor of values. */
  valuesOf: (layer: string) => `Values of ${layer}`,
  /** Accessible name of the editor of a manifest. */
  manifestOf: (name: string) => `Manifest ${name}`,
  /** Before a pack is chosen. */
  noPackTitle: 'No values yet',
  noPack: 'Choose a pack: its default values appear here, to be read and changed.',
  /** While they load; completes *Loading …*. */
  valuesThing: 'values',
  readmeThing: 'README',
  /** When they could not be loaded. */
  valuesFailed: 'The values of this version could not be loaded.',
  readmeFailed: 'The README could not be loaded.',
  /** In the empty editor of a pack whose values are pasted. */
  valuesPlaceholder: 'Paste the values of the pack here',
  /** Button that gives the text all the room, pressed while it has it. */
  expand: 'Expand',
  /** Said below the values when they differ from the pack's defaults. */
  edited: 'Edited',
  /** Faults of a manifest's name. */
  manifestNameMissing: 'Enter a name.',
  manifestNameTaken: 'Another manifest of this layer has this name. Use another one.',

  /** Button that shows a form for the values that the pack describes. */
  fields: 'Fields',
  /** Accessible name of the form. */
  fieldsOf: (layer: string) => `Fields of ${layer}`,
  /** While the text is read for it; completes *Loading …*. */
  fieldsThing: 'fields',
  fieldsFailed: 'The fields could not be read from the text.',
  /** Where the browser allows no worker and the text is very large. */
  fieldsTooLarge: 'This text is too large for fields here. Edit it as text.',
  /** When the text has none of the values that the pack describes. */
  noFields: 'This text has none of the values that the pack describes.',
  /** When the text cannot be read just now. */
  fieldsUnreadable: 'This is not valid YAML at the moment. The fields follow once it is.',
  /** Label of an item of a list, from the list's name and its place from 0. */
  fieldItem: (name: string, index: number) => `${name} ${index + 1}`,
  /** What a field says that cannot be changed in the form. */
  fieldReadOnly: 'The pack fixes this value.',
  fieldNotEditable: 'This is more than a single value.',
  fieldReference: 'A reference: the value is put in at deployment.',
  /** Button beside it, and its accessible name. */
  editInText: 'Edit in the text',
  editPathInText: (path: string) => `Edit in the text: ${path}`,
  /** Button that makes a value what it is by default, and its accessible name, which begins with its words. */
  restore: 'Restore default',
  restorePath: (path: string) => `Restore default of ${path}`,
  /** Button that shows a password, and its accessible name. Pressed while it is shown. */
  show: 'Show',
  showPath: (path: string) => `Show ${path}`,
  /** Choices of a value that is on or off. */
  yes: 'true',
  no: 'false',
  /** Choice that stands for a value that is none of the options. */
  otherOption: (value: string) => (value === '' ? 'Choose' : `${value} (none of the options)`),
  /** At a field whose change did not reach the text. */
  fieldFailed: 'This could not be put into the text. Try again, or edit it there.',

  /** When the tab has nothing to compare with. */
  noBaseTitle: 'Nothing to compare with',
  noBase:
    'The values of this pack are pasted, so there are no defaults that they could differ from.',
  noChangesYet: 'Choose a pack: what you change in its values is listed here.',
  /** While the text is compared; completes *Loading …*. */
  changesThing: 'your changes',
  changesFailed: 'Your changes could not be found out.',
  /** Where the browser allows no worker and the text is very large. */
  changesTooLarge: 'This text is too large to be compared here.',
  /** When nothing is changed. */
  noChangesTitle: (pack: string) => `Nothing differs from the defaults of ${pack}.`,
  noChanges:
    'What you change in the values is listed here as the smallest YAML that says the same.',
  /** When only comments, order or spacing are changed. */
  noValueChanges: (pack: string) =>
    `No value differs from the defaults of ${pack}; only comments, order or spacing do.`,
  /** When the text cannot be compared. */
  changesUnreadable:
    'The text is not valid YAML, so it cannot be compared value by value. Correct it under Values.',
  /** Over the list. */
  changeCount: (count: number, pack: string) =>
    count === 1
      ? `1 value differs from the defaults of ${pack}.`
      : `${count} values differ from the defaults of ${pack}.`,
  /** Over and name of the YAML, and of the list. */
  overrides: 'As YAML',
  changedValues: 'Changed values',
  /** What happened to a value. */
  kinds: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  /** Tip of a value of the list, which leads to it. */
  showPathInText: (path: string) => `Show ${path} in the text`,
  /** Under YAML with lines for keys that are gone. */
  removedNote: 'Where you paste this, a line with @removed takes that key out.',
  /** Beside masked passwords. */
  maskedNote: 'Passwords are masked here. Copy copies them as they are.',
  showPasswords: 'Show passwords',
  /** Buttons. */
  copy: 'Copy',
  paste: 'Paste changes',
  restoreAll: 'Restore all defaults',
  /** Said afterwards. */
  copied: 'Copied.',
  copyFailed: 'The browser did not allow copying. Select the YAML and copy it yourself.',
  copyFailedMasked:
    'The browser did not allow copying. Show the passwords, then select the YAML and copy it yourself.',
  restored: (path: string) => `The default of ${path} is back.`,
  restoredAll: 'All defaults are back.',
  pasted: 'Your changes are in the values.',
  changeFailed: 'The values could not be changed. Try again.',
  unchanged: 'Nothing had to be changed.',
  /** The question before everything is restored. */
  restoreAllTitle: 'Restore all defaults?',
  restoreAllText: (pack: string) =>
    `All your changes to the values go, comments included: the text becomes what ${pack} came with. You can undo it.`,
  keepChanges: 'Keep my changes',
  /** The dialog in which changes are pasted. */
  pasteTitle: 'Paste changes',
  pasteLabel: 'Changes as YAML',
  pasteHint:
    'Only the values that differ, as another version shows them under Your changes. They are put into these values; everything else stays.',
  pasteApply: 'Put into the values',
  pasteCancel: 'Cancel',
  /** What is wrong with what was pasted. */
  pasteEmpty: 'Paste some YAML first.',
  pasteInvalid: (line: number, reason: string) => `Line ${line}: ${reason}`,
  pasteMasked: (mask: string) =>
    `A password is masked here (${mask}). Use Copy in the other version, or type it.`,
};

export type LayerTextMessages = typeof layerTextMessages;
