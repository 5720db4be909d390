import type { TaskSteps } from '../values/tasks';

export interface SliceOptions {
  /** How long at most to go on without letting others have a turn. One step may take longer. */
  readonly sliceMs: number;
  /** Asked between slices. */
  readonly signal?: AbortSignal | undefined;
}

/** Takes all steps, with pauses between. Rejects with the signal's reason once it is aborted. */
export async function runInSlices<Output>(
  steps: TaskSteps<Output>,
  { sliceMs, signal }: SliceOptions,
): Promise<Output> {
  signal?.throwIfAborted();
  let end = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await pause();
    signal?.throwIfAborted();
    end = performance.now() + sliceMs;
  }
}

/**
 * Resolves once all that waits already has had its turn. Not `scheduler.yield`, whose callers go
 * before messages and before React's own work.
 */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
