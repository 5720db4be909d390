import { definePack, type PackDefinition } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { cloudOs, commentsOnlyOs } from '../values/os';
import { docs } from './links';

const ubuntuReleases = [
  { version: '24.04', groups: ['LTS__24.4.x'] },
  { version: '22.04', groups: ['LTS__22.4.x'], endOfLife: '2027-04-30', isFips: true },
];

/** The published Ubuntu images differ by cloud in what is prepared before kubeadm runs. */
function ubuntu(
  cloud: string,
  cloudTypes: readonly string[],
  preCommands: readonly string[],
  more: Partial<PackDefinition> = {},
): PackDefinition {
  return {
    name: `ubuntu-${cloud}`,
    displayName: 'Ubuntu',
    layer: 'os',
    cloudTypes,
    isVerified: true,
    logoUrl: logo('os', 'terminal'),
    releases: ubuntuReleases,
    groupRows: ['LTS__24.4.x', 'LTS__22.4.x'],
    values: ({ version, since }) =>
      cloudOs({
        system: `Ubuntu ${version}`,
        packages: 'apt',
        preCommands: [
          ...(since('24') ? ['systemctl disable --now apt-daily.timer'] : []),
          ...preCommands,
        ],
        postCommands: since('24')
          ? ['systemctl restart systemd-timesyncd']
          : ['apt-get autoremove --yes', 'systemctl restart chrony'],
      }),
    readme: ({ version }) =>
      readme({
        title: `Ubuntu for ${cloud}`,
        version,
        summary:
          'A long-term supported server system. The platform publishes images with the kubelet in place, so that nodes join without downloads.',
        requirements: ['An account with rights to read the shared image', 'At least 60 GB of disk'],
        parameters: [
          ['kubeadmconfig.preKubeadmCommands', 'Commands before the node joins', '[…]'],
          ['kubeadmconfig.postKubeadmCommands', 'Commands after the node joined', '[…]'],
        ],
        example:
          'kubeadmconfig:\n  preKubeadmCommands:\n    - sysctl --write vm.max_map_count=262144',
        links: [
          ['Packs', docs.packs],
          ['Cluster profiles', docs.profiles],
        ],
      }),
    ...more,
  };
}

const ubuntuAws = ubuntu('aws', ['aws'], ['systemctl enable --now amazon-ssm-agent']);

export const osPacks = [
  definePack({
    ...ubuntuAws,
    values: (release) => (release.since('24.04') ? commentsOnlyOs : ubuntuAws.values(release)),
  }),
  definePack(ubuntu('azure', ['azure'], ['systemctl restart walinuxagent'])),
  definePack(ubuntu('gcp', ['gcp'], ['systemctl restart google-guest-agent'])),
  definePack(
    ubuntu('maas', ['maas'], ['netplan apply', 'hostnamectl set-hostname "$(hostname --short)"'], {
      releases: [
        ...ubuntuReleases,
        { version: '20.04', groups: ['LTS__20.4.x'], state: 'deprecated', endOfLife: '2025-05-31' },
      ],
      groupRows: ['LTS__24.4.x', 'LTS__22.4.x', 'LTS__20.4.x'],
    }),
  ),
  definePack(
    ubuntu('vsphere', ['vsphere'], ['vmware-toolbox-cmd timesync enable'], {
      dependencies: [
        { packName: 'csi-vsphere-csi', layer: 'csi', type: 'optional', minVersion: '3.2' },
      ],
    }),
  ),
  definePack(ubuntu('cloudstack', ['apache-cloudstack'], ['cloud-init clean --logs'])),
  definePack({
    name: 'rhel-vsphere',
    displayName: 'Red Hat Enterprise Linux',
    layer: 'os',
    cloudTypes: ['vsphere'],
    logoUrl: logo('os', 'chip'),
    releases: [
      { version: '9.6', groups: ['9.x'] },
      { version: '9.4', groups: ['9.x'] },
      { version: '8.10', groups: ['8.x'], endOfLife: '2029-05-31' },
    ],
    groupRows: ['9.x', '8.x'],
    values: ({ version, since }) =>
      text`
        pack:
          # Subscription of the nodes. Leave empty when images come from a mirror.
          subscription:
            organization: ""
            activationKey: ""
            ${since('9.6') && 'releaseLock: "9.6"'}

        ${cloudOs({
          system: `Enterprise Linux ${version}`,
          packages: 'dnf',
          preCommands: [
            'setenforce 1',
            'firewall-cmd --permanent --add-port=6443/tcp --add-port=10250/tcp',
            'firewall-cmd --reload',
          ],
          postCommands: ['dnf clean all'],
        })}
      `,
    schema: [
      {
        path: 'pack.subscription.activationKey',
        schema: '{{ format "${password}" | hints "Activation key of the organization" }}',
      },
      {
        path: 'pack.subscription.organization',
        schema: '{{ format "${string:/^[0-9]*$/}" | hints "Digits only" }}',
      },
    ],
  }),
  definePack({
    name: 'amazon-linux-eks',
    displayName: 'Amazon Linux',
    layer: 'os',
    cloudTypes: ['eks'],
    isVerified: true,
    logoUrl: logo('os', 'stairs'),
    releases: [{ version: '2023.0.0' }, { version: '1.0.0', state: 'deprecated' }],
    values: ({ since }) =>
      text`
        # Node groups choose the image that fits the control plane; this layer adds to its start.
        pack:
          amiFamily: ${since('2023') ? 'AL2023' : 'AL2'}
          ${since('2023') ? 'nodeadm:\n  maxPods: 110' : '# bootstrapArguments: "--use-max-pods false"'}
        # userData: |
        #   #!/bin/bash
        #   echo "first boot"
      `,
    readme: ({ version }) =>
      readme({
        title: 'Amazon Linux for managed node groups',
        version,
        summary: 'The system that managed node groups run by default.',
        requirements: ['A managed control plane in the same region'],
        parameters: [['pack.amiFamily', 'Family of images', 'AL2023']],
        example: 'pack:\n  nodeadm:\n    maxPods: 58',
        links: [['Packs', docs.packs]],
      }),
  }),
  definePack({
    name: 'ubuntu-eks',
    displayName: 'Ubuntu',
    layer: 'os',
    cloudTypes: ['eks'],
    isTechPreview: true,
    logoUrl: logo('os', 'terminal'),
    releases: ubuntuReleases,
    values: ({ version }) =>
      text`
        pack:
          # Owner account of the public images.
          imageOwner: "111122223333"
          osVersion: "${version}"
      `,
  }),
  definePack({
    name: 'ubuntu-aks',
    displayName: 'Ubuntu',
    layer: 'os',
    cloudTypes: ['aks'],
    isVerified: true,
    logoUrl: logo('os', 'terminal'),
    releases: ubuntuReleases,
    values: ({ since }) =>
      text`
        # Node images are chosen and patched by the managed service.
        pack:
          osSKU: Ubuntu
          nodeImageUpgradeChannel: ${since('24') ? 'NodeImage' : 'SecurityPatch'}
      `,
  }),
  definePack({
    name: 'cos-gke',
    displayName: 'Container-Optimized OS',
    layer: 'os',
    cloudTypes: ['gke'],
    isVerified: true,
    logoUrl: logo('os', 'drawers'),
    releases: [{ version: '1.0.0' }],
    values: () =>
      text`
        # The managed service keeps nodes on the image of their release channel.
        pack:
          imageType: COS_CONTAINERD
      `,
  }),
  definePack({
    name: 'centos-aws',
    displayName: 'CentOS',
    layer: 'os',
    registry: 'publicRepo',
    cloudTypes: ['aws'],
    state: 'deprecated',
    releases: [{ version: '7.7', state: 'deprecated', endOfLife: '2024-06-30' }],
    values: ({ version }) =>
      cloudOs({
        system: `CentOS ${version}`,
        packages: 'dnf',
        preCommands: ['yum-config-manager --disable extras'],
        postCommands: ['yum clean all'],
      }),
  }),
];
