import { renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ProfileAdapter, WriteContext } from '../../src/adapters/ProfileAdapter';
import { createMemoryAdapter } from '../../src/adapters/memory/createMemoryAdapter';
import { useProfileEditor, type UseProfileEditorOptions } from '../../src/hooks/useProfileEditor';
import type { Profile, ProfileUpdate } from '../../src/model/profile';
import { ProfileError } from '../../src/model/ProfileError';
import { isProfileChanged } from '../../src/model/profileEditor';
import { anAdapter, aProfile, deferred, type Deferred } from '../support/fixtures';

interface Call {
  readonly update: ProfileUpdate;
  readonly context: WriteContext;
  readonly answer: Deferred<Profile>;
}

const OS = 'values/os/public/os-pack-1.0.0';
const typed = (text: string) => ({ type: 'textCommitted', textId: OS, text }) as const;

function render(adapter: ProfileAdapter, options: Partial<UseProfileEditorOptions> = {}) {
  const hook = renderHook(useProfileEditor, {
    initialProps: { adapter, profile: aProfile(), ...options },
  });
  return {
    ...hook,
    editor: hook.result.current,
    state: () => hook.result.current.store.getState(),
  };
}

function setup(
  options: Partial<UseProfileEditorOptions> = {},
  parts: Partial<ProfileAdapter> = {},
) {
  const calls: Call[] = [];
  const adapter = anAdapter({
    updateProfile: (update, context) => {
      const answer = deferred<Profile>();
      calls.push({ update, context, answer });
      return answer.promise;
    },
    ...parts,
  });
  const call = (at: number): Call => {
    const one = calls[at];
    if (one === undefined) throw new Error(`There was no call ${at}.`);
    return one;
  };
  return { ...render(adapter, options), calls, call };
}

const savedAs = ({ update }: Call): Profile =>
  aProfile({ layers: update.layers ?? [], modifiedAt: '2026-01-02T00:00:00.000Z' });

describe('useProfileEditor', () => {
  it('sends one update, however often it is called, for the profile it was made on', async () => {
    const onSaved = vi.fn();
    const { editor, calls, call, state } = setup({ onSaved });
    editor.send(typed('mine\r\n'));
    const both = Promise.all([editor.save(), editor.save()]);
    expect(calls).toHaveLength(1);
    expect(call(0).update).toMatchObject({
      uid: 'profile-1',
      expectedModifiedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(call(0).update.layers?.[0]?.values).toBe('mine\r\n');
    const saved = savedAs(call(0));
    call(0).answer.resolve(saved);
    await both;
    expect(state().update).toEqual({ phase: 'saved' });
    expect(isProfileChanged(state())).toBe(false);
    expect(onSaved.mock.calls).toEqual([[saved]]);
    editor.send(typed('more'));
    const again = editor.save();
    expect(call(1).update.expectedModifiedAt).toBe('2026-01-02T00:00:00.000Z');
    call(1).answer.resolve(savedAs(call(1)));
    await again;
  });

  it('retries with the same key while the same is sent', async () => {
    const { editor, calls, call, state } = setup();
    const fail = async (at: number) => {
      const done = editor.save();
      call(at).answer.reject(new ProfileError('unavailable', 'Gone.'));
      await done;
      expect(state().update).toMatchObject({ phase: 'failed', error: { code: 'unavailable' } });
    };
    editor.send(typed('mine'));
    await fail(0);
    await fail(1);
    editor.send(typed('more'));
    await fail(2);
    const keys = calls.map(({ context }) => context.idempotencyKey);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('sends nothing where nothing was changed', async () => {
    const { editor, calls } = setup();
    await editor.save();
    editor.send(typed('mine'));
    editor.discard();
    await editor.save();
    expect(calls).toEqual([]);
  });

  it('knows its own changes again after a lost answer', async () => {
    const { layers, ...rest } = aProfile();
    const memory = createMemoryAdapter(
      { registries: [], packs: [] },
      { profiles: [{ ...rest, layers }] },
    );
    let isLost = true;
    const adapter: ProfileAdapter = {
      ...memory,
      // A backend that knows no idempotency keys, and whose first answer gets lost.
      updateProfile: async (update, context) => {
        const key = `${context.idempotencyKey}-${String(isLost)}`;
        const answer = await memory.updateProfile?.(update, { ...context, idempotencyKey: key });
        if (answer === undefined) throw new Error('The adapter updates profiles.');
        if (!isLost) return answer;
        isLost = false;
        throw new ProfileError('unavailable', 'The answer was lost.');
      },
    };
    const context = { signal: new AbortController().signal };
    const profile = await memory.getProfile?.('profile-1', context);
    if (profile === undefined) throw new Error('The adapter reads profiles.');
    const onSaved = vi.fn();
    const { editor, state } = render(adapter, { profile, onSaved });
    editor.send(typed('mine'));
    await editor.save();
    expect(state().update).toMatchObject({ phase: 'failed', error: { code: 'unavailable' } });
    await editor.save();
    expect(state().update).toEqual({ phase: 'saved' });
    expect(onSaved).toHaveBeenCalledTimes(1);
    expect(isProfileChanged(state())).toBe(false);
  });

  it('puts what was typed after a lost answer on top of its own lost changes', async () => {
    const getProfile = vi.fn<NonNullable<ProfileAdapter['getProfile']>>();
    const { editor, calls, call, state } = setup({}, { getProfile });
    editor.send(typed('mine'));
    const first = editor.save();
    call(0).answer.reject(new ProfileError('unavailable', 'Gone.'));
    await first;
    getProfile.mockResolvedValue(savedAs(call(0)));
    editor.send(typed('more'));
    const second = editor.save();
    call(1).answer.reject(new ProfileError('conflict', 'Changed.'));
    await vi.waitFor(() => {
      expect(calls).toHaveLength(3);
    });
    expect(call(2).update.expectedModifiedAt).toBe('2026-01-02T00:00:00.000Z');
    expect(call(2).update.layers?.[0]?.values).toBe('more');
    call(2).answer.resolve(savedAs(call(2)));
    await second;
    expect(state().update).toEqual({ phase: 'saved' });
  });

  it.each([
    ['cannot be read', 'unavailable' as const, true],
    ['was answered before', 'rate-limited' as const, false],
  ])('says whose a conflict may be when it %s', async (_when, code, mayBeOurs) => {
    const { editor, call, state } = setup();
    editor.send(typed('mine'));
    const first = editor.save();
    call(0).answer.reject(new ProfileError(code, 'Gone.'));
    await first;
    const second = editor.save();
    call(1).answer.reject(new ProfileError('conflict', 'Changed.'));
    await second;
    expect(state().update).toMatchObject({ error: { code: 'conflict' }, mayBeOurs });
  });

  it('sends nothing that is incomplete', async () => {
    const { editor, calls } = setup();
    editor.send({ type: 'packCleared', layerId: 'os' });
    await editor.save();
    expect(calls).toEqual([]);
  });

  it('drops a success that comes after stopWaiting, and aborts when it unmounts', async () => {
    const onSaved = vi.fn();
    const { editor, call, state, unmount } = setup({ onSaved });
    editor.send(typed('mine'));
    const first = editor.save();
    editor.stopWaiting();
    await first;
    expect(state().update).toMatchObject({ phase: 'failed', error: { code: 'aborted' } });
    call(0).answer.resolve(savedAs(call(0)));
    await call(0).answer.promise;
    expect(state().update.phase).toBe('failed');
    const second = editor.save();
    unmount();
    await second;
    expect(call(1).context.signal.aborted).toBe(true);
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('keeps what was typed when another change came first', async () => {
    const { layers, ...rest } = aProfile();
    const adapter = createMemoryAdapter(
      { registries: [], packs: [] },
      { profiles: [{ ...rest, layers }] },
    );
    const context = { signal: new AbortController().signal, idempotencyKey: 'elsewhere' };
    const profile = await adapter.getProfile?.('profile-1', context);
    if (profile === undefined) throw new Error('The adapter reads profiles.');
    const { editor, state } = render(adapter, { profile });
    editor.send(typed('mine'));
    await adapter.updateProfile?.({ uid: profile.uid, description: 'changed elsewhere' }, context);
    await editor.save();
    expect(state().update).toMatchObject({ phase: 'failed', error: { code: 'conflict' } });
    expect(state().stack.texts[OS]?.text).toBe('mine');
    editor.discard();
    expect(isProfileChanged(state())).toBe(false);
  });
});
