import type { PackQuery, Page, ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import type { LayerKind } from '../../src/model/layers';
import {
  createLayerStack,
  type ChosenPack,
  type ChosenVersion,
  type LayerStack,
} from '../../src/model/layerStack';
import type { Pack, PackContent, PackSummary, PackTag, Registry } from '../../src/model/packs';
import type { Profile, ProfileLayer } from '../../src/model/profile';
import { createStackFromDraft, type DraftLayer } from '../../src/model/profileDraft';
import type { ProfileInfoValues } from '../../src/model/profileInfo';
import { BUILT_IN_PROVIDERS, type Provider } from '../../src/model/providers';
import { reduceLayerStack, type LayerStackEvent } from '../../src/model/reduceLayerStack';

export const REGISTRY = 'public';
export const OTHER_REGISTRY = 'private';

export function providerNamed(cloudType: string): Provider {
  const provider = BUILT_IN_PROVIDERS.find((candidate) => candidate.cloudType === cloudType);
  if (provider === undefined) throw new Error(`There is no provider ${cloudType}.`);
  return provider;
}

/** A custom cloud with two layers. */
export const SMALL_CLOUD: Provider = {
  cloudType: 'nutanix',
  displayName: 'Nutanix',
  group: 'infrastructure',
  isManaged: false,
  layers: ['os', 'k8s'],
  isCustom: true,
};

export function aVersion(
  packName: string,
  version = '1.0.0',
  options: Partial<ChosenVersion> = {},
): ChosenVersion {
  return {
    tag: version,
    version,
    packUid: `${packName}-${version}`,
    cloudTypes: ['all'],
    ...options,
  };
}

/** A pack as the stack keeps it; `version: null` as it comes from a list. */
export function aPack(name: string, options: Partial<ChosenPack> = {}): ChosenPack {
  return {
    registryUid: REGISTRY,
    name,
    displayName: `Pack ${name}`,
    type: 'oci',
    cloudTypes: ['all'],
    state: 'active',
    isTyped: false,
    version: aVersion(name),
    ...options,
  };
}

export function emptyStack(cloudType = 'aws'): LayerStack {
  return createLayerStack(providerNamed(cloudType));
}

export function reduceAll(stack: LayerStack, ...events: readonly LayerStackEvent[]): LayerStack {
  return events.reduce(reduceLayerStack, stack);
}

/** A layer with pack and values. */
export function aDraftLayer(kind: LayerKind, options: Partial<DraftLayer> = {}): DraftLayer {
  return {
    kind,
    registryUid: REGISTRY,
    pack: aPack(`${kind}-pack`),
    values: `${kind}: true\n`,
    manifests: [],
    ...options,
  };
}

/** A stack with nothing missing. */
export function fullStack(...others: readonly DraftLayer[]): LayerStack {
  const provider = providerNamed('aws');
  return createStackFromDraft(provider, [
    ...provider.layers.map((kind) => aDraftLayer(kind)),
    ...others,
  ]);
}

export function anInfo(options: Partial<ProfileInfoValues> = {}): ProfileInfoValues {
  return {
    name: 'edge',
    version: '1.0.0',
    description: '',
    type: 'infra',
    tags: [],
    ...options,
  };
}

export function aProfileLayer(kind: LayerKind, options: Partial<ProfileLayer> = {}): ProfileLayer {
  return {
    kind,
    registryUid: REGISTRY,
    packName: `${kind}-pack`,
    packDisplayName: `Pack ${kind}`,
    packType: 'oci',
    packUid: `${kind}-pack-1.0.0`,
    tag: '1.0.0',
    version: '1.0.0',
    cloudTypes: ['all'],
    values: `${kind}: true\n`,
    manifests: [],
    ...options,
  };
}

export function aProfile(options: Partial<Profile> = {}): Profile {
  return {
    uid: 'profile-1',
    name: 'edge',
    version: '1.0.0',
    description: 'At the edge',
    type: 'infra',
    tags: [{ key: 'team', value: 'edge' }],
    cloudType: 'aws',
    layers: providerNamed('aws').layers.map((kind) => aProfileLayer(kind)),
    isPublished: true,
    modifiedAt: '2026-01-01T00:00:00.000Z',
    ...options,
  };
}

export function aRegistry(options: Partial<Registry> = {}): Registry {
  return {
    uid: REGISTRY,
    name: 'Public Repo',
    kind: 'oci',
    isDefault: true,
    isPrivate: false,
    isSearchable: true,
    ...options,
  };
}

export function aSummary(name: string, options: Partial<PackSummary> = {}): PackSummary {
  return {
    registryUid: REGISTRY,
    name,
    displayName: `Pack ${name}`,
    layer: 'os',
    type: 'oci',
    cloudTypes: ['all'],
    state: 'active',
    isVerified: true,
    isTechPreview: false,
    ...options,
  };
}

export function aTag(packName: string, version: string, options: Partial<PackTag> = {}): PackTag {
  return {
    tag: version,
    version,
    packUid: `${packName}-${version}`,
    parentTags: [],
    ...options,
  };
}

export function aListedPack(
  name: string,
  versions: readonly string[] = ['1.0.0'],
  options: Partial<Pack> = {},
): Pack {
  return { ...aSummary(name), tags: versions.map((version) => aTag(name, version)), ...options };
}

export function aContent(packUid: string, values = `# ${packUid}\n`): PackContent {
  return { packUid, values, presets: [], schema: [], dependencies: [] };
}

export function aPage<Item>(
  items: readonly Item[],
  nextCursor: string | null = null,
  totalCount?: number,
): Page<Item> {
  return { items, nextCursor, totalCount };
}

/** An adapter in which every call not given fails the test that makes it. */
export function anAdapter(methods: Partial<ProfileAdapter> = {}): ProfileAdapter {
  const unexpected = (name: string) => () =>
    Promise.reject(new Error(`Unexpected call of ${name}.`));
  return {
    listRegistries: unexpected('listRegistries'),
    listPacks: unexpected('listPacks'),
    getPack: unexpected('getPack'),
    getPackVersion: unexpected('getPackVersion'),
    checkProfileName: unexpected('checkProfileName'),
    createProfile: unexpected('createProfile'),
    ...methods,
  };
}

/** Serves packs of one registry in pages, searching as a backend does. */
export function servePacks(packs: readonly PackSummary[], pageSize = packs.length) {
  return (query: PackQuery): Promise<Page<PackSummary>> => {
    const text = query.text.toLowerCase();
    const found = packs.filter(
      (pack) =>
        pack.registryUid === query.registryUid &&
        `${pack.name} ${pack.displayName}`.toLowerCase().includes(text),
    );
    const start = query.cursor === null ? 0 : Number(query.cursor);
    const end = start + pageSize;
    const page = found.slice(start, end);
    return Promise.resolve(aPage(page, end < found.length ? String(end) : null, found.length));
  };
}

export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: unknown) => void;
}

/** An answer that the test gives when it is time. */
export function deferred<Value>(): Deferred<Value> {
  let resolve!: (value: Value) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<Value>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}
