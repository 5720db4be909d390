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
  /** … and the server has none either. */
  noProblemsAtAll: 'No open problems, neither here nor on the server.',
  /** A line in a text, behind the layer it belongs to. */
  linePlace: (place: string, line: number, column: number) =>
    `${place}, line ${line}, column ${column}`,
  /** A value in a text, where only its key is known. */
  keyPlace: (place: string, key: string) => `${place}, ${key}`,
  manifestPlace: (layer: string, manifest: string) => `${layer}, manifest “${manifest}”`,
  variablePlace: (variable: string) => `Variable ${variable}`,
  /** Findings of the server: about nothing in particular, and about a layer. */
  server: 'Server',
  serverPlace: (layer: string) => `${layer} (server)`,
  /** While it is checked here, and by the server. */
  checking: 'Checking values and manifests …',
  serverChecking: 'The server checks the profile …',
  serverFailed: 'The server could not check the profile beforehand. You can finish all the same.',
  askServerAgain: 'Ask again',
  /** Values, manifests and patterns of variables could not be checked: what happened, and what that means. */
  checksFailed: 'Values, manifests and variables could not be checked.',
  checksFailedHint:
    'The part that checks them could not be loaded. Check the connection, then try again. You can go on all the same, but errors in them may show only when a cluster is deployed.',
  /** What is worth knowing and no problem; folded. */
  notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  /** Variables of the profile. */
  variablesTitle: 'Variables',
  noDefault: 'No default',
  maskedDefault: '••••••••',
  /** What clusters need at least: in CPUs, GiB and GB. */
  resources: 'Minimum resources of the packs',
  cpu: (cpus: number) => `${cpus} CPU`,
  memory: (gibibytes: number) => `${Math.round(gibibytes * 10) / 10} GiB memory`,
  disk: (gigabytes: number) => `${gigabytes} GB disk`,
  resourceSeparator: ' · ',
  /** While the values are read for it. */
  resourcesReading: 'Reading the values …',
  /** Where the numbers are from: requests in the values, or the minimum that a pack states. */
  resourcesRead: (packs: string) => `Requests read from the values of ${packs}.`,
  resourcesStated: (packs: string) => `Minimum as stated by ${packs}.`,
  /** In place of the pack of a layer that has none. */
  packMissing: 'No pack is chosen.',
  /** Problems of basic information. */
  nameTaken: (name: string, version: string) => `“${name}” ${version} exists already.`,
  nameRefused: 'The server did not accept the name or version.',
};

export type StackReviewMessages = typeof stackReviewMessages;
