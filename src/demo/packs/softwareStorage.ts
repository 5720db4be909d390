import { definePack, type PackDefinition } from '../definePack';
import { logo } from '../logos';
import { readme } from '../readme';
import { text } from '../text';
import { preset } from '../values/presets';
import { localStorageValues } from '../values/localStorage';
import { longhornValues } from '../values/longhorn';
import { rookValues } from '../values/rook';
import { docs } from './links';

const ON_NODES = ['aws', 'azure', 'gcp', 'maas', 'vsphere', 'apache-cloudstack', 'edge-native'];
const CEPH = 'charts.rook-ceph-cluster.cephClusterSpec';

const longhorn: PackDefinition = {
  name: 'csi-longhorn',
  displayName: 'Longhorn',
  layer: 'csi',
  cloudTypes: ON_NODES,
  isVerified: true,
  logoUrl: logo('csi', 'waves'),
  releases: [{ version: '1.10.1' }, { version: '1.9.2' }, { version: '1.8.2' }],
  values: ({ version, since }) => longhornValues(version, since, 'docker.io'),
  schema: [
    {
      path: 'charts.longhorn.defaultSettings.defaultReplicaCount',
      schema: '{{ required | format "${number:[1-20]}" | hints "Not more than there are nodes" }}',
    },
    {
      path: 'charts.longhorn.defaultSettings.defaultDataLocality',
      schema: '{{ format "${list:[disabled,best-effort,strict-local]}" }}',
    },
    { path: 'charts.longhorn.persistence.defaultClass', schema: '{{ format "${boolean}" }}' },
  ],
  presets: () => [
    preset(
      'Replicas',
      'single-node',
      'One node',
      ['charts.longhorn.defaultSettings.defaultReplicaCount', 'charts.longhorn.csi'],
      text`
        charts:
          longhorn:
            defaultSettings:
              # A second copy would have no second disk.
              defaultReplicaCount: 1
            persistence:
              defaultClassReplicaCount: 1
            csi:
              attacherReplicaCount: 1
              provisionerReplicaCount: 1
              resizerReplicaCount: 1
              snapshotterReplicaCount: 1
      `,
    ),
    preset(
      'Replicas',
      'three-nodes',
      'Three nodes and more',
      ['charts.longhorn.defaultSettings.defaultReplicaCount'],
      'charts:\n  longhorn:\n    defaultSettings:\n      defaultReplicaCount: 3\n    persistence:\n      defaultClassReplicaCount: 3',
    ),
  ],
  resources: [
    { type: 'cpu', minLimit: 500 },
    { type: 'memory', minLimit: 1024 },
    { type: 'diskSize', minLimit: 20 },
  ],
  dependencies: [
    { packName: 'csi-rook-ceph', layer: 'csi', type: 'notSupported' },
    { packName: 'edge-k3s', layer: 'k8s', type: 'optional', minVersion: '1.31' },
  ],
  readme: ({ version }) =>
    readme({
      title: 'Longhorn',
      version,
      summary:
        'Replicated block volumes on the disks of the nodes, with backups and a user interface.',
      requirements: ['`open-iscsi` on every node', 'An empty directory or disk on each'],
      parameters: [
        ['charts.longhorn.defaultSettings', 'Settings read at installation', '{…}'],
        ['charts.longhorn.persistence', 'The default class', '{…}'],
      ],
      example:
        'charts:\n  longhorn:\n    defaultBackupStore:\n      backupTarget: s3://backups@eu-central-1/',
      links: [
        ['Packs', docs.packs],
        ['Project', 'https://longhorn.io/docs/'],
      ],
    }),
};

export const softwareStoragePacks = [
  definePack(longhorn),
  definePack({
    ...longhorn,
    registry: 'community',
    isVerified: false,
    releases: [{ version: '1.10.1' }, { version: '1.7.3' }],
    values: ({ version, since }) => longhornValues(version, since, 'ghcr.io'),
    presets: undefined,
    readme: undefined,
  }),
  definePack({
    name: 'csi-rook-ceph',
    displayName: 'Rook Ceph',
    layer: 'csi',
    cloudTypes: ['edge-native', 'maas', 'vsphere', 'apache-cloudstack'],
    isVerified: true,
    logoUrl: logo('csi', 'hexagons'),
    releases: [{ version: '1.18.6' }, { version: '1.18.2' }, { version: '1.17.8' }],
    values: ({ version, since }) => rookValues(version, since),
    schema: [
      {
        path: `${CEPH}.mon.count`,
        schema: '{{ required | format "${number:[1-9]}" | hints "An odd number" }}',
      },
      { path: `${CEPH}.dashboard.password`, schema: '{{ format "${password}" }}' },
      {
        path: 'charts.rook-ceph-cluster.cephBlockPools.$[].name',
        schema: '{{ required | format "${string}" }}',
      },
      {
        path: `${CEPH}.cephVersion.image`,
        schema:
          '{{ required | format "${string}/${string}:${string}" | hints "registry/repository:tag" }}',
      },
    ],
    presets: () => [
      preset(
        'Cluster Size',
        'single-node',
        'Single node, for tests',
        [`${CEPH}.mon`, `${CEPH}.mgr.count`, 'charts.rook-ceph-cluster.cephFileSystems'],
        text`
          charts:
            rook-ceph-cluster:
              cephClusterSpec:
                # No node can fail.
                mon:
                  count: 1
                  allowMultiplePerNode: true
                mgr:
                  count: 1
              cephFileSystems: []
        `,
      ),
      preset(
        'Cluster Size',
        'multi-node',
        'Three nodes and more',
        [`${CEPH}.mon`, `${CEPH}.mgr.count`],
        text`
          charts:
            rook-ceph-cluster:
              cephClusterSpec:
                mon:
                  count: 3
                  allowMultiplePerNode: false
                mgr:
                  count: 2
        `,
      ),
    ],
    resources: [
      {
        type: 'cpu',
        minLimit: 3000,
        components: [
          {
            requestPath: `${CEPH}.resources.mon.requests.cpu`,
            replicasPath: `${CEPH}.mon.count`,
            scheduleType: 'worker',
          },
          {
            requestPath: `${CEPH}.resources.mgr.requests.cpu`,
            replicasPath: `${CEPH}.mgr.count`,
            scheduleType: 'worker',
          },
          { requestPath: `${CEPH}.resources.osd.requests.cpu`, scheduleType: 'all' },
        ],
      },
      { type: 'memory', minLimit: 6144 },
      { type: 'diskSize', minLimit: 100 },
    ],
    dependencies: [{ packName: 'csi-longhorn', layer: 'csi', type: 'notSupported' }],
    readme: ({ version }) =>
      readme({
        title: 'Rook Ceph',
        version,
        summary: 'Block, file and object storage from the empty disks of the nodes.',
        requirements: ['Three nodes with an empty disk each', '4 GiB of memory per disk'],
        parameters: [
          ['charts.rook-ceph-cluster.cephClusterSpec.mon', 'Monitors', '{ count: 3 }'],
          ['charts.rook-ceph-cluster.cephClusterSpec.storage', 'Disks to take', '{…}'],
        ],
        alert: 'Disks named here are formatted.',
        example:
          'charts:\n  rook-ceph-cluster:\n    cephClusterSpec:\n      storage:\n        useAllDevices: false\n        deviceFilter: "^sd[b-d]$"',
        links: [['Project', 'https://rook.io/docs/rook/latest/']],
      }),
  }),
  definePack({
    name: 'csi-topolvm',
    displayName: 'TopoLVM',
    layer: 'csi',
    cloudTypes: ['edge-native', 'maas'],
    isTechPreview: true,
    logoUrl: logo('csi', 'chip'),
    releases: [{ version: '0.38.1' }, { version: '0.36.5' }],
    values: ({ version, since }) =>
      localStorageValues({
        chart: 'topolvm',
        namespace: 'topolvm-system',
        registry: 'ghcr.io',
        repository: 'topolvm/topolvm-with-sidecar',
        tag: version,
        isModern: since('0.38'),
        settings: text`
          # Groups of volumes that the nodes have; the class names one of them.
          lvmd:
            managed: true
            socketName: /run/topolvm/lvmd.sock
            deviceClasses:
              - name: ssd
                volume-group: vg-data
                default: true
                spare-gb: 10
                ${since('0.38') ? 'type: thick' : '# type: thin'}
            # lvcreateOptionClasses:
            #   - name: striped
            #     options: ["--type=raid0"]
          scheduler:
            enabled: false
            divisors: { ssd: 10 }
          useLegacy: false
          webhook:
            podMutatingWebhook: { enabled: ${since('0.38')} }
            pvcMutatingWebhook: { enabled: true }
            # Certificates of the webhooks. Without an issuer they are made at installation.
            caBundle: ~
            existingCertManagerIssuer: {}
          snapshot: { enabled: true }
          cert-manager: { enabled: false }
        `,
        classParameters: [
          ['csi.storage.k8s.io/fstype', 'xfs'],
          ['topolvm.io/device-class', 'ssd'],
        ],
        components: [
          ['controller', 'Makes logical volumes on the node that has room.', false],
          ['node', 'Mounts logical volumes and reports free space.', true],
          ['lvmdAgent', 'Runs the LVM commands.', true],
        ],
      }),
  }),
  definePack({
    name: 'csi-local-path-provisioner',
    displayName: 'Local Path Provisioner',
    layer: 'csi',
    registry: 'community',
    cloudTypes: ['edge-native', 'maas'],
    releases: [{ version: '0.0.32' }, { version: '0.0.31' }],
    values: ({ version, since }) =>
      localStorageValues({
        chart: 'local-path-provisioner',
        namespace: 'local-path-storage',
        registry: 'docker.io',
        repository: 'rancher/local-path-provisioner',
        tag: `v${version}`,
        isModern: since('0.0.32'),
        settings: text`
          # Directories by node; the first entry is for nodes that are not named.
          nodePathMap:
            - node: DEFAULT_PATH_FOR_NON_LISTED_NODES
              paths: [/opt/local-path-provisioner]
          configmap:
            setup: |-
              #!/bin/sh
              set -eu
              mkdir -m 0777 -p "$VOL_DIR"
            teardown: |-
              #!/bin/sh
              set -eu
              rm -rf "$VOL_DIR"
          workerThreads: ${since('0.0.32') ? 8 : 4}
        `,
        classParameters: [['pathPattern', `'{{ .PVC.Namespace }}/{{ .PVC.Name }}'`]],
        components: [['provisioner', 'Makes and removes directories.', false]],
      }),
    readme: ({ version }) =>
      readme({
        title: 'Local Path Provisioner',
        version,
        summary: 'Directories of the node as volumes: fast, and gone with the node.',
        requirements: ['Room on the root disk of the nodes'],
        parameters: [['charts.local-path-provisioner.nodePathMap', 'Directories by node', '[…]']],
        example:
          'charts:\n  local-path-provisioner:\n    nodePathMap:\n      - node: worker-1\n        paths: [/data]',
        links: [['Packs', docs.packs]],
      }),
  }),
  definePack({
    name: 'csi-portworx-generic',
    displayName: 'Portworx',
    layer: 'csi',
    cloudTypes: ['aws', 'vsphere', 'maas', 'edge-native', 'azure'],
    logoUrl: logo('csi', 'rings'),
    releases: [{ version: '3.4.0' }, { version: '3.3.1' }],
    values: ({ version, since }) =>
      localStorageValues({
        chart: 'portworx-generic',
        namespace: 'portworx',
        registry: 'docker.io',
        repository: 'portworx/oci-monitor',
        tag: version,
        isModern: since('3.4'),
        settings: text`
          clusterName: "{{ .spectro.system.cluster.name }}"
          license:
            # Activation ID of the customer portal. Empty starts a trial of 30 days.
            activationId: ""
          # Disks to take, and where the database of the cluster lives.
          storage:
            usedAll: true
            drives: ""
            journalDevice: ""
            kvdb: { internal: true, drives: "", endpoints: [] }
          network: { dataInterface: none, managementInterface: none }
          secretType: k8s
          envVars: none
          features:
            stork: true
            autopilot: ${since('3.4')}
            telemetry: false
            ${since('3.4') && 'pprof: false'}
          kvdbCredentials:
            username: ""
            password: ""
        `,
        classParameters: [
          ['repl', '"3"'],
          ['io_profile', 'auto'],
          ['priority_io', 'high'],
        ],
        components: [
          ['operator', 'Installs and upgrades the storage cluster.', false],
          ['storageNode', 'Pools the disks of its node.', true],
          ['stork', 'Places pods where their data is.', false],
          ['autopilot', 'Grows pools before they are full.', false],
        ],
      }),
    schema: [
      {
        path: 'charts.portworx-generic.license.activationId',
        schema: '{{ format "${password}" | hints "Activation ID" }}',
      },
      {
        path: 'charts.portworx-generic.kvdbCredentials.password',
        schema: '{{ format "${password}" }}',
      },
      { path: 'charts.portworx-generic.clusterName', schema: '{{ required }}' },
    ],
    presets: () => [
      preset(
        'Key-Value Store',
        'internal-kvdb',
        'Internal',
        ['charts.portworx-generic.storage.kvdb', 'charts.portworx-generic.kvdbCredentials'],
        'charts:\n  portworx-generic:\n    storage:\n      kvdb:\n        internal: true\n        drives: ""',
      ),
      preset(
        'Key-Value Store',
        'external-kvdb',
        'External etcd',
        ['charts.portworx-generic.storage.kvdb'],
        'charts:\n  portworx-generic:\n    storage:\n      kvdb:\n        internal: false\n        # One address per member.\n        endpoints:\n          - https://etcd-1.example.org:2379',
      ),
    ],
  }),
];
