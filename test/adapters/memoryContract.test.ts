import { describe, it } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters';
import { BUILT_IN_PROVIDERS, type Provider } from '../../src/model/providers';
import { testProfileAdapter } from '../../src/testing';
import { smallCatalog, smallPack } from '../support/smallCatalog';

const nutanix: Provider = {
  cloudType: 'nutanix',
  displayName: 'Nutanix',
  group: 'infrastructure',
  isManaged: false,
  layers: ['cni', 'csi'],
  isCustom: true,
};

describe('createMemoryAdapter', () => {
  testProfileAdapter({
    test: it,
    createAdapter: () => createMemoryAdapter(smallCatalog(), { pageSize: 2 }),
  });
});

describe('createMemoryAdapter with every capability and latency', () => {
  testProfileAdapter({
    test: it,
    createAdapter: () =>
      createMemoryAdapter(
        smallCatalog({
          providers: [nutanix],
          permissions: [
            'clusterProfile.create',
            'clusterProfile.get',
            'clusterProfile.list',
            'clusterProfile.update',
            'clusterProfile.delete',
          ],
        }),
        { pageSize: 1, latency: 1 },
      ),
  });
});

describe('createMemoryAdapter without the right to create', () => {
  testProfileAdapter({
    test: it,
    createAdapter: () =>
      createMemoryAdapter(smallCatalog({ permissions: ['clusterProfile.list'] })),
  });
});

describe('createMemoryAdapter with packs of one provider and layer', () => {
  const last = BUILT_IN_PROVIDERS.at(-1)?.cloudType ?? '';
  const packs = [smallPack({ name: 'only', layer: 'addon', cloudTypes: [last] })];
  testProfileAdapter({
    test: it,
    createAdapter: () => createMemoryAdapter(smallCatalog({ packs })),
    sample: { cloudType: last, layer: 'addon' },
  });
});
