import type { Severity } from '../model/textDiagnostic';
import { ProfileError, toProfileError } from '../model/ProfileError';

/** A key that no other try has. */
function createKey(): string {
  // `randomUUID` is missing on pages served without TLS.
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join('-');
}

/** What was sent last, with its key. */
export interface WriteAttempt {
  readonly body: string;
  readonly key: string;
}

/** The key of the try before, as long as the very same thing is sent. */
export function nextAttempt(before: WriteAttempt | null, content: unknown): WriteAttempt {
  const body = JSON.stringify(content);
  return before?.body === body ? before : { body, key: createKey() };
}

/** The answer, or a rejection as soon as nobody waits for it: an adapter may ignore the signal. */
export function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(new ProfileError('aborted', 'Nobody waits for the answer any more.'));
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, (cause: unknown) => {
      reject(toProfileError(cause));
    });
  });
}

/** Looks for what stands in the way of a write. */
export type WriteCheck = (
  signal: AbortSignal,
) => Promise<readonly { readonly severity: Severity }[]>;

/** Whether something may be sent, as far as anybody knows; not when the signal says to stop. */
export async function passesCheck(check: WriteCheck, signal: AbortSignal): Promise<boolean> {
  try {
    const findings = await orAborted(check(signal), signal);
    return !findings.some(({ severity }) => severity === 'error');
  } catch {
    // What could not be checked here, the backend checks.
    return !signal.aborted;
  }
}
