import { profileInfoFaultMessages } from '../../model/profileInfo';

export const profileInfoFormMessages = {
  /** Labels of the fields. */
  name: 'Name',
  version: 'Version',
  description: 'Description',
  type: 'Type',
  tags: 'Tags',
  /** Below *Name*. */
  nameHint: 'Unique together with the version.',
  /** Below *Version*. */
  versionHint: 'Only needed for several versions of one name. Default: 1.0.0',
  /** Link below *Version*. */
  versionLink: 'About profile versions',
  /** Below *Description*. */
  descriptionHint: 'What the profile is for, so that others can find it.',
  /** Below *Tags*. */
  tagsHint:
    'key:value or a single word, such as owner or region. They propagate to the VMs of clusters created from this profile. Add each with Enter.',
  /** Accessible name of the list of tags. */
  tagList: 'Added so far',
  /** Button on a tag. */
  removeTag: (tag: string) => `Remove tag ${tag}`,
  /** Said when a tag was added or removed. */
  tagAdded: (tag: string) => `Tag ${tag} added.`,
  tagRemoved: (tag: string) => `Tag ${tag} removed.`,
  /** Below *Tags*: two tags with the same key. */
  duplicateTagKeys: (keys: string) =>
    `Several tags have the key ${keys}. Only the last of each is kept: remove the others.`,
  /** Below the type of a profile. */
  typeHints: {
    infra: 'Operating System, Kubernetes, Network and Storage: all that a cluster stands on.',
    cluster: 'The infrastructure layers and add-on layers.',
    'add-on': 'Only add-on layers, to be put on top of an infrastructure profile.',
  },
  /** Below *Name* while the backend is asked. */
  checking: 'Checking name and version …',
  free: 'Name and version are free.',
  otherVersion: (name: string, version: string) =>
    `“${name}” exists already: this will be its new version ${version}.`,
  taken: (name: string, version: string, next: string | null) =>
    next === null
      ? `“${name}” ${version} exists. Use another version or another name.`
      : `“${name}” ${version} exists. Use version ${next} or another name.`,
  /** Button beside it. */
  useVersion: (version: string) => `Use version ${version}`,
  /** The check itself failed; it stops nobody. */
  checkFailed:
    'Name and version could not be checked. You can go on: they are checked again when saving.',
  /** At *Name*, when saving found it taken. */
  takenAtSave: (name: string, version: string) =>
    `“${name}” ${version} was taken when saving. Use another version or another name; everything else is kept.`,
  /** … after an earlier try whose answer was lost. */
  mayBeOurs: (name: string, version: string) =>
    `“${name}” ${version} exists now. It may be your own profile from the try before, whose answer was lost: look into the list of profiles before you use another name.`,
  /** At the field, when the server refused it. */
  refusedAtSave: 'The server did not accept this. Change it and try again.',
  /** Texts of faults; see `ProfileInfoFaultMessages` of `./model`. */
  faults: profileInfoFaultMessages,
};

export type ProfileInfoFormMessages = typeof profileInfoFormMessages;
