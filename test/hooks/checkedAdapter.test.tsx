import { describe, expect, it } from 'vitest';
import { checkedAdapter } from '../../src/adapters/checkedAdapter';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { ProfileError } from '../../src/model/ProfileError';
import {
  aContent,
  aListedPack,
  anAdapter,
  aPage,
  aProfile,
  aRegistry,
  aSummary,
  deferred,
  providerNamed,
} from '../support/fixtures';

type Method = keyof ProfileAdapter;

const { layers, ...profileRest } = aProfile();
const good: Record<Method, readonly unknown[]> = {
  listRegistries: [[], [aRegistry()]],
  listPacks: [
    aPage([]),
    aPage([aSummary('a')], 'next', 3),
    aPage([{ ...aSummary('a'), dependencies: [{ packName: 'b', type: 'required' }] }]),
  ],
  getPack: [aListedPack('a'), aListedPack('a', [])],
  getPackVersion: [aContent('a-1'), aContent('a-1', '')],
  checkProfileName: ['free', 'other-version', 'taken'],
  createProfile: [{ uid: 'u' }, { uid: 'u', more: true }],
  getReadme: [null, '', '# A'],
  getLogo: [null, new Blob(['x'], { type: 'image/png' }), new File(['x'], 'a.png')],
  validateProfile: [[], [{ severity: 'error', message: 'No.' }]],
  listMacros: [[], [{ name: 'a' }]],
  listProviders: [[], [providerNamed('aws')]],
  listProfiles: [aPage([]), aPage([aProfile()])],
  getProfile: [aProfile()],
  updateProfile: [aProfile({ tags: [], layers: [] })],
  createProfileVersion: [{ uid: 'u' }],
  deleteProfile: [undefined, null, {}],
  getPermissions: [[], ['clusterProfile.create']],
};

const bad: Record<Exclude<Method, 'deleteProfile'>, readonly unknown[]> = {
  listRegistries: [undefined, null, {}, 'all', [null], [{ ...aRegistry(), uid: 7 }]],
  listPacks: [
    undefined,
    [],
    { items: [aSummary('a')] },
    { items: {}, nextCursor: null },
    aPage([{ ...aSummary('a'), cloudTypes: 'all' }]),
    aPage([{ ...aSummary('a'), dependencies: 'none' }]),
    aPage([{ ...aSummary('a'), dependencies: [{ type: 'required' }] }]),
    aPage([aSummary('a')], 3 as never),
  ],
  getPack: [null, aSummary('a'), { ...aListedPack('a'), tags: [{ tag: '1' }] }],
  getPackVersion: [
    null,
    {},
    { ...aContent('a'), values: null },
    { ...aContent('a'), presets: undefined },
    { ...aContent('a'), presets: [{}] },
    { ...aContent('a'), schema: 'none' },
    { ...aContent('a'), dependencies: null },
  ],
  checkProfileName: [true, null, 'TAKEN', { answer: 'free' }],
  createProfile: [undefined, null, 'u', {}, { uid: 7 }],
  getReadme: [undefined, 7, {}],
  getLogo: [undefined, 'https://logo', {}, new ArrayBuffer(1)],
  validateProfile: [undefined, {}, [{ message: 'No.' }]],
  listMacros: [undefined, ['a']],
  listProviders: [undefined, [{ ...providerNamed('aws'), layers: undefined }]],
  listProfiles: [undefined, [], aPage([{ ...aProfile(), layers: null }])],
  getProfile: [
    undefined,
    null,
    {},
    { ...profileRest },
    { ...aProfile(), tags: undefined },
    { ...aProfile(), layers: [{ ...layers[0], values: undefined }] },
    { ...aProfile(), layers: [{ ...layers[0], manifests: undefined }] },
    { ...aProfile(), layers: [{ ...layers[0], cloudTypes: undefined }] },
  ],
  updateProfile: [undefined, {}, { uid: 'u' }],
  createProfileVersion: [undefined, {}],
  getPermissions: [undefined, null, 'all', [7]],
};

const entries = <Key extends string>(table: Record<Key, readonly unknown[]>) =>
  Object.entries<readonly unknown[]>(table) as [Key, readonly unknown[]][];

/** Calls a method of an adapter that has it answer by `run`. */
function call(method: Method, run: () => unknown): Promise<unknown> {
  const adapter = checkedAdapter(anAdapter({ [method]: run }));
  const checked = adapter[method] as unknown as () => Promise<unknown>;
  return checked();
}

async function rejectionOf(promise: Promise<unknown>): Promise<ProfileError> {
  const thrown: unknown = await promise.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(thrown instanceof ProfileError)) throw new Error('It did not reject with a ProfileError.');
  return thrown;
}

describe('checkedAdapter', () => {
  it.each(entries(good))('hands right answers of %s on as they are', async (method, answers) => {
    for (const answer of answers) {
      expect(await call(method, () => Promise.resolve(answer))).toBe(answer);
      expect(await call(method, () => answer)).toBe(answer);
    }
  });

  it.each(entries(bad))('takes wrong answers of %s for a failure', async (method, answers) => {
    for (const answer of answers) {
      const error = await rejectionOf(call(method, () => Promise.resolve(answer)));
      expect(error.code, JSON.stringify(answer)).toBe('unknown');
      expect(error.message).toContain(method);
      expect(error.cause).toBeDefined();
    }
  });

  const failures: readonly [string, unknown, string][] = [
    ['a ProfileError', new ProfileError('forbidden', 'No.'), 'forbidden'],
    ['a ProfileError of another copy', { name: 'ProfileError', code: 'conflict' }, 'conflict'],
    ['a DOMException AbortError', new DOMException('Stop.', 'AbortError'), 'aborted'],
    ['another DOMException', new DOMException('Late.', 'TimeoutError'), 'unknown'],
    ['a plain error', new TypeError('fetch failed'), 'unknown'],
    ['a string', 'no', 'unknown'],
    ['a ProfileError with an unknown code', { name: 'ProfileError', code: 'odd' }, 'unknown'],
    ['undefined', undefined, 'unknown'],
    ['null', null, 'unknown'],
  ];

  it.each(failures)('makes %s, rejected or thrown, a ProfileError', async (_, cause, code) => {
    for (const method of Object.keys(good) as Method[]) {
      const rejects = () => {
        const answer = deferred<unknown>();
        answer.reject(cause);
        return answer.promise;
      };
      const throws = () => {
        throw cause;
      };
      for (const run of [rejects, throws]) {
        const thrown: unknown = await call(method, run).catch((error: unknown) => error);
        expect(thrown).toMatchObject({ name: 'ProfileError', code });
      }
    }
  });

  it('keeps the same ProfileError, with all it says', async () => {
    const error = new ProfileError('rate-limited', 'Slow.', {
      retryAfterMs: 5,
      serverMessage: 'x',
    });
    expect(await rejectionOf(call('getPack', () => Promise.reject(error)))).toBe(error);
  });

  it('has the optional methods the adapter has, and no others', () => {
    expect(Object.keys(checkedAdapter(anAdapter())).sort()).toEqual(
      [
        'checkProfileName',
        'createProfile',
        'getPack',
        'getPackVersion',
        'listPacks',
        'listRegistries',
      ].sort(),
    );
    expect(
      checkedAdapter(anAdapter({ listMacros: undefined as never })).listMacros,
    ).toBeUndefined();
    expect(
      checkedAdapter(anAdapter({ getReadme: () => Promise.resolve('') })).getReadme,
    ).toBeTypeOf('function');
  });

  it('is the same wrapper for the same adapter', () => {
    const adapter = anAdapter();
    expect(checkedAdapter(adapter)).toBe(checkedAdapter(adapter));
    expect(checkedAdapter(adapter)).not.toBe(checkedAdapter(anAdapter()));
  });

  it('calls methods on the adapter itself, with what they are given', async () => {
    const { signal } = new AbortController();
    class Backend {
      readonly seen: unknown[] = [];
      listRegistries(...args: unknown[]) {
        this.seen.push(args);
        return Promise.resolve([aRegistry()]);
      }
    }
    const backend = new Backend();
    const adapter = checkedAdapter(backend as unknown as ProfileAdapter);
    await adapter.listRegistries({ signal });
    expect(backend.seen).toEqual([[{ signal }]]);
    expect(adapter.listPacks).toBeUndefined();
  });
});
