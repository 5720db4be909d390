import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LayerContents } from '../../src/hooks/useLayerContents';
import { useStackChecks, type UseStackChecksOptions } from '../../src/hooks/useStackChecks';
import type { ValuesTasks } from '../../src/hooks/valuesTasks';
import type { LayerStack } from '../../src/model/layerStack';
import type { PackSchemaField } from '../../src/model/packs';
import { ProfileError } from '../../src/model/ProfileError';
import type { LayerStackEvent } from '../../src/model/reduceLayerStack';
import type { TextDiagnostic } from '../../src/model/textDiagnostic';
import type { TaskInput } from '../../src/values/tasks';
import { aContent, deferred, fullStack, reduceAll, type Deferred } from '../support/fixtures';

type Check = TaskInput<'checkValues'>;

interface Asked {
  readonly name: string;
  readonly input: Check;
  readonly signal: AbortSignal | undefined;
  readonly answer: Deferred<readonly TextDiagnostic[]>;
}

const DELAY = 300;
const K8S = 'values/k8s/public/k8s-pack-1.0.0';
const CNI = 'values/cni/public/cni-pack-1.0.0';

const found = (code: TextDiagnostic['code'], from = 0): TextDiagnostic => ({
  code,
  severity: 'error',
  from,
  to: from + 1,
  path: ['a'],
  params: { key: 'a' },
});

const commit = (textId: string, text: string): LayerStackEvent => ({
  type: 'textCommitted',
  textId,
  text,
});

const contentsWith = (schemas: Record<string, readonly PackSchemaField[]>): LayerContents =>
  new Map(
    Object.entries(schemas).map(([layerId, schema]) => [
      layerId,
      {
        status: 'ready',
        data: { ...aContent(layerId), schema },
        error: null,
        retry: () => undefined,
      },
    ]),
  );

const NO_CONTENTS: LayerContents = new Map();

function setup(options: Partial<UseStackChecksOptions> = {}) {
  const asked: Asked[] = [];
  const tasks: ValuesTasks = {
    run: (name, input, signal) => {
      const answer = deferred<readonly TextDiagnostic[]>();
      asked.push({ name, input: input as Check, signal, answer });
      // The tasks asked here are checks.
      return answer.promise as never;
    },
  };
  let current: UseStackChecksOptions = {
    stack: fullStack(),
    contents: NO_CONTENTS,
    macros: null,
    tasks,
    delayMs: DELAY,
    ...options,
  };
  let renders = 0;
  const hook = renderHook(
    (props: UseStackChecksOptions) => {
      renders += 1;
      return useStackChecks(props);
    },
    { initialProps: current },
  );
  const rerender = (next: Partial<UseStackChecksOptions>) => {
    current = { ...current, ...next };
    hook.rerender(current);
  };
  return {
    asked,
    now: () => hook.result.current,
    renders: () => renders,
    unmount: hook.unmount,
    rerender,
    send: (...events: LayerStackEvent[]) => {
      rerender({ stack: reduceAll(current.stack, ...events) });
    },
    stack: () => current.stack,
    texts: () => asked.map(({ input }) => input.text),
    pause: () => act(() => vi.advanceTimersByTimeAsync(DELAY)),
    answer: (text: string, diagnostics: readonly TextDiagnostic[] = []) =>
      act(async () => {
        const last = asked.findLast(({ input }) => input.text === text);
        if (last === undefined) throw new Error(`Nothing was asked about ${text}.`);
        last.answer.resolve(diagnostics);
        await last.answer.promise;
      }),
    answerAll: () =>
      act(async () => {
        for (const { answer } of asked) answer.resolve([]);
        await Promise.allSettled(asked.map(({ answer }) => answer.promise));
      }),
  };
}

const DEFAULTS = ['os: true\n', 'k8s: true\n', 'cni: true\n', 'csi: true\n'];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('useStackChecks', () => {
  it('says which presets there are: those of the pack, and those its own values name', async () => {
    const own = '# spectrocloud.com/enabled-presets: Own:old\nk8s: true\n';
    const presets = [{ group: 'G', name: 'p', displayName: 'P', remove: [], add: 'a: 1\n' }];
    const contents = new Map(contentsWith({ k8s: [] }));
    const k8s = contents.get('k8s');
    if (k8s?.data) contents.set('k8s', { ...k8s, data: { ...k8s.data, presets } });
    const checks = setup({ contents });
    checks.send({ type: 'valuesLoaded', textId: K8S, base: own });
    await checks.pause();
    const options = checks.asked.map(({ input }) => input.options.presets);
    expect(options).toContainEqual([
      { group: 'G', name: 'p' },
      { group: 'Own', name: 'old' },
    ]);
    // Elsewhere they are not known yet.
    expect(options.filter((each) => each === undefined)).toHaveLength(3);
    await checks.answerAll();
  });

  it('checks all texts after a pause, and says where in the stack the findings are', async () => {
    const checks = setup();
    expect(checks.now().status).toBe('checking');
    expect(checks.texts()).toEqual([]);
    await checks.pause();
    expect(checks.texts()).toEqual(DEFAULTS);
    for (const text of DEFAULTS) await checks.answer(text, []);
    expect(checks.now()).toMatchObject({ status: 'ready', findings: [] });

    checks.send(commit(K8S, 'k8s: broken\n'));
    expect(checks.now().status).toBe('checking');
    await checks.pause();
    expect(checks.texts().slice(4)).toEqual(['k8s: broken\n']);
    await checks.answer('k8s: broken\n', [found('schema-type', 5)]);
    expect(checks.now().status).toBe('ready');
    expect(checks.now().findings).toEqual([
      {
        code: 'schema-type',
        severity: 'error',
        layerId: 'k8s',
        kind: 'k8s',
        manifestId: undefined,
        params: { key: 'a' },
        place: { textId: K8S, from: 5, to: 6, path: ['a'], fixes: undefined },
      },
    ]);
    expect(checks.now().byText.get(K8S)).toEqual([found('schema-type', 5)]);
    expect(checks.now().checkedText(K8S)).toBe('k8s: broken\n');
    expect(checks.now().checkedText('values/none')).toBeNull();
  });

  it('checks manifests as manifests, and orders findings as the stack does', async () => {
    const stack = reduceAll(
      fullStack(),
      { type: 'manifestAdded', layerId: 'k8s', name: 'one', content: 'kind: A\n' },
      { type: 'manifestAdded', layerId: 'os', name: 'two', content: 'kind: B\n' },
    );
    const checks = setup({ stack });
    await checks.pause();
    const names = checks.asked.map(({ name, input }) => `${name} ${input.text.trim()}`);
    expect(names).toEqual([
      'checkValues os: true',
      'checkManifest kind: B',
      'checkValues k8s: true',
      'checkManifest kind: A',
      'checkValues cni: true',
      'checkValues csi: true',
    ]);
    for (const { input } of [...checks.asked].reverse()) {
      await checks.answer(input.text, [found('yaml-syntax')]);
    }
    const [osManifest, k8sManifest] = ['os', 'k8s'].map(
      (id) => stack.layers.find((layer) => layer.id === id)?.manifests[0]?.id,
    );
    expect(
      checks
        .now()
        .findings.map(({ layerId, manifestId, place }) => [layerId, manifestId, place?.textId]),
    ).toEqual([
      ['os', undefined, 'values/os/public/os-pack-1.0.0'],
      ['os', osManifest, `manifest/${osManifest}`],
      ['k8s', undefined, K8S],
      ['k8s', k8sManifest, `manifest/${k8sManifest}`],
      ['cni', undefined, CNI],
      ['csi', undefined, 'values/csi/public/csi-pack-1.0.0'],
    ]);
  });

  it('waits until texts stand still, and sends only what changed', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    for (const text of ['a', 'ab', 'abc']) {
      checks.send(commit(K8S, text));
      await act(() => vi.advanceTimersByTimeAsync(DELAY - 1));
    }
    expect(checks.texts().slice(4)).toEqual([]);
    await checks.pause();
    expect(checks.texts().slice(4)).toEqual(['abc']);
  });

  it('gives a check up when its text changes, and drops the answer that comes all the same', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    checks.send(commit(K8S, 'old'), commit(CNI, 'other'));
    await checks.pause();
    const old = checks.asked.find(({ input }) => input.text === 'old');
    const other = checks.asked.find(({ input }) => input.text === 'other');
    checks.send(commit(K8S, 'new'));
    expect(old?.signal?.aborted).toBe(true);
    expect(other?.signal?.aborted).toBe(false);
    await checks.pause();
    await checks.answer('old', [found('yaml-syntax')]);
    await checks.answer('other', []);
    expect(checks.now()).toMatchObject({ status: 'checking', findings: [] });
    await checks.answer('new', [found('schema-range')]);
    expect(checks.now().findings.map(({ code }) => code)).toEqual(['schema-range']);
    expect(checks.texts().slice(4)).toEqual(['old', 'other', 'new']);
  });

  it('checks nothing again when a change is taken back before the pause is over', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    checks.send(commit(K8S, 'changed'));
    checks.send(commit(K8S, 'k8s: true\n'));
    expect(checks.now().status).toBe('ready');
    await checks.pause();
    expect(checks.asked).toHaveLength(4);
  });

  it('keeps the same findings while nothing is found anew', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    checks.send(commit(K8S, 'k8s: 1'));
    await checks.pause();
    await checks.answer('k8s: 1', [found('yaml-syntax')]);
    const before = checks.now();
    checks.rerender({});
    expect(checks.now()).toBe(before);
    checks.send(commit(K8S, 'k8s: 2'));
    await checks.pause();
    await checks.answer('k8s: 2', [found('yaml-syntax')]);
    expect(checks.now().findings).toBe(before.findings);
    expect(checks.now().byText).toBe(before.byText);
    expect(checks.now().settle).toBe(before.settle);
  });

  it('renders once for a change and once for each answer, and not while it waits', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    const before = checks.renders();
    checks.send(commit(K8S, 'k8s: 1'));
    const changed = checks.renders();
    await checks.pause();
    expect(checks.renders()).toBe(changed);
    await checks.answer('k8s: 1', [found('yaml-syntax')]);
    // Twice each, for StrictMode.
    expect([changed - before, checks.renders() - changed]).toEqual([2, 2]);
  });

  it('checks again what depends on what changed: schema, variables, macros, other packs', async () => {
    const mentions = 'k8s: "{{.spectro.pack.cni-pack.cni}}"\n';
    const checks = setup({ stack: reduceAll(fullStack(), commit(K8S, mentions)) });
    await checks.pause();
    await checks.answerAll();
    const next = async () => {
      const before = checks.asked.length;
      await checks.pause();
      await checks.answerAll();
      return checks.asked.slice(before).map(({ input }) => input);
    };

    const schema = [{ path: 'cni', schema: '{{ required }}' }];
    checks.rerender({ contents: contentsWith({ cni: schema }) });
    expect(await next()).toMatchObject([{ text: 'cni: true\n', options: { schema } }]);
    // Edited text stays where new defaults arrive.
    const edited = reduceAll(checks.stack(), commit(CNI, 'cni: false\n'));
    checks.rerender({ stack: edited });
    await next();
    checks.send({ type: 'valuesLoaded', textId: CNI, base: 'cni: null\n' });
    expect(await next()).toMatchObject([
      { text: 'cni: false\n', options: { base: 'cni: null\n' } },
    ]);

    checks.rerender({ macros: ['region'] });
    expect(await next()).toHaveLength(4);
    checks.rerender({ macros: ['region'] });
    expect(await next()).toEqual([]);
    checks.rerender({ macros: [] });
    expect(await next()).toHaveLength(4);
    checks.rerender({ macros: null });
    expect(await next()).toHaveLength(4);

    const { stack } = { stack: checks.stack() };
    checks.rerender({ stack: { ...stack, variables: [] } });
    expect(await next()).toHaveLength(4);

    checks.send(commit(CNI, 'cni: 2\n'));
    const inputs = await next();
    expect(inputs.map(({ text }) => text)).toEqual([mentions, 'cni: 2\n']);
    expect(inputs[0]?.options).toMatchObject({
      cloudType: 'aws',
      packs: { 'k8s-pack': mentions, 'cni-pack': 'cni: 2\n', 'os-pack': 'os: true\n' },
    });
    expect(inputs[1]?.options.packs).toEqual({});
  });

  it('forgets a text that is gone, and knows it when it is back', async () => {
    const manifest = {
      type: 'manifestAdded',
      layerId: 'os',
      name: 'm',
      content: 'kind: A',
    } as const;
    const checks = setup({ stack: reduceAll(fullStack(), manifest) });
    await checks.pause();
    await checks.answer('kind: A', [found('yaml-syntax')]);
    await checks.answerAll();
    expect(checks.now().findings).toHaveLength(1);
    const withIt = checks.stack();
    const { id } = withIt.layers[0]!.manifests[0]!;
    checks.send({ type: 'manifestRemoved', layerId: 'os', manifestId: id });
    expect(checks.now()).toMatchObject({ status: 'ready', findings: [] });
    checks.rerender({ stack: withIt });
    expect(checks.now().status).toBe('ready');
    expect(checks.now().findings).toHaveLength(1);
    expect(checks.asked).toHaveLength(5);
  });

  it('stops when it is unmounted', async () => {
    const checks = setup();
    await checks.pause();
    checks.unmount();
    expect(checks.asked.every(({ signal }) => signal?.aborted)).toBe(true);
    const later = setup();
    later.unmount();
    await vi.advanceTimersByTimeAsync(DELAY);
    expect(later.asked).toEqual([]);
  });

  describe('settle', () => {
    it('checks at once, and resolves once the current texts are checked', async () => {
      const checks = setup();
      const settled = checks.now().settle();
      const done = vi.fn();
      void settled.then(done);
      expect(checks.texts()).toEqual(DEFAULTS);
      for (const text of DEFAULTS.slice(1)) await checks.answer(text);
      checks.send(commit('values/os/public/os-pack-1.0.0', 'os: false\n'));
      await checks.answer(DEFAULTS[0]!, [found('yaml-syntax')]);
      expect(done).not.toHaveBeenCalled();
      expect(checks.texts().slice(4)).toEqual(['os: false\n']);
      await checks.answer('os: false\n', [found('schema-range')]);
      expect((await settled).map(({ code }) => code)).toEqual(['schema-range']);
      expect(await checks.now().settle()).toBe(checks.now().findings);
      await checks.pause();
      expect(checks.asked).toHaveLength(5);
    });

    it('takes a stack that is newer than what was rendered', async () => {
      const checks = setup();
      await checks.pause();
      await checks.answerAll();
      const newer: LayerStack = reduceAll(checks.stack(), commit(K8S, 'newer'));
      const settled = checks.now().settle(undefined, newer);
      await checks.answer('newer', [found('schema-range')]);
      expect((await settled).map(({ code }) => code)).toEqual(['schema-range']);
    });

    it('rejects when nobody waits any more; the checks go on', async () => {
      const checks = setup();
      const controller = new AbortController();
      const settled = checks.now().settle(controller.signal);
      controller.abort();
      await expect(settled).rejects.toMatchObject({ code: 'aborted' });
      expect(checks.asked.every(({ signal }) => signal?.aborted === false)).toBe(true);
      await checks.answerAll();
      expect(checks.now().status).toBe('ready');
    });

    it('resolves with what could be checked, and tries the rest again the next time', async () => {
      const checks = setup();
      await checks.pause();
      await checks.answer(DEFAULTS[0]!, [found('yaml-syntax')]);
      await act(async () => {
        for (const { answer } of checks.asked.slice(1)) {
          answer.reject(new ProfileError('unavailable', 'No engine.'));
        }
        await Promise.allSettled(checks.asked.map(({ answer }) => answer.promise));
      });
      expect(checks.now().status).toBe('failed');
      expect([...checks.now().byText.keys()]).toEqual(['values/os/public/os-pack-1.0.0']);
      expect(checks.now().checkedText(K8S)).toBeNull();
      checks.rerender({});
      await checks.pause();
      expect(checks.asked).toHaveLength(4);
      const again = checks.now().settle();
      expect(checks.texts().slice(4)).toEqual(DEFAULTS.slice(1));
      await checks.answerAll();
      expect((await again).map(({ code }) => code)).toEqual(['yaml-syntax']);
      expect(checks.now().status).toBe('ready');
    });
  });

  it('checks a large text when it is asked to, and not again until it changes', async () => {
    const checks = setup();
    await checks.pause();
    await checks.answerAll();
    checks.send(commit(K8S, 'large'));
    await checks.pause();
    await checks.answer('large', [{ ...found('manifest-large'), severity: 'info' }]);
    checks.now().check(K8S);
    expect(checks.asked.at(-1)?.input).toMatchObject({ text: 'large', force: true });
    await checks.answer('large', [found('yaml-syntax')]);
    expect(checks.now().findings.map(({ code }) => code)).toEqual(['yaml-syntax']);
    checks.rerender({});
    await checks.pause();
    checks.now().check('values/none');
    expect(checks.asked).toHaveLength(6);
  });
});
