import type { CreateWorker } from '../../../src/hooks/valuesTasks';
import type { TaskName } from '../../../src/values/tasks';

/** A worker that keeps one kind of task back until it is let go. */
export function holdTasks(name: TaskName) {
  const held: (() => void)[] = [];
  const createWorker: CreateWorker = () => {
    const worker = new Worker(new URL('../../../src/worker.ts', import.meta.url), {
      type: 'module',
    });
    const post = worker.postMessage.bind(worker) as (message: unknown) => void;
    worker.postMessage = (message: unknown) => {
      if ((message as { name?: unknown }).name === name) held.push(() => post(message));
      else post(message);
    };
    return worker;
  };
  return {
    createWorker,
    held,
    letGo: () => {
      for (const go of held.splice(0)) go();
    },
  };
}
