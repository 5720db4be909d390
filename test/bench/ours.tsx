import { createRoot } from 'react-dom/client';
import { LayerPicker, ProfileBuilderProvider, ProfileWizard } from 'cluster-profile-builder';
import {
  createMemoryAdapter,
  type Catalog,
  type CatalogPack,
} from 'cluster-profile-builder/adapters';
import { emptyLayer } from '../../src/model/layerStack';
import '../../src/styles.css';

const REGISTRY = 'bench';

const registry = {
  uid: REGISTRY,
  name: 'Bench',
  kind: 'oci',
  isDefault: true,
  isPrivate: false,
  isSearchable: true,
} as const;

interface BenchVersion {
  readonly version: string;
  readonly values: string;
}

function benchPack(
  name: string,
  layer: CatalogPack['layer'],
  versions: readonly BenchVersion[],
): CatalogPack {
  return {
    registryUid: REGISTRY,
    name,
    displayName: `Pack ${name}`,
    layer,
    type: 'oci',
    cloudTypes: ['all'],
    state: 'active',
    isVerified: true,
    isTechPreview: false,
    latestVersion: versions[0]?.version,
    tags: versions.map(({ version }) => ({
      tag: version,
      version,
      packUid: `${name}-${version}`,
      parentTags: [],
    })),
    versions: versions.map(({ version, values }) => ({
      version,
      packUid: `${name}-${version}`,
      content: () => ({
        packUid: `${name}-${version}`,
        values,
        presets: [],
        schema: [
          {
            path: 'charts.monitoring.component0.replicaCount',
            schema: '{{ required | format "${number:[1-9]}" | hints "Replicas" }}',
          },
          { path: 'charts.monitoring.component1.image.tag', schema: '{{ format "${version}" }}' },
        ],
        dependencies: [],
      }),
    })),
  };
}

export interface FlowOptions {
  /** Newest first. */
  readonly versions: readonly BenchVersion[];
  /** The edited values to begin with. @default those of the first version */
  readonly values?: string | undefined;
  /** The version to begin with. @default the first */
  readonly version?: string | undefined;
  readonly manifest?: string | undefined;
}

/** The whole flow with a layer open, checks, Variables and completion included. */
export function mountFlow(parent: HTMLElement, options: FlowOptions): () => void {
  const pack = benchPack('monitoring', 'os', options.versions);
  const catalog: Catalog = { registries: [registry], packs: [pack] };
  const adapter = createMemoryAdapter(catalog);
  const version = options.version ?? options.versions[0]?.version ?? '';
  const cloudTypes = ['all'];
  const root = createRoot(parent);
  root.render(
    <ProfileWizard
      adapter={adapter}
      defaultStepId="layers"
      defaultDraft={{
        info: { name: 'bench', version: '1.0.0', description: '', type: 'infra', tags: [] },
        cloudType: 'aws',
        layers: [
          {
            kind: 'os',
            registryUid: REGISTRY,
            pack: {
              registryUid: REGISTRY,
              name: pack.name,
              displayName: pack.displayName,
              type: pack.type,
              cloudTypes,
              state: 'active',
              isTyped: false,
              version: { tag: version, version, packUid: `${pack.name}-${version}`, cloudTypes },
            },
            ...(options.values !== undefined && { values: options.values }),
            ...(options.manifest !== undefined && {
              manifests: [{ name: 'bench', content: options.manifest }],
            }),
          },
        ],
      }}
    />,
  );
  return () => {
    root.unmount();
  };
}

/** The choice of a pack out of a registry of `count`. */
export function mountPacks(
  parent: HTMLElement,
  count: number,
): { readonly mount: () => () => void } {
  const packs = Array.from({ length: count }, (_, at) =>
    benchPack(`pack-${String(at).padStart(6, '0')}`, 'csi', [{ version: '1.0.0', values: '' }]),
  );
  const adapter = createMemoryAdapter({ registries: [registry], packs });
  return {
    mount: () => {
      const root = createRoot(parent);
      root.render(
        <ProfileBuilderProvider adapter={adapter}>
          <LayerPicker layer={emptyLayer('csi')} cloudType="aws" onChoice={() => undefined} />
        </ProfileBuilderProvider>,
      );
      return () => {
        root.unmount();
      };
    },
  };
}
