import { ProfileError } from '../../model/ProfileError';

/** Longer delays overflow the timer and would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** What an aborted call rejects with. */
function abortedError(call: string): ProfileError {
  return new ProfileError('aborted', `${call} was cancelled by its caller.`);
}

/**
 * Resolves after `ms` milliseconds. Rejects with `aborted` as soon as the signal aborts, with the
 * timer cleared. `Infinity` never resolves.
 */
export function delay(ms: number, signal: AbortSignal, call: string): Promise<void> {
  if (signal.aborted) return Promise.reject(abortedError(call));
  if (!(ms > 0)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const onElapsed = () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    };
    const timer = ms > LONGEST_TIMER_MS ? undefined : setTimeout(onElapsed, ms);
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortedError(call));
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** The answer, unless the signal aborts before it is there. */
export function orAborted<Answer>(
  answer: Promise<Answer>,
  signal: AbortSignal,
  call: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(abortedError(call));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
