import type { TaskName } from '../values/tasks';

/** What a page asks of its worker. */
export type WorkerRequest =
  | { readonly type: 'ping' }
  | {
      readonly type: 'run';
      readonly id: number;
      readonly name: TaskName;
      /** As the task of that name takes it. */
      readonly input: unknown;
    }
  | { readonly type: 'abort'; readonly id: number };

/** What a worker answers. An aborted request gets no answer. */
export type WorkerAnswer =
  | { readonly type: 'pong' }
  | { readonly type: 'done'; readonly id: number; readonly output: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
