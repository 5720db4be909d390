import { useEffect, useState } from 'react';
import { useStableCallback } from '../internal/useStableCallback';
import type { TaskInput, TaskName, TaskOutput } from '../values/tasks';
import { isTextTooLarge } from '../values/TextTooLargeError';
import { useValuesTasks } from './valuesTasks';

export interface TaskResult<Output> {
  /** `working`: `data`, where there is any, is the answer to an earlier question. */
  readonly status: 'idle' | 'working' | 'ready' | 'failed';
  readonly data: Output | undefined;
  /** It failed because a text is too large for the page to work on where there is no worker. */
  readonly isTooLarge: boolean;
  readonly retry: () => void;
}

interface Answer<Output> {
  readonly input: unknown;
  readonly data: Output | undefined;
  readonly isFailed: boolean;
  readonly isTooLarge: boolean;
}

/**
 * What a task of the values engine answers, asked again whenever the input is another object: keep it
 * the same while nothing changes. The latest question wins.
 *
 * @param input null while there is nothing to ask
 */
export function useTaskResult<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name> | null,
): TaskResult<TaskOutput<Name>> {
  const tasks = useValuesTasks();
  const [answer, setAnswer] = useState<Answer<TaskOutput<Name>> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (input === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    tasks.run(name, input, signal).then(
      (data) => {
        if (!signal.aborted) setAnswer({ input, data, isFailed: false, isTooLarge: false });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const isTooLarge = isTextTooLarge(error);
        setAnswer((before) => ({ input, data: before?.data, isFailed: true, isTooLarge }));
      },
    );
    return () => {
      controller.abort();
    };
  }, [tasks, name, input, tries]);
  const retry = useStableCallback(() => {
    setAnswer((before) => (before === null ? null : { ...before, input: null, isFailed: false }));
    setTries((count) => count + 1);
  });
  const isCurrent = answer?.input === input;
  return {
    status: input === null ? 'idle' : !isCurrent ? 'working' : answer.isFailed ? 'failed' : 'ready',
    data: input === null ? undefined : answer?.data,
    isTooLarge: isCurrent && answer.isTooLarge,
    retry,
  };
}
