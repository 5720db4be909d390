import { ProfileError } from '../model/ProfileError';
import { runInSlices } from '../worker/runInSlices';
import type { TaskRunner } from './taskRunner';

/** Half a frame, so that the page can still draw every one. */
const SLICE_MS = 8;
/** In UTF-16 code units. Parsing cannot be paused, so larger texts are checked here only on request. */
const LARGE_TEXT = 1_000_000;

type Engine = typeof import('../values/tasks');

let engine: Promise<Engine> | null = null;

/** The engine is a chunk of its own: where there is a worker, no page ever loads it. */
function loadEngine(): Promise<Engine> {
  engine ??= import('../values/tasks').catch((cause: unknown) => {
    engine = null;
    throw new ProfileError('unavailable', 'The values engine could not be loaded.', { cause });
  });
  return engine;
}

/** Runs tasks where there is no worker: in slices, between which the page has its turn. */
export const mainThreadRunner: TaskRunner = {
  run: async (name, input, signal) => {
    const { startTask } = await loadEngine();
    const steps = startTask(name, input, { largeText: LARGE_TEXT });
    return runInSlices(steps, { sliceMs: SLICE_MS, signal });
  },
};
