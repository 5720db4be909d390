import type { PackPreset } from '../../model/packs';
import { definePack } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { byoOs, edgeByoOs, edgeOs, type ByoOsOptions } from '../values/os';
import { byoOsHint, docs } from './links';

const DISPLAY_NAME = 'Bring Your Own OS (BYO-OS)';

type Place = Omit<ByoOsOptions, 'osName' | 'hasChecks'> & { readonly cloudType: string };

const places: readonly Place[] = [
  {
    cloudType: 'aws',
    cloud: 'AWS',
    imageNoun: 'AMI',
    example: 'ami-0123456789abcdef0',
    where: '# Account that owns the image, where it is shared with you.\nimageOwner: ""',
  },
  {
    cloudType: 'azure',
    cloud: 'Azure',
    imageNoun: 'gallery image version',
    example: '/subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Compute/galleries/…',
    where: 'plan: {}',
  },
  {
    cloudType: 'gcp',
    cloud: 'Google Cloud',
    imageNoun: 'machine image',
    example: 'projects/<project>/global/images/<image>',
    where: 'imageProject: ""',
  },
  {
    cloudType: 'maas',
    cloud: 'MAAS',
    imageNoun: 'custom image',
    example: 'custom/ubuntu-24.04-kubernetes',
    where: '# Machines are deployed with this kernel when set.\nhweKernel: ""',
  },
  {
    cloudType: 'vsphere',
    cloud: 'VMware vSphere',
    imageNoun: 'VM template',
    example: '/Datacenter/vm/templates/ubuntu-24.04',
    where: 'cloneMode: linkedClone',
  },
  {
    cloudType: 'apache-cloudstack',
    cloud: 'Apache CloudStack',
    imageNoun: 'template',
    example: 'ubuntu-24.04-kube-1.33',
    where: 'hypervisor: KVM',
  },
];

const cloudByoOsPacks = places.map((place) =>
  definePack({
    name: `byoi-${place.cloudType === 'apache-cloudstack' ? 'cloudstack' : place.cloudType}`,
    displayName: DISPLAY_NAME,
    layer: 'os',
    cloudTypes: [place.cloudType],
    logoUrl: logo('os', 'brackets'),
    hint: byoOsHint('pack.osImageOverride'),
    releases: [{ version: '1.1.0' }, { version: '1.0.0' }],
    values: ({ since }) =>
      byoOs({ ...place, osName: since('1.1') ? 'custom' : 'ubuntu', hasChecks: since('1.1') }),
    schema: [
      {
        path: 'pack.osImageOverride',
        schema: `{{ required | format "\${string}" | hints "Reference of your ${place.imageNoun}" }}`,
      },
      {
        path: 'pack.osVersion',
        schema: '{{ format "${string}" | hints "As the image reports it" }}',
      },
    ],
    readme: ({ version }) =>
      readme({
        title: `${DISPLAY_NAME} on ${place.cloud}`,
        version,
        summary: `Nodes start from a ${place.imageNoun} that you build and keep.`,
        requirements: [
          'An image with containerd, kubeadm and kubelet',
          'The same Kubernetes minor version in image and profile',
        ],
        parameters: [
          ['pack.osImageOverride', `Reference of the ${place.imageNoun}`, '""'],
          ['pack.osName', 'Shown in node lists', 'custom'],
        ],
        alert: 'Without `pack.osImageOverride` no node can start.',
        example: `pack:\n  osImageOverride: "${place.example}"`,
        links: [['Bring your own OS', docs.byoOs]],
      }),
  }),
);

const deploymentModes: readonly PackPreset[] = [
  {
    name: 'byoi-agent-mode',
    displayName: 'Agent mode',
    group: 'Deployment Mode',
    remove: ['options.system.uri', 'stages'],
    add:
      text`
      options:
        # The agent runs on the system that is there; no image is written.
        system.uri: "NA"
    ` + '\n',
  },
  {
    name: 'byoi-appliance-mode',
    displayName: 'Appliance mode',
    group: 'Deployment Mode',
    remove: ['options.system.uri'],
    add:
      text`
      options:
        # registry/repository:tag of the provider image.
        system.uri: "registry.example.org/edge/ubuntu:k8s-1.33"
    ` + '\n',
  },
];

export const byoOsPacks = [
  definePack({
    name: 'edge-native-byoi',
    displayName: DISPLAY_NAME,
    layer: 'os',
    cloudTypes: ['edge-native'],
    isVerified: true,
    logoUrl: logo('os', 'brackets'),
    hint: {
      ...byoOsHint('options.system.uri'),
      link: { label: 'Build the edge image', href: docs.edgeArtifacts },
    },
    releases: [{ version: '2.1.0' }, { version: '2.0.0' }, { version: '1.0.0' }],
    values: ({ since }) => edgeByoOs(since('2.1')),
    presets: () => deploymentModes,
    schema: [
      {
        path: 'options.system.uri',
        schema:
          '{{ format "${string:/^(NA|[^ ]+:[^ ]+)?$/}" | hints "registry/repository:tag" "NA in agent mode" }}',
      },
    ],
    readme: ({ version }) =>
      readme({
        title: DISPLAY_NAME,
        version,
        summary:
          'Edge hosts run an image that you build: operating system, agent and Kubernetes distribution in one.',
        requirements: [
          'A provider image in a registry the hosts reach',
          'The Kubernetes version of the image, chosen in the next layer',
        ],
        parameters: [['options.system.uri', 'Reference of the provider image', '""']],
        example: 'options:\n  system.uri: "registry.example.org/edge/ubuntu:k3s-1.33.5"',
        more: '## Modes\n\nIn *appliance mode* the host is written anew from the image. In *agent mode* the agent joins a system that is already there, and no image is named.',
        links: [
          ['Build edge artifacts', docs.edgeArtifacts],
          ['Bring your own OS', docs.byoOs],
        ],
      }),
  }),
  ...cloudByoOsPacks,
  definePack({
    name: 'edge-native-ubuntu',
    displayName: 'Ubuntu',
    layer: 'os',
    cloudTypes: ['edge-native'],
    logoUrl: logo('os', 'terminal'),
    releases: [
      { version: '24.04', groups: ['LTS__24.4.x'] },
      { version: '22.04', groups: ['LTS__22.4.x'] },
    ],
    values: ({ version }) =>
      edgeOs(`Ubuntu ${version}`, `quay.io/example/edge-ubuntu:${version}`, [
        'systemctl enable --now systemd-timesyncd',
        'systemctl mask snapd.service',
      ]),
  }),
  definePack({
    name: 'edge-native-opensuse',
    displayName: 'openSUSE Leap',
    layer: 'os',
    registry: 'community',
    cloudTypes: ['edge-native'],
    state: 'deprecated',
    releases: [
      { version: '15.6', groups: [], state: 'deprecated', endOfLife: '2026-04-30' },
      { version: '15.5', groups: [], state: 'deprecated' },
    ],
    values: ({ version }) =>
      edgeOs(`Leap ${version}`, `quay.io/example/edge-leap:${version}`, [
        'systemctl enable --now chronyd',
      ]),
  }),
];
