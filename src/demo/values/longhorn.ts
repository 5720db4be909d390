import { lines, text } from '../text';
import { packHeader } from './packHeader';
import {
  disruptionBudget,
  image,
  logging,
  metrics,
  podMetadata,
  probes,
  rbac,
  resources,
  rollingUpdate,
  securityContext,
  spreadOverHosts,
  spreadOverZones,
  tolerations,
} from './workload';

type Since = (version: string) => boolean;

/** Values of Longhorn: manager, engine, driver, user interface, default settings. */
export function longhornValues(version: string, since: Since, registry: string): string {
  const isModern = since('1.9');
  const tag = `v${version}`;
  const part = (key: string, name: string, of = tag) => text`
    ${key}:
      ${image({ registry, repository: `longhornio/${name}`, tag: of, digest: isModern })}
  `;
  return text`
    ${packHeader({
      namespace: 'longhorn-system',
      namespaceLabels: 'pod-security.kubernetes.io/enforce=privileged',
      images: ['manager', 'engine', 'instance-manager', 'ui'].map(
        (name) => `${registry}/longhornio/longhorn-${name}:${tag}`,
      ),
    })}

    charts:
      longhorn:
        global:
          cattle: { systemDefaultRegistry: "" }
          ${tolerations('default')}
          nodeSelector: {}
          imagePullSecrets: []

        images:
          ${lines(
            part('manager', 'longhorn-manager'),
            part('engine', 'longhorn-engine'),
            part('instanceManager', 'longhorn-instance-manager'),
            part('shareManager', 'longhorn-share-manager'),
            part('ui', 'longhorn-ui'),
            part('csiAttacher', 'csi-attacher', isModern ? 'v4.9.0' : 'v4.7.0'),
            part('csiProvisioner', 'csi-provisioner', isModern ? 'v5.3.0' : 'v5.1.0'),
            part('csiResizer', 'csi-resizer', isModern ? 'v1.14.0' : 'v1.12.0'),
            part('csiSnapshotter', 'csi-snapshotter', isModern ? 'v8.3.0' : 'v7.0.2'),
          )}

        # Read once, at installation. Later changes are made in the settings of Longhorn.
        defaultSettings:
          createDefaultDiskLabeledNodes: false
          defaultDataPath: /var/lib/longhorn
          defaultDataLocality: disabled
          replicaSoftAntiAffinity: false
          replicaAutoBalance: ${isModern ? 'least-effort' : 'disabled'}
          storageOverProvisioningPercentage: ${isModern ? 100 : 200}
          storageMinimalAvailablePercentage: ${isModern ? 25 : 10}
          storageReservedPercentageForDefaultDisk: 30
          upgradeChecker: false
          defaultReplicaCount: 3
          defaultLonghornStaticStorageClass: longhorn-static
          backupstorePollInterval: 300
          failedBackupTTL: 1440
          ${isModern ? 'restoreConcurrentLimit: 5\nbackupConcurrentLimit: 2' : 'guaranteedEngineManagerCPU: 12'}
          restoreVolumeRecurringJobs: false
          recurringSuccessfulJobsHistoryLimit: 1
          recurringFailedJobsHistoryLimit: 1
          supportBundleFailedHistoryLimit: 1
          taintToleration: ""
          systemManagedComponentsNodeSelector: ""
          priorityClass: longhorn-critical
          autoSalvage: true
          autoDeletePodWhenVolumeDetachedUnexpectedly: true
          disableSchedulingOnCordonedNode: true
          replicaZoneSoftAntiAffinity: true
          replicaDiskSoftAntiAffinity: true
          # What becomes of pods on a node that is gone: do-nothing, delete-stateful-set-pod, …
          nodeDownPodDeletionPolicy: do-nothing
          nodeDrainPolicy: block-if-contains-last-replica
          replicaReplenishmentWaitInterval: 600
          concurrentReplicaRebuildPerNodeLimit: ${isModern ? 5 : 8}
          concurrentVolumeBackupRestorePerNodeLimit: 5
          disableRevisionCounter: true
          guaranteedInstanceManagerCPU: 12
          logLevel: Info
          backupCompressionMethod: lz4
          allowCollectingLonghornUsageMetrics: false
          # Network of its own for copies, as namespace/name of an attachment.
          # storageNetwork: kube-system/storage-vlan
          ${isModern && 'v2DataEngine: false\nv2DataEngineHugepageLimit: 2048'}

        # Where backups go: s3://bucket@region/, nfs://server:/path.
        defaultBackupStore:
          backupTarget: ""
          backupTargetCredentialSecret: ""
          pollInterval: 300

        persistence:
          defaultClass: true
          defaultFsType: ext4
          defaultMkfsParams: ""
          defaultClassReplicaCount: 3
          reclaimPolicy: Delete
          volumeBindingMode: ${isModern ? 'WaitForFirstConsumer' : 'Immediate'}
          migratable: false
          nfsOptions: ""
          recurringJobSelector: { enable: false, jobList: [] }
          backingImage: { enable: false, name: ~, dataSourceType: ~ }
          defaultNodeSelector: { enable: false, selector: "" }
          removeSnapshotsDuringFilesystemTrim: ignored

        csi:
          kubeletRootDir: /var/lib/kubelet
          attacherReplicaCount: 3
          provisionerReplicaCount: 3
          resizerReplicaCount: 3
          snapshotterReplicaCount: 3

        longhornManager:
          ${rbac('longhorn-service-account')}
          ${podMetadata('longhorn-critical')}
          ${tolerations('every-node')}
          ${rollingUpdate('100%')}
          ${securityContext(true)}
          ${probes(9501, '/v1/healthz')}
          ${resources({ cpu: '100m', memory: '256Mi' })}
          ${logging('info', isModern ? 'json' : 'text')}

        longhornDriver:
          ${podMetadata('longhorn-critical')}
          ${tolerations('every-node')}
          ${resources({ cpu: '20m', memory: '64Mi' })}

        longhornUI:
          replicas: ${isModern ? 2 : 1}
          ${podMetadata('longhorn-critical')}
          ${tolerations('default')}
          ${spreadOverHosts([['app', 'longhorn-ui']])}
          ${isModern && spreadOverZones('longhorn-ui')}
          ${disruptionBudget(1)}
          ${securityContext(false)}
          service: { type: ClusterIP, nodePort: ~ }
          ${resources({ cpu: '10m', memory: '32Mi', memoryLimit: '128Mi' })}

        ingress:
          enabled: false
          ingressClassName: ~
          host: longhorn.example.org
          path: /
          tls: false
          secureBackends: false
          annotations: {}

        ${metrics(9500)}
        enablePSP: false
        preUpgradeChecker:
          jobEnabled: true
          upgradeVersionCheck: true
        networkPolicies:
          enabled: ${isModern}
          type: k3s
  `;
}
