export const profileListMessages = {
  /** Heading of the list. */
  title: 'Cluster Profiles',
  /** Button that starts the flow. */
  add: 'Add Cluster Profile',
  /** Why it cannot be used. */
  addNotAllowed:
    'Your role lacks the permission clusterProfile.create, so you cannot add profiles. Ask an administrator.',
  /** Search field above the list. */
  search: 'Search profiles',
  /** Accessible name of the list. */
  list: 'Profiles',
  /** While they load; completes *Loading …*. */
  thing: 'profiles',
  failed: 'The profiles could not be loaded.',
  /** No profile at all. */
  emptyTitle: 'No cluster profiles yet',
  empty:
    'A cluster profile is the stack of operating system, Kubernetes, network and storage that clusters are created from. Add the first one.',
  emptyLink: 'About cluster profiles',
  /** Nothing matches the search. */
  noMatchTitle: (text: string) => `No profile matches “${text}”`,
  noMatch: 'Check the spelling, or search for less.',
  clearSearch: 'Clear the search',
  /** The adapter has no list. */
  unsupported: 'This portal does not list profiles.',
  /** Button of a version, which opens the profile. */
  openVersion: (name: string, version: string) => `Open ${name} ${version}`,
  /** Versions of a name beside the newest one. */
  versionsOf: (name: string) => `Versions ${name}`,
  versionCount: (count: number) => (count === 1 ? '1 version' : `${count} versions`),
  showMore: 'Show more',
  /** When a profile was changed last. */
  modified: (when: string) => `Changed ${when}`,
};

export type ProfileListMessages = typeof profileListMessages;
