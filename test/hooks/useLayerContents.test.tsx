import { act, renderHook, waitFor } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { ErrorReportContext, type ErrorReporter } from '../../src/hooks/ErrorReportContext';
import { packVersionRef, useLayerContents } from '../../src/hooks/useLayerContents';
import { useLayerStack } from '../../src/hooks/useLayerStack';
import { emptyLayer, layerValues, type LayerStack } from '../../src/model/layerStack';
import type { PackContent } from '../../src/model/packs';
import { draftLayers } from '../../src/model/profileDraft';
import { ProfileError } from '../../src/model/ProfileError';
import type { LayerStackEvent } from '../../src/model/reduceLayerStack';
import {
  aContent,
  anAdapter,
  aPack,
  aVersion,
  deferred,
  emptyStack,
  reduceAll,
  type Deferred,
} from '../support/fixtures';

const select = (layerId: string, name: string, version = '1.0.0') =>
  ({
    type: 'packSelected',
    layerId,
    pack: aPack(name, { version: aVersion(name, version) }),
  }) as const;

function setup(getPackVersion: ProfileAdapter['getPackVersion'], stack: LayerStack) {
  const report = vi.fn<ErrorReporter>();
  const adapter = anAdapter({ getPackVersion });
  const hook = renderHook(
    (options: { readonly ignore?: LayerStackEvent['type'] }) => {
      const state = useLayerStack({
        defaultStack: stack,
        onStackChange: (_, { reason, cancel }) => {
          if (reason === options.ignore) cancel();
        },
      });
      return { ...state, contents: useLayerContents({ adapter, ...state }) };
    },
    {
      initialProps: {},
      wrapper: ({ children }: { readonly children: ReactNode }) =>
        createElement(ErrorReportContext, { value: report }, children),
    },
  );
  const now = () => hook.result.current;
  return {
    now,
    hook,
    report,
    status: (layerId: string) => now().contents.get(layerId)?.status,
    text: (layerId: string) => {
      const layer = now().stack.layers.find(({ id }) => id === layerId);
      return layer && layerValues(now().stack, layer)?.text;
    },
    until: (check: () => void) => waitFor(check),
  };
}

const valuesOf = (packUid: string) => `# values of ${packUid}\r\n`;
const serve: ProfileAdapter['getPackVersion'] = ({ packUid }) =>
  Promise.resolve(aContent(packUid, valuesOf(packUid)));

describe('useLayerContents', () => {
  it('puts the defaults of every chosen version into the stack, byte for byte', async () => {
    const stack = reduceAll(emptyStack(), select('os', 'a'), select('csi', 'b'));
    const { text, status, until, now } = setup(serve, stack);
    expect(status('os')).toBe('loading');
    await until(() => {
      expect(text('os')).toBe(valuesOf('a-1.0.0'));
      expect(text('csi')).toBe(valuesOf('b-1.0.0'));
    });
    expect(status('os')).toBe('ready');
    expect([...now().contents.keys()]).toEqual(['os', 'csi']);
    expect(now().stack.past).toBe(stack.past);
  });

  it('tells where the pack keeps secrets, so that drafts leave them out', async () => {
    const schema = [{ path: 'auth.password', schema: '{{ format "${password}" }}' }];
    const { until, now } = setup(
      ({ packUid }) => Promise.resolve({ ...aContent(packUid), schema }),
      reduceAll(emptyStack(), select('os', 'a')),
    );
    const textId = 'values/os/public/a-1.0.0';
    await until(() => {
      expect(now().stack.texts[textId]?.secretPaths).toEqual(['auth.password']);
    });
    act(() => {
      now().send({ type: 'textCommitted', textId, text: 'auth:\n  password: hunter2\n' });
    });
    expect(JSON.stringify(draftLayers(now().stack))).not.toContain('hunter2');
  });

  it('asks only for versions of a catalogue', () => {
    const layer = emptyLayer('os');
    expect(packVersionRef(layer, 'aws')).toBeNull();
    expect(packVersionRef({ ...layer, pack: aPack('a', { version: null }) }, 'aws')).toBeNull();
    expect(packVersionRef({ ...layer, pack: aPack('a', { isTyped: true }) }, 'aws')).toBeNull();
    const version = { ...aVersion('a', '1.2.3'), tag: '1.x' };
    expect(packVersionRef({ ...layer, pack: aPack('a', { version }) }, 'aws')).toEqual({
      registryUid: 'public',
      name: 'a',
      layer: 'os',
      cloudType: 'aws',
      packUid: 'a-1.2.3',
      version: '1.2.3',
    });
  });

  it('never puts an answer under another pack, whatever the order', async () => {
    const answers = new Map<string, Deferred<PackContent>>();
    const { now, text, until } = setup(({ packUid }) => {
      const answer = answers.get(packUid) ?? deferred<PackContent>();
      answers.set(packUid, answer);
      return answer.promise;
    }, emptyStack());
    const names = ['a', 'b', 'c'];
    for (const name of names) {
      act(() => {
        now().send(select('os', name));
      });
    }
    act(() => {
      now().send(select('k8s', 'a'));
    });
    for (const name of ['c', 'a', 'b']) {
      await act(async () => {
        answers.get(`${name}-1.0.0`)?.resolve(aContent(`${name}-1.0.0`, valuesOf(name)));
        await answers.get(`${name}-1.0.0`)?.promise;
      });
    }
    await until(() => {
      expect(text('os')).toBe(valuesOf('c'));
      expect(text('k8s')).toBe(valuesOf('a'));
    });
    for (const [textId, { text: loaded }] of Object.entries(now().stack.texts)) {
      expect(loaded).toBe(valuesOf(textId.replace(/.*\/(.)-1\.0\.0$/, '$1')));
    }
  });

  it('leaves edited text alone, and lets untouched text follow new defaults', async () => {
    let edition = 1;
    const stack = reduceAll(emptyStack(), select('os', 'a'), select('k8s', 'b'));
    const { now, text, until } = setup(
      ({ packUid }) => Promise.resolve(aContent(packUid, `edition: ${edition}`)),
      stack,
    );
    await until(() => {
      expect(text('os')).toBe('edition: 1');
      expect(text('k8s')).toBe('edition: 1');
    });
    act(() => {
      now().send({ type: 'textCommitted', textId: 'values/os/public/a-1.0.0', text: 'mine' });
    });
    edition = 2;
    act(() => {
      for (const { retry } of now().contents.values()) retry();
    });
    await until(() => {
      expect(text('k8s')).toBe('edition: 2');
      expect(now().stack.texts['values/os/public/a-1.0.0']?.base).toBe('edition: 2');
    });
    expect(text('os')).toBe('mine');
    expect(now().stack.texts['values/k8s/public/b-1.0.0']?.revision).toBe(1);
  });

  it('tells of a failure once, leaves the others alone, and loads on retry', async () => {
    let fails = true;
    const stack = reduceAll(emptyStack(), select('os', 'a'), select('k8s', 'b'));
    const { now, text, status, until, report, hook } = setup(
      (ref, context) =>
        ref.packUid === 'a-1.0.0' && fails
          ? Promise.reject(new ProfileError('not-found', 'Gone.', { serverMessage: 'Gone' }))
          : serve(ref, context),
      stack,
    );
    await until(() => {
      expect(status('os')).toBe('failed');
      expect(status('k8s')).toBe('ready');
    });
    expect(now().contents.get('os')?.error).toMatchObject({ serverMessage: 'Gone' });
    expect(text('os')).toBeUndefined();
    hook.rerender({});
    act(() => {
      now().send(select('cni', 'c'));
    });
    await until(() => {
      expect(status('cni')).toBe('ready');
    });
    expect(report.mock.calls.map(([{ code }, { area }]) => [code, area])).toEqual([
      ['not-found', 'values'],
    ]);
    fails = false;
    act(() => {
      now().contents.get('os')?.retry();
    });
    await until(() => {
      expect(text('os')).toBe(valuesOf('a-1.0.0'));
    });
    expect(now().contents.get('os')).toMatchObject({ status: 'ready', error: null });
  });

  it('takes an answer of the wrong shape for a failure', async () => {
    const { status, until } = setup(
      () => Promise.resolve({ values: 7 } as never),
      reduceAll(emptyStack(), select('os', 'a')),
    );
    await until(() => {
      expect(status('os')).toBe('failed');
    });
  });

  it('comes to rest with a host that takes in no defaults', async () => {
    const getPackVersion = vi.fn(serve);
    const { hook, status, text, until } = setup(
      getPackVersion,
      reduceAll(emptyStack(), select('os', 'a')),
    );
    hook.rerender({ ignore: 'valuesLoaded' });
    await until(() => {
      expect(status('os')).toBe('ready');
    });
    expect(text('os')).toBeUndefined();
  });
});
