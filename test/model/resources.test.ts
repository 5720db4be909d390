import { describe, expect, it } from 'vitest';
import type { PackResource } from '../../src/model/packs';
import { parseQuantity, resourcePaths, sumResources } from '../../src/model/resources';
import { contentWith } from '../support/stackFixtures';

const contents = (...layers: readonly (readonly PackResource[])[]) =>
  new Map(layers.map((resources, at) => [`layer-${at}`, contentWith({ resources })]));

describe('the sum of what packs need', () => {
  it('adds their limits, by type', () => {
    const total = sumResources(
      contents(
        [
          { type: 'cpu', minLimit: 100 },
          { type: 'memory', minLimit: 128 },
        ],
        [],
        [
          { type: 'cpu', minLimit: 250 },
          { type: 'diskSize', minLimit: 40 },
          { type: 'gpu', minLimit: 1 },
        ],
      ),
    );
    expect(total).toMatchObject({ cpu: 350, memory: 128, diskSize: 40 });
    expect(total.layerIds).toEqual(['layer-0', 'layer-2']);
    expect(total.pools.all.cpu).toBe(350);
  });

  it('is nothing where nobody says anything', () => {
    expect(sumResources(new Map([['os', contentWith()]]))).toMatchObject({
      cpu: 0,
      memory: 0,
      diskSize: 0,
      layerIds: [],
    });
  });

  it.each([-1, NaN, Infinity])('leaves out a limit of %s', (minLimit) => {
    expect(sumResources(contents([{ type: 'cpu', minLimit }])).cpu).toBe(0);
  });

  const parts: PackResource = {
    type: 'cpu',
    minLimit: 9000,
    components: [
      { requestPath: 'api.cpu', replicasPath: 'api.replicas', scheduleType: 'master' },
      { requestPath: 'node.cpu', scheduleType: 'worker' },
      { requestPath: 'agent.cpu', scheduleType: 'all' },
      { requestPath: 'other.cpu', scheduleType: 'control-plane' },
    ],
  };

  it('reads components from the values, and then does not count the limit', () => {
    const values: Record<string, string | number> = {
      'api.cpu': '250m',
      'api.replicas': 3,
      'node.cpu': 1,
      'agent.cpu': '0.1',
    };
    const total = sumResources(contents([parts]), (_, path) => values[path] ?? null);
    expect(total.cpu).toBe(1850);
    expect(total.pools['control-plane'].cpu).toBe(750);
    expect(total.pools.worker.cpu).toBe(1000);
    expect(total.pools.all.cpu).toBe(100);
    expect(total).toMatchObject({ readLayerIds: ['layer-0'], statedLayerIds: [] });
  });

  it('says which numbers are read and which are stated', () => {
    const read = (layerId: string, path: string) =>
      layerId === 'layer-0' && path === 'node.cpu' ? '1' : null;
    const memory: PackResource = { type: 'memory', minLimit: 128 };
    expect(sumResources(contents([parts, memory], [parts], []), read)).toMatchObject({
      cpu: 10_000,
      readLayerIds: ['layer-0'],
      statedLayerIds: ['layer-0', 'layer-1'],
    });
  });

  it('names the paths to read, each once', () => {
    expect(
      resourcePaths(contentWith({ resources: [parts, { ...parts, type: 'memory' }] })),
    ).toEqual(['api.cpu', 'api.replicas', 'node.cpu', 'agent.cpu', 'other.cpu']);
    expect(resourcePaths(contentWith())).toEqual([]);
  });

  it('counts the limit where no component can be read', () => {
    expect(sumResources(contents([parts])).cpu).toBe(9000);
    expect(sumResources(contents([parts]), () => '{{ .Values.cpu }}').cpu).toBe(9000);
  });

  it('takes a number of replicas that makes no sense for one', () => {
    const values: Record<string, string> = { 'api.cpu': '100m', 'api.replicas': 'many' };
    expect(sumResources(contents([parts]), (_, path) => values[path] ?? null).cpu).toBe(100);
  });
});

describe('a quantity', () => {
  it.each([
    ['250m', 'cpu', 250],
    ['0.5', 'cpu', 500],
    [2, 'cpu', 2000],
    ['128Mi', 'memory', 128],
    ['1Gi', 'memory', 1024],
    ['1.5Gi', 'memory', 1536],
    [1048576, 'memory', 1],
    ['2e6', 'memory', 2e6 / 2 ** 20],
    ['20G', 'diskSize', 20],
    ['20Gi', 'diskSize', 21.47483648],
    ['', 'cpu', null],
    ['lots', 'cpu', null],
    ['-1', 'cpu', null],
    ['1 Gi', 'memory', null],
    ['1Xi', 'memory', null],
  ] as const)('reads %s of %s as %s', (value, type, expected) => {
    expect(parseQuantity(value, type)).toBe(expected);
  });
});
