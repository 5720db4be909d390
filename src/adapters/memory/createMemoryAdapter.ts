import { ProfileError, isProfileError } from '../../model/ProfileError';
import type { NewProfile, Profile, ProfilePermission, ProfileSummary } from '../../model/profile';
import type { DraftStorage } from '../DraftStorage';
import type { Page, ProfileAdapter, RequestContext, WriteContext } from '../ProfileAdapter';
import type { Catalog } from './Catalog';
import { createCatalogIndex, toPackSummary } from './catalogIndex';
import { checkNewProfile } from './checkNewProfile';
import { decodeImageDataUrl, isDataUrl } from './dataUrl';
import { pageByKey, pageByPosition, unknownCursor } from './paging';
import { createProfilePersistence } from './profilePersistence';
import { compareNewestFirst, createProfileStore, type ProfilePosition } from './profileStore';
import { delay, orAborted } from './requests';

export interface MemoryAdapterOptions {
  /**
   * How long every answer takes, in milliseconds, or a function of the method's name. `Infinity`
   * never answers. @default 0
   */
  readonly latency?: number | ((call: string) => number) | undefined;
  /**
   * Keeps profiles beyond the page's life, under one key, with the values of `password` rules masked:
   * after a reload those read `"********"`. @default none
   */
  readonly storage?: DraftStorage | undefined;
  /** Told when the storage fails or holds something illegible; the call goes on. @default console.warn */
  readonly onStorageError?: ((error: Error) => void) | undefined;
  /** Profiles there are from the start, the last one newest, unless the storage has some. @default none */
  readonly profiles?: readonly NewProfile[] | undefined;
  /** Items per page of packs and profiles. @default 50 */
  readonly pageSize?: number | undefined;
  /** The clock that dates changes. @default the real one */
  readonly now?: (() => Date) | undefined;
}

/**
 * An adapter that serves a catalogue from memory and keeps the profiles created with it. All optional
 * capabilities are there but those the catalogue says nothing about: `listProviders` without
 * `providers`, `getPermissions` without `permissions`, and `getLogo` where a logo is not a `data:` URL
 * (then `logoUrl` is shown). Answers are copies.
 */
export function createMemoryAdapter(
  catalog: Catalog,
  options: MemoryAdapterOptions = {},
): ProfileAdapter {
  const { latency = 0, storage, profiles: seeds = [], pageSize = 50 } = options;
  const { now = () => new Date(), onStorageError = warn } = options;
  if (!Number.isInteger(pageSize) || pageSize < 1) {
    throw new Error(
      `cluster-profile-builder: createMemoryAdapter was given the page size ${pageSize}, so no list could be read. ` +
        'Give a whole number above 0.',
    );
  }
  const { permissions, providers } = catalog;
  const index = createCatalogIndex(catalog);
  const store = createProfileStore(now);
  for (const seed of seeds) store.create(seed);
  const persistence =
    storage === undefined ? null : createProfilePersistence(storage, index, onStorageError);
  const firstAnswers = new Map<string, unknown>();
  let loading: Promise<void> | null = null;

  async function loadProfiles(): Promise<void> {
    const stored = persistence === null ? null : await persistence.load();
    if (stored !== null) store.restore(stored);
  }

  /** Waits, and answers with a copy; whatever fails becomes a `ProfileError`. */
  async function answer<Answer>(
    call: string,
    { signal }: RequestContext,
    work: () => Answer,
  ): Promise<Answer> {
    try {
      await delay(typeof latency === 'function' ? latency(call) : latency, signal, call);
      return structuredClone(work());
    } catch (thrown) {
      throw asProfileError(thrown, call);
    }
  }

  /** The same for what reads or changes profiles: they are there once the storage has answered. */
  async function answerFromStore<Answer>(
    call: string,
    context: RequestContext,
    permission: ProfilePermission | null,
    work: () => Answer,
  ): Promise<Answer> {
    await answer(call, context, () => undefined);
    try {
      loading ??= loadProfiles();
      await orAborted(loading, context.signal, call);
      if (permission !== null) requirePermission(permission);
      return structuredClone(work());
    } catch (thrown) {
      throw asProfileError(thrown, call);
    }
  }

  function requirePermission(permission: ProfilePermission): void {
    if (permissions === undefined || permissions.includes(permission)) return;
    throw new ProfileError('forbidden', `The user does not have the right ${permission}.`, {
      serverMessage: `Missing permission ${permission}.`,
    });
  }

  /** A retry with the key of a call that succeeded gets its answer again and changes nothing. */
  function write<Answer>(
    call: string,
    context: WriteContext,
    permission: ProfilePermission,
    work: () => Answer,
  ): Promise<Answer> {
    return answerFromStore(call, context, permission, () => {
      const key = JSON.stringify([call, context.idempotencyKey]);
      if (firstAnswers.has(key)) return firstAnswers.get(key) as Answer;
      const first = work();
      if (context.idempotencyKey !== '') firstAnswers.set(key, first);
      persistence?.save(store.toStored());
      return first;
    });
  }

  const adapter: ProfileAdapter = {
    listRegistries: (context) => answer('listRegistries', context, () => catalog.registries),
    listPacks: (query, context) =>
      answer('listPacks', context, () => {
        const page = pageByPosition(index.searchPacks(query), query.cursor, pageSize);
        return { ...page, items: page.items.map(toPackSummary) };
      }),
    getPack: (ref, context) => answer('getPack', context, () => index.readPack(ref)),
    getPackVersion: (ref, context) =>
      answer('getPackVersion', context, () => index.readContent(ref)),
    getReadme: (ref, context) =>
      answer('getReadme', context, () => index.readContent(ref).readme ?? null),
    listMacros: (context) => answer('listMacros', context, () => []),

    checkProfileName: (query, context) =>
      answerFromStore('checkProfileName', context, null, () => store.checkName(query)),
    createProfile: (profile, context) =>
      write('createProfile', context, 'clusterProfile.create', () => ({
        uid: store.create(profile).uid,
      })),
    validateProfile: (profile, context) =>
      answerFromStore('validateProfile', context, null, () =>
        checkNewProfile(profile, catalog, index, store.checkName(profile)),
      ),
    listProfiles: ({ text, cursor }, context) =>
      answerFromStore('listProfiles', context, 'clusterProfile.list', () =>
        listProfiles(store.list(), text, cursor, pageSize),
      ),
    getProfile: (uid, context) =>
      answerFromStore('getProfile', context, 'clusterProfile.get', () => store.read(uid)),
    updateProfile: (update, context) =>
      write('updateProfile', context, 'clusterProfile.update', () => store.update(update)),
    createProfileVersion: ({ uid, version }, context) =>
      write('createProfileVersion', context, 'clusterProfile.create', () => ({
        uid: store.createVersion(uid, version).uid,
      })),
    deleteProfile: (uid, context) =>
      write('deleteProfile', context, 'clusterProfile.delete', () => store.remove(uid)),
  };
  if (providers !== undefined) {
    adapter.listProviders = (context) => answer('listProviders', context, () => providers);
  }
  if (permissions !== undefined) {
    adapter.getPermissions = (context) => answer('getPermissions', context, () => permissions);
  }
  if (catalog.packs.every(({ logoUrl }) => logoUrl === undefined || isDataUrl(logoUrl))) {
    adapter.getLogo = (ref, context) =>
      answer('getLogo', context, () => index.readPack(ref).logoUrl ?? '').then(decodeImageDataUrl);
  }
  return adapter;
}

const PROFILE_ORDER = {
  keyOf: ({ modifiedAt, uid }: ProfilePosition) => `${modifiedAt} ${uid}`,
  isAfter(profile: ProfilePosition, key: string) {
    const space = key.indexOf(' ');
    const last = { modifiedAt: key.slice(0, space), uid: key.slice(space + 1) };
    return compareNewestFirst(profile, last) > 0;
  },
};

function listProfiles(
  profiles: readonly Profile[],
  text: string,
  cursor: string | null,
  pageSize: number,
): Page<ProfileSummary> {
  if (cursor !== null && !/^\S+ \S+$/.test(cursor)) throw unknownCursor(cursor);
  const wanted = text.trim().toLowerCase();
  const found = profiles.filter(
    ({ name, description }) =>
      name.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted),
  );
  const page = pageByKey(found, cursor, pageSize, PROFILE_ORDER);
  return { ...page, items: page.items.map(toProfileSummary) };
}

function toProfileSummary(profile: Profile): ProfileSummary {
  const { uid, name, version, description, type, cloudType, tags, modifiedAt } = profile;
  const layers = profile.layers.map(
    ({ kind, packName, packDisplayName, version: packVersion }) => ({
      kind,
      packName,
      packDisplayName,
      version: packVersion,
    }),
  );
  return { uid, name, version, description, type, cloudType, tags, layers, modifiedAt };
}

function asProfileError(thrown: unknown, call: string): ProfileError {
  if (isProfileError(thrown)) return thrown;
  return new ProfileError('unknown', `The memory adapter failed in ${call}.`, { cause: thrown });
}

function warn(error: Error): void {
  // eslint-disable-next-line no-console -- the host gave no place for it, and silence would hide a loss
  console.warn(error);
}
