export const layerTextMessages = {
  /** Accessible name of the tabs. */
  label: (layer: string) => `Text of ${layer}`,
  /** The tabs. */
  values: 'Values',
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
};

export type LayerTextMessages = typeof layerTextMessages;
