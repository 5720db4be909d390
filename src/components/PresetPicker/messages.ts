import type { PresetProblem } from '../../values/applyPreset';

export const presetPickerMessages = {
  /** Heading above the groups. */
  title: 'Presets',
  /** Below it. */
  hint: 'A preset changes several values at once. What you edited elsewhere stays as it is.',
  /** The choice that switches a group off. */
  none: 'No preset',
  /** On a preset whose values were edited since it was chosen, and why. */
  modified: 'modified',
  modifiedHint: (preset: string) => `Values of “${preset}” were edited since it was chosen.`,
  /** A preset that the text names and this version does not have. */
  unknown: (preset: string) => `${preset} (not in this version)`,
  unknownHint: (preset: string) =>
    `The values name the preset “${preset}”, which this version does not have. Its values stay; choose another preset or none.`,
  /** While a preset is worked into the values. */
  working: 'Changing the values …',
  /** It could not be, for a reason that nobody knows. */
  failed: 'The preset could not be worked into the values. Your values are as they were.',
  /** It could not be, and why. */
  problems: {
    'text-unreadable':
      'The values are not valid YAML at the moment, so no preset can be worked in. Correct the errors in the text, then choose again.',
    'base-unreadable':
      'The values that this pack comes with cannot be read, so its presets cannot be worked in.',
    'preset-unknown': 'This version of the pack does not have that preset. Choose another.',
    'preset-unreadable':
      'What a preset of this pack adds cannot be read, so it cannot be worked in.',
    'preset-name-unfit':
      'The name of this preset or its group cannot be noted in the values, so it cannot be chosen.',
    'anchor-in-use':
      'The preset would take out a value that is repeated elsewhere in the text by an alias (*). Write the value out there first.',
  } satisfies Record<PresetProblem, string> as Readonly<Record<PresetProblem, string>>,
  /** Where the browser allows no worker and the text is very large. */
  tooLarge: 'The values are too large for presets here. Edit them as text.',
  /** A change that would drop edits, and its buttons. */
  overwrittenTitle: (count: number) =>
    count === 1
      ? 'This replaces a value that you edited'
      : `This replaces ${count} values that you edited`,
  overwritten: 'Your edits are below. Undo brings them back.',
  replace: 'Replace',
  keep: 'Keep my edits',
  /** After a preset was changed; read out. */
  changed: (group: string, preset: string) => `${group}: ${preset}. The values were changed.`,
};

export type PresetPickerMessages = typeof presetPickerMessages;
