import type { Catalog, CatalogPack } from '../../src/adapters/memory/Catalog';
import { CORE_LAYER_KINDS, type LayerKind } from '../../src/model/layers';
import type { PackContent, PackTag, Registry } from '../../src/model/packs';

export const publicRegistry: Registry = {
  uid: 'registry-public',
  name: 'Public Repo',
  kind: 'oci',
  isDefault: true,
  isPrivate: false,
  isSearchable: true,
};

export const privateRegistry: Registry = {
  uid: 'registry-private',
  name: 'Private Charts',
  kind: 'helm',
  isDefault: false,
  isPrivate: true,
  isSearchable: false,
};

export interface SmallPackOptions {
  readonly name: string;
  readonly layer: LayerKind;
  readonly displayName?: string;
  readonly cloudTypes?: readonly string[];
  readonly tags?: readonly Partial<PackTag>[];
  readonly logoUrl?: string;
  readonly content?: Partial<PackContent>;
}

/** A pack with one version, 1.0.0, or with the given rows and a version for each concrete one. */
export function smallPack(options: SmallPackOptions): CatalogPack {
  const { name, layer, displayName = name, cloudTypes = ['all'], content, logoUrl } = options;
  const tags = (options.tags ?? [{}]).map((row): PackTag => {
    const version = row.version ?? row.tag ?? '1.0.0';
    return {
      tag: row.tag ?? version,
      version,
      packUid: `${name}-${version}`,
      parentTags: [],
      ...row,
    };
  });
  return {
    registryUid: publicRegistry.uid,
    name,
    displayName,
    layer,
    type: 'oci',
    cloudTypes,
    state: 'active',
    isVerified: true,
    isTechPreview: false,
    logoUrl,
    tags,
    versions: tags
      .filter(({ tag, version }) => tag === version)
      .map(({ version, packUid }) => ({
        version,
        packUid,
        content: () => ({
          packUid,
          values: `# ${displayName} ${version}\npack:\n  namespace: ${name}\n`,
          presets: [],
          schema: [],
          dependencies: [],
          ...content,
        }),
      })),
  };
}

/** Three packs for every core layer. */
export function smallCatalog(changes: Partial<Catalog> = {}): Catalog {
  const packs = CORE_LAYER_KINDS.flatMap((layer) =>
    ['alpha', 'beta', 'gamma'].map((family) =>
      smallPack({
        name: `${layer}-${family}`,
        displayName: `${family.toUpperCase()} for ${layer}`,
        layer,
        tags: [
          { tag: '1.1.x', version: '1.1.2', packUid: `${layer}-${family}-1.1.2` },
          { tag: '1.1.2', parentTags: ['1.1.x'] },
          { tag: '1.0.0' },
        ],
        content: { readme: `# ${family}` },
        logoUrl: 'data:image/svg+xml;utf8,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E',
      }),
    ),
  );
  return { registries: [publicRegistry, privateRegistry], packs, ...changes };
}
