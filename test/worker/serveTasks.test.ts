import { describe, expect, it, vi } from 'vitest';
import type * as Engine from '../../src/values/tasks';
import type { WorkerAnswer, WorkerRequest } from '../../src/worker/protocol';
import { serveTasks } from '../../src/worker/serveTasks';

/** An engine whose checks take the steps they are told to. */
const engine = vi.hoisted(() => ({ step: (_text: string): boolean => true }));
vi.mock('../../src/values/tasks', (): Pick<typeof Engine, 'startTask'> => ({
  startTask: (name, input) => ({
    next: () => {
      const { text } = input as { text: string };
      return engine.step(text)
        ? { done: true, value: `${name} ${text}` as never }
        : { value: null };
    },
  }),
}));

function serve() {
  const answers: WorkerAnswer[] = [];
  const waiting: (() => void)[] = [];
  let listen: ((event: MessageEvent<WorkerRequest>) => void) | null = null;
  serveTasks({
    addEventListener: (_type, listener) => {
      listen = listener;
    },
    postMessage: (answer) => {
      answers.push(answer);
      for (const go of waiting.splice(0)) go();
    },
  });
  return {
    answers,
    ask: (data: WorkerRequest) => listen?.(new MessageEvent('message', { data })),
    answered: () => new Promise<void>((resolve) => waiting.push(resolve)),
  };
}

const request = (id: number, text: string): WorkerRequest => ({
  type: 'run',
  id,
  name: 'checkValues',
  input: { text },
});

describe('serveTasks', () => {
  it('answers a ping, and a request under its number', async () => {
    engine.step = () => true;
    const { ask, answers, answered } = serve();
    ask({ type: 'ping' });
    expect(answers).toEqual([{ type: 'pong' }]);
    ask(request(7, 'text'));
    await answered();
    expect(answers[1]).toEqual({ type: 'done', id: 7, output: 'checkValues text' });
  });

  it('gives another request its turn while one takes long', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    let isAsked = false;
    const { ask, answers, answered } = serve();
    engine.step = (text) => {
      now += 30;
      if (text === 'short') return true;
      if (!isAsked) {
        isAsked = true;
        ask(request(2, 'short'));
      }
      return answers.length > 0;
    };
    ask(request(1, 'long'));
    await answered();
    await answered();
    expect(answers.map((answer) => 'id' in answer && answer.id)).toEqual([2, 1]);
    clock.mockRestore();
  });

  it('stops what is aborted, without an answer', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    const { ask, answers, answered } = serve();
    let steps = 0;
    let turns = 0;
    engine.step = (text) => {
      now += 30;
      if (text === 'other') {
        // Long enough for the first to have gone on several times.
        turns += 1;
        return turns > 10;
      }
      steps += 1;
      ask({ type: 'abort', id: 1 });
      return steps > 3;
    };
    ask(request(1, 'endless'));
    ask({ type: 'abort', id: 99 });
    ask(request(2, 'other'));
    await answered();
    expect(steps).toBe(1);
    expect(answers.map((answer) => 'id' in answer && answer.id)).toEqual([2]);
    clock.mockRestore();
  });

  it('tells of a task that fails, and goes on', async () => {
    const { ask, answers, answered } = serve();
    engine.step = (text) => {
      if (text === 'bad') throw new RangeError('boom');
      return true;
    };
    ask(request(1, 'bad'));
    await answered();
    ask(request(2, 'good'));
    await answered();
    expect(answers).toEqual([
      { type: 'failed', id: 1, message: 'boom' },
      { type: 'done', id: 2, output: 'checkValues good' },
    ]);
  });
});
