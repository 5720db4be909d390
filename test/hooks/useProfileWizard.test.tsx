import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { WriteContext } from '../../src/adapters/ProfileAdapter';
import { ErrorReportContext, type ErrorReporter } from '../../src/hooks/ErrorReportContext';
import { useProfileWizard, type UseProfileWizardOptions } from '../../src/hooks/useProfileWizard';
import { CORE_LAYER_KINDS } from '../../src/model/layers';
import type { NewProfile } from '../../src/model/profile';
import { ProfileError } from '../../src/model/ProfileError';
import type { WizardStepId } from '../../src/model/wizardState';
import {
  aDraftLayer,
  anAdapter,
  anInfo,
  aPack,
  deferred,
  type Deferred,
} from '../support/fixtures';

interface Call {
  readonly profile: NewProfile;
  readonly context: WriteContext;
  readonly answer: Deferred<{ readonly uid: string }>;
}

const DRAFT = { info: anInfo(), layers: CORE_LAYER_KINDS.map((kind) => aDraftLayer(kind)) };

function setup(options: UseProfileWizardOptions = {}) {
  const calls: Call[] = [];
  const report = vi.fn<ErrorReporter>();
  const adapter = anAdapter({
    createProfile: (profile, context) => {
      const answer = deferred<{ readonly uid: string }>();
      calls.push({ profile, context, answer });
      return answer.promise;
    },
  });
  const hook = renderHook(useProfileWizard, {
    initialProps: { adapter, defaultDraft: DRAFT, defaultStepId: 'review', ...options },
    wrapper: ({ children }: { readonly children: ReactNode }) =>
      createElement(ErrorReportContext, { value: report }, children),
  });
  const wizard = hook.result.current;
  const call = (at: number): Call => {
    const one = calls[at];
    if (one === undefined) throw new Error(`There was no call ${at}.`);
    return one;
  };
  return { ...hook, wizard, calls, call, report, save: () => wizard.store.getState().save };
}

const rename = (name: string) => ({ type: 'infoChanged', info: anInfo({ name }) }) as const;

describe('finish', () => {
  it('sends one request, however often it is called', async () => {
    const onCreated = vi.fn();
    const { wizard, calls, call, save } = setup({ onCreated });
    const both = Promise.all([wizard.finish(), wizard.finish()]);
    expect(calls).toHaveLength(1);
    expect(save().phase).toBe('saving');
    call(0).answer.resolve({ uid: 'u' });
    await both;
    await wizard.finish();
    expect(calls).toHaveLength(1);
    expect(save()).toEqual({ phase: 'saved', uid: 'u', profile: call(0).profile });
    expect(onCreated.mock.calls).toEqual([[{ ...call(0).profile, uid: 'u' }]]);
  });

  it('sends nothing before the check has passed, which it says', async () => {
    const checked = deferred<readonly { readonly severity: 'warning' }[]>();
    const { wizard, calls, call, save } = setup({ check: () => checked.promise });
    const done = wizard.finish();
    void wizard.finish();
    expect(save().phase).toBe('checking');
    expect(wizard.next()).toBe(false);
    expect(calls).toHaveLength(0);
    await act(async () => {
      checked.resolve([{ severity: 'warning' }]);
      await vi.waitFor(() => {
        expect(calls).toHaveLength(1);
      });
    });
    expect(save().phase).toBe('saving');
    call(0).answer.resolve({ uid: 'u' });
    await done;
    expect(save().phase).toBe('saved');
  });

  it('sends nothing where the check found an error, and shows that', async () => {
    const check = vi.fn(() => Promise.resolve([{ severity: 'error' } as const]));
    const { wizard, calls, save } = setup({ check });
    await wizard.finish();
    expect(calls).toHaveLength(0);
    expect(save().phase).toBe('idle');
    expect(wizard.store.getState()).toMatchObject({ refused: ['review'], refusalCount: 1 });
    await wizard.finish();
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('leaves to the backend what could not be checked', async () => {
    const { wizard, calls } = setup({ check: () => Promise.reject(new Error('No engine.')) });
    void wizard.finish();
    await vi.waitFor(() => {
      expect(calls).toHaveLength(1);
    });
  });

  it('ends the check when the user stops waiting', async () => {
    let seen: AbortSignal | undefined;
    const { wizard, calls, save } = setup({
      check: (signal) => {
        seen = signal;
        return new Promise(() => undefined);
      },
    });
    const done = wizard.finish();
    wizard.stopWaiting();
    await done;
    expect(seen?.aborted).toBe(true);
    expect(save().phase).toBe('idle');
    expect(calls).toHaveLength(0);
  });

  it('asks nothing while something is missing, and shows what', async () => {
    const { wizard, calls } = setup({ defaultDraft: { info: anInfo() } });
    await wizard.finish();
    expect(calls).toEqual([]);
    expect(wizard.store.getState()).toMatchObject({ refusalCount: 1, save: { phase: 'idle' } });
  });

  it('retries with the same key while the same is sent, and with a new one otherwise', async () => {
    const { wizard, calls, call, save, report } = setup();
    const fail = async (at: number) => {
      const done = wizard.finish();
      call(at).answer.reject(new ProfileError('unavailable', 'Gone.', { serverMessage: 'Busy' }));
      await done;
    };
    await fail(0);
    expect(save()).toMatchObject({
      phase: 'failed',
      mayExist: true,
      error: { code: 'unavailable', retryable: true, serverMessage: 'Busy' },
    });
    expect(report).toHaveBeenCalledWith(expect.objectContaining({ code: 'unavailable' }), {
      area: 'create',
    });
    await fail(1);
    wizard.send(rename('other'));
    await fail(2);
    wizard.send(rename('edge'));
    await fail(3);
    const keys = calls.map(({ context }) => context.idempotencyKey);
    expect(keys[0]).not.toBe('');
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(keys[3]).not.toBe(keys[2]);
  });

  it('makes an unknown error of whatever else is rejected or thrown', async () => {
    const adapter = anAdapter({
      createProfile: () => {
        throw new TypeError('fetch failed');
      },
    });
    const { wizard, save } = setup({ adapter });
    await wizard.finish();
    expect(save()).toMatchObject({ phase: 'failed', error: { code: 'unknown' }, mayExist: true });
  });

  it('takes a malformed answer for a lost one', async () => {
    const { wizard, call, save } = setup();
    const done = wizard.finish();
    call(0).answer.resolve({} as { uid: string });
    await done;
    expect(save()).toMatchObject({ phase: 'failed', error: { code: 'unknown' }, mayExist: true });
  });

  it('leads back on a conflict, telling the host of the step', async () => {
    const onStepIdChange = vi.fn<(stepId: WizardStepId) => void>();
    const { wizard, call } = setup({ onStepIdChange });
    const done = wizard.finish();
    call(0).answer.reject(new ProfileError('conflict', 'Taken.'));
    await done;
    expect(wizard.store.getState()).toMatchObject({
      stepId: 'info',
      nameRefusal: { name: 'edge', mayBeOurs: false },
    });
    expect(onStepIdChange.mock.calls).toEqual([['info']]);
  });

  it('leaves the profile saved when onCreated throws, and says so to its caller', async () => {
    const { wizard, calls, call, save } = setup({
      onCreated: () => {
        throw new Error('host bug');
      },
    });
    const done = wizard.finish();
    call(0).answer.resolve({ uid: 'u' });
    await expect(done).rejects.toThrow('host bug');
    expect(save().phase).toBe('saved');
    await wizard.finish();
    expect(calls).toHaveLength(1);
  });
});

describe('an answer that is not waited for', () => {
  it('is dropped when it comes after stopWaiting; the profile may exist', async () => {
    const onCreated = vi.fn();
    const { wizard, call, save } = setup({ onCreated });
    const done = wizard.finish();
    wizard.stopWaiting();
    await done;
    expect(call(0).context.signal.aborted).toBe(true);
    const failed = save();
    expect(failed).toMatchObject({ phase: 'failed', error: { code: 'aborted' }, mayExist: true });
    call(0).answer.resolve({ uid: 'late' });
    await act(async () => {
      await call(0).answer.promise;
    });
    expect(save()).toBe(failed);
    expect(onCreated).not.toHaveBeenCalled();
  });

  it('does not disturb the next try, which has the same key', async () => {
    const { wizard, call, save } = setup();
    const first = wizard.finish();
    wizard.stopWaiting();
    await first;
    const second = wizard.finish();
    call(0).answer.resolve({ uid: 'late' });
    await call(0).answer.promise;
    expect(save()).toMatchObject({ phase: 'saving', mayExist: true });
    call(1).answer.resolve({ uid: 'u' });
    await second;
    expect(save()).toMatchObject({ phase: 'saved', uid: 'u' });
    expect(call(1).context.idempotencyKey).toBe(call(0).context.idempotencyKey);
  });

  it('is aborted by unmounting', async () => {
    const onCreated = vi.fn();
    const { wizard, call, unmount } = setup({ onCreated });
    const done = wizard.finish();
    unmount();
    expect(call(0).context.signal.aborted).toBe(true);
    call(0).answer.resolve({ uid: 'late' });
    await done;
    expect(onCreated).not.toHaveBeenCalled();
  });

  it('is given up by restart, so that it cannot create what is gone from view', async () => {
    const onCreated = vi.fn();
    const { wizard, call, save } = setup({ onCreated });
    const done = wizard.finish();
    wizard.restart();
    expect(call(0).context.signal.aborted).toBe(true);
    call(0).answer.resolve({ uid: 'late' });
    await done;
    expect(save()).toEqual({ phase: 'idle' });
    expect(onCreated).not.toHaveBeenCalled();
  });
});

describe('the commands', () => {
  it('say whether next moved', () => {
    const { wizard } = setup({ defaultDraft: {}, defaultStepId: 'info' });
    expect(wizard.next()).toBe(false);
    expect(wizard.store.getState().refused).toEqual(['info']);
    wizard.send(rename('edge'));
    expect(wizard.next()).toBe(true);
    expect(wizard.store.getState().stepId).toBe('cloud');
    wizard.back();
    wizard.goTo('review');
    expect(wizard.store.getState().stepId).toBe('info');
    wizard.goTo('cloud');
    expect(wizard.store.getState().stepId).toBe('cloud');
  });

  it('say that next moved nowhere from review and while saving', async () => {
    const { wizard, call } = setup();
    expect(wizard.next()).toBe(false);
    const done = wizard.finish();
    expect(wizard.next()).toBe(false);
    call(0).answer.reject(new ProfileError('forbidden', 'No.'));
    await done;
  });

  it('tell of drafts once per change, and never of one already created', async () => {
    const onDraftChange = vi.fn();
    const { wizard, call } = setup({ onDraftChange });
    wizard.send({ type: 'packSelected', layerId: 'os', pack: aPack('os-pack') });
    wizard.openLayer(null);
    expect(onDraftChange).not.toHaveBeenCalled();
    wizard.send(rename('other'));
    wizard.undo();
    expect(onDraftChange).toHaveBeenCalledTimes(1);
    expect(onDraftChange.mock.calls[0]?.[0]).toMatchObject({ info: { name: 'other' } });
    const done = wizard.finish();
    call(0).answer.resolve({ uid: 'u' });
    await done;
    const textId = 'values/os/public/os-pack-1.0.0';
    wizard.send({ type: 'valuesLoaded', textId, base: 'late defaults' });
    wizard.send(rename('after'));
    expect(onDraftChange).toHaveBeenCalledTimes(1);
  });

  it('undo and redo choices', () => {
    const { wizard } = setup();
    const before = wizard.store.getState().stack.layers;
    wizard.send({ type: 'packCleared', layerId: 'os' });
    const after = wizard.store.getState().stack.layers;
    wizard.undo();
    expect(wizard.store.getState().stack.layers).toBe(before);
    wizard.redo();
    expect(wizard.store.getState().stack.layers).toBe(after);
  });

  it('hand the draft over on cancel and start over, empty, on restart', () => {
    const onCancel = vi.fn();
    const { wizard } = setup({ onCancel, defaultType: 'cluster' });
    wizard.cancel();
    expect(onCancel.mock.calls[0]?.[0]).toMatchObject({ info: { name: 'edge' } });
    wizard.restart();
    expect(wizard.store.getState()).toMatchObject({
      stepId: 'info',
      info: { name: '', type: 'cluster' },
    });
  });

  it('keep their identity and always call the latest options', () => {
    const first = vi.fn();
    const second = vi.fn();
    const { wizard, rerender, result } = setup({ onCancel: first });
    rerender({ adapter: anAdapter(), onCancel: second });
    expect(result.current).toBe(wizard);
    wizard.cancel();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  });

  it('follow the step of the host as far as it was visited', () => {
    const adapter = anAdapter();
    const { wizard, rerender } = setup({ adapter, stepId: 'cloud' });
    expect(wizard.store.getState().stepId).toBe('cloud');
    const show = (stepId: WizardStepId) => {
      rerender({ adapter, defaultDraft: DRAFT, defaultStepId: 'review', stepId });
      return wizard.store.getState().stepId;
    };
    expect(show('review')).toBe('cloud');
    expect(show('info')).toBe('info');
  });

  it('give a host that ignores the change its own step back, and one that follows the new one', () => {
    const adapter = anAdapter();
    const onStepIdChange = vi.fn();
    const options = { adapter, defaultDraft: DRAFT, stepId: 'review' as WizardStepId };
    const { wizard, rerender } = setup({ ...options, onStepIdChange });
    act(() => {
      wizard.back();
    });
    expect(onStepIdChange).toHaveBeenCalledWith('layers');
    expect(wizard.store.getState().stepId).toBe('review');

    const following: UseProfileWizardOptions = {
      ...options,
      onStepIdChange: (stepId) => {
        rerender({ ...following, stepId });
      },
    };
    rerender(following);
    act(() => {
      wizard.back();
    });
    expect(wizard.store.getState().stepId).toBe('layers');
  });
});
