import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Catalog, CatalogPack } from '../../src/adapters/memory/Catalog';
import type { LayerKind } from '../../src/model/layers';
import { comparePackVersions } from '../../src/model/packVersions';
import type {
  PackContent,
  PackDependency,
  PackPreset,
  PackResource,
  PackSchemaField,
  PackState,
  PackTag,
  Registry,
} from '../../src/model/packs';

/** A pack of a folder, as `pack.json` describes it. */
export interface FolderPack {
  /** Name of the folder; the only thing that is unique. */
  readonly folder: string;
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly layer: LayerKind;
  readonly cloudTypes: readonly string[];
}

export interface PackFolderOptions {
  /** `all` makes every pack fit every provider. @default as-is */
  readonly cloudTypes?: 'as-is' | 'all';
  /**
   * Layers a pack is listed for beside its own, such as add-on packs in the place of the Operating
   * System, of which there are none. @default none
   */
  readonly assignLayers?: (pack: FolderPack) => readonly LayerKind[];
}

/** The registry that all packs of a folder are in. */
const folderRegistry: Registry = {
  uid: 'registry-folder',
  name: 'Pack Folder',
  kind: 'pack',
  isDefault: true,
  isPrivate: false,
  isSearchable: true,
};

const packJson = z.object({
  name: z.string(),
  displayName: z.string(),
  version: z.string(),
  layer: z.enum(['os', 'k8s', 'cni', 'csi', 'addon']),
  cloudTypes: z.array(z.string()),
  eol: z.string().optional(),
  annotations: z.record(z.string(), z.string()).default({}),
  constraints: z
    .object({
      dependencies: z
        .array(
          z.object({
            packName: z.string(),
            layer: z.enum(['os', 'k8s', 'cni', 'csi', 'addon']).optional(),
            type: z.string(),
            minVersion: z.string().optional(),
            maxVersion: z.string().optional(),
          }),
        )
        .optional(),
      resources: z
        .array(
          z.object({
            type: z.string(),
            minLimit: z.number().optional(),
            components: z
              .array(
                z.object({
                  resourceRequestParamRef: z.string(),
                  replicaCountParamRef: z.string().optional(),
                  scheduleType: z.string(),
                }),
              )
              .optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});
type PackJson = z.infer<typeof packJson>;

const presetsYaml = z
  .object({
    presets: z.array(
      z.object({
        name: z.string(),
        displayName: z.string(),
        group: z.string(),
        remove: z.array(z.string()),
        add: z.string(),
      }),
    ),
  })
  .nullable();
const schemaYaml = z.record(z.string(), z.object({ schema: z.string() })).nullable();

/** The real packs beside the project; null where they are absent. */
export function sharedPacksFolder(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = resolve(here, '../../../shared/packs');
  return existsSync(folder) ? folder : null;
}

/** A catalogue of one registry with every pack of a folder. Content is read from disk on first use. */
export function loadPackFolder(folder: string, options: PackFolderOptions = {}): Catalog {
  const { cloudTypes = 'as-is', assignLayers = () => [] } = options;
  const versions = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.json')))
    .map((entry) => {
      const text = readFileSync(join(folder, entry.name, 'pack.json'), 'utf8');
      const meta = packJson.parse(JSON.parse(text));
      const fits = cloudTypes === 'all' ? { ...meta, cloudTypes: ['all'] } : meta;
      return { folder: entry.name, meta: fits };
    })
    .sort((a, b) => comparePackVersions(b.meta.version, a.meta.version));

  const packs = new Map<string, CatalogPack>();
  for (const { folder: name, meta } of versions) {
    const layers = new Set([meta.layer, ...assignLayers({ folder: name, ...meta })]);
    for (const layer of layers) {
      const key = JSON.stringify([layer, meta.name]);
      const version = {
        version: meta.version,
        packUid: name,
        content: () => readContent(join(folder, name), name, meta),
      };
      const before = packs.get(key) ?? emptyPack(meta, layer);
      packs.set(key, {
        ...before,
        cloudTypes: [...new Set([...before.cloudTypes, ...meta.cloudTypes])],
        tags: [...before.tags, toTag(name, meta)],
        versions: [...before.versions, version],
      });
    }
  }
  return { registries: [folderRegistry], packs: [...packs.values()] };
}

/** Named by its newest version, which comes first. */
function emptyPack(meta: PackJson, layer: LayerKind): CatalogPack {
  return {
    registryUid: folderRegistry.uid,
    name: meta.name,
    displayName: meta.displayName,
    layer,
    type: 'spectro',
    cloudTypes: [],
    state: stateOf(meta),
    isVerified: false,
    isTechPreview: false,
    latestVersion: meta.version,
    tags: [],
    versions: [],
  };
}

function toTag(packUid: string, meta: PackJson): PackTag {
  const { version, cloudTypes } = meta;
  const endOfLife = meta.eol?.trim() || undefined;
  return {
    tag: version,
    version,
    packUid,
    parentTags: [],
    cloudTypes,
    state: stateOf(meta),
    endOfLife,
  };
}

function stateOf({ annotations }: PackJson): PackState {
  if (annotations.disabled === 'true') return 'disabled';
  const state = annotations.system_state;
  return state === 'deprecated' || state === 'deleted' ? state : 'active';
}

function readContent(folder: string, packUid: string, meta: PackJson): PackContent {
  return {
    packUid,
    values: readText(join(folder, 'values.yaml')) ?? '',
    presets: readPresets(join(folder, 'presets.yaml')),
    schema: readSchema(join(folder, 'schema.yaml')),
    dependencies: readDependencies(meta),
    resources: readResources(meta),
    readme: readText(join(folder, 'README.md')) ?? undefined,
  };
}

/** Byte for byte: no byte order mark is taken off. */
function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file).toString('utf8') : null;
}

function readPresets(file: string): readonly PackPreset[] {
  return presetsYaml.parse(parse(readText(file) ?? ''))?.presets ?? [];
}

function readSchema(file: string): readonly PackSchemaField[] {
  const fields = schemaYaml.parse(parse(readText(file) ?? '')) ?? {};
  return Object.entries(fields).map(([path, { schema }]) => ({ path, schema }));
}

function readDependencies(meta: PackJson): readonly PackDependency[] {
  return meta.constraints?.dependencies ?? [];
}

function readResources(meta: PackJson): readonly PackResource[] {
  return (meta.constraints?.resources ?? []).map(({ type, minLimit, components }) => ({
    type,
    minLimit,
    components: components?.map((component) => ({
      requestPath: component.resourceRequestParamRef,
      replicasPath: component.replicaCountParamRef,
      scheduleType: component.scheduleType,
    })),
  }));
}
