import { ProfileError } from '../../model/ProfileError';
import type {
  Pack,
  PackContent,
  PackDependency,
  PackSummary,
  PackTag,
  Registry,
} from '../../model/packs';
import { fitsCloudType } from '../../model/providers';
import type { PackQuery, PackRef, PackVersionRef } from '../ProfileAdapter';
import type { Catalog, CatalogPack, CatalogPackVersion } from './Catalog';

/** Answers questions about a catalogue, which is taken as unchanging. */
export interface CatalogIndex {
  /** Packs that match, by display name, then name. Rejects unknown and unsearchable registries. */
  searchPacks(query: PackQuery): readonly CatalogPack[];
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
  const shelves = new Map<string, Shelf>();
  for (const pack of packs.values()) {
    const key = shelfKey(pack);
    const shelf = shelves.get(key);
    if (shelf === undefined) shelves.set(key, { packs: [pack], entries: null, fitting: new Map() });
    else shelf.packs.push(pack);
  }
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

    searchPacks({ registryUid, layer, cloudType, text, fipsOnly }) {
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
      const shelf = shelves.get(shelfKey({ registryUid, layer }));
      if (shelf === undefined) return [];
      const wanted = text.trim().toLowerCase();
      let found = entriesFor(shelf, cloudType);
      if (wanted !== '') found = found.filter((entry) => entry.text.includes(wanted));
      if (fipsOnly === true) found = found.filter(({ pack }) => hasFipsVersionFor(pack, cloudType));
      return found.map(({ pack }) => pack);
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

/** The packs of one registry for one layer, ready to be searched. */
interface Shelf {
  readonly packs: CatalogPack[];
  /** In order, with the text that is searched lowered; made on first use, as ten thousands take a while. */
  entries: readonly ShelfEntry[] | null;
  /** Those of a cloud type. */
  readonly fitting: Map<string, readonly ShelfEntry[]>;
}

interface ShelfEntry {
  readonly pack: CatalogPack;
  readonly text: string;
}

function entriesFor(shelf: Shelf, cloudType: string): readonly ShelfEntry[] {
  const known = shelf.fitting.get(cloudType);
  if (known !== undefined) return known;
  shelf.entries ??= inOrder(shelf.packs).map((pack) => ({
    pack,
    // No search text holds a line break, so that none matches across the two names.
    text: `${pack.name}\n${pack.displayName}`.toLowerCase(),
  }));
  const fitting = shelf.entries.filter(({ pack }) => hasVersionFor(pack, cloudType));
  shelf.fitting.set(cloudType, fitting);
  return fitting;
}

function inOrder(packs: readonly CatalogPack[]): readonly CatalogPack[] {
  const compare = (a: CatalogPack, b: CatalogPack) =>
    byName.compare(a.displayName, b.displayName) || compareText(a.name, b.name);
  // Most catalogues come in order, and comparing by language is what takes long.
  const isInOrder = packs.every((pack, at) => {
    const before = packs[at - 1];
    return before === undefined || compare(before, pack) <= 0;
  });
  return isInOrder ? packs : packs.toSorted(compare);
}

function hasFipsVersionFor(pack: Pack, cloudType: string): boolean {
  return pack.tags.length === 0
    ? pack.isFips === true
    : pack.tags.some(
        (row) =>
          (row.isFips ?? pack.isFips) === true && fitsCloudType(cloudTypesOf(pack, row), cloudType),
      );
}

// A line break is in no uid and no name.
function packKey(ref: Pick<PackRef, 'registryUid' | 'name' | 'layer'>): string {
  return `${ref.registryUid}\n${ref.layer}\n${ref.name}`;
}

function shelfKey(ref: Pick<PackRef, 'registryUid' | 'layer'>): string {
  return `${ref.registryUid}\n${ref.layer}`;
}

export function toPackSummary(pack: CatalogPack): PackSummary {
  const dependencies = knownDependencies(pack);
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
    ...(pack.isFips === undefined ? {} : { isFips: pack.isFips }),
    latestVersion: pack.latestVersion,
    ...(dependencies.length === 0 ? {} : { dependencies }),
    logoUrl: pack.logoUrl,
    hint: pack.hint,
  };
}

/** Those that are at hand: content that is made on first use is not made for a list. */
function knownDependencies({
  dependencies,
  latestVersion,
  versions,
}: CatalogPack): readonly PackDependency[] {
  if (dependencies !== undefined) return dependencies;
  if (latestVersion === undefined) return [];
  const content = versions.find(({ version }) => version === latestVersion)?.content;
  return typeof content === 'object' ? content.dependencies : [];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
