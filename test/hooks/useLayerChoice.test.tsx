import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { useLayerChoice } from '../../src/hooks/useLayerChoice';
import { useLayerStack } from '../../src/hooks/useLayerStack';
import type { ChoiceEvent } from '../../src/model/layerChoice';
import { findLayer, type LayerStack } from '../../src/model/layerStack';
import type { Pack } from '../../src/model/packs';
import { ProfileError } from '../../src/model/ProfileError';
import {
  aListedPack,
  anAdapter,
  aPack,
  aRegistry,
  aTag,
  aVersion,
  emptyStack,
  OTHER_REGISTRY,
  reduceAll,
  servePacks,
} from '../support/fixtures';

interface Options {
  readonly packs: readonly Pack[];
  readonly stack?: LayerStack;
  readonly text?: string;
  readonly methods?: Partial<ProfileAdapter>;
  readonly pageSize?: number;
}

function setup({ packs, stack = emptyStack(), text = '', methods = {}, pageSize }: Options) {
  const events: ChoiceEvent[] = [];
  const adapter = anAdapter({
    listRegistries: () =>
      Promise.resolve([
        aRegistry({ uid: OTHER_REGISTRY, isDefault: false }),
        aRegistry(),
        aRegistry({ uid: 'offline', isDefault: false, isSearchable: false }),
      ]),
    listPacks: servePacks(packs, pageSize),
    getPack: ({ name }) => {
      const pack = packs.find((candidate) => candidate.name === name);
      return pack === undefined
        ? Promise.reject(new ProfileError('not-found', 'No such pack.'))
        : Promise.resolve(pack);
    },
    ...methods,
  });
  const hook = renderHook(
    (props: { readonly layerId: string; readonly text: string }) => {
      const { stack: now, send, undo } = useLayerStack({ defaultStack: stack });
      const layer = findLayer(now, props.layerId);
      if (layer === null) throw new Error('The layer is gone.');
      const choice = useLayerChoice({
        adapter,
        layer,
        cloudType: now.cloudType,
        text: props.text,
        onChoice: (event) => {
          events.push(event);
          send(event);
        },
      });
      return { stack: now, layer, choice, send, undo };
    },
    { initialProps: { layerId: 'os', text } },
  );
  return {
    events,
    now: () => hook.result.current,
    show: (layerId: string) => {
      hook.rerender({ layerId, text });
    },
    until: (check: () => void) => waitFor(check),
    settled: () =>
      waitFor(() => {
        const { catalog, pack } = hook.result.current.choice;
        expect(catalog.status).not.toBe('loading');
        expect(pack.status).not.toBe('loading');
        expect(hook.result.current.choice.registries.status).toBe('ready');
      }),
  };
}

const ONE = [aListedPack('only', ['1.0.0', '1.2.0', '1.10.0'])];
const TWO = [...ONE, aListedPack('second', ['2.0.0'])];

describe('the registry', () => {
  it('is the default one until another is chosen', async () => {
    const { now, settled } = setup({ packs: TWO });
    await settled();
    expect(now().choice.registry?.uid).toBe('public');
    act(() => {
      now().send({ type: 'registrySelected', layerId: 'os', registryUid: OTHER_REGISTRY });
    });
    expect(now().choice.registry?.uid).toBe(OTHER_REGISTRY);
  });

  it('that cannot be searched offers no packs', async () => {
    const { now, settled } = setup({ packs: TWO });
    await settled();
    act(() => {
      now().send({ type: 'registrySelected', layerId: 'os', registryUid: 'offline' });
    });
    expect(now().choice.catalog).toMatchObject({ status: 'idle', packs: [] });
  });
});

describe('a single candidate', () => {
  it('is chosen once, with its newest version, and is nothing to take back', async () => {
    const { now, events, until } = setup({ packs: ONE });
    await until(() => {
      expect(now().layer.pack?.version?.tag).toBe('1.10.0');
    });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['packSelected', 'versionSelected']),
    );
    expect(events.every((event) => 'isAutomatic' in event && event.isAutomatic)).toBe(true);
    expect(now().stack.past).toEqual([]);
  });

  it('is not chosen again after undo, nor after it was cleared', async () => {
    const { now, until, settled } = setup({ packs: ONE });
    act(() => {
      now().send({ type: 'manifestAdded', layerId: 'os', name: 'm', content: '' });
    });
    await until(() => {
      expect(now().layer.pack?.version?.tag).toBe('1.10.0');
    });
    act(() => {
      now().undo();
    });
    expect(now().layer.pack).toBeNull();
    await settled();
    expect(now().layer.pack).toBeNull();
    act(() => {
      now().send({ type: 'packSelected', layerId: 'os', pack: aPack('only') });
    });
    act(() => {
      now().send({ type: 'packCleared', layerId: 'os' });
    });
    await settled();
    expect(now().layer.pack).toBeNull();
  });

  it('is chosen on each layer of its own', async () => {
    const { now, show, until } = setup({ packs: ONE });
    await until(() => {
      expect(now().layer.pack?.name).toBe('only');
    });
    show('k8s');
    await until(() => {
      expect(now().layer.id).toBe('k8s');
      expect(now().layer.pack?.version?.tag).toBe('1.10.0');
    });
  });

  it.each<[string, Options]>([
    ['one of several', { packs: TWO }],
    ['only the one that was found', { packs: TWO, text: 'second' }],
    ['only the one of the first page', { packs: TWO, pageSize: 1 }],
    ['deprecated', { packs: [aListedPack('old', ['1.0.0'], { state: 'deprecated' })] }],
    ['none', { packs: [] }],
  ])('is not chosen when it is %s', async (_, options) => {
    const { now, events, settled } = setup(options);
    await settled();
    expect(events).toEqual([]);
    expect(now().layer.pack).toBeNull();
  });

  it('does not replace what was chosen', async () => {
    const chosen = aPack('second', { version: aVersion('second', '2.0.0') });
    const stack = reduceAll(emptyStack(), { type: 'packSelected', layerId: 'os', pack: chosen });
    const { now, events, settled } = setup({
      packs: TWO,
      stack,
      methods: { listPacks: servePacks(ONE) },
    });
    await settled();
    expect(events).toEqual([]);
    expect(now().layer.pack).toEqual(chosen);
  });
});

describe('the version', () => {
  const choose = (name: string) =>
    ({ type: 'packSelected', layerId: 'os', pack: aPack(name, { version: null }) }) as const;

  it('of a chosen pack starts with the newest, which belongs to the same change', async () => {
    const { now, until, settled } = setup({ packs: TWO });
    await settled();
    act(() => {
      now().send(choose('only'));
    });
    await until(() => {
      expect(now().layer.pack?.version).toEqual({
        tag: '1.10.0',
        version: '1.10.0',
        packUid: 'only-1.10.0',
        cloudTypes: ['all'],
      });
    });
    expect(now().stack.past).toHaveLength(1);
    act(() => {
      now().undo();
    });
    expect(now().layer.pack).toBeNull();
  });

  it('is never one of a group, a deprecated one or one for another cloud while others are there', async () => {
    const tags = [
      aTag('p', '1.0.0'),
      aTag('p', '1.1.0', { parentTags: ['1.x'] }),
      { ...aTag('p', '1.1.0'), tag: '1.x' },
      aTag('p', '2.0.0', { state: 'deprecated' }),
      aTag('p', '3.0.0', { cloudTypes: ['azure'] }),
    ];
    const { now, until } = setup({ packs: [aListedPack('p', [], { tags })] });
    await until(() => {
      expect(now().layer.pack?.version?.tag).toBe('1.1.0');
    });
  });

  it('that the user chose stays', async () => {
    const version = aVersion('only', '1.0.0');
    const stack = reduceAll(emptyStack(), {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('only', { version }),
    });
    const { now, events, settled } = setup({ packs: TWO, stack });
    await settled();
    expect(now().layer.pack?.version).toEqual(version);
    expect(now().choice.isVersionGone).toBe(false);
    expect(events).toEqual([]);
  });

  it('that is offered no more is said to be gone, and kept', async () => {
    const stack = reduceAll(emptyStack(), {
      type: 'packSelected',
      layerId: 'os',
      pack: aPack('only', { version: aVersion('only', '0.9.0') }),
    });
    const { now, events, until } = setup({ packs: TWO, stack });
    await until(() => {
      expect(now().choice.isVersionGone).toBe(true);
    });
    expect(now().layer.pack?.version?.tag).toBe('0.9.0');
    expect(events).toEqual([]);
  });

  it('of a pack that cannot be read stays open, and the failure can be retried', async () => {
    let fails = true;
    const { now, until, settled } = setup({
      packs: TWO,
      methods: {
        getPack: () =>
          fails
            ? Promise.reject(new ProfileError('not-found', 'Gone.'))
            : Promise.resolve(aListedPack('second', ['2.0.0'])),
      },
    });
    await settled();
    act(() => {
      now().send(choose('second'));
    });
    await until(() => {
      expect(now().choice.pack.status).toBe('failed');
    });
    expect(now().layer.pack?.version).toBeNull();
    fails = false;
    act(() => {
      now().choice.pack.retry();
    });
    await until(() => {
      expect(now().layer.pack?.version?.tag).toBe('2.0.0');
    });
  });
});
