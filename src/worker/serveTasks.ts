import { startTask, type TaskInput, type TaskName } from '../values/tasks';
import type { WorkerAnswer, WorkerRequest } from './protocol';
import { runInSlices } from './runInSlices';

/** The part of a worker's global scope that is used. */
export interface WorkerScope {
  readonly addEventListener: (
    type: 'message',
    listener: (event: MessageEvent<WorkerRequest>) => void,
  ) => void;
  readonly postMessage: (answer: WorkerAnswer) => void;
}

/** Long enough to cost nothing, short enough that what the user waits for need not wait for checks. */
const SLICE_MS = 25;

/** Answers the requests of a page. Several may be under way at a time. */
export function serveTasks(scope: WorkerScope): void {
  const running = new Map<number, AbortController>();

  async function run<Name extends TaskName>(id: number, name: Name, input: TaskInput<Name>) {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    try {
      const output = await runInSlices(startTask(name, input), { sliceMs: SLICE_MS, signal });
      scope.postMessage({ type: 'done', id, output });
    } catch (cause) {
      if (signal.aborted) return;
      scope.postMessage({
        type: 'failed',
        id,
        message: cause instanceof Error ? cause.message : String(cause),
      });
    } finally {
      running.delete(id);
    }
  }

  scope.addEventListener('message', ({ data }) => {
    switch (data.type) {
      case 'ping':
        scope.postMessage({ type: 'pong' });
        return;
      case 'run':
        // The page has typed it; messages cannot carry types.
        void run(data.id, data.name, data.input as TaskInput<TaskName>);
        return;
      case 'abort':
        running.get(data.id)?.abort();
        return;
      default:
        data satisfies never;
    }
  });
}
