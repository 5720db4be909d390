import { describe, expect, it, vi } from 'vitest';
import { createMemoryAdapter, type DraftStorage, type NewProfile } from '../../src/adapters';
import type { WriteContext } from '../../src/adapters/ProfileAdapter';
import { STORED_PROFILES_KEY } from '../../src/adapters/memory/profilePersistence';
import { testProfileAdapter } from '../../src/testing';
import { createMemoryStorage } from '../support/memoryStorage';
import { publicRegistry, smallCatalog, smallPack } from '../support/smallCatalog';

const live = () => ({ signal: new AbortController().signal });
let lastKey = 0;
const write = (): WriteContext => ({ ...live(), idempotencyKey: `key-${(lastKey += 1)}` });

const schema = [{ path: 'auth.password', schema: '{{ format "${password}" }}' }];
const catalog = smallCatalog({
  packs: [smallPack({ name: 'a', layer: 'os', content: { schema } })],
});
const values = '# marker\r\nauth:\r\n  user: me\r\n  password: hunter2\r\nother: 1';
const profile: NewProfile = {
  name: 'edge',
  version: '1.0.0',
  description: 'd',
  type: 'infra',
  tags: [{ key: 'env', value: null }],
  cloudType: 'aws',
  layers: [
    {
      kind: 'os',
      registryUid: publicRegistry.uid,
      packName: 'a',
      packDisplayName: 'A',
      packType: 'oci',
      packUid: 'a-1.0.0',
      tag: '1.0.0',
      version: '1.0.0',
      cloudTypes: ['all'],
      values,
      manifests: [{ name: 'm', content: 'kind: X\r\n' }],
    },
  ],
};

describe('createMemoryAdapter with a storage', () => {
  testProfileAdapter({
    test: it,
    createAdapter: () =>
      createMemoryAdapter(smallCatalog(), { storage: createMemoryStorage(), pageSize: 2 }),
  });

  it('finds its profiles again, with secrets masked there and untouched here', async () => {
    const storage = createMemoryStorage();
    const adapter = createMemoryAdapter(catalog, { storage });
    const { uid } = await adapter.createProfile(profile, write());
    const here = await adapter.getProfile?.(uid, live());
    expect(here?.layers[0]?.values).toBe(values);

    expect([...storage.texts.keys()]).toEqual([STORED_PROFILES_KEY]);
    expect([...storage.texts.values()].join('')).not.toContain('hunter2');

    const reloaded = createMemoryAdapter(catalog, { storage });
    const there = await reloaded.getProfile?.(uid, live());
    const masked = values.replace('hunter2', '"********"');
    expect(there).toEqual({ ...here, layers: [{ ...profile.layers[0], values: masked }] });
  });

  it.each([
    ['of another version', { packUid: 'a-9.9.9' }],
    ['that was typed', { packUid: null }],
  ])('masks by what the catalogue knows for a pack %s', async (_, changes) => {
    const storage = createMemoryStorage();
    const adapter = createMemoryAdapter(catalog, { storage });
    const layers = profile.layers.map((layer) => ({ ...layer, ...changes }));
    await adapter.createProfile({ ...profile, layers }, write());
    expect([...storage.texts.values()].join('')).toMatch(/user: me/);
    expect([...storage.texts.values()].join('')).not.toContain('hunter2');
  });

  it('keeps what was deleted deleted, seeds included, and never gives a uid twice', async () => {
    const storage = createMemoryStorage();
    const options = { storage, profiles: [profile] };
    const adapter = createMemoryAdapter(catalog, options);
    await adapter.deleteProfile?.('profile-1', write());
    const reloaded = createMemoryAdapter(catalog, options);
    expect(await reloaded.checkProfileName(profile, live())).toBe('free');
    expect(await reloaded.createProfile(profile, write())).toEqual({ uid: 'profile-2' });
  });

  it.each([
    ['text', 'garbage'],
    ['another format', { format: 2, nextNumber: 1, profiles: [] }],
    ['a profile without layers', { format: 1, nextNumber: 1, profiles: [{ uid: 'x' }] }],
  ])('starts with its seeds and says so when it finds %s', async (_, stored) => {
    const storage = createMemoryStorage();
    await storage.save(STORED_PROFILES_KEY, stored);
    const onStorageError = vi.fn<(error: Error) => void>();
    const adapter = createMemoryAdapter(catalog, { storage, onStorageError, profiles: [profile] });
    expect(await adapter.checkProfileName(profile, live())).toBe('taken');
    expect(onStorageError).toHaveBeenCalledTimes(1);
    expect(onStorageError.mock.calls[0]?.[0].message).toContain(STORED_PROFILES_KEY);
  });

  it('goes on when the storage fails, and says so', async () => {
    const full = () => Promise.reject(new Error('quota exceeded'));
    const storage: DraftStorage = { load: full, save: full, clear: full };
    const onStorageError = vi.fn<(error: Error) => void>();
    const adapter = createMemoryAdapter(catalog, { storage, onStorageError });
    const { uid } = await adapter.createProfile(profile, write());
    expect(await adapter.getProfile?.(uid, live())).toMatchObject({ name: 'edge' });
    await vi.waitFor(() => expect(onStorageError).toHaveBeenCalledTimes(2));
  });

  it('warns on the console when nobody is told', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage: DraftStorage = {
      ...createMemoryStorage(),
      load: () => Promise.reject(new Error('blocked')),
    };
    await createMemoryAdapter(catalog, { storage }).checkProfileName(profile, live());
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('does not wait for a save that hangs, and then stores the newest state', async () => {
    const saved: unknown[] = [];
    const letGo: (() => void)[] = [];
    const storage: DraftStorage = {
      ...createMemoryStorage(),
      save: (_, value) => {
        saved.push(value);
        return new Promise((resolve) => letGo.push(resolve));
      },
    };
    const adapter = createMemoryAdapter(catalog, { storage });
    for (const name of ['a', 'b', 'c']) await adapter.createProfile({ ...profile, name }, write());
    expect(saved).toHaveLength(1);
    letGo[0]?.();
    await vi.waitFor(() => expect(saved).toHaveLength(2));
    expect(saved[1]).toMatchObject({ profiles: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] });
  });

  it('can be aborted while the storage loads', async () => {
    const storage: DraftStorage = {
      ...createMemoryStorage(),
      load: () => new Promise(() => undefined),
    };
    const adapter = createMemoryAdapter(catalog, { storage });
    const controller = new AbortController();
    const answer = adapter.checkProfileName(profile, controller);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'aborted' });
  });
});
