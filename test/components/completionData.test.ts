import { describe, expect, it } from 'vitest';
import { completionData } from '../../src/components/StackWork/completionData';
import { createValuesTasks } from '../../src/hooks/valuesTasks';
import { createLayerStack, type LayerStack } from '../../src/model/layerStack';
import type { PackContent } from '../../src/model/packs';
import { createVariable } from '../../src/model/variables';

const values = `pack:
  podCIDR: 192.168.0.0/16
  adminPassword: hunter2
  hidden: { key: hunter3 }
`;

const stack: LayerStack = (() => {
  const empty = createLayerStack({ cloudType: 'aws', layers: ['k8s'] });
  const version = { tag: '1.0.0', version: '1.0.0', packUid: 'uid', cloudTypes: ['all'] };
  return {
    ...empty,
    layers: empty.layers.map((layer) => ({
      ...layer,
      pack: {
        registryUid: 'r',
        name: 'kubernetes',
        displayName: 'Kubernetes',
        type: 'oci' as const,
        cloudTypes: ['all'],
        state: 'active' as const,
        isTyped: false,
        version,
      },
    })),
    texts: { 'values/k8s/r/uid': { text: values, base: values, revision: 0 } },
    variables: [{ ...createVariable('owner'), defaultValue: "it's", isSensitive: true }],
  };
})();

const content: PackContent = {
  packUid: 'uid',
  values,
  presets: [],
  schema: [{ path: 'pack.hidden.key', schema: '{{ format "${password}" }}' }],
  dependencies: [],
};

const data = completionData({
  stack,
  macros: null,
  contents: new Map([['k8s', content]]),
  tasks: createValuesTasks({ createWorker: null }),
});
const { signal } = new AbortController();

describe('what can be referred to from a stack', () => {
  it('are its variables with what decides their quotes', () => {
    expect(data.variables).toEqual([
      { name: 'owner', description: '', defaultValue: "it's", options: [], isSensitive: true },
    ]);
  });

  it('are the values of its packs, level by level', async () => {
    expect(Object.keys(data.packs)).toEqual(['kubernetes']);
    const list = (within: string) =>
      data.packValues?.list({ pack: 'kubernetes', within, search: '' }, signal);
    expect((await list(''))?.values.map(({ name }) => name)).toEqual(['pack']);
    expect((await list('pack'))?.values).toEqual([
      { name: 'podCIDR', isMap: false, value: '192.168.0.0/16' },
      { name: 'adminPassword', isMap: false, value: null },
      { name: 'hidden', isMap: true, value: null },
    ]);
    expect((await list('pack.hidden'))?.values).toEqual([
      { name: 'key', isMap: false, value: null },
    ]);
  });

  it('never tells a secret', async () => {
    const read = (path: string) => data.packValues?.read({ pack: 'kubernetes', path }, signal);
    expect((await read('pack.podCIDR'))?.value).toBe('192.168.0.0/16');
    expect((await read('pack.adminPassword'))?.value).toBeNull();
    expect((await read('pack.hidden.key'))?.value).toBeNull();
    expect(await read('pack.none')).toBeNull();
  });
});
