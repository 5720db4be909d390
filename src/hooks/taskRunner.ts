import type { TaskInput, TaskName, TaskOutput } from '../values/tasks';

/** Something that gets tasks done somewhere. */
export interface TaskRunner {
  readonly run: <Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    signal: AbortSignal | undefined,
  ) => Promise<TaskOutput<Name>>;
}
