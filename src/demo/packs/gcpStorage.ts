import { definePack, type ReleaseContext } from '../definePack';
import { logo } from '../logos';
import { text } from '../text';
import { csiReadme } from './csiReadme';
import { driverPack, K8S_SIDE, type Driver } from './driverPack';

export const gcpStoragePacks = [
  definePack(
    driverPack(
      {
        name: 'csi-gcp-driver',
        displayName: 'GCE Persistent Disk CSI',
        cloudTypes: ['gcp'],
        logoUrl: logo('csi', 'cylinder'),
        releases: [{ version: '1.20.1' }, { version: '1.17.4' }],
      },
      '1.20',
      gcpDisk,
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'gke-csi-gcp-driver',
        displayName: 'GKE Persistent Disk CSI',
        cloudTypes: ['gke'],
        logoUrl: logo('csi', 'cylinder'),
        releases: [{ version: '1.20.1' }, { version: '1.17.4' }, { version: '1.0.0', groups: [] }],
        readme: csiReadme(
          'GKE Persistent Disk CSI',
          'gcp-compute-persistent-disk-csi-driver',
          'The managed service runs the driver; this layer makes the classes.',
          ['The add-on for persistent disks, which is on by default'],
          'charts:\n  gcp-compute-persistent-disk-csi-driver:\n    project: my-project',
        ),
      },
      '1.20',
      gcpDisk,
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'csi-gcp-filestore',
        displayName: 'Filestore CSI',
        cloudTypes: ['gcp', 'gke'],
        isVerified: false,
        isTechPreview: true,
        logoUrl: logo('csi', 'drawers'),
        releases: [{ version: '1.9.2' }, { version: '1.8.8' }],
      },
      '1.9',
      (_, isModern) => ({
        chart: 'gcp-filestore-csi-driver',
        driver: 'filestore.csi.storage.gke.io',
        namespace: 'gcp-filestore-csi',
        registry: 'gcr.io',
        repository: 'k8s-staging-cloud-provider-gcp/filestore-csi-driver',
        sidecarRegistry: K8S_SIDE,
        healthPort: 22021,
        metricsPort: 22025,
        settings: text`
          # Network that instances are reached through.
          network: default
          connectMode: ${isModern ? 'PRIVATE_SERVICE_ACCESS' : 'DIRECT_PEERING'}
          reservedIpv4Cidr: ""
        `,
        controller: `multishare:\n  enabled: ${isModern}\n  maxSharesPerInstance: 10`,
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            bindingMode: 'Immediate',
            parameters: [
              ['tier', isModern ? 'zonal' : 'standard'],
              ['network', 'default'],
            ],
          },
        ],
      }),
    ),
  ),
];

function gcpDisk(_: ReleaseContext, isModern: boolean): Driver {
  return {
    chart: 'gcp-compute-persistent-disk-csi-driver',
    driver: 'pd.csi.storage.gke.io',
    namespace: 'gce-pd-csi-driver',
    registry: 'registry.k8s.io',
    repository: 'cloud-provider-gcp/gcp-compute-persistent-disk-csi-driver',
    sidecarRegistry: K8S_SIDE,
    healthPort: 22011,
    metricsPort: 22013,
    hasWindows: true,
    attachLimitComment: 'Disks a node can hold; -1 asks the machine type.',
    settings: text`
      project: ""
      # Key of a service account. Leave empty where workload identity is on.
      cloudSecret: { name: cloud-sa, key: cloud-sa.json }
      ${isModern && 'diskTypes: [pd-balanced, pd-ssd, hyperdisk-balanced]'}
    `,
    controller: `extraLabels: "managed-by=palette"\ncomputeEnvironment: production\n${isModern ? 'enableStoragePools: false' : 'runControllerService: true'}`,
    node: 'formatAndMountTimeout: 5m',
    storageClasses: [
      {
        name: 'spectro-storage-class',
        isDefault: true,
        parameters: [
          ['type', isModern ? 'pd-balanced' : 'pd-standard'],
          ['replication-type', 'none'],
        ],
        topologyKey: 'topology.gke.io/zone',
      },
      {
        name: 'regional',
        comment: 'Copies in two zones.',
        parameters: [
          ['type', 'pd-ssd'],
          ['replication-type', 'regional-pd'],
        ],
      },
    ],
  };
}
