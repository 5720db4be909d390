import { describe, expect, it } from 'vitest';
import { checkLayerStack } from '../../src/model/dependencies';
import type { LayerKind } from '../../src/model/layers';
import type { PackContent, PackDependency } from '../../src/model/packs';
import { contentWith, aPack, aVersion, stackOf } from '../support/stackFixtures';

const rule = (options: Partial<PackDependency>): PackDependency => ({
  packName: 'kubernetes',
  type: 'optional',
  ...options,
});

/** Kubernetes 1.33.9 below a network that has the rules. */
function check(
  rules: readonly PackDependency[],
  options: { readonly kubernetes?: string | null; readonly owner?: LayerKind } = {},
) {
  const { kubernetes = '1.33.9', owner = 'cni' } = options;
  const stack = stackOf({
    k8s:
      kubernetes === null
        ? null
        : aPack('kubernetes', { version: aVersion('kubernetes', kubernetes) }),
    [owner]: aPack(`${owner}-calico`, { displayName: 'Calico' }),
  });
  const contents = new Map<string, PackContent>([[owner, contentWith({ dependencies: rules })]]);
  return checkLayerStack(stack, contents);
}

const codes = (...args: Parameters<typeof check>) => check(...args).map(({ code }) => code);

describe('rules of type optional', () => {
  it.each([
    [{ minVersion: '1.30' }, []],
    [{ minVersion: '1.33.9' }, []],
    [{ minVersion: '1.34' }, ['dependency-version']],
    [{ maxVersion: '1.33' }, []],
    [{ maxVersion: '1.33.9' }, []],
    [{ maxVersion: '1.33.8' }, ['dependency-version']],
    [{ maxVersion: '1.32' }, ['dependency-version']],
    [{ minVersion: '', maxVersion: '' }, []],
    [{ minVersion: 'newest' }, []],
  ])('hold %o → %j', (bounds, expected) => {
    expect(codes([rule(bounds)])).toEqual(expected);
  });

  it('say nothing of a pack that is not there', () => {
    expect(codes([rule({ packName: 'kubernetes-eks', minVersion: '9' })])).toEqual([]);
  });

  it('say nothing of a version that cannot be read', () => {
    expect(codes([rule({ minVersion: '1.34' })], { kubernetes: 'stable' })).toEqual([]);
  });

  it('say nothing of a pack of that name in another layer', () => {
    expect(codes([rule({ layer: 'addon', minVersion: '1.34' })])).toEqual([]);
  });
});

describe('rules of type required', () => {
  it('want the pack in its range', () => {
    expect(codes([rule({ type: 'required', layer: 'k8s' })])).toEqual([]);
    expect(codes([rule({ type: 'required', minVersion: '1.34' })])).toEqual(['dependency-version']);
    expect(codes([rule({ type: 'required', layer: 'k8s', packName: 'edge-k3s' })])).toEqual([
      'dependency-missing',
    ]);
  });

  it('wait until the layer has a pack, and all have where the rule names no layer', () => {
    expect(codes([rule({ type: 'required', layer: 'k8s' })], { kubernetes: null })).toEqual([]);
    expect(codes([rule({ type: 'required', packName: 'edge-k3s' })])).toEqual([]);
  });

  it('only warn of a pack that no layer of the profile could hold', () => {
    const [found] = check([rule({ type: 'required', layer: 'addon', packName: 'operator' })]);
    expect(found).toMatchObject({ code: 'dependency-missing', severity: 'warning' });
  });
});

describe('rules of type notSupported', () => {
  it.each([
    [{}, ['dependency-not-supported']],
    [{ maxVersion: '1.33' }, ['dependency-not-supported']],
    [{ minVersion: '1.34' }, []],
    [{ packName: 'edge-k3s' }, []],
  ])('forbid %o → %j', (options, expected) => {
    expect(codes([rule({ type: 'notSupported', ...options })])).toEqual(expected);
  });
});

it.each(['upgrade', 'recommended', ''])('does not judge rules of type “%s”', (type) => {
  expect(codes([rule({ type, minVersion: '9' })])).toEqual([]);
});

it('judges a rule the same from below as from above', () => {
  const rules = [rule({ minVersion: '1.34' })];
  expect(codes(rules, { owner: 'os' })).toEqual(['dependency-version']);
  expect(codes(rules, { owner: 'csi' })).toEqual(['dependency-version']);
});

it('tells who needs what, and what there is, at the layer of the rule', () => {
  expect(check([rule({ minVersion: '1.34', maxVersion: '1.36' })])).toEqual([
    {
      code: 'dependency-version',
      severity: 'error',
      layerId: 'cni',
      kind: 'cni',
      params: {
        pack: 'Calico',
        version: '1.0.0',
        needs: 'kubernetes',
        needsName: 'Pack kubernetes',
        range: '1.34 – 1.36',
        found: '1.33.9',
      },
    },
  ]);
});

it('says nothing while the rules of a layer are not loaded', () => {
  const stack = stackOf({ k8s: aPack('kubernetes'), cni: aPack('calico') });
  expect(checkLayerStack(stack, new Map())).toEqual([]);
});

it('does not hold a rule of a pack about itself against it', () => {
  const stack = stackOf({ csi: aPack('piraeus', { version: aVersion('piraeus', '2.7.1') }) });
  const dependencies = [rule({ packName: 'piraeus', type: 'optional', minVersion: '2.8' })];
  expect(checkLayerStack(stack, new Map([['csi', contentWith({ dependencies })]]))).toEqual([]);
});
