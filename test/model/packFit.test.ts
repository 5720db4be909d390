import { describe, expect, it } from 'vitest';
import { packFit, type PackCandidate } from '../../src/model/packFit';
import type { PackContent, PackDependency } from '../../src/model/packs';
import { contentWith, aPack, aVersion, stackOf } from '../support/stackFixtures';

const stack = stackOf({
  os: aPack('ubuntu'),
  k8s: aPack('kubernetes', {
    displayName: 'PXK',
    version: aVersion('kubernetes', '1.33.9', { tag: '1.33.x' }),
  }),
});

const calico: PackCandidate = {
  layerId: 'cni',
  name: 'cni-calico',
  displayName: 'Calico',
  version: '3.28.4',
  cloudTypes: ['aws'],
};

/** What Kubernetes says. */
const kubernetesSays = (...dependencies: readonly PackDependency[]) =>
  new Map<string, PackContent>([['k8s', contentWith({ dependencies })]]);

describe('a candidate', () => {
  it('fits where nothing is known against it', () => {
    expect(packFit(calico, stack, new Map())).toEqual([]);
  });

  it('must work on the cloud', () => {
    expect(packFit({ ...calico, cloudTypes: ['vsphere'] }, stack, new Map())).toEqual([
      {
        code: 'cloud-type-mismatch',
        ruleOf: 'candidate',
        params: { pack: 'Calico', version: '3.28.4', cloudType: 'aws' },
      },
    ]);
  });

  it('is judged by the rules of chosen packs about it', () => {
    const contents = kubernetesSays({
      packName: 'cni-calico',
      layer: 'cni',
      type: 'optional',
      minVersion: '3.30',
    });
    expect(packFit(calico, stack, contents)).toMatchObject([
      {
        code: 'dependency-version',
        ruleOf: 'chosen',
        params: { pack: 'PXK', version: '1.33.9', range: '≥ 3.30', found: '3.28.4' },
      },
    ]);
    expect(packFit({ ...calico, version: '3.30.0' }, stack, contents)).toEqual([]);
    // Without a version nobody can tell.
    expect(packFit({ ...calico, version: null }, stack, contents)).toEqual([]);
    expect(packFit({ ...calico, name: 'cni-cilium' }, stack, contents)).toEqual([]);
  });

  it('does not fit beside a pack that allows none of its versions, whichever it is', () => {
    const contents = kubernetesSays({ packName: 'cni-calico', type: 'notSupported' });
    expect(packFit({ ...calico, version: null }, stack, contents)).toMatchObject([
      { code: 'dependency-not-supported', ruleOf: 'chosen' },
    ]);
  });

  it('does not fit in the place of a pack that another one requires', () => {
    const contents = kubernetesSays({ packName: 'cni-cilium', layer: 'cni', type: 'required' });
    expect(packFit(calico, stack, contents)).toMatchObject([
      { code: 'dependency-missing', ruleOf: 'chosen', params: { needs: 'cni-cilium' } },
    ]);
    // In another layer it takes nobody's place, even where the wrong pack has it.
    const wrong = stackOf({ k8s: aPack('kubernetes'), cni: aPack('cni-flannel') });
    expect(packFit({ ...calico, layerId: 'csi' }, wrong, contents)).toEqual([]);
  });

  it('is judged by its own rules about chosen packs', () => {
    const dependencies: readonly PackDependency[] = [
      { packName: 'kubernetes', type: 'required', minVersion: '1.34' },
      { packName: 'ubuntu', type: 'notSupported' },
      { packName: 'edge-k3s', layer: 'k8s', type: 'required' },
    ];
    expect(packFit({ ...calico, dependencies }, stack, new Map())).toMatchObject([
      { code: 'dependency-version', ruleOf: 'candidate', params: { needsName: 'PXK' } },
      { code: 'dependency-not-supported', ruleOf: 'candidate' },
      { code: 'dependency-missing', ruleOf: 'candidate', params: { needs: 'edge-k3s' } },
    ]);
  });

  it('is not blamed for what is still to be chosen, or for another profile to bring', () => {
    const dependencies: readonly PackDependency[] = [
      { packName: 'csi-any', layer: 'csi', type: 'required' },
      { packName: 'operator', layer: 'addon', type: 'required' },
    ];
    expect(packFit({ ...calico, dependencies }, stack, new Map())).toEqual([]);
  });

  it('stands in the place of what is chosen for its layer now', () => {
    const withOld = stackOf({
      k8s: aPack('kubernetes'),
      cni: aPack('cni-calico', { version: aVersion('cni-calico', '3.20.0') }),
    });
    const contents = kubernetesSays({
      packName: 'cni-calico',
      type: 'optional',
      minVersion: '3.28',
    });
    expect(packFit(calico, withOld, contents)).toEqual([]);
  });

  it('has no say for a layer that is not there', () => {
    expect(packFit({ ...calico, layerId: 'addon-1', cloudTypes: [] }, stack, new Map())).toEqual(
      [],
    );
  });
});
