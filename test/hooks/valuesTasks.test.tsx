import { render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import {
  createValuesTasks,
  sharedValuesTasks,
  useValuesTasks,
  type ValuesTasks,
} from '../../src/hooks/valuesTasks';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';
import type { ReferenceContext } from '../../src/values/references/referenceContext';
import type * as Engine from '../../src/values/tasks';
import { ScriptedWorker, ServingWorker } from '../support/fakeWorkers';
import { anAdapter } from '../support/fixtures';

/** The page's own engine; the workers here have it, too. */
const engine = vi.hoisted(() => ({ started: [] as string[] }));
vi.mock('../../src/values/tasks', async (importActual) => {
  const actual = await importActual<typeof Engine>();
  return {
    ...actual,
    startTask: ((name, input, options) => {
      engine.started.push(`${name} ${(input as { text: string }).text}`);
      return actual.startTask(name, input, options);
    }) satisfies typeof actual.startTask,
  };
});

const context: ReferenceContext = { variables: [], macros: null, packs: {}, cloudType: 'aws' };
const finding: TextDiagnostic = {
  code: 'yaml-syntax',
  severity: 'error',
  from: 0,
  to: 1,
  path: [],
  params: {},
};

/** Values that are at fault, as every engine sees it. */
const BROKEN = 'a: [\n';

const checkOf = (text: string) => ({ text, options: { ...context, schema: [] } });
const renameOf = (text: string) => ({ text, from: 'a', to: 'b' });

const OLD = 'x: "{{.spectro.var.a}}" # one\n';
const RENAMED = 'x: "{{.spectro.var.b}}" # one\n';

/** Tasks with scripted workers, all of which can be seen. */
function scripted() {
  const workers: ScriptedWorker[] = [];
  const tasks = createValuesTasks({
    createWorker: () => {
      const worker = new ScriptedWorker();
      workers.push(worker);
      return worker.asWorker;
    },
  });
  return { tasks, workers, worker: () => workers.at(-1)! };
}

/** Lets promises go on that wait for each other. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  engine.started = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('tasks in a worker', () => {
  it('are the functions of the engine, in one worker, made when it is needed', async () => {
    const create = vi.fn(() => new ServingWorker().asWorker);
    const tasks = createValuesTasks({ createWorker: create });
    expect(create).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([
      tasks.run('renameVariable', renameOf(OLD)),
      tasks.run('checkValues', checkOf(BROKEN)),
    ]);
    expect(first).toBe(RENAMED);
    expect(second).not.toEqual([]);
    expect(await tasks.run('renameVariable', renameOf('a: 3\n'))).toBe('a: 3\n');
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('are sent at once, checks one at a time', async () => {
    const { tasks, worker } = scripted();
    const first = tasks.run('checkValues', checkOf('first'));
    const second = tasks.run('checkManifest', { text: 'second', options: context });
    const renamed = tasks.run('renameVariable', renameOf('field'));
    await settled();
    expect(worker().requests[0]).toEqual({ type: 'ping' });
    expect(worker().texts.toSorted()).toEqual(['field', 'first']);
    worker().finish('first', [finding]);
    expect(await first).toEqual([finding]);
    await settled();
    expect(worker().texts.at(-1)).toBe('second');
    worker().finish('field', 'new');
    worker().finish('second', []);
    expect(await renamed).toEqual('new');
    expect(await second).toEqual([]);
  });

  it('are not sent when they are aborted while they wait', async () => {
    const { tasks, worker } = scripted();
    const first = tasks.run('checkValues', checkOf('first'));
    const controller = new AbortController();
    const second = tasks.run('checkValues', checkOf('second'), controller.signal);
    const third = tasks.run('checkValues', checkOf('third'));
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: 'ProfileError', code: 'aborted' });
    worker().finish('first', []);
    await first;
    await settled();
    expect(worker().texts).toEqual(['first', 'third']);
    worker().finish('third', []);
    await third;
  });

  it('are given up when they are aborted later, and their answer is dropped', async () => {
    const { tasks, worker } = scripted();
    const controller = new AbortController();
    const first = tasks.run('checkValues', checkOf('first'), controller.signal);
    const second = tasks.run('checkValues', checkOf('second'));
    await settled();
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
    await settled();
    expect(worker().aborted).toEqual([1]);
    expect(worker().texts).toEqual(['first', 'second']);
    worker().finish('first', [finding]);
    worker().finish('second', []);
    expect(await second).toEqual([]);
  });

  it('are not even begun with a signal that is aborted already', async () => {
    const { tasks, workers } = scripted();
    const run = tasks.run('renameVariable', renameOf('a: 1'), AbortSignal.abort());
    await expect(run).rejects.toMatchObject({ code: 'aborted' });
    expect(workers).toEqual([]);
  });

  it('that fail reject alone', async () => {
    const { tasks, worker } = scripted();
    const failing = tasks.run('renameVariable', renameOf('failing'));
    const fine = tasks.run('renameVariable', renameOf('fine'));
    worker().answer({ type: 'failed', id: 1, message: 'boom' });
    await expect(failing).rejects.toMatchObject({ code: 'unknown' });
    worker().finish('fine', '');
    await fine;
    expect(engine.started).toEqual([]);
  });

  it('go to a new worker after the last was let go for want of work', async () => {
    vi.useFakeTimers();
    const { tasks, workers, worker } = scripted();
    const first = tasks.run('renameVariable', renameOf('first'));
    worker().answer({ type: 'pong' });
    vi.advanceTimersByTime(600_000);
    expect(worker().isTerminated).toBe(false);
    worker().finish('first', '');
    await first;
    vi.advanceTimersByTime(60_000);
    const second = tasks.run('renameVariable', renameOf('second'));
    vi.advanceTimersByTime(600_000);
    expect(workers).toHaveLength(1);
    worker().finish('second', '');
    await second;
    vi.advanceTimersByTime(600_000);
    expect(worker().isTerminated).toBe(true);
    const third = tasks.run('renameVariable', renameOf('third'));
    expect(workers).toHaveLength(2);
    worker().finish('third', '');
    await third;
  });
});

describe('tasks without a worker', () => {
  /** The right answers, whoever gives them. */
  async function expectWork(tasks: ValuesTasks) {
    const inWorker = createValuesTasks({ createWorker: () => new ServingWorker().asWorker });
    expect(await tasks.run('renameVariable', renameOf(OLD))).toBe(RENAMED);
    expect(await tasks.run('checkValues', checkOf(BROKEN))).toEqual(
      await inWorker.run('checkValues', checkOf(BROKEN)),
    );
  }

  it.each([
    ['is not wanted', null],
    ['cannot be made', () => new (Worker as new () => Worker)()],
    [
      'is forbidden',
      () => {
        throw new DOMException('Refused by the policy', 'SecurityError');
      },
    ],
  ])('run on the page where one %s', async (_, createWorker) => {
    await expectWork(createValuesTasks({ createWorker }));
  });

  it('run on the page where this package’s own cannot be made, as in jsdom', async () => {
    await expectWork(createValuesTasks());
  });

  it.each(['error', 'messageerror'])('run on the page after its %s', async (type) => {
    const { tasks, workers, worker } = scripted();
    const renamed = tasks.run('renameVariable', renameOf(OLD));
    const check = tasks.run('checkValues', checkOf(BROKEN));
    const later = tasks.run('checkValues', checkOf('a: 1\n'));
    await settled();
    const event = new Event(type, { cancelable: true });
    worker().dispatchEvent(event);
    expect(await renamed).toEqual(RENAMED);
    expect(await check).not.toEqual([]);
    expect(await later).toEqual([]);
    expect(worker().isTerminated).toBe(true);
    // Nothing was lost, so the page's own handlers of errors hear nothing.
    expect(event.defaultPrevented).toBe(type === 'error');
    worker().finish(OLD, 'too late');
    await expectWork(tasks);
    expect(workers).toHaveLength(1);
  });

  it('run on the page when it does not answer in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { tasks, worker } = scripted();
    const renamed = tasks.run('renameVariable', renameOf(OLD));
    vi.advanceTimersByTime(9_000);
    expect(worker().isTerminated).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(await renamed).toEqual(RENAMED);
    expect(worker().isTerminated).toBe(true);
  });

  it('wait as long as it takes once it has answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { tasks, worker } = scripted();
    const renamed = tasks.run('renameVariable', renameOf(OLD));
    worker().answer({ type: 'pong' });
    vi.advanceTimersByTime(600_000);
    expect(worker().isTerminated).toBe(false);
    worker().finish(OLD, 'late');
    expect(await renamed).toEqual('late');
  });

  it('that were aborted do not begin on the page', async () => {
    const { tasks, worker } = scripted();
    const controller = new AbortController();
    const renamed = tasks.run('renameVariable', renameOf('gone'), controller.signal);
    controller.abort();
    worker().dispatchEvent(new Event('error'));
    await expect(renamed).rejects.toMatchObject({ code: 'aborted' });
    await tasks.run('renameVariable', renameOf('a: 1'));
    expect(engine.started).toEqual(['renameVariable a: 1']);
  });

  it('reject as unavailable when the engine cannot be loaded, and try again the next time', async () => {
    vi.resetModules();
    vi.doMock('../../src/values/tasks', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const fresh = await import('../../src/hooks/valuesTasks');
    const tasks = fresh.createValuesTasks({ createWorker: null });
    await expect(tasks.run('renameVariable', renameOf(OLD))).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    vi.doUnmock('../../src/values/tasks');
    expect(await tasks.run('renameVariable', renameOf(OLD))).toBe(RENAMED);
  });

  it('check a large text only when asked to, a worker at any time', async () => {
    const text = `# ${'x'.repeat(1_000_000)}\n${BROKEN}`;
    const onPage = createValuesTasks({ createWorker: null });
    const large = [expect.objectContaining({ code: 'manifest-large', severity: 'info' })];
    expect(await onPage.run('checkManifest', { text, options: context })).toEqual(large);
    expect(await onPage.run('checkValues', checkOf(text))).toEqual(large);
    const forced = await onPage.run('checkValues', { ...checkOf(text), force: true });
    expect(forced.map(({ code }) => code)).toContain('yaml-syntax');
    const inWorker = createValuesTasks({ createWorker: () => new ServingWorker().asWorker });
    expect(await inWorker.run('checkValues', checkOf(text))).toEqual(forced);
  });
});

describe('who shares', () => {
  it('are those with the same function, and all without a worker', () => {
    const createWorker = () => new ScriptedWorker().asWorker;
    expect(sharedValuesTasks(createWorker)).toBe(sharedValuesTasks(createWorker));
    expect(sharedValuesTasks(createWorker)).not.toBe(sharedValuesTasks(undefined));
    expect(sharedValuesTasks(null)).toBe(sharedValuesTasks(null));
    expect(sharedValuesTasks(undefined)).toBe(sharedValuesTasks(undefined));
  });

  it('a provider hands its tasks down, reads the function once, and may be overruled', () => {
    const seen: Record<string, ValuesTasks[]> = {};
    const Probe = ({ name }: { readonly name: string }) => {
      const tasks = useValuesTasks();
      (seen[name] ??= []).push(tasks);
      return null;
    };
    const adapter = anAdapter();
    const page = () => (
      <>
        <Probe name="outside" />
        <ProfileBuilderProvider
          adapter={adapter}
          createWorker={() => new ScriptedWorker().asWorker}
        >
          <Probe name="outer" />
          <ProfileBuilderProvider adapter={adapter}>
            <Probe name="inner" />
          </ProfileBuilderProvider>
          <ProfileBuilderProvider adapter={adapter} createWorker={null}>
            <Probe name="without" />
          </ProfileBuilderProvider>
        </ProfileBuilderProvider>
      </>
    );
    const { rerender } = render(page());
    rerender(page());
    const only = (name: string) => {
      const all = new Set(seen[name]);
      expect(all.size, name).toBe(1);
      return [...all][0];
    };
    expect(only('outside')).toBe(sharedValuesTasks(undefined));
    expect(only('outer')).not.toBe(only('outside'));
    expect(only('inner')).toBe(only('outer'));
    expect(only('without')).toBe(sharedValuesTasks(null));
  });
});
