import type { Catalog, CatalogPack, Registry } from 'cluster-profile-builder/adapters';
import { demoCatalog } from 'cluster-profile-builder/demo';
import type { LayerKind } from 'cluster-profile-builder/model';

const [defaultRegistry] = demoCatalog.registries;
if (defaultRegistry === undefined) throw new Error('The demo has no registry.');

/** The demo's registries, the default one changed. */
export function withDefaultRegistry(changes: Partial<Registry>): Partial<Catalog> {
  const [first, ...rest] = demoCatalog.registries;
  return { registries: first === undefined ? rest : [{ ...first, ...changes }, ...rest] };
}

export interface MadePackOptions {
  readonly name: string;
  readonly displayName: string;
  readonly layer: LayerKind;
  readonly cloudType: string;
  readonly changes?: Partial<CatalogPack>;
}

/** A pack with one version, 1.0.0. */
export function madePack({ name, displayName, layer, cloudType, changes }: MadePackOptions) {
  const pack: CatalogPack = {
    registryUid: 'registry-palette',
    name,
    displayName,
    layer,
    type: 'oci',
    cloudTypes: [cloudType],
    state: 'active',
    isVerified: false,
    isTechPreview: false,
    tags: [{ tag: '1.0.0', version: '1.0.0', packUid: `${name}-1.0.0`, parentTags: [] }],
    versions: [
      {
        version: '1.0.0',
        packUid: `${name}-1.0.0`,
        content: {
          packUid: `${name}-1.0.0`,
          values: `pack:\n  namespace: ${name}\n`,
          presets: [],
          schema: [],
          dependencies: [],
        },
      },
    ],
    ...changes,
  };
  return pack;
}

/** A cloud of the host's own, whose profiles have two layers. */
export const privateCloud = {
  cloudType: 'nimbus',
  displayName: 'Nimbus Private Cloud',
  group: 'infrastructure',
  isManaged: false,
  layers: ['os', 'k8s'],
  isCustom: true,
} as const;

export const privateCloudCatalog: Partial<Catalog> = {
  providers: [privateCloud],
  packs: [
    ...demoCatalog.packs,
    madePack({
      name: 'nimbus-linux',
      displayName: 'Nimbus Linux',
      layer: 'os',
      cloudType: 'nimbus',
    }),
    madePack({
      name: 'nimbus-k8s',
      displayName: 'Nimbus Kubernetes',
      layer: 'k8s',
      cloudType: 'nimbus',
    }),
  ],
};

/** Hundreds or thousands of packs for one layer. */
export function manyPacks(count: number): Partial<Catalog> {
  const digits = Math.max(3, String(count).length);
  return {
    packs: Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(digits, '0');
      return madePack({
        name: `linux-${number}`,
        displayName: `Linux ${number}`,
        layer: 'os',
        cloudType: 'aws',
      });
    }),
  };
}
