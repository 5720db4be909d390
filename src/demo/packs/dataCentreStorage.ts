import { definePack } from '../definePack';
import { logo } from '../logos';
import { text } from '../text';
import { preset } from '../values/presets';
import { driverPack, K8S_SIDE } from './driverPack';
import { csiReadme } from './csiReadme';

const VSPHERE = 'charts.vsphere-csi-driver';

export const dataCentreStoragePacks = [
  definePack(
    driverPack(
      {
        name: 'csi-vsphere-csi',
        displayName: 'vSphere CSI',
        cloudTypes: ['vsphere'],
        logoUrl: logo('csi', 'cylinder'),
        releases: [{ version: '3.6.0' }, { version: '3.5.0-rev2' }, { version: '3.4.0' }],
        schema: [
          { path: `${VSPHERE}.vcenter.password`, schema: '{{ format "${password}" }}' },
          {
            path: `${VSPHERE}.vcenter.port`,
            schema: '{{ required | format "${number:[1-65535]}" }}',
          },
          {
            path: `${VSPHERE}.storageClasses.$[].parameters.storagepolicyname`,
            schema:
              '{{ format "${string}, ${string:/size=\\d+/}" | hints "A policy and a size" "type-zeroedthick, size=150" }}',
          },
        ],
        presets: () => [
          preset(
            'Controller Replicas',
            'one-replica',
            'One',
            [`${VSPHERE}.controller.replicaCount`],
            'charts:\n  vsphere-csi-driver:\n    controller:\n      # For clusters with a single control plane node.\n      replicaCount: 1',
          ),
          preset(
            'Controller Replicas',
            'three-replicas',
            'Three',
            [`${VSPHERE}.controller.replicaCount`, `${VSPHERE}.controller.leaderElection`],
            'charts:\n  vsphere-csi-driver:\n    controller:\n      replicaCount: 3\n      leaderElection:\n        leaseDuration: 15s',
          ),
        ],
        dependencies: [
          {
            packName: 'kubernetes',
            layer: 'k8s',
            type: 'required',
            minVersion: '1.30',
            maxVersion: '1.34',
          },
        ],
        readme: csiReadme(
          'vSphere CSI',
          'vsphere-csi-driver',
          'Volumes are first class disks on the datastores of the vCenter.',
          ['Hardware version 15 or newer', '`disk.EnableUUID` on every virtual machine'],
          'charts:\n  vsphere-csi-driver:\n    vcenter:\n      insecureFlag: false',
        ),
      },
      '3.5',
      (_, isModern) => ({
        chart: 'vsphere-csi-driver',
        driver: 'csi.vsphere.vmware.com',
        namespace: 'vmware-system-csi',
        registry: 'registry.k8s.io',
        repository: 'csi-vsphere/driver',
        sidecarRegistry: K8S_SIDE,
        healthPort: 9808,
        metricsPort: 2112,
        attachLimitComment: 'Disks a machine can hold: 59 with one paravirtual controller.',
        settings: text`
          # Address and user come from the cloud account; what is set here wins.
          vcenter:
            host: ""
            port: 443
            username: ""
            password: ""
            insecureFlag: false
            datacenters: []
            targetDatastoreUrls: ""
          syncer:
            fullSyncIntervalMinutes: ${isModern ? 30 : 15}
            queryLimit: 10000
          featureStates:
            csi-migration: true
            block-volume-snapshot: true
            topology-preferential-datastores: true
            list-volumes: ${isModern}
            ${isModern ? 'csi-transaction-support: true' : 'csi-windows-support: false'}
        `,
        controller: isModern
          ? 'leaderElection: { leaseDuration: 30s, renewDeadline: 20s }'
          : 'hostNetwork: false',
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            parameters: [
              ['csi.storage.k8s.io/fstype', isModern ? 'xfs' : 'ext4'],
              ['datastoreurl', '""'],
            ],
            topologyKey: 'topology.csi.vmware.com/k8s-zone',
          },
        ],
      }),
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'csi-cloudstack',
        displayName: 'CloudStack CSI',
        cloudTypes: ['apache-cloudstack'],
        isVerified: false,
        isTechPreview: true,
        logoUrl: logo('csi', 'cylinder'),
        releases: [{ version: 'v2.5.0' }, { version: 'v2.4.1' }],
        readme: csiReadme(
          'CloudStack CSI',
          'cloudstack-csi',
          'Data disks of the zone that the node stands in.',
          ['A disk offering with custom size'],
          'charts:\n  cloudstack-csi:\n    syncer:\n      enabled: true',
        ),
      },
      '2.5',
      (_, isModern) => ({
        chart: 'cloudstack-csi',
        driver: 'csi.cloudstack.apache.org',
        namespace: 'kube-system',
        registry: 'ghcr.io',
        repository: 'example/cloudstack-csi-driver',
        sidecarRegistry: K8S_SIDE,
        healthPort: 9808,
        metricsPort: 8080,
        settings: text`
          # Holds api-url, api-key and secret-key.
          secret: { enabled: false, create: false, name: cloudstack-secret }
          # Makes a class for every offering with custom size.
          syncer:
            enabled: ${isModern}
            namePrefix: cloudstack-
            label: app.kubernetes.io/managed-by=palette
            ${isModern && 'delete: false'}
        `,
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            parameters: [
              [
                'csi.cloudstack.apache.org/disk-offering-id',
                '"00000000-0000-0000-0000-000000000000"',
              ],
              ...(isModern ? ([['csi.storage.k8s.io/fstype', 'xfs']] as const) : []),
            ],
          },
        ],
      }),
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'csi-nfs',
        displayName: 'NFS',
        cloudTypes: ['maas', 'vsphere', 'apache-cloudstack', 'edge-native', 'aws', 'azure', 'gcp'],
        logoUrl: logo('csi', 'rings'),
        releases: [{ version: '4.12.1' }, { version: '4.11.0' }],
        schema: [
          {
            path: 'charts.csi-driver-nfs.server.address',
            schema: '{{ required | format "${ipv4}" | hints "Address of the NFS server" }}',
          },
          {
            path: 'charts.csi-driver-nfs.selfTest.image',
            schema:
              '{{ format "${string}/${string}:${version}" | hints "registry/repository:version" }}',
          },
          {
            path: 'charts.csi-driver-nfs.server.share',
            schema: '{{ required | format "${string:/^\\/.*$/}" | hints "An absolute path" }}',
          },
        ],
        readme: csiReadme(
          'NFS',
          'csi-driver-nfs',
          'A directory per claim on a server that is there already.',
          ['A server that all nodes reach', '`nfs-common` on every node'],
          'charts:\n  csi-driver-nfs:\n    server:\n      address: 192.0.2.20\n      share: /exports/clusters',
        ),
      },
      '4.12',
      (_, isModern) => ({
        chart: 'csi-driver-nfs',
        driver: 'nfs.csi.k8s.io',
        namespace: 'kube-system',
        registry: 'registry.k8s.io',
        repository: 'sig-storage/nfsplugin',
        sidecarRegistry: K8S_SIDE,
        healthPort: 29652,
        metricsPort: 29654,
        settings: text`
          # One server for all classes; the alias keeps the class in step with it.
          server: &server
            address: 192.0.2.20
            share: /exports/clusters
            mountPermissions: "0"
          defaultServer: *server
          feature:
            enableFSGroupPolicy: true
            ${isModern ? 'enableInlineVolume: false' : '# enableInlineVolume: true'}
        `,
        controller: `defaultOnDeletePolicy: ${isModern ? 'delete' : 'retain'}\nworkingMountDir: /tmp\nenableSnapshotter: true`,
        node: 'maxUnavailable: 1\nhostNetwork: true',
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            bindingMode: 'Immediate',
            mountOptions: ['nfsvers=4.1', 'noatime'],
            parameters: [
              ['server', '192.0.2.20'],
              ['share', '/exports/clusters'],
              ['subDir', '"${pvc.metadata.namespace}/${pvc.metadata.name}"'],
            ],
          },
        ],
      }),
    ),
  ),
  definePack(
    driverPack(
      {
        name: 'csi-trident',
        displayName: 'Trident CSI',
        cloudTypes: ['vsphere', 'maas'],
        isVerified: false,
        releases: [
          { version: '25.6.2', cloudTypes: ['vsphere', 'maas'] },
          { version: '25.2.1', cloudTypes: ['vsphere'] },
        ],
        schema: [
          {
            path: 'charts.trident.backend.password',
            schema:
              '{{ required | format "${password}" | hints "Password of the storage account" }}',
          },
          {
            path: 'charts.trident.backend.managementLIF',
            schema: '{{ required | format "${ipv4}" | hints "Address of the array" }}',
          },
        ],
      },
      '25.6',
      (_, isModern) => ({
        chart: 'trident',
        driver: 'csi.trident.netapp.io',
        namespace: 'trident',
        registry: 'docker.io',
        repository: 'netapp/trident',
        sidecarRegistry: K8S_SIDE,
        healthPort: 17546,
        metricsPort: 8001,
        settings: text`
          # The array and the account on it.
          backend:
            storageDriverName: ontap-nas
            managementLIF: 192.0.2.30
            svm: ""
            username: trident
            password: ""
            ${isModern && 'autoExportPolicy: true'}
          enableForceDetach: ${isModern}
          httpRequestTimeout: 90s
        `,
        storageClasses: [
          {
            name: 'spectro-storage-class',
            isDefault: true,
            bindingMode: 'Immediate',
            parameters: [['backendType', 'ontap-nas']],
          },
        ],
      }),
    ),
  ),
];
