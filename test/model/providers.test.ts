import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_PROVIDERS,
  DEFAULT_CLOUD_TYPE,
  fitsCloudType,
  joinProviders,
  type Provider,
} from '../../src/model/providers';

const custom: Provider = {
  cloudType: 'nutanix',
  displayName: 'Nutanix',
  group: 'infrastructure',
  isManaged: false,
  layers: ['cni', 'csi'],
  isCustom: true,
};

describe('the built-in providers', () => {
  it('are the ten of the flow, in two groups', () => {
    const names = (group: Provider['group']) =>
      BUILT_IN_PROVIDERS.filter((provider) => provider.group === group).map(
        ({ cloudType, displayName }) => `${cloudType} ${displayName}`,
      );
    expect(names('infrastructure')).toEqual([
      'apache-cloudstack Apache CloudStack',
      'aws AWS IaaS',
      'azure Azure IaaS',
      'edge-native Edge Native',
      'gcp GCP IaaS',
      'maas MAAS',
      'vsphere VMware vSphere',
    ]);
    expect(names('managed')).toEqual(['eks AWS EKS', 'aks Azure AKS', 'gke GCP GKE']);
    expect(BUILT_IN_PROVIDERS).toHaveLength(10);
  });

  it('are managed where their group is, and have the four core layers from the bottom up', () => {
    for (const provider of BUILT_IN_PROVIDERS) {
      expect(provider.isManaged).toBe(provider.group === 'managed');
      expect(provider.layers).toEqual(['os', 'k8s', 'cni', 'csi']);
    }
  });

  it('hold the default', () => {
    expect(BUILT_IN_PROVIDERS.map(({ cloudType }) => cloudType)).toContain(DEFAULT_CLOUD_TYPE);
  });
});

describe('joinProviders', () => {
  it('puts custom providers behind the built-in ones', () => {
    expect(joinProviders([custom])).toEqual([...BUILT_IN_PROVIDERS, custom]);
  });

  it('lets the known cloud type win, and the first of a repeated one', () => {
    const other = { ...custom, displayName: 'Other' };
    const aws = { ...custom, cloudType: 'aws' };
    expect(joinProviders([aws, custom, other])).toEqual([...BUILT_IN_PROVIDERS, custom]);
  });

  it('is the same list when nothing joins', () => {
    expect(joinProviders([])).toBe(BUILT_IN_PROVIDERS);
    expect(joinProviders([{ ...custom, cloudType: 'aws' }])).toBe(BUILT_IN_PROVIDERS);
  });
});

describe('fitsCloudType', () => {
  it.each([
    [['aws', 'eks'], 'eks', true],
    [['aws', 'eks'], 'azure', false],
    [['all'], 'anything', true],
    [['edge'], 'edge-native', false],
    [['nutanix'], 'nutanix', true],
    [[], 'aws', false],
  ])('of %j and %s is %s', (cloudTypes, cloudType, fits) => {
    expect(fitsCloudType(cloudTypes, cloudType)).toBe(fits);
  });
});
