import { definePack, type PackDefinition } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { calicoValues } from '../values/calico';
import { ciliumValues } from '../values/cilium';
import { awsVpcValues, flannelValues, managedNetworkValues } from '../values/networks';
import { docs } from './links';
import { calicoPresets, ciliumPresets, networkSchema } from './networkRules';
import { overlayNetworkPacks } from './overlayNetworks';

const SELF_MANAGED = ['aws', 'gcp', 'maas', 'vsphere', 'apache-cloudstack', 'edge-native'];

const calico: PackDefinition = {
  name: 'cni-calico',
  displayName: 'Calico',
  layer: 'cni',
  cloudTypes: [...SELF_MANAGED, 'eks'],
  isVerified: true,
  logoUrl: logo('cni', 'mesh'),
  releases: [
    { version: '3.31.0' },
    { version: '3.30.3' },
    { version: '3.30.2-rev2' },
    { version: '3.30.2' },
    { version: '3.29.5' },
    { version: '3.28.4', state: 'deprecated', endOfLife: '2025-08-31' },
  ],
  values: ({ version, since }) =>
    calicoValues({
      version,
      since,
      registry: version.endsWith('-rev2') ? 'us-docker.pkg.dev/palette-images/packs' : 'quay.io',
      encapsulation: 'IPIP',
      ipam: 'Calico',
      bgp: true,
      mtu: 0,
    }),
  presets: () => calicoPresets,
  schema: networkSchema.calico,
  resources: [
    { type: 'cpu', minLimit: 250 },
    { type: 'memory', minLimit: 256 },
  ],
  dependencies: ({ since }) => [
    {
      packName: 'kubernetes',
      layer: 'k8s',
      type: 'optional',
      minVersion: since('3.31') ? '1.32' : '1.30',
    },
    {
      packName: 'kubernetes-eks',
      layer: 'k8s',
      type: 'optional',
      minVersion: '1.30',
      maxVersion: '1.35',
    },
  ],
  readme: ({ version }) =>
    readme({
      title: 'Calico',
      version,
      summary:
        'Routes traffic between pods and enforces network policies, with or without an overlay.',
      requirements: [
        'Protocol 4 (IPIP) or UDP 4789 (VXLAN) open between nodes',
        'TCP 179 open between nodes when BGP is on',
      ],
      parameters: [
        ['charts.calico.podCIDR', 'Addresses of pods', '192.168.0.0/16'],
        ['charts.calico.installation.ipPools', 'Pools and their encapsulation', '[…]'],
        ['charts.calico.installation.mtu', 'Largest packet; 0 finds it', '0'],
        ['charts.calico.felixConfiguration', 'Settings of the policy engine', '{…}'],
      ],
      example:
        'charts:\n  calico:\n    installation:\n      ipPools:\n        - name: default-ipv4\n          cidr: 100.64.0.0/16\n          encapsulation: VXLAN',
      alert: 'Changing the encapsulation of a running cluster interrupts traffic.',
      more: '## Presets\n\n| Group | Choices |\n| --- | --- |\n| Encapsulation | IPIP, VXLAN, none |\n| Data Plane | iptables, eBPF |\n| API Server | on |',
      links: [
        ['Packs', docs.packs],
        ['Project', 'https://docs.tigera.io/calico/latest/about/'],
      ],
    }),
};

const cilium: PackDefinition = {
  name: 'cni-cilium-oss',
  displayName: 'Cilium',
  layer: 'cni',
  cloudTypes: [...SELF_MANAGED, 'azure', 'eks', 'aks', 'gke'],
  isVerified: true,
  resources: [
    { type: 'cpu', minLimit: 300 },
    { type: 'memory', minLimit: 768 },
  ],
  logoUrl: logo('cni', 'hexagons'),
  releases: [{ version: '1.18.3' }, { version: '1.18.1' }, { version: '1.17.9' }],
  values: ({ version, since }) => ciliumValues({ version, since, hasHubble: true }),
  presets: () => ciliumPresets,
  schema: networkSchema.cilium,
  dependencies: [
    { packName: 'kubernetes', layer: 'k8s', type: 'optional', minVersion: '1.30', maxVersion: '' },
    { packName: 'kubernetes-eks', layer: 'k8s', type: 'optional', minVersion: '1.30' },
    { packName: 'edge-canonical', layer: 'k8s', type: 'notSupported', minVersion: '1' },
  ],
  readme: ({ version }) =>
    readme({
      title: 'Cilium',
      version,
      summary: 'Network, policies and load balancing with eBPF; Hubble shows the flows.',
      requirements: ['Kernel 5.10 or newer on every node', 'UDP 8472 open between nodes'],
      parameters: [
        ['charts.cilium.ipam.mode', 'Who gives pods their addresses', 'cluster-pool'],
        ['charts.cilium.kubeProxyReplacement', 'Takes over services', 'false'],
        ['charts.cilium.hubble.enabled', 'Records flows', 'true'],
      ],
      example: 'charts:\n  cilium:\n    encryption:\n      enabled: true\n      type: wireguard',
      links: [['Project', 'https://docs.cilium.io/']],
    }),
};

export const networkPacks = [
  definePack(calico),
  definePack({
    ...calico,
    registry: 'community',
    isVerified: false,
    cloudTypes: [...SELF_MANAGED, 'azure'],
    releases: [{ version: '3.31.1' }, { version: '3.31.0' }],
    values: ({ version, since }) =>
      calicoValues({
        version,
        since,
        registry: 'docker.io',
        encapsulation: 'VXLAN',
        ipam: 'Calico',
        bgp: false,
        mtu: 1450,
      }),
    dependencies: [],
    readme: undefined,
  }),
  definePack({
    ...calico,
    name: 'cni-calico-azure',
    cloudTypes: ['azure', 'aks'],
    releases: [{ version: '3.30.3' }, { version: '3.29.5' }],
    values: ({ version, since }) =>
      calicoValues({
        version,
        since,
        registry: 'quay.io',
        encapsulation: 'VXLAN',
        ipam: 'Calico',
        bgp: false,
        mtu: 1400,
        more: text`
          # The fabric drops IPIP packets, so VXLAN is the only overlay that works here.
          azure:
            routeTable: ""
            acceleratedNetworking: ${since('3.30')}
        `,
      }),
    readme: undefined,
  }),
  definePack(cilium),
  definePack({
    ...cilium,
    name: 'cni-cilium',
    isVerified: false,
    state: 'deprecated',
    cloudTypes: ['aws', 'azure', 'gcp', 'maas', 'vsphere'],
    releases: [
      { version: '1.14.9', state: 'deprecated', endOfLife: '2025-02-28' },
      { version: '1.13.16', state: 'deprecated', endOfLife: '2024-08-31' },
    ],
    values: ({ version, since }) => ciliumValues({ version, since, hasHubble: since('1.14') }),
    presets: undefined,
    schema: [],
    dependencies: [{ packName: 'kubernetes', layer: 'k8s', type: 'required', maxVersion: '1.29' }],
    readme: undefined,
  }),
  definePack({
    name: 'cni-aws-vpc-eks-helm',
    displayName: 'AWS VPC CNI',
    layer: 'cni',
    cloudTypes: ['eks'],
    isVerified: true,
    logoUrl: logo('cni', 'branch'),
    releases: [{ version: '1.20.4' }, { version: '1.20.2' }, { version: '1.19.6' }],
    values: ({ version, since }) => awsVpcValues(version, since),
    schema: networkSchema.awsVpc,
    dependencies: [
      { packName: 'kubernetes-eks', layer: 'k8s', type: 'required', minVersion: '1.31' },
    ],
    readme: ({ version }) =>
      readme({
        title: 'AWS VPC CNI',
        version,
        summary: 'Pods take their addresses from the subnets of the nodes.',
        requirements: ['Subnets with room for every pod', 'A role with rights on interfaces'],
        parameters: [['charts.aws-vpc-cni.env', 'Settings of the agent', '{…}']],
        example:
          'charts:\n  aws-vpc-cni:\n    env:\n      ENABLE_PREFIX_DELEGATION: "true"\n      WARM_PREFIX_TARGET: "1"',
        links: [['Packs', docs.packs]],
      }),
  }),
  definePack({
    name: 'cni-aws-vpc-eks',
    displayName: 'AWS VPC CNI (add-on)',
    layer: 'cni',
    cloudTypes: ['eks'],
    logoUrl: logo('cni', 'branch'),
    releases: [{ version: '1.1' }, { version: '1.0', state: 'deprecated' }],
    values: ({ since }) =>
      managedNetworkValues('Installed and kept by the managed service.', [
        ['addon', 'vpc-cni'],
        ['conflictResolution', since('1.1') ? 'overwrite' : 'none'],
      ]),
  }),
  definePack({
    name: 'cni-kubenet',
    displayName: 'Kubenet',
    layer: 'cni',
    cloudTypes: ['aks'],
    isVerified: true,
    logoUrl: logo('cni', 'orbit'),
    releases: [{ version: '1.0.0' }],
    values: () =>
      managedNetworkValues('Pods have addresses of their own, translated at the node.', [
        ['networkPlugin', 'kubenet'],
        ['podCIDR', '10.244.0.0/16'],
        ['serviceCIDR', '10.0.0.0/16'],
        ['dnsServiceIP', '10.0.0.10'],
      ]),
    schema: networkSchema.kubenet,
  }),
  definePack({
    name: 'cni-azure',
    displayName: 'Azure CNI',
    layer: 'cni',
    cloudTypes: ['aks'],
    isVerified: true,
    logoUrl: logo('cni', 'branch'),
    releases: [{ version: '1.1.0' }, { version: '1.0.0' }],
    values: ({ since }) =>
      managedNetworkValues('Pods have addresses of the virtual network, or of an overlay on it.', [
        ['networkPlugin', 'azure'],
        ['networkPluginMode', since('1.1') ? 'overlay' : '""'],
        ['networkPolicy', since('1.1') ? 'cilium' : 'azure'],
        ['loadBalancerSku', 'standard'],
      ]),
  }),
  definePack({
    name: 'cni-vpc-native',
    displayName: 'VPC-native network',
    layer: 'cni',
    cloudTypes: ['gke'],
    isVerified: true,
    logoUrl: logo('cni', 'orbit'),
    releases: [{ version: '1.0.0' }],
    values: () =>
      managedNetworkValues('Pods and services take secondary ranges of the subnet.', [
        ['useIpAliases', 'true'],
        ['datapathProvider', 'ADVANCED_DATAPATH'],
        ['clusterSecondaryRangeName', '""'],
        ['servicesSecondaryRangeName', '""'],
      ]),
  }),
  definePack({
    name: 'cni-flannel',
    displayName: 'Flannel',
    layer: 'cni',
    cloudTypes: ['edge-native'],
    logoUrl: logo('cni', 'waves'),
    releases: [{ version: '0.27.4' }, { version: '0.26.7' }],
    values: ({ version, since }) => flannelValues(version, since('0.27')),
    readme: ({ version }) =>
      readme({
        title: 'Flannel',
        version,
        summary: 'A small overlay for hosts with little memory.',
        requirements: ['UDP 8472 open between hosts'],
        parameters: [['charts.flannel.flannel.backend', 'How packets travel', 'vxlan']],
        example: 'charts:\n  flannel:\n    flannel:\n      backend: host-gw',
        links: [['Packs', docs.packs]],
      }),
  }),
  definePack({
    name: 'cni-custom',
    displayName: 'Custom network',
    layer: 'cni',
    cloudTypes: [...SELF_MANAGED, 'azure', 'eks', 'aks', 'gke'],
    releases: [{ version: '0.2.0' }, { version: '0.1.0' }],
    withoutFinalNewline: true,
    values: ({ since }) => text`
      # Brings no network. Attach the manifests of yours to this layer.
      manifests:
        byo-cni:
          ${since('0.2') ? 'contents: |\n  # One manifest, or several with --- between them.' : 'contents: ""'}
    `,
  }),
  ...overlayNetworkPacks,
];
