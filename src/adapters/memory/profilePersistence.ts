import { maskSecrets } from '../../model/maskSecrets';
import type { Profile, ProfileLayer } from '../../model/profile';
import { passwordPaths, withoutSecret } from '../../model/secrets';
import type { DraftStorage } from '../DraftStorage';
import type { CatalogIndex } from './catalogIndex';
import type { StoredProfiles } from './profileStore';
import { readStoredProfiles, writeStoredProfiles } from './storedProfiles';

/** The one key that the memory adapter uses in a storage. */
export const STORED_PROFILES_KEY = 'cluster-profile-builder/profiles';

/** Brings profiles to a storage and back. No failure of the storage reaches the caller. */
export interface ProfilePersistence {
  /** What was kept; null when there is nothing, or nothing legible. Never rejects. */
  load(): Promise<StoredProfiles | null>;
  /** Keeps the profiles in the background, with secrets masked; of several waiting, the newest. */
  save(stored: StoredProfiles): void;
}

/** @param onProblem told of every failure of the storage */
export function createProfilePersistence(
  storage: DraftStorage,
  index: CatalogIndex,
  onProblem: (problem: Error) => void,
): ProfilePersistence {
  let waiting: StoredProfiles | null = null;
  let isSaving = false;

  async function saveWaiting(): Promise<void> {
    isSaving = true;
    while (waiting !== null) {
      const stored = waiting;
      waiting = null;
      try {
        const profiles = stored.profiles.map((profile) => maskProfile(profile, index));
        await storage.save(STORED_PROFILES_KEY, writeStoredProfiles({ ...stored, profiles }));
      } catch (cause) {
        onProblem(problem('could not be stored, so they last only as long as this page', cause));
      }
    }
    isSaving = false;
  }

  return {
    async load() {
      try {
        const value = await storage.load(STORED_PROFILES_KEY);
        return value === null || value === undefined ? null : readStoredProfiles(value);
      } catch (cause) {
        onProblem(problem('could not be read, so they are left out', cause));
        return null;
      }
    },

    save(stored) {
      waiting = stored;
      if (!isSaving) void saveWaiting();
    },
  };
}

function problem(what: string, cause: unknown): Error {
  return new Error(
    `cluster-profile-builder: the profiles under "${STORED_PROFILES_KEY}" ${what}. ` +
      'Check the storage given to createMemoryAdapter.',
    { cause },
  );
}

function maskProfile(profile: Profile, index: CatalogIndex): Profile {
  const layers = profile.layers.map((layer) => ({
    ...layer,
    values: maskSecrets(layer.values, secretPaths(layer, index)),
  }));
  const variables = profile.variables?.map(withoutSecret);
  return { ...profile, layers, ...(variables !== undefined && { variables }) };
}

/** A version that the catalogue does not know is masked by the rules of all that it knows. */
function secretPaths(layer: ProfileLayer, index: CatalogIndex): readonly string[] {
  const { registryUid, packName: name, kind } = layer;
  const versions = index.findPack({ registryUid, name, layer: kind })?.versions ?? [];
  const exact = versions.filter((version) => version.packUid === layer.packUid);
  const used = exact.length > 0 ? exact : versions;
  return used.flatMap((version) => passwordPaths(index.contentOf(version).schema));
}
