import { ProfileError } from '../../model/ProfileError';
import type { Pack, PackContent, PackSummary, PackTag, Registry } from '../../model/packs';
import { fitsCloudType } from '../../model/providers';
import type { PackQuery, PackRef, PackVersionRef } from '../ProfileAdapter';
import type { Catalog, CatalogPack, CatalogPackVersion } from './Catalog';

/** Answers questions about a catalogue, which is taken as unchanging. */
export interface CatalogIndex {
  /** Packs that match, by display name, then name. Rejects unknown and unsearchable registries. */
  searchPacks(query: PackQuery): readonly PackSummary[];
  /** The pack with the versions that fit its cloud type. Throws `not-found`. */
  readPack(ref: PackRef): Pack;
  /** Throws `not-found`. */
  readContent(ref: PackVersionRef): PackContent;
  /** As written in the catalogue; null when unknown. */
  findPack(ref: Pick<PackRef, 'registryUid' | 'name' | 'layer'>): CatalogPack | null;
  findRegistry(uid: string): Registry | null;
  /** What a version holds; made once. */
  contentOf(version: CatalogPackVersion): PackContent;
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

export function createCatalogIndex(catalog: Catalog): CatalogIndex {
  const registries = new Map(catalog.registries.map((registry) => [registry.uid, registry]));
  const packs = new Map<string, CatalogPack>();
  for (const pack of catalog.packs) {
    const key = packKey(pack);
    if (!packs.has(key)) packs.set(key, pack);
  }
  const ordered = [...packs.values()].sort(
    (a, b) => byName.compare(a.displayName, b.displayName) || compareText(a.name, b.name),
  );
  const contents = new WeakMap<CatalogPackVersion, PackContent>();

  function findPack(ref: Pick<PackRef, 'registryUid' | 'name' | 'layer'>): CatalogPack | null {
    return packs.get(packKey(ref)) ?? null;
  }

  function requirePack(ref: PackRef): CatalogPack {
    const pack = findPack(ref);
    if (pack !== null) return pack;
    throw new ProfileError(
      'not-found',
      `There is no pack "${ref.name}" for layer ${ref.layer} in registry "${ref.registryUid}".`,
    );
  }

  function contentOf(version: CatalogPackVersion): PackContent {
    if (typeof version.content !== 'function') return version.content;
    const known = contents.get(version);
    if (known !== undefined) return known;
    const content = version.content();
    contents.set(version, content);
    return content;
  }

  return {
    findPack,
    findRegistry: (uid) => registries.get(uid) ?? null,
    contentOf,

    searchPacks({ registryUid, layer, cloudType, text }) {
      const registry = registries.get(registryUid);
      if (registry === undefined) {
        throw new ProfileError('not-found', `There is no registry "${registryUid}".`);
      }
      if (!registry.isSearchable) {
        throw new ProfileError(
          'invalid',
          `Registry "${registry.name}" cannot be searched. Name the pack and its version instead.`,
        );
      }
      const wanted = text.trim().toLowerCase();
      return ordered
        .filter(
          (pack) =>
            pack.registryUid === registryUid &&
            pack.layer === layer &&
            (pack.name.toLowerCase().includes(wanted) ||
              pack.displayName.toLowerCase().includes(wanted)) &&
            hasVersionFor(pack, cloudType),
        )
        .map(toPackSummary);
    },

    readPack(ref) {
      const pack = requirePack(ref);
      if (!hasVersionFor(pack, ref.cloudType)) {
        throw new ProfileError(
          'not-found',
          `Pack "${ref.name}" has no version for cloud type "${ref.cloudType}".`,
        );
      }
      const tags = pack.tags.filter((row) => fitsCloudType(cloudTypesOf(pack, row), ref.cloudType));
      return { ...toPackSummary(pack), tags };
    },

    readContent(ref) {
      const pack = requirePack(ref);
      const version = pack.versions.find(
        (one) => one.packUid === ref.packUid && one.version === ref.version,
      );
      if (version !== undefined) return contentOf(version);
      throw new ProfileError(
        'not-found',
        `Pack "${ref.name}" has no version ${ref.version} with the uid "${ref.packUid}".`,
      );
    },
  };
}

/** Validity is per version: a row without cloud types of its own has those of what it resolves to. */
export function cloudTypesOf(pack: Pack, row: PackTag): readonly string[] {
  if (row.cloudTypes !== undefined) return row.cloudTypes;
  const concrete = pack.tags.find((one) => one.packUid === row.packUid && one.tag === one.version);
  return concrete?.cloudTypes ?? pack.cloudTypes;
}

function hasVersionFor(pack: Pack, cloudType: string): boolean {
  return pack.tags.length === 0
    ? fitsCloudType(pack.cloudTypes, cloudType)
    : pack.tags.some((row) => fitsCloudType(cloudTypesOf(pack, row), cloudType));
}

function packKey(ref: Pick<PackRef, 'registryUid' | 'name' | 'layer'>): string {
  return JSON.stringify([ref.registryUid, ref.name, ref.layer]);
}

function toPackSummary(pack: Pack): PackSummary {
  return {
    registryUid: pack.registryUid,
    name: pack.name,
    displayName: pack.displayName,
    layer: pack.layer,
    type: pack.type,
    cloudTypes: pack.cloudTypes,
    state: pack.state,
    isVerified: pack.isVerified,
    isTechPreview: pack.isTechPreview,
    latestVersion: pack.latestVersion,
    logoUrl: pack.logoUrl,
    hint: pack.hint,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
