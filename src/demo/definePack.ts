import type { CatalogPack, CatalogPackVersion } from '../adapters/memory/Catalog';
import type { LayerKind } from '../model/layers';
import type {
  PackDependency,
  PackHint,
  PackPreset,
  PackResource,
  PackSchemaField,
  PackState,
  PackTag,
  PackType,
  RegistryKind,
} from '../model/packs';
import { demoRegistries, type DemoRegistryKey } from './registries';

/** One released version, as a pack's author lists it. */
export interface Release {
  readonly version: string;
  /** Groups it belongs to. @default `1.33.9` → `1.33.x`, `1.x`; other shapes have none */
  readonly groups?: readonly string[] | undefined;
  readonly cloudTypes?: readonly string[] | undefined;
  readonly state?: PackState | undefined;
  readonly endOfLife?: string | undefined;
  /** @default as the pack */
  readonly isFips?: boolean | undefined;
}

/** What the texts of a pack are made from. */
export interface ReleaseContext {
  readonly version: string;
  /** Whether this release is `version` or newer, by its numbers. */
  readonly since: (version: string) => boolean;
}

/** A pack as the demo's sources write it. */
export interface PackDefinition {
  readonly name: string;
  readonly displayName: string;
  readonly layer: LayerKind;
  /** @default 'palette' */
  readonly registry?: DemoRegistryKey | undefined;
  readonly cloudTypes: readonly string[];
  /** Newest first. */
  readonly releases: readonly Release[];
  /** Groups that get a row of their own. @default every `M.m.x` */
  readonly groupRows?: readonly string[] | undefined;
  /** Text of `values.yaml`, without its last line break. */
  readonly values: (release: ReleaseContext) => string;
  /** Ends the values without a line break. */
  readonly withoutFinalNewline?: boolean | undefined;
  readonly presets?: ((release: ReleaseContext) => readonly PackPreset[]) | undefined;
  readonly schema?: readonly PackSchemaField[] | undefined;
  readonly dependencies?:
    | readonly PackDependency[]
    | ((release: ReleaseContext) => readonly PackDependency[])
    | undefined;
  readonly resources?: readonly PackResource[] | undefined;
  readonly readme?: ((release: ReleaseContext) => string) | undefined;
  readonly state?: PackState | undefined;
  /** @default false */
  readonly isVerified?: boolean | undefined;
  /** @default false */
  readonly isTechPreview?: boolean | undefined;
  /** @default false where the registry knows, else unknown */
  readonly isFips?: boolean | undefined;
  readonly logoUrl?: string | undefined;
  readonly hint?: PackHint | undefined;
}

const PACK_TYPES: Readonly<Record<RegistryKind, PackType>> = {
  oci: 'oci',
  helm: 'helm',
  pack: 'spectro',
};

/** Makes a catalogue's pack of a definition. Texts are made when a version is first read. */
export function definePack(definition: PackDefinition): CatalogPack {
  const registry = demoRegistries[definition.registry ?? 'palette'];
  const uidOf = (version: string) => `${registry.uid}/${definition.name}/${version}`;
  const { logoUrl, hint } = definition;
  const [latest] = definition.releases;
  const isFips = definition.isFips ?? (registry.knowsFips === true ? false : undefined);
  return {
    registryUid: registry.uid,
    name: definition.name,
    displayName: definition.displayName,
    layer: definition.layer,
    type: PACK_TYPES[registry.kind],
    cloudTypes: definition.cloudTypes,
    state: definition.state ?? 'active',
    isVerified: definition.isVerified ?? false,
    isTechPreview: definition.isTechPreview ?? false,
    ...(isFips === undefined ? {} : { isFips }),
    ...(latest === undefined
      ? {}
      : {
          latestVersion: latest.version,
          dependencies: dependenciesOf(definition, contextOf(latest)),
        }),
    ...(logoUrl === undefined ? {} : { logoUrl }),
    ...(hint === undefined ? {} : { hint }),
    tags: tagsOf(definition, uidOf),
    versions: definition.releases.map((release) => versionOf(definition, release, uidOf)),
  };
}

/** The numbers of a version compared one by one: `3.30.2-rev2` is since `3.30`. */
export function isSince(version: string, bound: string): boolean {
  const have = numbersOf(version);
  const need = numbersOf(bound);
  for (const [index, wanted] of need.entries()) {
    const found = have[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
}

function versionOf(
  definition: PackDefinition,
  { version }: Release,
  uidOf: (version: string) => string,
): CatalogPackVersion {
  const packUid = uidOf(version);
  const context = contextOf({ version });
  return {
    version,
    packUid,
    content: () => ({
      packUid,
      values: definition.values(context) + (definition.withoutFinalNewline === true ? '' : '\n'),
      presets: definition.presets?.(context) ?? [],
      schema: definition.schema ?? [],
      dependencies: dependenciesOf(definition, context),
      ...(definition.resources === undefined ? {} : { resources: definition.resources }),
      ...(definition.readme === undefined ? {} : { readme: `${definition.readme(context)}\n` }),
    }),
  };
}

function contextOf({ version }: Release): ReleaseContext {
  return { version, since: (bound) => isSince(version, bound) };
}

function dependenciesOf(
  { dependencies = [] }: PackDefinition,
  context: ReleaseContext,
): readonly PackDependency[] {
  return typeof dependencies === 'function' ? dependencies(context) : dependencies;
}

/** Group rows first, each resolving to its newest release; then the releases. */
function tagsOf(
  { releases, groupRows }: PackDefinition,
  uidOf: (version: string) => string,
): readonly PackTag[] {
  const groups = new Map<string, string>();
  for (const release of releases) {
    for (const group of groupsOf(release)) {
      const hasRow = groupRows?.includes(group) ?? !/^\d+\.x$/.test(group);
      if (hasRow && !groups.has(group)) groups.set(group, release.version);
    }
  }
  const rows = [...groups].map(([tag, version]) => ({
    tag,
    version,
    packUid: uidOf(version),
    parentTags: [],
  }));
  const concrete = releases.map((release) => ({
    tag: release.version,
    version: release.version,
    packUid: uidOf(release.version),
    parentTags: groupsOf(release),
    ...(release.cloudTypes === undefined ? {} : { cloudTypes: release.cloudTypes }),
    ...(release.state === undefined ? {} : { state: release.state }),
    ...(release.endOfLife === undefined ? {} : { endOfLife: release.endOfLife }),
    ...(release.isFips === undefined ? {} : { isFips: release.isFips }),
  }));
  return [...rows, ...concrete];
}

function groupsOf({ version, groups }: Release): readonly string[] {
  if (groups !== undefined) return groups;
  const match = /^v?(\d+)\.(\d+)\.\d+/.exec(version);
  return match === null ? [] : [`${match[1]}.${match[2]}.x`, `${match[1]}.x`];
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}
