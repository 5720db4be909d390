import { describe, expect, it } from 'vitest';
import { createMemoryAdapter, isProfileError } from '../../src/adapters';
import { createFaultyAdapter, type AdapterFault } from '../../src/testing';
import { smallCatalog, smallPack } from '../support/smallCatalog';

const live = () => ({ signal: new AbortController().signal });
const query = { name: 'edge', version: '1.0.0' };
const newProfile = {
  name: 'edge',
  version: '1.0.0',
  description: '',
  type: 'infra',
  tags: [],
  cloudType: 'aws',
  layers: [],
} as const;

/** Whether a promise has settled once everything that can run now has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const marker = {};
  const drained = new Promise((resolve) => setImmediate(() => resolve(marker)));
  return (await Promise.race([promise.catch(() => null), drained])) !== marker;
}

describe('createFaultyAdapter', () => {
  it('passes calls through where nothing is planned, and keeps `this` of the adapter', async () => {
    class OwnAdapter {
      readonly registries = [];
      async listRegistries() {
        return this.registries;
      }
    }
    const own = { ...createMemoryAdapter(smallCatalog()) };
    const wrapped = createFaultyAdapter(
      Object.assign(new OwnAdapter(), { getPack: own.getPack }) as unknown as typeof own,
    );
    expect(await wrapped.adapter.listRegistries(live())).toEqual([]);
    expect(wrapped.adapter.listPacks).toBeUndefined();
  });

  it('has the optional methods of the adapter, no more', () => {
    const { adapter } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), { '*': 'hang' });
    expect(adapter.getProfile).toBeTypeOf('function');
    expect('getPermissions' in adapter).toBe(false);
    expect('listProviders' in adapter).toBe(false);
  });

  it('records calls in order, with their arguments', async () => {
    const { adapter, calls } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), {
      listRegistries: 'hang',
    });
    const context = live();
    void adapter.listRegistries(context);
    await adapter.checkProfileName(query, context);
    await adapter.checkProfileName(query, context);
    expect(calls).toEqual([
      { method: 'listRegistries', callIndex: 0, args: [context] },
      { method: 'checkProfileName', callIndex: 0, args: [query, context] },
      { method: 'checkProfileName', callIndex: 1, args: [query, context] },
    ]);
  });

  it('rejects with a plain error', async () => {
    const { adapter } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), { '*': 'reject' });
    const thrown: unknown = await adapter.listRegistries(live()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Error);
    expect(isProfileError(thrown)).toBe(false);
  });

  it.each([
    [401, 'unauthorized', false],
    [403, 'forbidden', false],
    [404, 'not-found', false],
    [409, 'conflict', false],
    [429, 'rate-limited', true],
    [500, 'unknown', false],
    [503, 'unavailable', true],
  ] as const)('rejects with the error of status %i', async (status, code, retryable) => {
    const { adapter } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), { '*': status });
    await expect(adapter.listRegistries(live())).rejects.toMatchObject({
      name: 'ProfileError',
      code,
      retryable,
      serverMessage: expect.stringMatching(/\w/) as string,
    });
  });

  it('hangs whatever the signal says', async () => {
    const { adapter, release } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), {
      '*': 'hang',
    });
    const controller = new AbortController();
    const answer = adapter.listRegistries(controller);
    controller.abort();
    expect(release()).toBe(0);
    expect(await isSettled(answer)).toBe(false);
  });

  it('answers late, when released, in any order and whatever the signal says', async () => {
    const faulty = createFaultyAdapter(createMemoryAdapter(smallCatalog()), {
      checkProfileName: 'late',
      createProfile: 'late',
    });
    const { adapter, release } = faulty;
    const controller = new AbortController();
    const first = adapter.checkProfileName(query, controller);
    const created = adapter.createProfile(newProfile, { ...live(), idempotencyKey: 'a' });
    controller.abort();
    const second = adapter.checkProfileName(query, live());
    expect(await isSettled(Promise.race([first, created, second]))).toBe(false);

    expect(release('checkProfileName', 1)).toBe(1);
    // The profile was created while its answer waited.
    expect(await second).toBe('taken');
    expect(await isSettled(first)).toBe(false);
    expect(release('checkProfileName')).toBe(1);
    expect(await first).toBe('free');
    expect(release()).toBe(1);
    expect(await created).toEqual({ uid: 'profile-1' });
    expect(release()).toBe(0);
  });

  it('rejects late, when released', async () => {
    const { adapter, release } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), {
      getProfile: 'late',
    });
    const answer = adapter.getProfile?.('unknown', live());
    expect(await isSettled(answer ?? Promise.resolve())).toBe(false);
    release();
    await expect(answer).rejects.toMatchObject({ code: 'not-found' });
  });

  it('performs a call twice and answers as the second', async () => {
    const below = createFaultyAdapter(createMemoryAdapter(smallCatalog()));
    const { adapter, calls } = createFaultyAdapter(below.adapter, { createProfile: 'twice' });
    const context = { ...live(), idempotencyKey: 'same' };
    await expect(adapter.createProfile(newProfile, context)).resolves.toEqual({ uid: 'profile-1' });
    expect(calls).toHaveLength(1);
    expect(below.calls).toHaveLength(2);
    const keyless = { ...live(), idempotencyKey: '' };
    const other = adapter.createProfile({ ...newProfile, name: 'other' }, keyless);
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
  });

  it('answers with data of the wrong shape', async () => {
    const { adapter } = createFaultyAdapter(createMemoryAdapter(smallCatalog()), {
      '*': 'malformed',
    });
    const answers: unknown[] = [];
    for (let index = 0; index < 6; index += 1) answers.push(await adapter.listRegistries(live()));
    expect(answers[0]).toBeUndefined();
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(6);
  });

  it('takes the plan of the method, call by call, before the plan of all', async () => {
    const steps: readonly (AdapterFault | null)[] = [429, null];
    const { adapter } = createFaultyAdapter(
      createMemoryAdapter({ registries: [], packs: [smallPack({ name: 'a', layer: 'os' })] }),
      { '*': 500, listRegistries: (callIndex) => steps[callIndex] ?? null },
    );
    await expect(adapter.listRegistries(live())).rejects.toMatchObject({ code: 'rate-limited' });
    await expect(adapter.listRegistries(live())).resolves.toEqual([]);
    await expect(adapter.checkProfileName(query, live())).rejects.toMatchObject({
      code: 'unknown',
    });
  });
});
