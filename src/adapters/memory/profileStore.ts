import valid from 'semver/functions/valid.js';
import { ProfileError } from '../../model/ProfileError';
import type { NewProfile, Profile, ProfileUpdate } from '../../model/profile';
import type { ProfileNameAnswer, ProfileNameQuery } from '../ProfileAdapter';

/** What a store can be rebuilt from. */
export interface StoredProfiles {
  /** The number the next profile's uid is made of, so that the uid of a deleted one never returns. */
  readonly nextNumber: number;
  readonly profiles: readonly Profile[];
}

/** The profiles of a memory adapter: one per name and version. Every method is synchronous. */
export interface ProfileStore {
  /** Newest change first. */
  list(): readonly Profile[];
  /** Throws `not-found`. */
  read(uid: string): Profile;
  checkName(query: ProfileNameQuery): ProfileNameAnswer;
  /** Throws `invalid` and `conflict`. */
  create(profile: NewProfile): Profile;
  /** Throws `not-found`, `invalid` and `conflict`. */
  createVersion(uid: string, version: string): Profile;
  /** Throws `not-found` and `conflict`. */
  update(update: ProfileUpdate): Profile;
  /** Throws `not-found`. */
  remove(uid: string): void;
  toStored(): StoredProfiles;
  restore(stored: StoredProfiles): void;
}

const DEFAULT_VERSION = '1.0.0';

/** @param now the clock; changes are dated strictly one after the other even when it stands still */
export function createProfileStore(now: () => Date): ProfileStore {
  let profiles = new Map<string, Profile>();
  let nextNumber = 1;
  let lastChangeMs = -Infinity;

  function nextChange(): string {
    lastChangeMs = Math.max(now().getTime(), lastChangeMs + 1);
    return new Date(lastChangeMs).toISOString();
  }

  function find(name: string, version: string): Profile | undefined {
    return [...profiles.values()].find((one) => one.name === name && one.version === version);
  }

  function read(uid: string): Profile {
    const profile = profiles.get(uid);
    if (profile !== undefined) return profile;
    throw new ProfileError('not-found', `There is no profile "${uid}". It may have been deleted.`);
  }

  function create(profile: NewProfile): Profile {
    const name = requireName(profile.name);
    const version = requireVersion(profile.version);
    if (find(name, version) !== undefined) {
      throw new ProfileError('conflict', `A profile "${name}" ${version} exists.`, {
        field: 'name',
        serverMessage: `A profile named ${name} with version ${version} already exists.`,
      });
    }
    const created: Profile = {
      ...structuredClone(profile),
      name,
      version,
      uid: `profile-${nextNumber}`,
      isPublished: true,
      modifiedAt: nextChange(),
    };
    nextNumber += 1;
    profiles.set(created.uid, created);
    return created;
  }

  return {
    read,
    create,

    list: () => [...profiles.values()].sort(compareNewestFirst),

    checkName({ name, version }) {
      const wanted = name.trim();
      if (find(wanted, version.trim() || DEFAULT_VERSION) !== undefined) return 'taken';
      const isKnown = [...profiles.values()].some((one) => one.name === wanted);
      return isKnown ? 'other-version' : 'free';
    },

    createVersion(uid, version) {
      const { name, description, type, tags, cloudType, layers, variables } = read(uid);
      return create({ name, version, description, type, tags, cloudType, layers, variables });
    },

    update({ uid, expectedModifiedAt, description, tags, layers, variables }) {
      const before = read(uid);
      if (expectedModifiedAt !== undefined && expectedModifiedAt !== before.modifiedAt) {
        throw new ProfileError(
          'conflict',
          `Profile "${uid}" was changed at ${before.modifiedAt}, after it was read. Read it again.`,
          { serverMessage: `${before.name} ${before.version} was changed in the meantime.` },
        );
      }
      const after: Profile = {
        ...before,
        description: description ?? before.description,
        tags: tags === undefined ? before.tags : structuredClone(tags),
        layers: layers === undefined ? before.layers : structuredClone(layers),
        variables: variables === undefined ? before.variables : structuredClone(variables),
        modifiedAt: nextChange(),
      };
      profiles.set(uid, after);
      return after;
    },

    remove(uid) {
      read(uid);
      profiles.delete(uid);
    },

    toStored: () => ({ nextNumber, profiles: [...profiles.values()] }),

    restore(stored) {
      profiles = new Map(stored.profiles.map((profile) => [profile.uid, profile]));
      nextNumber = stored.nextNumber;
      lastChangeMs = stored.profiles.reduce(
        (latest, { modifiedAt }) => Math.max(latest, Date.parse(modifiedAt)),
        -Infinity,
      );
    },
  };
}

/** Total: two changes of the same moment are ordered by uid. */
export function compareNewestFirst(a: ProfilePosition, b: ProfilePosition): number {
  if (a.modifiedAt !== b.modifiedAt) return a.modifiedAt < b.modifiedAt ? 1 : -1;
  return a.uid < b.uid ? 1 : a.uid > b.uid ? -1 : 0;
}

/** Where a profile stands in the list. */
export type ProfilePosition = Pick<Profile, 'modifiedAt' | 'uid'>;

function requireName(text: string): string {
  const name = text.trim();
  if (name !== '') return name;
  throw new ProfileError('invalid', 'A profile needs a name.', { field: 'name' });
}

function requireVersion(text: string): string {
  const version = text.trim() || DEFAULT_VERSION;
  if (/^\d/.test(version) && valid(version) !== null) return version;
  throw new ProfileError(
    'invalid',
    `"${version}" is not a version. Write it as major.minor.patch, such as ${DEFAULT_VERSION}.`,
    { field: 'version' },
  );
}
