import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProfileNameAnswer, ProfileNameQuery } from '../../src/adapters/ProfileAdapter';
import { useProfileNameCheck } from '../../src/hooks/useProfileNameCheck';
import { ProfileError } from '../../src/model/ProfileError';
import { anAdapter, deferred, type Deferred } from '../support/fixtures';

interface Question extends ProfileNameQuery {
  readonly signal: AbortSignal;
  readonly answer: Deferred<ProfileNameAnswer>;
}

function setup(name = '', version: string | null = '1.0.0', delayMs?: number) {
  const questions: Question[] = [];
  const adapter = anAdapter({
    checkProfileName: (query, { signal }) => {
      const answer = deferred<ProfileNameAnswer>();
      questions.push({ ...query, signal, answer });
      return answer.promise;
    },
  });
  const hook = renderHook(useProfileNameCheck, {
    initialProps: { adapter, name, version, delayMs },
  });
  return {
    status: () => hook.result.current.status,
    check: () => hook.result.current,
    type: (nextName: string, nextVersion: string | null = '1.0.0') => {
      hook.rerender({ adapter, name: nextName, version: nextVersion, delayMs });
    },
    asked: () => questions.map((question) => `${question.name} ${question.version}`),
    answer: async (text: string, answer: ProfileNameAnswer | ProfileError) => {
      await act(async () => {
        for (const question of questions) {
          if (`${question.name} ${question.version}` !== text) continue;
          if (answer instanceof ProfileError) question.answer.reject(answer);
          else question.answer.resolve(answer);
        }
        await vi.advanceTimersByTimeAsync(0);
      });
    },
    questions,
  };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('useProfileNameCheck', () => {
  it('asks nothing without a name or a valid version', async () => {
    const { status, type, asked } = setup('', '1.0.0');
    expect(status()).toBe('idle');
    type('edge', null);
    await pass(1_000);
    expect(status()).toBe('idle');
    expect(asked()).toEqual([]);
  });

  it('asks nothing on retry while there is nothing to ask', async () => {
    const { check, asked } = setup('', '1.0.0');
    act(() => {
      check().retry();
    });
    await pass(1_000);
    expect(asked()).toEqual([]);
  });

  it('waits until typing rests', async () => {
    const { status, type, asked } = setup('', '1.0.0', 300);
    for (const name of ['e', 'ed', 'edg', 'edge']) {
      type(name);
      await pass(200);
      expect(status()).toBe('checking');
    }
    expect(asked()).toEqual([]);
    await pass(150);
    expect(new Set(asked())).toEqual(new Set(['edge 1.0.0']));
  });

  it.each(['free', 'other-version', 'taken'] as const)('says %s', async (said) => {
    const { status, answer } = setup('edge');
    await pass(0);
    await answer('edge 1.0.0', said);
    expect(status()).toBe(said);
  });

  it('shows only the answer to the latest pair, in whatever order answers come', async () => {
    const { status, type, answer, asked, questions } = setup('edge', '1.0.0', 50);
    await pass(0);
    type('edge', '2.0.0');
    await pass(60);
    type('other', '2.0.0');
    await pass(60);
    expect([...new Set(asked())]).toEqual(['edge 1.0.0', 'edge 2.0.0', 'other 2.0.0']);
    expect(questions[0]?.signal.aborted).toBe(true);
    await answer('other 2.0.0', 'free');
    expect(status()).toBe('free');
    await answer('edge 2.0.0', 'taken');
    await answer('edge 1.0.0', 'taken');
    expect(status()).toBe('free');
  });

  it('is checking again as soon as the pair changes', async () => {
    const { status, type, answer } = setup('edge');
    await pass(0);
    await answer('edge 1.0.0', 'taken');
    type('edge', '1.0.1');
    expect(status()).toBe('checking');
  });

  it('tells of a failure and asks again on retry', async () => {
    const { status, check, answer, questions } = setup('edge');
    await pass(0);
    await answer('edge 1.0.0', new ProfileError('forbidden', 'No.', { serverMessage: 'No.' }));
    expect(status()).toBe('failed');
    expect(check().error).toMatchObject({ code: 'forbidden', serverMessage: 'No.' });
    const before = questions.length;
    act(() => {
      check().retry();
    });
    await waitFor(() => {
      expect(questions.length).toBe(before + 1);
    });
    expect(status()).toBe('checking');
    expect(check().error).toBeNull();
    await answer('edge 1.0.0', 'free');
    expect(status()).toBe('free');
  });
});
