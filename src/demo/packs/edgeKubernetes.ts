import { definePack, type PackDefinition } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { clusterServices } from '../values/clusterServices';
import { kubeadmConfig, kubeadmImages } from '../values/kubeadm';
import { packHeader } from '../values/packHeader';
import { enabledPresets } from '../values/presets';
import { rancherDistribution } from '../values/rancherDistribution';
import { upgradeSettings } from './kubernetes';
import { kubeadmPresets, kubeadmSchema } from './kubernetesRules';
import { docs, oidcHint } from './links';

/** The distributions that edge images hold; the image must name the same one. */
function edgePack(
  more: Pick<PackDefinition, 'name' | 'displayName' | 'values' | 'releases'> &
    Partial<PackDefinition>,
): PackDefinition {
  return {
    layer: 'k8s',
    cloudTypes: ['edge-native'],
    isVerified: true,
    logoUrl: logo('k8s', 'branch'),
    dependencies: [
      { packName: 'edge-native-byoi', layer: 'os', type: 'optional', minVersion: '1' },
      {
        packName: 'cni-calico',
        layer: 'cni',
        type: 'optional',
        minVersion: '3.27',
        maxVersion: '3',
      },
    ],
    readme: ({ version }) =>
      readme({
        title: more.displayName,
        version,
        summary: 'A Kubernetes distribution for edge hosts, delivered inside the provider image.',
        requirements: [
          'A provider image built with the same distribution and version',
          'Hosts registered with Palette',
        ],
        parameters: [['pack.palette.config', 'How users sign in', '{…}']],
        example:
          'pack:\n  palette:\n    config:\n      dashboard:\n        identityProvider: palette',
        links: [['Build edge artifacts', docs.edgeArtifacts]],
      }),
    ...more,
  };
}

/** The address the control plane is reached at, announced on the network of the hosts. */
function virtualAddress(isModern: boolean): string {
  return text`
    # The control plane is reached at an address of its own, kept by kube-vip.
    kubevip:
      enabled: true
      image: ghcr.io/kube-vip/kube-vip:${isModern ? 'v1.0.1' : 'v0.9.2'}
      # ARP in one subnet; BGP where hosts stand in several.
      mode: arp
      args:
        vip_interface: ""
        vip_leaseduration: "${isModern ? 15 : 5}"
        vip_renewdeadline: "${isModern ? 10 : 3}"
        vip_retryperiod: "2"
      # bgp:
      #   as: 64512
      #   peers: ["192.0.2.1:64513::false"]
  `;
}

const k3sReleases = [
  { version: '1.33.5-k3s1' },
  { version: '1.33.3-k3s1' },
  { version: '1.32.9-k3s1' },
];

export const edgeKubernetesPacks = [
  definePack(
    edgePack({
      name: 'edge-k8s',
      displayName: 'Palette eXtended Kubernetes Edge',
      hint: oidcHint,
      releases: [{ version: '1.33.5' }, { version: '1.33.3' }, { version: '1.32.9' }],
      values: ({ version, since }) => text`
        ${enabledPresets(['Kube Controller Manager', 'loopback-ctrlmgr'])}
        ${packHeader({
          images: kubeadmImages(version, '3.5.21-0', 'v1.12.1'),
          more: text`
            podCIDR: "192.168.0.0/16"
            serviceClusterIpRange: "192.169.0.0/16"
            k8sHardening: True
            palette:
              config:
                dashboard:
                  identityProvider: palette
          `,
        })}

        ${kubeadmConfig({
          isModern: since('1.33'),
          isEdge: true,
          preCommands: [`'sysctl --load /etc/sysctl.d/90-kubelet.conf'`],
          postCommands: [],
          more: `# Largest number of pods of a host.\nmaxPods: ${since('1.33') ? 150 : 110}`,
        })}

        ${virtualAddress(since('1.33'))}
      `,
      presets: () => kubeadmPresets,
      schema: kubeadmSchema,
    }),
  ),
  definePack(
    edgePack({
      name: 'edge-k3s',
      displayName: 'Palette Optimized K3s',
      releases: k3sReleases,
      values: ({ version, since }) => text`
        ${packHeader({
          images: [`docker.io/rancher/k3s:v${version}`, 'docker.io/rancher/mirrored-pause:3.6'],
        })}

        ${rancherDistribution({
          distribution: 'k3s',
          isModern: since('1.33'),
          disabled: ['traefik', 'servicelb', 'local-storage', 'metrics-server'],
          isEdge: true,
        })}

        ${upgradeSettings(since('1.33'), 2)}

        ${virtualAddress(since('1.33'))}
      `,
    }),
  ),
  definePack(
    edgePack({
      name: 'edge-rke2',
      displayName: 'Palette Optimized RKE2',
      releases: [{ version: '1.33.5-rke2r1' }, { version: '1.32.9-rke2r1' }],
      values: ({ version, since }) => text`
        ${packHeader({ images: [`docker.io/rancher/rke2-runtime:v${version}`] })}

        ${rancherDistribution({
          distribution: 'rke2',
          isModern: since('1.33'),
          disabled: ['rke2-ingress-nginx', 'rke2-snapshot-controller', 'rke2-metrics-server'],
          isEdge: true,
        })}

        ${upgradeSettings(since('1.33'), 1)}

        ${virtualAddress(since('1.33'))}
      `,
    }),
  ),
  definePack(
    edgePack({
      name: 'edge-canonical',
      displayName: 'Palette Optimized Canonical',
      isVerified: false,
      isTechPreview: true,
      logoUrl: logo('k8s', 'hexagons'),
      releases: [{ version: '1.33.4' }, { version: '1.32.8' }],
      values: ({ version, since }) => text`
        ${packHeader({ comment: `Snap channel of ${version}: latest/stable.` })}

        cluster:
          # The distribution brings a network of its own. The network layer is still asked for.
          network: { enabled: true }
          dns: { enabled: true, cluster-domain: cluster.local, upstream-nameservers: [] }
          local-storage:
            enabled: false
          gateway:
            enabled: ${since('1.33')}
          metrics-server:
            enabled: true
          annotations:
            k8sd/v1alpha/lifecycle/skip-cleanup-kubernetes-node-on-remove: true
          extraArgs:
            kube-apiserver:
              --anonymous-auth: "true"
              --profiling: "false"
            kubelet:
              --read-only-port: "0"
              ${since('1.33') && '--seccomp-default: "true"'}

        ${clusterServices(since('1.33'), true)}

        ${virtualAddress(since('1.33'))}
      `,
      readme: undefined,
    }),
  ),
  definePack({
    ...edgePack({
      name: 'edge-k3s',
      displayName: 'K3s (community build)',
      releases: [{ version: '1.34.1-k3s1' }, { version: '1.33.5-k3s1' }],
      values: ({ version, since }) => text`
        ${packHeader({ images: [`ghcr.io/example/k3s:v${version}`] })}

        ${rancherDistribution({
          distribution: 'k3s',
          isModern: since('1.34'),
          disabled: ['traefik', 'servicelb'],
          isEdge: true,
          more: upgradeSettings(since('1.34'), 1),
        })}
      `,
    }),
    registry: 'community',
    isVerified: false,
  }),
];
