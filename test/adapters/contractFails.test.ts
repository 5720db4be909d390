import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, ProfileError, type ProfileAdapter } from '../../src/adapters';
import { failuresOfContract } from '../support/runContract';
import { smallCatalog } from '../support/smallCatalog';

const createSound = () => createMemoryAdapter(smallCatalog(), { pageSize: 2 });

/** Every method of the memory adapter, so that variants can build on the optional ones. */
type WholeAdapter = Required<Omit<ProfileAdapter, 'listProviders' | 'getPermissions'>>;

/** Breaks one thing of a sound adapter. */
function variant(breakIt: (sound: WholeAdapter) => Partial<ProfileAdapter>): () => ProfileAdapter {
  return () => {
    const sound = createSound();
    return { ...sound, ...breakIt(sound as WholeAdapter) };
  };
}

const neverAborted = () => ({ signal: new AbortController().signal });

/** A defect, how an adapter has it, and what the contract says about it. */
const defects: readonly (readonly [string, () => ProfileAdapter, string])[] = [
  [
    'drops carriage returns',
    variant((sound) => ({
      createProfile: (profile, context) => {
        const layers = profile.layers.map((layer) => ({
          ...layer,
          values: layer.values.replaceAll('\r', ''),
        }));
        return sound.createProfile({ ...profile, layers }, context);
      },
    })),
    'The layers differs at 0.values',
  ],
  [
    'trims manifests',
    variant((sound) => ({
      getProfile: async (uid, context) => {
        const profile = await sound.getProfile(uid, context);
        const layers = profile.layers.map((layer) => ({
          ...layer,
          manifests: layer.manifests.map((one) => ({ ...one, content: one.content.trimEnd() })),
        }));
        return { ...profile, layers };
      },
    })),
    'The layers differs at 0.manifests.0.content',
  ],
  [
    'loses variables',
    variant((sound) => ({
      createProfile: (profile, context) =>
        sound.createProfile({ ...profile, variables: [] }, context),
    })),
    'The variables differs',
  ],
  [
    'takes a taken name',
    variant((sound) => ({
      createProfile: (profile, context) =>
        sound.createProfile(profile, context).catch(() => ({ uid: 'profile-1' })),
    })),
    'createProfile of a taken name and version must reject with "conflict", but it answered',
  ],
  [
    'creates again on a retry',
    variant((sound) => {
      let copies = 0;
      return {
        createProfile: (profile, context) => {
          copies += 1;
          const key = { ...context, idempotencyKey: '' };
          return sound.createProfile({ ...profile, version: `1.0.${copies}` }, key);
        },
      };
    }),
    'The uid that a retry of createProfile answers differs',
  ],
  [
    'lists packs twice across pages',
    variant((sound) => ({
      listPacks: async (query, context) => {
        const page = await sound.listPacks(query, context);
        if (query.cursor === null) return page;
        const first = await sound.listPacks({ ...query, cursor: null }, context);
        return { ...page, items: [...first.items.slice(0, 1), ...page.items] };
      },
    })),
    'listPacks answered the pack "os-alpha" twice',
  ],
  [
    'loses a page',
    variant((sound) => ({
      listPacks: async (query, context) => {
        const page = await sound.listPacks(query, context);
        return { ...page, nextCursor: null };
      },
    })),
    'listPacks says there are 3 packs, but its pages hold 2',
  ],
  [
    'never ends a list',
    variant((sound) => ({
      listPacks: async (query, context) => {
        const page = await sound.listPacks(query, context);
        return { ...page, nextCursor: page.nextCursor ?? '0' };
      },
    })),
    'so it never ends',
  ],
  [
    'changes its order',
    variant((sound) => {
      let calls = 0;
      return {
        listPacks: async (query, context) => {
          calls += 1;
          const { items } = await sound.listPacks({ ...query, cursor: null }, context);
          return { items: calls % 2 === 0 ? items : [...items].reverse(), nextCursor: null };
        },
      };
    }),
    'The order of listPacks, read twice, differs',
  ],
  [
    'names rules of another version',
    variant((sound) => ({
      listPacks: async (query, context) => {
        const page = await sound.listPacks(query, context);
        const dependencies = [{ packName: 'gone', type: 'required' }];
        const items = page.items.map((one) => ({ ...one, latestVersion: '1.1.2', dependencies }));
        return { ...page, items };
      },
    })),
    'which listPacks says are those of 1.1.2, differs',
  ],
  [
    'minds the case of a search',
    variant((sound) => ({
      listPacks: (query, context) =>
        sound.listPacks(
          /[A-Z]/.test(query.text) ? { ...query, text: 'nothing at all' } : query,
          context,
        ),
    })),
    'must find the pack',
  ],
  [
    'ignores the signal',
    variant((sound) => ({ listRegistries: () => sound.listRegistries(neverAborted()) })),
    'listRegistries with an aborted signal must reject with "aborted", but it answered',
  ],
  [
    'creates although aborted',
    variant((sound) => ({
      createProfile: async (profile, context) => {
        const answer = await sound.createProfile(profile, { ...context, ...neverAborted() });
        if (context.signal.aborted) throw new ProfileError('aborted', 'Too late.');
        return answer;
      },
    })),
    'The name afterwards differs: expected "free", got "taken"',
  ],
  [
    'rejects with a plain AbortError',
    variant((sound) => ({
      getPack: async (ref, context) => {
        context.signal.throwIfAborted();
        return sound.getPack(ref, context);
      },
    })),
    'getPack with an aborted signal must reject with a ProfileError, but it rejected with AbortError',
  ],
  [
    'rejects with something else than a ProfileError',
    variant((sound) => ({
      getPack: (ref, context) =>
        sound.getPack(ref, context).catch(() => Promise.reject(new TypeError('Failed to fetch'))),
    })),
    'getPack must reject with a ProfileError, but it rejected with TypeError: Failed to fetch',
  ],
  [
    'answers an unknown pack with another',
    variant((sound) => ({
      getPack: (ref, context) => sound.getPack({ ...ref, name: `${ref.layer}-alpha` }, context),
    })),
    'getPack must reject with "not-found", but it answered',
  ],
  [
    'hands out its own objects',
    variant((sound) => {
      const packs = new Map<string, Awaited<ReturnType<ProfileAdapter['getPack']>>>();
      return {
        getPack: async (ref, context) => {
          const kept = packs.get(ref.name) ?? (await sound.getPack(ref, context));
          packs.set(ref.name, kept);
          return kept;
        },
      };
    }),
    'getPack after its answer was changed differs',
  ],
  [
    'calls every name free',
    variant(() => ({ checkProfileName: async () => 'free' })),
    'checkProfileName of a created profile differs: expected "taken", got "free"',
  ],
  [
    'knows no other version',
    variant((sound) => ({
      checkProfileName: async (query, context) => {
        const answer = await sound.checkProfileName(query, context);
        return answer === 'other-version' ? 'free' : answer;
      },
    })),
    'checkProfileName of a new version differs: expected "other-version", got "free"',
  ],
  [
    'updates whatever was changed meanwhile',
    variant((sound) => ({
      updateProfile: ({ uid, description }, context) =>
        sound.updateProfile({ uid, description }, context),
    })),
    'updateProfile with a stale time must reject with "conflict", but it answered',
  ],
  [
    'loses what an update left out',
    variant((sound) => ({
      updateProfile: (update, context) =>
        sound.updateProfile({ ...update, description: update.description ?? '' }, context),
    })),
    'The description, which was left out, differs',
  ],
  [
    'copies no layers into a new version',
    variant((sound) => ({
      createProfileVersion: async (source, context) => {
        const { name, version: _, ...rest } = await sound.getProfile(source.uid, context);
        return sound.createProfile({ ...rest, name, version: source.version, layers: [] }, context);
      },
    })),
    'The layers differs',
  ],
  [
    'does not delete',
    variant(() => ({ deleteProfile: async () => undefined })),
    'getProfile after delete must reject with "not-found", but it answered',
  ],
  [
    'lists oldest first',
    variant((sound) => ({
      listProfiles: async (query, context) => {
        const page = await sound.listProfiles(query, context);
        return { ...page, items: [...page.items].reverse() };
      },
    })),
    'The versions that listProfiles shows, newest first, differs',
  ],
  [
    'lists nothing',
    variant(() => ({ listProfiles: async () => ({ items: [], nextCursor: null }) })),
    'listProfiles, searched by name, differs',
  ],
  [
    'creates on a dry run',
    variant((sound) => ({
      validateProfile: async (profile, context) => {
        await sound.createProfile(profile, { ...context, idempotencyKey: 'dry' });
        return [];
      },
    })),
    'The name afterwards differs: expected "free", got "taken"',
  ],
  [
    'creates without the right to',
    variant(() => ({ getPermissions: async () => ['clusterProfile.list'] })),
    'createProfile without clusterProfile.create must reject with "forbidden", but it answered',
  ],
  [
    'leaves profiles unpublished',
    variant((sound) => ({
      getProfile: async (uid, context) => ({
        ...(await sound.getProfile(uid, context)),
        isPublished: false,
      }),
    })),
    'Whether the profile is published differs',
  ],
];

describe('the contract', () => {
  it('passes the adapter that all variants start from', async () => {
    expect([...(await failuresOfContract(createSound)).entries()]).toEqual([]);
  });

  it.each(defects)('fails an adapter that %s', async (_, createAdapter, message) => {
    const failures = await failuresOfContract(createAdapter);
    expect([...failures.values()].join('\n')).toContain(message);
  });

  it('says what it needs when the adapter has no packs', async () => {
    const createEmpty = () => createMemoryAdapter({ registries: [], packs: [] });
    const [message] = (await failuresOfContract(createEmpty)).values();
    expect(message).toContain('no searchable registry has one');
  });
});
