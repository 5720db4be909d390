import type { LayerKind } from '../../model/layers';

export const layerPickerMessages = {
  /** Labels of the fields. */
  registry: 'Registry',
  packName: 'Pack Name',
  packVersion: 'Pack Version',
  /** Accessible name of the list of packs. */
  packs: 'Packs',
  /** In the empty search field. */
  searchPlaceholder: 'Search by name',
  /** On the default registry, and on one that cannot be searched. */
  defaultRegistry: (name: string) => `${name} (default)`,
  privateRegistry: (name: string) => `${name} (private, cannot be searched)`,
  /** While registries, packs or versions load; completes *Loading …*. */
  registriesThing: 'registries',
  packsThing: 'packs',
  versionsThing: 'versions',
  /** When they could not be loaded. */
  registriesFailed: 'The registries could not be loaded.',
  packsFailed: 'The packs could not be loaded.',
  versionsFailed: 'The versions of this pack could not be loaded.',
  /** No registry at all. */
  noRegistries: 'There is no registry yet. Ask an administrator to add one.',
  noRegistriesTitle: 'No registries',
  /** Registry states. */
  syncFailed: (registry: string) =>
    `The last synchronisation of ${registry} failed, so packs may be missing or old.`,
  neverSynced: (registry: string) =>
    `${registry} was not synchronised yet, so it lists no packs. Synchronise it, then look again.`,
  syncing: (registry: string) => `${registry} is being synchronised. More packs may come.`,
  /** Above the list: how many packs are shown. */
  packCount: (shown: number, all: number | null) =>
    all === null || all === shown
      ? shown === 1
        ? '1 pack'
        : `${shown} packs`
      : `${shown} of ${all} packs`,
  searching: 'Searching …',
  showMore: 'Show more',
  /** Nothing matches the search. */
  noMatchTitle: (text: string) => `No pack matches “${text}”`,
  noMatch: 'Check the spelling, search for less, or choose another registry.',
  clearSearch: 'Clear the search',
  /** The registry has nothing for this layer and cloud. */
  noPacksTitle: (layer: string, cloud: string) => `No ${layer} packs for ${cloud}`,
  noPacks: (registry: string) => `${registry} has none that fit. Choose another registry.`,
  /** Badges. */
  verified: 'Verified',
  techPreview: 'Tech Preview',
  deprecated: 'Deprecated',
  disabled: 'Disabled',
  deleted: 'Deleted',
  /** Why a pack cannot be chosen. */
  notSelectable: 'Cannot be chosen for new profiles',
  /** On the card of a pack that was chosen because there is no other. */
  onlyCandidate: 'The only pack that fits, so it is chosen.',
  /** Button on the card of the chosen pack, and its accessible name. */
  change: 'Change',
  changePack: (pack: string) => `Change pack ${pack}`,
  /** Button that closes the list again. */
  keep: (pack: string) => `Keep ${pack}`,
  /** Headings in the version list. */
  versionsInGroup: (group: string) => `Versions in ${group}`,
  otherVersions: 'Other versions',
  /** A group in the version list, and below the field when one is chosen. */
  groupOption: (group: string, version: string) => `${group} → ${version} today`,
  groupUnresolved: (group: string) => group,
  groupHint: (group: string, version: string) =>
    `${group} stands for ${version} today and follows new releases. Choose a version to stay on it.`,
  pinnedHint: (version: string) => `Stays on ${version}.`,
  /** A version in the list with what is to be known of it. */
  versionOption: (version: string, marks: readonly string[]) => [version, ...marks].join(' · '),
  markDeprecated: 'deprecated',
  markDisabled: 'disabled',
  markDeleted: 'deleted',
  markEnds: (date: string) => `end of life ${date}`,
  markEnded: (date: string) => `no support since ${date}`,
  /** `what` is the name of another pack or of a cloud. */
  markMisfit: (what: string) => `does not fit ${what}`,
  /** The same on the chosen version: what it does not fit is told below the list. */
  markMisfitChosen: 'does not fit',
  /** Below the version: where it comes from and how long it lives. */
  fromRegistry: (registry: string) => `From ${registry}`,
  ends: (date: string) => `End of life ${date}`,
  ended: (date: string) => `No support since ${date}`,
  /** Buttons below the version, and their accessible names. */
  compare: 'Compare',
  compareVersions: (pack: string) => `Compare versions of ${pack}`,
  readme: 'README',
  readmeOf: (pack: string, version: string) => `README of ${pack} ${version}`,
  /** Why a pack or version does not fit what is chosen for other layers. */
  misfitTitle: 'It does not fit the stack',
  misfitBadge: 'Does not fit',
  misfit: {
    cloud: (cloud: string) => `Does not work on ${cloud}.`,
    /** `range` is such as `≥ 1.27`, or empty. */
    missing: (needs: string, range: string) =>
      `Needs ${[needs, range].filter(Boolean).join(' ')}, which is not chosen.`,
    missingFor: (pack: string, needs: string, range: string) =>
      `${pack} needs ${[needs, range].filter(Boolean).join(' ')} in this place.`,
    version: (needs: string, range: string, found: string) =>
      `Works with ${needs} ${range}; ${found} is chosen.`,
    versionFor: (pack: string, range: string, found: string) =>
      `${pack} works with ${range}; this is ${found}.`,
    notSupported: (needs: string, range: string) =>
      `Does not work with ${[needs, range].filter(Boolean).join(' ')}.`,
    notSupportedFor: (pack: string, range: string) =>
      range === '' ? `${pack} does not work with it.` : `${pack} does not work with ${range}.`,
  },
  /** In front of a reason in the list of packs, where another version may do. */
  newestVersion: (version: string, reason: string) => `Newest version ${version}: ${reason}`,
  /** Above the list, where it is known which packs are FIPS-validated; and on those. */
  fipsOnly: 'FIPS-validated packs only',
  fips: 'FIPS',
  /** None of the packs is. */
  noFipsTitle: 'No FIPS-validated pack',
  noFips: (registry: string) => `${registry} has none for this layer and cloud.`,
  showAll: 'Show all packs',
  /** The chosen version is not in the list any more. */
  versionGone: (version: string, cloud: string) =>
    `${version} is not offered for ${cloud}. Choose another version.`,
  goneOption: (version: string) => `${version} (not offered)`,
  noVersions: 'This pack has no version for this cloud type. Choose another pack.',
  chooseVersion: 'Choose a version',
  /** The registry cannot be searched. */
  typedHint: (registry: string) =>
    `${registry} cannot be searched: enter the pack’s name and version, and paste its values at the right.`,
  /** Faults at the fields. */
  packMissing: 'Choose a pack.',
  packNameMissing: 'Enter the name of the pack.',
  versionMissing: 'Choose a version.',
  versionNameMissing: 'Enter the version of the pack.',
  mismatch: (pack: string, version: string, cloud: string) =>
    `${pack} ${version} does not work on ${cloud}. Choose another version or pack.`,
  deprecatedInUse: (pack: string) =>
    `${pack} is deprecated: it still works, but choose its successor where you can.`,
  /** Titles of a layer; `counter` is such as `1/4`. */
  titles: {
    os: 'Select your base OS pack',
    k8s: 'Select your Kubernetes pack',
    cni: 'Select your network pack',
    csi: 'Select your storage pack',
    addon: 'Select your add-on pack',
  } satisfies Record<LayerKind, string> as Record<LayerKind, string>,
  /** After the pack or version of a layer with edited values was changed. */
  setAside: (pack: string, version: string) =>
    `Your edited values of ${pack} ${version} are kept with it. The defaults of the new choice are shown.`,
  setAsideUse: 'Use my edited values',
};

export type LayerPickerMessages = typeof layerPickerMessages;
