import {
  ProfileError,
  type MemoryAdapterOptions,
  type ProfileAdapter,
  type ProfileFinding,
} from 'cluster-profile-builder/adapters';
import {
  createFaultyAdapter,
  type AdapterFault,
  type AdapterMethod,
} from 'cluster-profile-builder/testing';
import { createValuesTasks, type ValuesTasks } from '../../src/hooks/valuesTasks';
import type { TaskName } from '../../src/values/tasks';
import { demoAdapter } from './demo';

/** An adapter that fails in one method until it is mended. */
export interface BreakableAdapter {
  readonly createAdapter: () => ProfileAdapter;
  /** The calls made from now on succeed. */
  readonly mend: () => void;
}

export function breakable(
  method: AdapterMethod,
  fault: AdapterFault,
  options: MemoryAdapterOptions = {},
): BreakableAdapter {
  let isBroken = true;
  return {
    createAdapter: () => {
      isBroken = true;
      return createFaultyAdapter(demoAdapter(options), {
        [method]: () => (isBroken ? fault : null),
      }).adapter;
    },
    mend: () => {
      isBroken = false;
    },
  };
}

/** An adapter whose server finds this in every profile. */
export function finding(
  findings: readonly ProfileFinding[],
  options: MemoryAdapterOptions = {},
): () => ProfileAdapter {
  return () => ({
    ...demoAdapter(options),
    validateProfile: () => Promise.resolve(findings),
  });
}

/** A values engine that checks nothing until it is mended, as where its code does not load. */
export function breakableTasks(): { readonly tasks: ValuesTasks; readonly mend: () => void } {
  const working = createValuesTasks({ createWorker: null });
  let isBroken = true;
  return {
    tasks: {
      run: (name, input, signal) =>
        isBroken && name.startsWith('check')
          ? Promise.reject(new ProfileError('unavailable', 'The engine is not there.'))
          : working.run(name, input, signal),
    },
    mend: () => {
      isBroken = false;
    },
  };
}

/** An adapter that never answers one method. */
export function silent(
  method: AdapterMethod,
  options: MemoryAdapterOptions = {},
): () => ProfileAdapter {
  return () => demoAdapter({ ...options, latency: (call) => (call === method ? Infinity : 0) });
}

/** The engine, but these tasks are never answered. */
export function tasksWithout(names: readonly TaskName[]): ValuesTasks {
  return tasksWith(names, () => new Promise(() => undefined));
}

/** The engine, but these tasks fail. */
export function failingTasks(names: readonly TaskName[]): ValuesTasks {
  return tasksWith(names, () => Promise.reject(new Error('The engine is not there.')));
}

function tasksWith(names: readonly TaskName[], answer: () => Promise<never>): ValuesTasks {
  const real = createValuesTasks();
  return {
    run: (name, input, signal) => (names.includes(name) ? answer() : real.run(name, input, signal)),
  };
}
