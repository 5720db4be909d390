import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMemoryAdapter,
  type Catalog,
  type NewProfile,
  type PackQuery,
  type ProfileAdapter,
} from '../../src/adapters';
import type { PackRef, WriteContext } from '../../src/adapters/ProfileAdapter';
import { privateRegistry, publicRegistry, smallCatalog, smallPack } from '../support/smallCatalog';

const live = () => ({ signal: new AbortController().signal });
let lastKey = 0;
const write = (): WriteContext => ({ ...live(), idempotencyKey: `key-${(lastKey += 1)}` });

const query: PackQuery = {
  registryUid: publicRegistry.uid,
  layer: 'os',
  cloudType: 'aws',
  text: '',
  cursor: null,
};
const ref: PackRef = {
  registryUid: publicRegistry.uid,
  name: 'os-alpha',
  layer: 'os',
  cloudType: 'aws',
};
const profile: NewProfile = {
  name: 'edge',
  version: '1.0.0',
  description: '',
  type: 'infra',
  tags: [],
  cloudType: 'aws',
  layers: [],
};

function withPacks(...packs: Catalog['packs']): ProfileAdapter {
  return createMemoryAdapter(smallCatalog({ packs }));
}

async function names(adapter: ProfileAdapter, changes: Partial<PackQuery> = {}) {
  const page = await adapter.listPacks({ ...query, ...changes }, live());
  return page.items.map(({ name }) => name);
}

describe('listPacks', () => {
  it('sorts by display name, then by name', async () => {
    const adapter = withPacks(
      smallPack({ name: 'z', displayName: 'beta', layer: 'os' }),
      smallPack({ name: 'b', displayName: 'Ubuntu 9', layer: 'os' }),
      smallPack({ name: 'c', displayName: 'Ubuntu 10', layer: 'os' }),
      smallPack({ name: 'a', displayName: 'Beta', layer: 'os' }),
    );
    expect(await names(adapter)).toEqual(['a', 'z', 'b', 'c']);
  });

  it('finds FIPS-validated packs by their versions for the cloud', async () => {
    const adapter = withPacks(
      { ...smallPack({ name: 'all', layer: 'os' }), isFips: true },
      smallPack({
        name: 'one',
        layer: 'os',
        tags: [{ tag: '2.0.0' }, { tag: '1.0.0', isFips: true }],
      }),
      {
        ...smallPack({ name: 'former', layer: 'os', tags: [{ tag: '1.0.0', isFips: false }] }),
        isFips: true,
      },
      smallPack({
        name: 'elsewhere',
        layer: 'os',
        tags: [{ tag: '2.0.0' }, { tag: '1.0.0', isFips: true, cloudTypes: ['gcp'] }],
      }),
    );
    expect(await names(adapter)).toHaveLength(4);
    expect(await names(adapter, { fipsOnly: true })).toEqual(['all', 'one']);
    expect(await names(adapter, { fipsOnly: true, text: 'O' })).toEqual(['one']);
    expect(await names(adapter, { fipsOnly: true, cloudType: 'gcp' })).toContain('elsewhere');
  });

  it('names the rules of latest versions where they are at hand, and makes no content for them', async () => {
    const rules = [{ packName: 'kubernetes', type: 'required', minVersion: '1.30' }] as const;
    const content = { packUid: 'uid', values: '', presets: [], schema: [], dependencies: rules };
    const make = vi.fn(() => content);
    const pack = { ...smallPack({ name: 'made', layer: 'os' }), latestVersion: '1.0.0' };
    const version = { version: '1.0.0', packUid: 'uid' };
    const adapter = withPacks(
      { ...pack, versions: [{ ...version, content: make }] },
      { ...pack, name: 'named', dependencies: rules, versions: [{ ...version, content: make }] },
      { ...pack, name: 'read', versions: [{ ...version, content }] },
    );
    const { items } = await adapter.listPacks(query, live());
    expect(items.map(({ name, dependencies }) => [name, dependencies])).toEqual([
      ['made', undefined],
      ['named', rules],
      ['read', rules],
    ]);
    expect(make).not.toHaveBeenCalled();
  });

  it('judges cloud types by version: a row of its own, a group by what it resolves to', async () => {
    const adapter = withPacks(
      smallPack({ name: 'all', layer: 'os' }),
      smallPack({ name: 'other', layer: 'os', cloudTypes: ['eks'] }),
      smallPack({
        name: 'newer',
        layer: 'os',
        cloudTypes: ['eks'],
        tags: [{ tag: '1.0.0' }, { tag: '2.0.0', cloudTypes: ['all'] }],
      }),
      smallPack({
        name: 'gone',
        layer: 'os',
        cloudTypes: ['aws'],
        tags: [
          { tag: '1.x', version: '1.0.0', packUid: 'gone-1.0.0' },
          { tag: '1.0.0', packUid: 'gone-1.0.0', cloudTypes: ['eks'] },
        ],
      }),
    );
    expect(await names(adapter)).toEqual(['all', 'newer']);
    const pack = await adapter.getPack({ ...ref, name: 'newer' }, live());
    expect(pack.tags.map(({ tag }) => tag)).toEqual(['2.0.0']);
    const gone = adapter.getPack({ ...ref, name: 'gone' }, live());
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
  });

  it('pages with a total count', async () => {
    const adapter = createMemoryAdapter(smallCatalog(), { pageSize: 2 });
    const first = await adapter.listPacks(query, live());
    expect(first).toMatchObject({ totalCount: 3, nextCursor: '2' });
    const last = await adapter.listPacks({ ...query, cursor: first.nextCursor }, live());
    expect(last).toMatchObject({ totalCount: 3, nextCursor: null, items: [{ name: 'os-gamma' }] });
  });

  it.each(['', '-1', '1.5', '1e3', '99', 'next'])('rejects the cursor "%s"', async (cursor) => {
    const adapter = createMemoryAdapter(smallCatalog());
    const page = adapter.listPacks({ ...query, cursor }, live());
    await expect(page).rejects.toMatchObject({ name: 'ProfileError', code: 'invalid' });
    const profiles = adapter.listProfiles?.({ text: '', cursor }, live());
    await expect(profiles).rejects.toMatchObject({ name: 'ProfileError', code: 'invalid' });
  });

  it('rejects registries that cannot be searched, or are unknown', async () => {
    const adapter = createMemoryAdapter(smallCatalog());
    await expect(names(adapter, { registryUid: privateRegistry.uid })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Private Charts') as string,
    });
    await expect(names(adapter, { registryUid: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('getPackVersion', () => {
  it('makes content once, and hands out copies', async () => {
    const content = vi.fn(() => ({
      packUid: 'p-1.0.0',
      values: 'a: 1\r\n',
      presets: [],
      schema: [],
      dependencies: [],
    }));
    const pack = smallPack({ name: 'p', layer: 'os' });
    const adapter = withPacks({
      ...pack,
      versions: [{ version: '1.0.0', packUid: 'p-1.0.0', content }],
    });
    const versionRef = { ...ref, name: 'p', packUid: 'p-1.0.0', version: '1.0.0' };
    const first = await adapter.getPackVersion(versionRef, live());
    expect(await adapter.getPackVersion(versionRef, live())).not.toBe(first);
    expect(await adapter.getReadme?.(versionRef, live())).toBeNull();
    expect(content).toHaveBeenCalledTimes(1);
    const wrong = adapter.getPackVersion({ ...versionRef, version: '2.0.0' }, live());
    await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
  });

  it('rejects with a ProfileError when content cannot be made', async () => {
    const pack = smallPack({ name: 'p', layer: 'os' });
    const broken = () => {
      throw new TypeError('no text');
    };
    const adapter = withPacks({
      ...pack,
      versions: [{ version: '1.0.0', packUid: 'p-1.0.0', content: broken }],
    });
    const answer = adapter.getPackVersion(
      { ...ref, name: 'p', packUid: 'p-1.0.0', version: '1.0.0' },
      live(),
    );
    await expect(answer).rejects.toMatchObject({
      name: 'ProfileError',
      code: 'unknown',
      cause: { message: 'no text' },
    });
  });
});

describe('getLogo', () => {
  const logo = (logoUrl: string) => {
    const adapter = withPacks(smallPack({ name: 'os-alpha', layer: 'os', logoUrl }));
    return adapter.getLogo?.(ref, live());
  };

  it.each([
    ['data:image/svg+xml;utf8,%3Csvg/%3E', 'image/svg+xml', '<svg/>'],
    ['data:image/svg+xml,<svg/>', 'image/svg+xml', '<svg/>'],
    ['data:image/png;base64,aGk=', 'image/png', 'hi'],
    ['DATA:IMAGE/PNG;base64,aGk%3D', 'image/png', 'hi'],
  ])('decodes %s', async (url, type, text) => {
    const blob = await logo(url);
    expect(blob).toMatchObject({ type });
    expect(await blob?.text()).toBe(text);
  });

  it.each([
    'data:text/html,<script>',
    'data:image/png;base64,%%%',
    'data:image/svg+xml,%',
    'data:',
  ])('answers null for %s', async (url) => {
    expect(await logo(url)).toBeNull();
  });

  it('is absent where a logo has an address, so that logoUrl is shown', () => {
    expect(logo('https://example.com/a.png')).toBeUndefined();
  });
});

describe('capabilities', () => {
  it('are absent where the catalogue says nothing', () => {
    const adapter = createMemoryAdapter(smallCatalog());
    expect('getPermissions' in adapter).toBe(false);
    expect('listProviders' in adapter).toBe(false);
  });

  it('hold the user to the rights given', async () => {
    const adapter = createMemoryAdapter(smallCatalog({ permissions: [] }), { profiles: [profile] });
    const calls = [
      adapter.createProfile({ ...profile, name: 'other' }, write()),
      adapter.createProfileVersion?.({ uid: 'profile-1', version: '2.0.0' }, write()),
      adapter.updateProfile?.({ uid: 'profile-1', description: 'x' }, write()),
      adapter.deleteProfile?.('profile-1', write()),
      adapter.getProfile?.('profile-1', live()),
      adapter.listProfiles?.({ text: '', cursor: null }, live()),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'forbidden' });
    expect(await adapter.checkProfileName(profile, live())).toBe('taken');
  });

  it('refuse a page size that is none', () => {
    expect(() => createMemoryAdapter(smallCatalog(), { pageSize: 0 })).toThrow(/page size 0/);
  });
});

describe('latency', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked per call, and clears its timer on abort', async () => {
    const latency = vi.fn((call: string) => (call === 'listPacks' ? 500 : 0));
    const adapter = createMemoryAdapter(smallCatalog(), { latency });
    await adapter.listRegistries(live());
    const controller = new AbortController();
    const answer = adapter.listPacks(query, controller);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'ProfileError', code: 'aborted' });
    expect(vi.getTimerCount()).toBe(0);
    expect(latency.mock.calls).toEqual([['listRegistries'], ['listPacks']]);

    const other = adapter.listPacks(query, live());
    await vi.advanceTimersByTimeAsync(500);
    expect((await other).items).toHaveLength(3);
  });

  it('of Infinity never answers, but can be aborted', async () => {
    const adapter = createMemoryAdapter(smallCatalog(), { latency: Infinity });
    const controller = new AbortController();
    const answer = adapter.createProfile(profile, { ...write(), signal: controller.signal });
    expect(vi.getTimerCount()).toBe(0);
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('profiles', () => {
  it('are there from the start, the last one newest', async () => {
    const adapter = createMemoryAdapter(smallCatalog(), {
      profiles: [profile, { ...profile, version: '1.1.0' }],
    });
    const page = await adapter.listProfiles?.({ text: 'EDGE', cursor: null }, live());
    expect(page?.items.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0']);
  });

  it('are compared by trimmed name and version, 1.0.0 when empty', async () => {
    const adapter = createMemoryAdapter(smallCatalog());
    await adapter.createProfile({ ...profile, name: ' edge ', version: '' }, write());
    expect(await adapter.checkProfileName({ name: 'edge', version: ' 1.0.0 ' }, live())).toBe(
      'taken',
    );
    expect(await adapter.checkProfileName({ name: 'Edge', version: '' }, live())).toBe('free');
    await expect(adapter.createProfile(profile, write())).rejects.toMatchObject({
      code: 'conflict',
      field: 'name',
    });
  });

  it.each([
    [{ name: '  ' }, 'name'],
    [{ version: 'v1.0.0' }, 'version'],
    [{ version: '1.0' }, 'version'],
  ])('refuse %j', async (changes, field) => {
    const adapter = createMemoryAdapter(smallCatalog());
    const answer = adapter.createProfile({ ...profile, ...changes }, write());
    await expect(answer).rejects.toMatchObject({ code: 'invalid', field });
  });

  it('are dated strictly one after the other, even when the clock stands still or goes back', async () => {
    const times = ['2026-01-02', '2026-01-01', '2026-01-02'];
    const now = () => new Date(times.shift() ?? '2026-01-02');
    const adapter = createMemoryAdapter(smallCatalog(), { now });
    const { uid } = await adapter.createProfile(profile, write());
    const dates = [(await adapter.getProfile?.(uid, live()))?.modifiedAt];
    for (const description of ['a', 'b']) {
      const updated = await adapter.updateProfile?.({ uid, description }, write());
      dates.push(updated?.modifiedAt);
    }
    expect(dates).toEqual([
      '2026-01-02T00:00:00.000Z',
      '2026-01-02T00:00:00.001Z',
      '2026-01-02T00:00:00.002Z',
    ]);
  });

  it('page without gaps or doubles while others are created', async () => {
    const profiles = ['a', 'b', 'c', 'd'].map((name) => ({ ...profile, name }));
    const adapter = createMemoryAdapter(smallCatalog(), { profiles, pageSize: 2 });
    const first = await adapter.listProfiles?.({ text: '', cursor: null }, live());
    await adapter.createProfile({ ...profile, name: 'e' }, write());
    const cursor = first?.nextCursor ?? null;
    const second = await adapter.listProfiles?.({ text: '', cursor }, live());
    expect(first?.items.map(({ name }) => name)).toEqual(['d', 'c']);
    expect(second?.items.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(second).toMatchObject({ nextCursor: null, totalCount: 5 });
  });

  it('give the first answer again for the key of a write that succeeded, not of one that failed', async () => {
    const adapter = createMemoryAdapter(smallCatalog());
    const context = write();
    const { uid } = await adapter.createProfile(profile, context);
    const change = { uid, description: 'x', expectedModifiedAt: '' };
    const update = write();
    await expect(adapter.updateProfile?.(change, update)).rejects.toMatchObject({
      code: 'conflict',
    });
    const { modifiedAt = '' } = (await adapter.getProfile?.(uid, live())) ?? {};
    const retried = { ...change, expectedModifiedAt: modifiedAt };
    const updated = await adapter.updateProfile?.(retried, update);
    expect(await adapter.updateProfile?.(retried, update)).toEqual(updated);
    expect(await adapter.createProfile(profile, context)).toEqual({ uid });
  });

  it('two creates at once make one', async () => {
    const adapter = createMemoryAdapter(smallCatalog(), { latency: 1 });
    const outcomes = await Promise.allSettled([
      adapter.createProfile(profile, write()),
      adapter.createProfile(profile, write()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('validateProfile', () => {
  const layer = {
    kind: 'os',
    registryUid: publicRegistry.uid,
    packName: 'a',
    packDisplayName: 'A',
    packType: 'oci',
    packUid: 'a-1.0.0',
    tag: '1.0.0',
    version: '1.0.0',
    cloudTypes: ['all'],
    values: '',
    manifests: [],
  } as const;
  const dependencies = [
    { packName: 'b', type: 'required' },
    { packName: 'c', type: 'notSupported' },
    { packName: 'd', type: 'optional' },
  ];
  const adapter = withPacks(smallPack({ name: 'a', layer: 'os', content: { dependencies } }), {
    ...smallPack({ name: 'old', layer: 'k8s', cloudTypes: ['eks'] }),
    state: 'deprecated',
  });
  const codes = async (changes: Partial<NewProfile>) => {
    const findings = await adapter.validateProfile?.({ ...profile, ...changes }, live());
    return findings?.map(({ code, packName }) => [code, packName].filter(Boolean).join(' '));
  };

  it('finds missing layers, unknown and unfit packs, and broken dependencies', async () => {
    expect(await codes({ type: 'infra', layers: [layer] })).toEqual([
      'LayerMissing',
      'LayerMissing',
      'LayerMissing',
      'DependencyMissing a',
    ]);
    const c = { ...layer, packName: 'c', registryUid: privateRegistry.uid, packUid: null };
    const old = { ...layer, kind: 'k8s', packName: 'old', packUid: 'old-1.0.0' } as const;
    const layers = [
      layer,
      c,
      old,
      { ...layer, packName: 'b' },
      { ...layer, packName: 'x', registryUid: 'gone' },
    ];
    expect(await codes({ type: 'add-on', layers })).toEqual([
      'DependencyUnsupported a',
      'PackUnchecked c',
      'CloudTypeUnsupported old',
      'PackInactive old',
      'PackUnknown b',
      'RegistryUnknown x',
    ]);
  });

  it('finds a taken name', async () => {
    await adapter.createProfile(profile, write());
    expect(await codes({ type: 'add-on' })).toEqual(['NameTaken']);
  });
});
