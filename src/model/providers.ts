import { CORE_LAYER_KINDS, type LayerKind } from './layers';

/** A cloud, data centre or managed Kubernetes that clusters are built on. */
export interface Provider {
  /** Wire value, such as `aws` or `edge-native`. Custom clouds have names of their own. */
  readonly cloudType: string;
  readonly displayName: string;
  /** The heading it stands under. */
  readonly group: ProviderGroup;
  /** Whether the provider runs the control plane. */
  readonly isManaged: boolean;
  /** The layers a profile for it consists of, lowest first. Custom clouds may have fewer than four. */
  readonly layers: readonly LayerKind[];
  /** Brought by the adapter. */
  readonly isCustom?: boolean | undefined;
}

export type ProviderGroup = 'infrastructure' | 'managed';

/** The one that is chosen at the start. */
export const DEFAULT_CLOUD_TYPE = 'aws';

/** The providers of the flow, in the order they are shown. */
export const BUILT_IN_PROVIDERS: readonly Provider[] = [
  infrastructure('apache-cloudstack', 'Apache CloudStack'),
  infrastructure('aws', 'AWS IaaS'),
  infrastructure('azure', 'Azure IaaS'),
  infrastructure('edge-native', 'Edge Native'),
  infrastructure('gcp', 'GCP IaaS'),
  infrastructure('maas', 'MAAS'),
  infrastructure('vsphere', 'VMware vSphere'),
  managed('eks', 'AWS EKS'),
  managed('aks', 'Azure AKS'),
  managed('gke', 'GCP GKE'),
];

/** The built-in providers and, behind them in their groups, the custom ones. A known cloud type wins. */
export function joinProviders(custom: readonly Provider[]): readonly Provider[] {
  const seen = new Set(BUILT_IN_PROVIDERS.map((provider) => provider.cloudType));
  const added = custom.filter((provider) => {
    if (seen.has(provider.cloudType)) return false;
    seen.add(provider.cloudType);
    return true;
  });
  return added.length === 0 ? BUILT_IN_PROVIDERS : [...BUILT_IN_PROVIDERS, ...added];
}

/** Whether something made for `cloudTypes` works on `cloudType`: an exact match, or `all`. */
export function fitsCloudType(cloudTypes: readonly string[], cloudType: string): boolean {
  return cloudTypes.includes('all') || cloudTypes.includes(cloudType);
}

function infrastructure(cloudType: string, displayName: string): Provider {
  return {
    cloudType,
    displayName,
    group: 'infrastructure',
    isManaged: false,
    layers: CORE_LAYER_KINDS,
  };
}

function managed(cloudType: string, displayName: string): Provider {
  return { cloudType, displayName, group: 'managed', isManaged: true, layers: CORE_LAYER_KINDS };
}
