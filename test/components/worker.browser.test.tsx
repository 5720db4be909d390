import { render, screen } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { useStackChecks } from '../../src/hooks/useStackChecks';
import { createValuesTasks, type CreateWorker } from '../../src/hooks/valuesTasks';
import type { LayerStack } from '../../src/model/layerStack';
import { aDraftLayer, anAdapter, fullStack } from '../support/fixtures';

const options = { variables: [], macros: null, packs: {}, cloudType: 'aws', schema: [] };

/** Findings of several kinds, and none of them in the lines between. */
const TEXT = [
  'first: 1',
  'first: 2',
  ...Array.from({ length: 3_000 }, (_, at) => `key${at}: { value: ${at}, list: [1, 2] } # ${at}`),
  'name: "{{.spectro.var.unknown}}"',
  '\ttab: true',
  '',
].join('\r\n');

const findingsOf = (createWorker: CreateWorker | null | undefined) =>
  createValuesTasks({ createWorker }).run('checkValues', { text: TEXT, options });

/** What the workers answer that are made from here on, by worker. */
function watchWorkers(): unknown[][] {
  const made: unknown[][] = [];
  const Real = Worker;
  const spy = vi.spyOn(globalThis, 'Worker').mockImplementation(function (url, settings) {
    const worker = new Real(url, settings);
    const answers: unknown[] = [];
    worker.addEventListener('message', ({ data }: MessageEvent<{ type: unknown }>) => {
      answers.push(data.type);
    });
    made.push(answers);
    return worker;
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return made;
}

describe('checks', () => {
  it('are done by the worker of this package, with the results of the page', async () => {
    const made = watchWorkers();
    const found = await findingsOf(undefined);
    expect(made).toEqual([['pong', 'done']]);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['yaml-duplicate-key', 'reference-variable-unknown']),
    );
    expect(await findingsOf(null)).toEqual(found);
    expect(made).toHaveLength(1);
  });

  it.each<[string, CreateWorker]>([
    ['is not there', () => new Worker('/no/such/worker.js', { type: 'module' })],
    [
      'is broken',
      () =>
        new Worker(URL.createObjectURL(new Blob(['nonsense ('], { type: 'text/javascript' })), {
          type: 'module',
        }),
    ],
  ])('are done on the page where the worker %s', async (_, createWorker) => {
    const create = vi.fn(createWorker);
    const found = await findingsOf(create);
    expect(create).toHaveBeenCalledTimes(1);
    expect(found).toEqual(await findingsOf(null));
  });

  it('leave the page its turns where there is no worker', async () => {
    let turns = 0;
    let isDone = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns += 1;
      if (!isDone) port2.postMessage(null);
    };
    const tasks = createValuesTasks({ createWorker: null });
    // Loads the engine, which is not what is counted.
    await tasks.run('renameVariable', { text: '', from: 'a', to: 'b' });
    port2.postMessage(null);
    const text = TEXT.repeat(4).slice(0, 900_000);
    await tasks.run('checkManifest', { text, options });
    isDone = true;
    port1.close();
    expect(turns).toBeGreaterThan(3);
  });
});

describe('useStackChecks', () => {
  function Findings({ stack }: { readonly stack: LayerStack }) {
    const { status, findings } = useStackChecks({
      stack,
      contents: new Map(),
      macros: null,
      delayMs: 0,
    });
    return (
      <output>
        {status}: {findings.map(({ code, layerId }) => `${code} in ${layerId}`).join(', ')}
      </output>
    );
  }

  it('asks the worker that the provider was given', async () => {
    const made = watchWorkers();
    const createWorker = vi.fn(
      () => new Worker(new URL('../../src/worker.ts', import.meta.url), { type: 'module' }),
    );
    const stack = fullStack(aDraftLayer('addon', { values: 'a: 1\na: 2\n' }));
    render(
      <ProfileBuilderProvider adapter={anAdapter()} createWorker={createWorker}>
        <Findings stack={stack} />
      </ProfileBuilderProvider>,
    );
    expect(await screen.findByText(/^ready: yaml-duplicate-key in addon-1$/)).toBeVisible();
    expect(createWorker).toHaveBeenCalledTimes(1);
    expect(made).toHaveLength(1);
  });
});
