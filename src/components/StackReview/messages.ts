export const stackReviewMessages = {
  /** Headings of the blocks. */
  infoTitle: 'Basic information',
  cloudTitle: 'Cloud type',
  layersTitle: 'Profile layers',
  problemsTitle: 'Open problems',
  /** Terms. */
  name: 'Name',
  version: 'Version',
  description: 'Description',
  type: 'Type',
  tags: 'Tags',
  environment: 'Environment',
  scope: 'Scope',
  /** Where nothing was entered. */
  none: 'None',
  /** Link at each block, and its accessible name. */
  edit: 'Edit',
  editBlock: (block: string) => `Edit ${block}`,
  /** What a layer holds. */
  registry: (name: string) => `Registry: ${name}`,
  valuesDefault: 'Default values',
  valuesEdited: (lines: number) =>
    lines === 1 ? 'Values edited: 1 line differs' : `Values edited: ${lines} lines differ`,
  valuesOwn: (lines: number) => (lines === 1 ? 'Own values: 1 line' : `Own values: ${lines} lines`),
  manifests: (names: string) => `Manifests: ${names}`,
  followsGroup: (version: string) => `${version} today`,
  /** Problems in front of the button that leads to each. */
  goTo: (place: string) => `Open ${place}`,
  /** … and in front of each: where it is. */
  problemPlace: (place: string) => `${place}:`,
  noProblems: 'No open problems.',
  /** Problems of layers. */
  packMissing: 'No pack is chosen.',
  packNameMissing: 'The name of the pack is missing.',
  versionMissing: (pack: string) => `No version of ${pack} is chosen.`,
  valuesMissing: (pack: string) =>
    `The values of ${pack} are not loaded yet. Open the layer and wait, or try again there.`,
  cloudTypeMismatch: (pack: string, version: string, cloud: string) =>
    `${pack} ${version} does not work on ${cloud}. Choose another version or pack.`,
  packDeprecated: (pack: string) => `${pack} is deprecated. Choose its successor where you can.`,
  manifestNameMissing: 'A manifest has no name.',
  manifestNameTaken: (manifest: string) => `Two manifests are named “${manifest}”.`,
  manifestEmpty: (manifest: string) => `The manifest “${manifest}” is empty.`,
  /** Problems of basic information. */
  nameTaken: (name: string, version: string) => `“${name}” ${version} exists already.`,
  nameRefused: 'The server did not accept the name or version.',
};

export type StackReviewMessages = typeof stackReviewMessages;
