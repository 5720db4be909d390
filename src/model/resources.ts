import type { PackContent, PackResource, PackResourceComponent } from './packs';

/** Minimums of machines: CPU in millicores, memory in Mi, disk in GB. */
export interface ResourceAmounts {
  readonly cpu: number;
  readonly memory: number;
  readonly diskSize: number;
}

export interface ResourceTotals extends ResourceAmounts {
  /** The same by the machines it is needed on; `all` where a pack does not say. */
  readonly pools: Readonly<Record<ResourcePool, ResourceAmounts>>;
  /** Layers whose packs say what they need, in the order given. Others may need more than nothing. */
  readonly layerIds: readonly string[];
  /** Those of them for which at least one request was read from the values. */
  readonly readLayerIds: readonly string[];
  /** Those of them for which a minimum counts that the pack states. */
  readonly statedLayerIds: readonly string[];
}

export type ResourcePool = 'all' | 'control-plane' | 'worker';

/** The value at a dotted path of a layer's text; null where there is none, or it is no scalar. */
export type ReadResourceValue = (layerId: string, path: string) => string | number | null;

type ResourceType = keyof ResourceAmounts;

const TYPES: readonly ResourceType[] = ['cpu', 'memory', 'diskSize'];

/**
 * What the packs of a stack need at least, taken together. A pack with components needs what its values
 * request for them; where that cannot be read, its `minLimit` counts.
 *
 * @param contents what the chosen version of each layer brings along, by layer id
 * @param readValue reads requests and replica counts. @default components are not read
 */
export function sumResources(
  contents: ReadonlyMap<string, PackContent>,
  readValue: ReadResourceValue = () => null,
): ResourceTotals {
  const pools = { all: nothing(), 'control-plane': nothing(), worker: nothing() };
  const layerIds: string[] = [];
  const readLayerIds: string[] = [];
  const statedLayerIds: string[] = [];
  for (const [layerId, { resources = [] }] of contents) {
    const needs = resources.flatMap((resource) =>
      needsOf(resource, (path) => readValue(layerId, path)),
    );
    for (const { pool, type, amount } of needs) pools[pool][type] += amount;
    if (needs.length > 0) layerIds.push(layerId);
    if (needs.some(({ isRead }) => isRead)) readLayerIds.push(layerId);
    if (needs.some(({ isRead }) => !isRead)) statedLayerIds.push(layerId);
  }
  const total = nothing();
  for (const type of TYPES) {
    total[type] = Object.values(pools).reduce((sum, amounts) => sum + amounts[type], 0);
  }
  return { ...total, pools, layerIds, readLayerIds, statedLayerIds };
}

/** The dotted paths of the values that tell what a pack needs, each once. */
export function resourcePaths({ resources = [] }: PackContent): readonly string[] {
  const components = resources.flatMap((resource) => resource.components ?? []);
  return [
    ...new Set(
      components.flatMap(({ requestPath, replicasPath }) =>
        replicasPath === undefined ? [requestPath] : [requestPath, replicasPath],
      ),
    ),
  ];
}

/**
 * A Kubernetes quantity in the unit of its kind: `250m` and `0.25` are 250 millicores, `1Gi` is 1024 Mi.
 * A bare number of a value is one of CPUs or bytes; null where it is not a quantity.
 */
export function parseQuantity(value: string | number, type: ResourceType): number | null {
  const [, digits, unit = ''] =
    /^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(String(value).trim()) ?? [];
  if (digits === undefined) return null;
  const factor = FACTORS.get(unit);
  if (factor === undefined) return null;
  const amount = Number(digits) * factor;
  if (type === 'cpu') return amount * 1000;
  return type === 'memory' ? amount / 2 ** 20 : amount / 1e9;
}

const FACTORS: ReadonlyMap<string, number> = new Map([
  ...['', 'k', 'M', 'G', 'T', 'P'].map((unit, at) => [unit, 1000 ** at] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi'].map((unit, at) => [unit, 1024 ** (at + 1)] as const),
  ['m', 1 / 1000],
]);

interface Need {
  readonly pool: ResourcePool;
  readonly type: ResourceType;
  readonly amount: number;
  /** From the values, not as the pack states it. */
  readonly isRead: boolean;
}

function needsOf(
  { type, minLimit, components = [] }: PackResource,
  read: (path: string) => string | number | null,
): readonly Need[] {
  const known = TYPES.find((candidate) => candidate === type);
  if (known === undefined) return [];
  const requested = components.flatMap((component): readonly Need[] => {
    const amount = requestOf(component, known, read);
    return amount === null ? [] : [{ pool: poolOf(component), type: known, amount, isRead: true }];
  });
  if (requested.length > 0) return requested;
  const isAmount = minLimit !== undefined && Number.isFinite(minLimit) && minLimit >= 0;
  return isAmount ? [{ pool: 'all', type: known, amount: minLimit, isRead: false }] : [];
}

function requestOf(
  { requestPath, replicasPath }: PackResourceComponent,
  type: ResourceType,
  read: (path: string) => string | number | null,
): number | null {
  const value = read(requestPath);
  const amount = value === null ? null : parseQuantity(value, type);
  if (amount === null) return null;
  const replicas = replicasPath === undefined ? 1 : Number(read(replicasPath) ?? 1);
  return amount * (Number.isFinite(replicas) && replicas >= 0 ? replicas : 1);
}

function poolOf({ scheduleType }: PackResourceComponent): ResourcePool {
  if (scheduleType === 'worker') return 'worker';
  // The older word is still in schemas.
  return scheduleType === 'control-plane' || scheduleType === 'master' ? 'control-plane' : 'all';
}

function nothing(): Record<ResourceType, number> {
  return { cpu: 0, memory: 0, diskSize: 0 };
}
