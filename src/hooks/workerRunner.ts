import { ProfileError } from '../model/ProfileError';
import type { TaskInput, TaskName, TaskOutput } from '../values/tasks';
import type { WorkerAnswer, WorkerRequest } from '../worker/protocol';
import type { TaskRunner } from './taskRunner';

/** How long a new worker may take to answer at all; then there is none. */
const PING_TIMEOUT_MS = 10_000;
/** How long a worker without work is kept. */
const IDLE_MS = 120_000;

/** There is no worker, now or later: the task is to be run elsewhere. */
export class NoWorkerError extends Error {
  override readonly name = 'NoWorkerError';
}

interface PendingTask {
  readonly resolve: (output: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/**
 * Runs tasks in a worker, which is made when it is first needed, and anew after it was let go for
 * want of work. Once it cannot be made, fails or does not answer, whatever is pending or comes later
 * rejects with a `NoWorkerError`.
 */
export function createWorkerRunner(createWorker: () => Worker): TaskRunner {
  const pending = new Map<number, PendingTask>();
  let worker: Worker | null = null;
  let isBroken = false;
  let lastId = 0;
  let pingTimer: ReturnType<typeof setTimeout> | undefined;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(pingTimer);
    clearTimeout(idleTimer);
    worker?.terminate();
    worker = null;
  }

  function giveUp(): void {
    isBroken = true;
    stop();
    const tasks = [...pending.values()];
    pending.clear();
    for (const { reject } of tasks) reject(new NoWorkerError('The worker has failed.'));
  }

  function start(): Worker {
    const started = createWorker();
    worker = started;
    started.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (worker === started && isAnswer(data)) receive(data);
    });
    started.addEventListener('error', (event) => {
      // Nothing is lost by it, so it is no error of the page.
      event.preventDefault();
      if (worker === started) giveUp();
    });
    started.addEventListener('messageerror', () => {
      if (worker === started) giveUp();
    });
    pingTimer = setTimeout(giveUp, PING_TIMEOUT_MS);
    post(started, { type: 'ping' });
    return started;
  }

  function receive(answer: WorkerAnswer): void {
    clearTimeout(pingTimer);
    if (answer.type === 'pong') return;
    const task = pending.get(answer.id);
    forget(answer.id);
    if (answer.type === 'done') task?.resolve(answer.output);
    else task?.reject(new ProfileError('unknown', `A task of the worker: ${answer.message}`));
  }

  function forget(id: number): void {
    pending.delete(id);
    clearTimeout(idleTimer);
    if (pending.size === 0) idleTimer = setTimeout(stop, IDLE_MS);
  }

  return {
    run<Name extends TaskName>(name: Name, input: TaskInput<Name>, signal?: AbortSignal) {
      return new Promise<TaskOutput<Name>>((resolve, reject) => {
        if (isBroken) {
          reject(new NoWorkerError('There is no worker.'));
          return;
        }
        lastId += 1;
        const id = lastId;
        const abort = () => {
          if (!pending.has(id)) return;
          if (worker !== null) post(worker, { type: 'abort', id });
          forget(id);
          reject(new ProfileError('aborted', 'Nobody waits for the answer any more.'));
        };
        pending.set(id, {
          resolve: (output) => {
            signal?.removeEventListener('abort', abort);
            // The worker runs the very function that the type was taken from.
            resolve(output as TaskOutput<Name>);
          },
          reject: (cause) => {
            signal?.removeEventListener('abort', abort);
            reject(cause);
          },
        });
        signal?.addEventListener('abort', abort, { once: true });
        clearTimeout(idleTimer);
        try {
          post(worker ?? start(), { type: 'run', id, name, input });
        } catch {
          // A policy forbids workers, or there is no such thing.
          giveUp();
        }
      });
    },
  };
}

function post(worker: Worker, request: WorkerRequest): void {
  worker.postMessage(request);
}

function isAnswer(data: unknown): data is WorkerAnswer {
  return typeof data === 'object' && data !== null && 'type' in data;
}
