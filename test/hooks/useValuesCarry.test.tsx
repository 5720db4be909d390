import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { useLayerStack } from '../../src/hooks/useLayerStack';
import { useValuesCarry } from '../../src/hooks/useValuesCarry';
import { ValuesTasksContext, type ValuesTasks } from '../../src/hooks/valuesTasks';
import { valuesTextId, type LayerStack } from '../../src/model/layerStack';
import type { MergeResult } from '../../src/model/valuesMerge';
import { ProfileError } from '../../src/model/ProfileError';
import {
  aContent,
  anAdapter,
  aPack,
  aVersion,
  deferred,
  emptyStack,
  reduceAll,
} from '../support/fixtures';

interface Setup {
  /** Null for a draft whose defaults were never loaded. */
  readonly base: string | null;
  readonly getPackVersion?: ProfileAdapter['getPackVersion'];
}

/** Version 1 is edited; the test chooses version 2. */
function setup({ base, getPackVersion }: Setup) {
  const chosen = reduceAll(emptyStack(), {
    type: 'packSelected',
    layerId: 'os',
    pack: aPack('a'),
  });
  const from = 'values/os/public/a-1.0.0';
  const stack: LayerStack = {
    ...chosen,
    texts: { [from]: { text: 'a: mine\n', base, revision: 0 } },
  };
  const answer = deferred<MergeResult>();
  const run = vi.fn<(...args: readonly unknown[]) => Promise<MergeResult>>(() => answer.promise);
  const tasks = { run } as unknown as ValuesTasks;
  const adapter = anAdapter(getPackVersion === undefined ? {} : { getPackVersion });
  const hook = renderHook(
    () => {
      const state = useLayerStack({ defaultStack: stack });
      useValuesCarry({ adapter, stack: state.stack, send: state.send });
      return state;
    },
    {
      wrapper: ({ children }: { readonly children: ReactNode }) =>
        createElement(ValuesTasksContext, { value: tasks }, children),
    },
  );
  const now = () => hook.result.current.stack;
  const to = 'values/os/public/a-2.0.0';
  act(() => {
    const { send } = hook.result.current;
    send({ type: 'versionSelected', layerId: 'os', version: aVersion('a', '2.0.0') });
    send({ type: 'valuesLoaded', textId: to, base: 'a: new\n' });
  });
  return { hook, run, answer, now, to };
}

const MERGED: MergeResult = { text: 'a: mine\nb: 1\n', conflicts: [], carried: [['a']] };

describe('useValuesCarry', () => {
  it('merges the edits into the new defaults', async () => {
    const { run, answer, now, to } = setup({ base: 'a: old\n' });
    expect(valuesTextId(now().layers[0] ?? expect.fail())).toBe(to);
    await waitFor(() => {
      expect(run).toHaveBeenCalled();
    });
    expect(run.mock.lastCall?.slice(0, 2)).toEqual([
      'mergeValues',
      { base: 'a: old\n', mine: 'a: mine\n', theirs: 'a: new\n' },
    ]);
    await act(async () => {
      answer.resolve(MERGED);
      await answer.promise;
    });
    expect(now().texts[to]?.text).toBe('a: mine\nb: 1\n');
    expect(now().carries[to]).toMatchObject({ phase: 'carried', carriedCount: 1 });
  });

  it('asks for the old defaults where they were never loaded', async () => {
    const getPackVersion = vi.fn(() => Promise.resolve(aContent('a-1.0.0', 'a: old\n')));
    const { run } = setup({ base: null, getPackVersion });
    await waitFor(() => {
      expect(run).toHaveBeenCalled();
    });
    expect(getPackVersion).toHaveBeenCalledWith(
      expect.objectContaining({ packUid: 'a-1.0.0', version: '1.0.0' }),
      expect.anything(),
    );
    expect(run.mock.lastCall?.[1]).toMatchObject({ base: 'a: old\n' });
  });

  it('says so where the old defaults cannot be had; the edits stay', async () => {
    const { now, to } = setup({
      base: null,
      getPackVersion: () => Promise.reject(new ProfileError('not-found', 'It is gone.')),
    });
    await waitFor(() => {
      expect(now().carries[to]?.phase).toBe('failed');
    });
    expect(now().texts['values/os/public/a-1.0.0']?.text).toBe('a: mine\n');
    expect(now().texts[to]?.text).toBe('a: new\n');
  });

  it('drops the answer for a version that was left', async () => {
    const { hook, run, answer, now, to } = setup({ base: 'a: old\n' });
    await waitFor(() => {
      expect(run).toHaveBeenCalled();
    });
    act(() => {
      hook.result.current.undo();
    });
    await act(async () => {
      answer.resolve(MERGED);
      await answer.promise;
    });
    expect(now().texts[to]?.text).toBe('a: new\n');
  });
});
