import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TaskSteps } from '../../src/values/tasks';
import { runInSlices } from '../../src/worker/runInSlices';

/** Steps that take a time each by the clock of the test, and tell of every one. */
function stepsOf(count: number, stepMs: number, taken: (step: number) => void): TaskSteps<string> {
  let now = 0;
  let step = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    next: () => {
      if (step === count) return { done: true, value: 'done' };
      step += 1;
      now += stepMs;
      taken(step);
      return { value: step };
    },
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('runInSlices', () => {
  it('takes all steps, and lets others have a turn whenever a slice is used up', async () => {
    const log: (number | 'turn')[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      log.push('turn');
      if (log.at(-2) !== 10) port2.postMessage(null);
    };
    port2.postMessage(null);
    const result = await runInSlices(
      stepsOf(10, 3, (step) => log.push(step)),
      { sliceMs: 8 },
    );
    port1.close();
    expect(result).toBe('done');
    expect(log.filter((entry) => entry !== 'turn')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const slices = log
      .join()
      .split(/(?:,?turn,?)+/)
      .filter(Boolean);
    expect(slices).toEqual(['1,2,3', '4,5,6', '7,8,9', '10']);
  });

  it('does in one go what fits one slice', async () => {
    const log: (number | 'turn')[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => log.push('turn');
    port2.postMessage(null);
    await runInSlices(
      stepsOf(3, 2, (step) => log.push(step)),
      { sliceMs: 8 },
    );
    expect(log).toEqual([1, 2, 3]);
    port1.close();
  });

  it('stops between slices once it is aborted, and does not begin when it is before', async () => {
    const controller = new AbortController();
    const taken: number[] = [];
    const running = runInSlices(
      stepsOf(100, 5, (step) => {
        taken.push(step);
        if (step === 3) controller.abort();
      }),
      { sliceMs: 8, signal: controller.signal },
    );
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(taken).toEqual([1, 2, 3, 4]);
    const begun = vi.fn();
    const signal = AbortSignal.abort();
    await expect(runInSlices(stepsOf(1, 1, begun), { sliceMs: 8, signal })).rejects.toBe(
      signal.reason,
    );
    expect(begun).not.toHaveBeenCalled();
  });

  it('rejects with what a step throws', async () => {
    const steps: TaskSteps<never> = {
      next: () => {
        throw new RangeError('broken');
      },
    };
    await expect(runInSlices(steps, { sliceMs: 8 })).rejects.toThrow('broken');
  });
});
