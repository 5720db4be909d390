import { createContext, useContext } from 'react';
import { isProfileError, ProfileError } from '../model/ProfileError';
import type { TaskInput, TaskName, TaskOutput } from '../values/tasks';
import { createDefaultWorker } from './createDefaultWorker';
import { mainThreadRunner } from './mainThreadRunner';
import type { TaskRunner } from './taskRunner';
import { createWorkerRunner, NoWorkerError } from './workerRunner';
import { orAborted } from './writes';

/** Makes the worker of `cluster-profile-builder/worker`. */
export type CreateWorker = () => Worker;

/** The values engine, beside the page: in a worker, or in slices where there is none. */
export interface ValuesTasks {
  /**
   * Runs a task. The result is the same wherever it runs.
   *
   * Rejects with a `ProfileError`: `aborted` as soon as the signal says so, `unavailable` when the
   * engine could not be loaded. The latest wins only where the caller aborts what came before.
   */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    signal?: AbortSignal,
  ) => Promise<TaskOutput<Name>>;
}

export interface ValuesTasksOptions {
  /** Null for no worker at all. @default the worker of this package */
  readonly createWorker?: CreateWorker | null | undefined;
}

/** Checks come in numbers and nobody waits for a single one, so they go one at a time. */
const IN_TURN: ReadonlySet<TaskName> = new Set<TaskName>(['checkValues', 'checkManifest']);

/** Does nothing until the first task. */
export function createValuesTasks({ createWorker }: ValuesTasksOptions = {}): ValuesTasks {
  let runner: TaskRunner =
    createWorker === null
      ? mainThreadRunner
      : createWorkerRunner(createWorker ?? createDefaultWorker);
  let lastTurn: Promise<unknown> = Promise.resolve();

  async function runNow<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    signal: AbortSignal | undefined,
  ): Promise<TaskOutput<Name>> {
    signal?.throwIfAborted();
    try {
      return await runner.run(name, input, signal);
    } catch (cause) {
      if (!(cause instanceof NoWorkerError)) throw cause;
      runner = mainThreadRunner;
      signal?.throwIfAborted();
      return runner.run(name, input, signal);
    }
  }

  function runInTurn<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    signal: AbortSignal | undefined,
  ): Promise<TaskOutput<Name>> {
    const task = lastTurn.then(() => runNow(name, input, signal));
    lastTurn = task.catch(() => undefined);
    return task;
  }

  return {
    run: (name, input, signal) => {
      const run = IN_TURN.has(name) ? runInTurn : runNow;
      const task = run(name, input, signal).catch((cause: unknown) => {
        if (isProfileError(cause) || signal?.aborted === true) throw cause;
        throw new ProfileError('unknown', `The task ${name} failed.`, { cause });
      });
      return signal === undefined ? task : orAborted(task, signal);
    },
  };
}

const shared = new WeakMap<CreateWorker, ValuesTasks>();
let withoutWorker: ValuesTasks | null = null;

/** The tasks of all that have the same `createWorker`, so that a page has one worker. */
export function sharedValuesTasks(createWorker: CreateWorker | null | undefined): ValuesTasks {
  if (createWorker === null) {
    withoutWorker ??= createValuesTasks({ createWorker });
    return withoutWorker;
  }
  const key = createWorker ?? createDefaultWorker;
  const tasks = shared.get(key) ?? createValuesTasks({ createWorker: key });
  shared.set(key, tasks);
  return tasks;
}

/** The tasks that hooks use. Null means those of the page. */
export const ValuesTasksContext = createContext<ValuesTasks | null>(null);
ValuesTasksContext.displayName = 'ValuesTasksContext';

/** The values engine of the surrounding provider, or of the page. */
export function useValuesTasks(): ValuesTasks {
  return useContext(ValuesTasksContext) ?? sharedValuesTasks(undefined);
}
