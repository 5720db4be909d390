import { definePack, type PackDefinition, type ReleaseContext } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { clientConfig, kubeadmConfig, kubeadmImages, localEtcd } from '../values/kubeadm';
import { aksValues, eksValues, gkeValues } from '../values/managed';
import { packHeader } from '../values/packHeader';
import { enabledPresets, preset } from '../values/presets';
import { rancherDistribution } from '../values/rancherDistribution';
import { kubeadmPresets, kubeadmSchema, oidcPresets } from './kubernetesRules';
import { docs, oidcHint } from './links';

const PXK_CLOUDS = ['aws', 'azure', 'gcp', 'maas', 'vsphere', 'apache-cloudstack'];

function pxkValues({ version, since }: ReleaseContext): string {
  const isModern = since('1.33');
  return text`
    ${enabledPresets(['Kube Controller Manager', 'loopback-ctrlmgr'], ['Kube Scheduler', 'loopback-scheduler'])}
    ${packHeader({
      images: kubeadmImages(
        version,
        since('1.34') ? '3.6.4-0' : '3.5.21-0',
        isModern ? 'v1.12.1' : 'v1.11.3',
      ),
      more: text`
        # Applies the hardening of the CIS benchmark to control plane and workers.
        k8sHardening: True
        # Pods and services must not share addresses with the network of the nodes.
        podCIDR: "192.168.0.0/16"
        serviceClusterIpRange: "10.96.0.0/12"
        ${since('1.34') && '# serviceDomain: "cluster.local"'}
        palette:
          config:
            dashboard:
              identityProvider: palette
            ${isModern && 'oidc:\n  identityProvider: palette'}
      `,
    })}

    ${kubeadmConfig({
      isModern,
      cloudProvider: 'external',
      etcd: since('1.34') ? localEtcd(8) : false,
      preCommands: [
        `'echo "====> Applying kernel parameters"'`,
        `'sysctl --load /etc/sysctl.d/90-kubelet.conf'`,
        ...(isModern ? ['modprobe br_netfilter overlay'] : ['modprobe br_netfilter']),
      ],
      postCommands: [`'chmod 600 /var/lib/kubelet/config.yaml'`],
      more: isModern
        ? '# Seconds to wait for the kubelet of a new node. Slow disks need more.\n# nodeStartupTimeout: 900'
        : 'useExperimentalRetryJoin: false',
    })}

    ${clientConfig(isModern)}
  `;
}

const pxk: PackDefinition = {
  name: 'kubernetes',
  displayName: 'Palette eXtended Kubernetes',
  layer: 'k8s',
  cloudTypes: PXK_CLOUDS,
  isVerified: true,
  logoUrl: logo('k8s', 'orbit'),
  hint: oidcHint,
  releases: [
    { version: '1.34.2' },
    { version: '1.34.0' },
    { version: '1.33.9' },
    { version: '1.33.6' },
    { version: '1.32.12', endOfLife: '2027-02-28' },
    {
      version: '1.31.14',
      cloudTypes: ['aws', 'azure', 'gcp', 'maas', 'vsphere'],
      state: 'deprecated',
      endOfLife: '2026-10-28',
    },
  ],
  groupRows: ['1.34.x', '1.33.x', '1.32.x', '1.31.x', '1.x'],
  values: pxkValues,
  presets: () => [...kubeadmPresets, ...oidcPresets],
  schema: kubeadmSchema,
  resources: [
    { type: 'cpu', minLimit: 2000 },
    { type: 'memory', minLimit: 2048 },
    { type: 'diskSize', minLimit: 40 },
  ],
  dependencies: [
    { packName: 'cni-calico', layer: 'cni', type: 'optional', minVersion: '3.28' },
    { packName: 'cni-cilium', layer: 'cni', type: 'notSupported', maxVersion: '1.14' },
  ],
  readme: ({ version }) =>
    readme({
      title: 'Palette eXtended Kubernetes',
      version,
      summary:
        'Upstream Kubernetes with the hardening of the CIS benchmark applied and an identity provider at hand: Palette itself.',
      requirements: [
        'An operating system layer with the same Kubernetes minor version',
        'Address ranges for pods and services that the network of the nodes does not use',
      ],
      parameters: [
        ['pack.podCIDR', 'Addresses of pods', '192.168.0.0/16'],
        ['pack.serviceClusterIpRange', 'Addresses of services', '10.96.0.0/12'],
        ['pack.k8sHardening', 'CIS hardening', 'True'],
        ['kubeadmconfig.apiServer.extraArgs', 'Arguments of the API server', '{…}'],
      ],
      alert: 'Address ranges cannot be changed once a cluster runs.',
      example: 'pack:\n  podCIDR: "100.64.0.0/16"\n  serviceClusterIpRange: "100.65.0.0/16"',
      more: '## Signing in\n\n1. Leave the group *OIDC Identity Provider* on **Palette** to sign in with Palette users.\n2. Choose **Custom** to name an issuer of your own.\n\n~~Static tokens~~ are not supported.',
      links: [
        ['Kubernetes packs', docs.kubernetes],
        ['Kubernetes releases', 'https://kubernetes.io/releases/'],
      ],
    }),
};

export const kubernetesPacks = [
  definePack(pxk),
  definePack({
    ...pxk,
    registry: 'publicRepo',
    isVerified: false,
    releases: [
      { version: '1.31.4', state: 'deprecated', endOfLife: '2026-10-28' },
      { version: '1.30.10', state: 'deprecated', endOfLife: '2026-06-28' },
    ],
    groupRows: ['1.31.x', '1.30.x'],
    readme: undefined,
  }),
  definePack({
    name: 'kubernetes-rke2',
    displayName: 'RKE2',
    layer: 'k8s',
    isFips: true,
    cloudTypes: ['aws', 'azure', 'gcp', 'maas', 'vsphere', 'apache-cloudstack'],
    logoUrl: logo('k8s', 'stairs'),
    releases: [
      { version: '1.33.5-rke2r1' },
      { version: '1.32.9-rke2r1' },
      { version: '1.32.8-rke2r2', groups: [] },
    ],
    values: ({ version, since }) => text`
      ${packHeader({
        images: [`docker.io/rancher/rke2-runtime:v${version}`],
        more: 'palette:\n  config:\n    dashboard:\n      identityProvider: palette',
      })}

      ${rancherDistribution({
        distribution: 'rke2',
        isModern: since('1.33'),
        disabled: ['rke2-ingress-nginx', 'rke2-metrics-server'],
        isEdge: false,
        more: upgradeSettings(since('1.33'), 1),
      })}
    `,
    presets: () => [
      preset(
        'Hardening',
        'cis-profile',
        'CIS profile',
        ['cluster.hardening'],
        'cluster:\n  hardening:\n    profile: cis',
      ),
      preset(
        'Hardening',
        'no-profile',
        'None',
        ['cluster.hardening'],
        'cluster:\n  # For tests only.\n  hardening:\n    profile: none',
      ),
    ],
  }),
  definePack({
    name: 'kubernetes-eksd',
    displayName: 'EKS Distro',
    layer: 'k8s',
    cloudTypes: ['aws', 'vsphere'],
    isTechPreview: true,
    logoUrl: logo('k8s', 'chip'),
    releases: [{ version: '1.33.4' }, { version: '1.32.8' }],
    values: ({ version, since }) => text`
      ${packHeader({
        images: kubeadmImages(version, '3.5.21-0', 'v1.12.1').map((image) =>
          image.replace('registry.k8s.io', 'public.ecr.aws/eks-distro/kubernetes'),
        ),
        more: 'podCIDR: "192.168.0.0/16"\nserviceClusterIpRange: "10.96.0.0/12"\nk8sHardening: False',
      })}

      ${kubeadmConfig({
        isModern: since('1.33'),
        preCommands: ['swapoff --all'],
        postCommands: [],
        etcd: localEtcd(4),
      })}
    `,
    presets: () => kubeadmPresets,
    schema: kubeadmSchema.slice(0, 3),
  }),
  definePack({
    name: 'kubernetes-eks',
    displayName: 'Kubernetes on EKS',
    layer: 'k8s',
    cloudTypes: ['eks'],
    isVerified: true,
    logoUrl: logo('k8s', 'rings'),
    releases: ['1.34', '1.33', '1.32'].map((version) => ({ version, groups: ['1.x'] })),
    groupRows: ['1.x'],
    values: ({ version, since }) => eksValues(version, since('1.33')),
    schema: [
      {
        path: 'managedControlPlane.version',
        schema:
          '{{ readonly | format "${string:/^1[.][0-9]+$/}" | hints "Follows the version of the pack" }}',
      },
      {
        path: 'managedMachinePool.updateConfig.maxUnavailablePercentage',
        schema: '{{ required | format "${number:[1-100]}" | hints "Per cent" }}',
      },
    ],
    presets: () => [
      preset(
        'Endpoint Access',
        'public-private',
        'Public and private',
        ['managedControlPlane.endpointAccess'],
        'managedControlPlane:\n  endpointAccess:\n    public: true\n    private: true',
      ),
      preset(
        'Endpoint Access',
        'private-only',
        'Private',
        ['managedControlPlane.endpointAccess', 'managedControlPlane.publicCIDRs'],
        'managedControlPlane:\n  endpointAccess:\n    public: false\n    private: true',
      ),
    ],
    dependencies: [
      { packName: 'amazon-linux-eks', layer: 'os', type: 'optional', minVersion: '1.0' },
    ],
    readme: ({ version }) =>
      readme({
        title: 'Kubernetes on EKS',
        version,
        summary: 'The control plane is run by the provider; worker pools are managed node groups.',
        requirements: ['A cloud account with rights for clusters, networks and roles'],
        parameters: [
          ['managedControlPlane.endpointAccess', 'Who reaches the API server', 'public'],
          ['managedControlPlane.logging', 'Logs sent to the provider', '{…}'],
        ],
        example: 'managedControlPlane:\n  endpointAccess:\n    public: false\n    private: true',
        links: [['Kubernetes packs', docs.kubernetes]],
      }),
  }),
  definePack({
    name: 'kubernetes-aks',
    displayName: 'Kubernetes on AKS',
    layer: 'k8s',
    cloudTypes: ['aks'],
    isVerified: true,
    logoUrl: logo('k8s', 'rings'),
    releases: [{ version: '1.33.5' }, { version: '1.33.3' }, { version: '1.32.9' }],
    values: ({ version, since }) => aksValues(version, since('1.33')),
    schema: [
      { path: 'managedControlPlane.version', schema: '{{ readonly | format "${version}" }}' },
      {
        path: 'managedControlPlane.autoUpgradeChannel',
        schema: '{{ format "${list:[none,patch,stable,rapid,node-image]}" }}',
      },
      {
        path: 'managedControlPlane.apiServerAccess.authorizedRanges.$[]',
        schema: '{{ format "${ipv4}/${number:[0-32]}" }}',
      },
    ],
  }),
  definePack({
    name: 'kubernetes-gke',
    displayName: 'Kubernetes on GKE',
    layer: 'k8s',
    cloudTypes: ['gke'],
    isVerified: true,
    logoUrl: logo('k8s', 'rings'),
    releases: [{ version: '1.33.5' }, { version: '1.32.9' }],
    values: ({ version, since }) => gkeValues(version, since('1.33')),
    schema: [
      {
        path: 'managedControlPlane.releaseChannel',
        schema: '{{ required | format "${list:[rapid,regular,stable,extended,unspecified]}" }}',
      },
    ],
  }),
];

/** How nodes of a distribution are brought to a new version. */
export function upgradeSettings(isModern: boolean, concurrency: number): string {
  return text`
    # Nodes are upgraded one group after another, the control plane first.
    upgrade:
      concurrency: ${concurrency}
      drain:
        force: ${isModern ? 'false' : 'true'}
        timeoutSeconds: ${isModern ? 600 : 300}
        deleteEmptyDirData: true
        skipWaitForDeleteTimeoutSeconds: 60
        ${isModern && '# Pods with these labels stay where they are.\npodSelector: "upgrade.example.org/keep!=true"'}
      # Times of the day when nodes may go away, in UTC.
      window:
        enabled: false
        days: [sat, sun]
        start: "01:00"
        duration: 4h
    hardening:
      profile: ${isModern ? 'cis' : 'none'}
  `;
}
