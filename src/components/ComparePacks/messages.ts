import type { PackState } from '../../model/packs';

type RefusedWords = Record<
  Exclude<PackState, 'active'>,
  (what: string, registry: string) => string
>;

export const comparePacksMessages = {
  /** Title of the dialog. */
  title: (pack: string) => `Compare ${pack}`,
  /** Closes it. */
  close: 'Close',
  /** Names of the two sides, as groups of their fields. */
  left: 'Left side',
  right: 'Right side',
  /** Labels of the fields of a side. */
  registry: 'Registry',
  version: 'Version',
  /** Takes a side into the profile, and its accessible name. */
  use: 'Use this version',
  useOf: (version: string, registry: string) => `Use this version: ${version} of ${registry}`,
  /** Why it cannot be taken. */
  packRefused: {
    deprecated: (pack: string, registry: string) =>
      `${pack} is deprecated in ${registry}: it cannot be chosen for new profiles.`,
    disabled: (pack: string, registry: string) =>
      `${pack} is disabled in ${registry}: it cannot be chosen.`,
    deleted: (pack: string, registry: string) =>
      `${pack} was deleted from ${registry}: it cannot be chosen.`,
  } satisfies RefusedWords,
  versionRefused: {
    deprecated: (version: string, registry: string) =>
      `${version} is deprecated in ${registry}: it cannot be chosen.`,
    disabled: (version: string, registry: string) =>
      `${version} is disabled in ${registry}: it cannot be chosen.`,
    deleted: (version: string, registry: string) =>
      `${version} was deleted from ${registry}: it cannot be chosen.`,
  } satisfies RefusedWords,
  cloudRefused: (version: string, cloud: string) =>
    `${version} does not work on ${cloud}: it cannot be chosen.`,
  /** On the side that is chosen already. */
  chosen: 'Chosen now',
  /** Accessible name of the tabs, and the tabs. */
  tabs: 'What is compared',
  values: 'Values',
  presets: 'Presets',
  readme: 'README',
  /** The registry does not have the pack. */
  notThere: (pack: string, registry: string) => `${registry} does not have ${pack} for this cloud.`,
  /** While a side loads; completes *Loading …*. */
  packThing: 'the versions',
  contentThing: 'both versions',
  /** When it could not be loaded. */
  packFailed: 'The versions could not be loaded.',
  contentFailed: 'What is compared could not be loaded.',
  /** Both sides show the same file, or say the same. */
  sameVersion: 'Both sides show the same version. Choose another one on either side.',
  noDifferences: 'No differences',
  noDifferencesIn: {
    values: 'The values of both versions are the same.',
    presets: 'Both versions have the same presets.',
    readme: 'The READMEs of both versions are the same.',
  },
  /** A version has none. */
  noPresets: 'Neither version has presets.',
  noReadme: 'Neither version has a README.',
  /** Labels over the texts. */
  side: (version: string, registry: string) => `${version} · ${registry}`,
  /** Table of presets. */
  presetTable: 'Presets of both versions',
  preset: 'Preset',
  presetOf: (group: string, name: string) => `${group}: ${name}`,
  presetSame: 'The same',
  presetChanged: 'Other values',
  presetHere: 'Here',
  presetMissing: 'Not here',
  /** A README on its own. */
  readmeTitle: (pack: string, version: string) => `README of ${pack} ${version}`,
  readmeThing: 'the README',
  readmeFailed: 'The README could not be loaded.',
};

export type ComparePacksMessages = typeof comparePacksMessages;
