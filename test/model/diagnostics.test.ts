import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkLayer,
  checkLayers,
  countSeverities,
  isLayerComplete,
} from '../../src/model/diagnostics';
import { findLayer, type ChosenPack, type LayerStack } from '../../src/model/layerStack';
import { reduceLayerStack } from '../../src/model/reduceLayerStack';
import { aPack, aVersion, emptyStack, fullStack, reduceAll } from '../support/fixtures';
import { anyCommands } from '../support/stackEvents';

function withPack(pack: ChosenPack, values: string | null = 'a: 1'): LayerStack {
  const stack = reduceLayerStack(emptyStack(), { type: 'packSelected', layerId: 'os', pack });
  const textId = `values/os/${pack.registryUid}/${pack.version?.packUid ?? 'none'}`;
  return values === null
    ? stack
    : reduceLayerStack(stack, { type: 'valuesLoaded', textId, base: values });
}

function found(stack: LayerStack, layerId = 'os'): readonly string[] {
  const layer = findLayer(stack, layerId);
  return layer === null
    ? ['no layer']
    : checkLayer(stack, layer).map(({ code, severity }) => `${severity} ${code}`);
}

describe('the choice of a layer', () => {
  it('lacks pack, version or values, in this order', () => {
    expect(found(emptyStack())).toEqual(['error pack-missing']);
    expect(found(withPack(aPack('a', { version: null }), null))).toEqual(['error version-missing']);
    expect(found(withPack(aPack('a'), null))).toEqual(['error values-missing']);
    expect(found(withPack(aPack('a')))).toEqual([]);
    expect(found(withPack(aPack('a'), ''))).toEqual([]);
  });

  it.each([
    ['all', ['all'], true],
    ['the very cloud', ['azure', 'aws'], true],
    ['others only', ['azure'], false],
    ['none', [], false],
    ['a longer name', ['aws-gov'], false],
  ])('works on %s', (_, cloudTypes, fits) => {
    const version = aVersion('a', '1.0.0', { cloudTypes });
    // The version's clouds count, not the pack's.
    const stack = withPack(aPack('a', { cloudTypes: fits ? ['gcp'] : ['all'], version }));
    expect(found(stack)).toEqual(fits ? [] : ['error cloud-type-mismatch']);
  });

  it.each(['deprecated', 'disabled', 'deleted'] as const)('warns of a %s pack', (state) => {
    const stack = withPack(aPack('a', { state }));
    expect(found(stack)).toEqual(['warning pack-deprecated']);
    expect(isLayerComplete(stack, 'os')).toBe(true);
  });

  it.each([
    ['', '', ['error pack-name-missing']],
    ['  ', '1.0.0', ['error pack-name-missing']],
    ['nginx', ' ', ['error version-missing']],
    ['nginx', '1.0.0', []],
  ])('typed as "%s" "%s"', (name, version, expected) => {
    const stack = reduceLayerStack(emptyStack(), {
      type: 'packTyped',
      layerId: 'os',
      registryUid: 'offline',
      packType: 'oci',
      name,
      version,
    });
    expect(found(stack)).toEqual(expected);
  });

  it('says which pack and version is meant', () => {
    const version = aVersion('a', '1.0.0', { cloudTypes: ['azure'], tag: '1.x' });
    expect(checkLayers(withPack(aPack('a', { version })))[0]).toEqual({
      code: 'cloud-type-mismatch',
      severity: 'error',
      layerId: 'os',
      kind: 'os',
      params: { pack: 'Pack a', version: '1.x', cloudType: 'aws' },
    });
  });
});

describe('the manifests of a layer', () => {
  const named = (...names: readonly string[]) => {
    const added = names.reduce(
      (stack, _, count) =>
        reduceLayerStack(stack, {
          type: 'manifestAdded',
          layerId: 'os',
          name: `m${count}`,
          content: 'kind: A',
        }),
      fullStack(),
    );
    return names.reduce(
      (stack, name, count) =>
        reduceLayerStack(stack, {
          type: 'manifestRenamed',
          layerId: 'os',
          manifestId: `manifest-${count + 1}`,
          name,
        }),
      added,
    );
  };

  it('need names of their own', () => {
    expect(found(named('a', 'b'))).toEqual([]);
    expect(found(named('a', ' a '))).toEqual(['error manifest-name-taken']);
    expect(found(named('', '  '))).toEqual([
      'error manifest-name-missing',
      'error manifest-name-missing',
    ]);
    expect(checkLayers(named('a', 'a'))[0]).toMatchObject({ manifestId: 'manifest-2' });
    expect(isLayerComplete(named('a', 'a'), 'os')).toBe(false);
  });

  it('may be named alike on two layers, and are only warned about when empty', () => {
    const event = { type: 'manifestAdded', name: 'a', content: ' \n' } as const;
    const stack = reduceAll(
      fullStack(),
      { ...event, layerId: 'os' },
      { ...event, layerId: 'k8s', content: 'kind: A' },
    );
    expect(found(stack)).toEqual(['warning manifest-empty']);
    expect(found(stack, 'k8s')).toEqual([]);
    expect(isLayerComplete(stack, 'os')).toBe(true);
  });
});

describe('all findings', () => {
  it('are the same array for the same stack, lowest layer first', () => {
    const stack = emptyStack();
    expect(checkLayers(stack)).toBe(checkLayers(stack));
    expect(checkLayers(stack).map(({ layerId }) => layerId)).toEqual(['os', 'k8s', 'cni', 'csi']);
    expect(checkLayers(fullStack())).toEqual([]);
  });

  it('are counted by severity', () => {
    const severities = ['error', 'warning', 'info', 'warning'] as const;
    expect(countSeverities(severities.map((severity) => ({ severity })))).toEqual({
      errors: 1,
      warnings: 2,
    });
    expect(countSeverities([])).toEqual({ errors: 0, warnings: 0 });
  });

  it('leave an unknown layer incomplete', () => {
    expect(isLayerComplete(fullStack(), 'unknown')).toBe(false);
  });

  it('property: a layer is complete exactly when nothing about it is an error', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const stack = commands.reduce(
          (now, command) => reduceLayerStack(now, command.eventFor(now)),
          fullStack(),
        );
        for (const { id } of stack.layers) {
          const errors = checkLayers(stack).filter(
            ({ layerId, severity }) => layerId === id && severity === 'error',
          );
          expect(isLayerComplete(stack, id)).toBe(errors.length === 0);
        }
      }),
    );
  });
});
