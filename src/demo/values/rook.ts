import { text } from '../text';
import { packHeader } from './packHeader';
import {
  image,
  logging,
  podMetadata,
  rbac,
  resources,
  securityContext,
  tolerations,
} from './workload';

type Since = (version: string) => boolean;

/** Values of Rook with a Ceph cluster: operator, cluster, pools, dashboard. */
export function rookValues(version: string, since: Since): string {
  const isModern = since('1.18');
  const ceph = isModern ? 'v19.2.3' : 'v18.2.7';
  return text`
    ${packHeader({
      namespace: 'rook-ceph',
      namespaceLabels: 'pod-security.kubernetes.io/enforce=privileged',
      installPriority: '5',
      images: [`docker.io/rook/ceph:v${version}`, `quay.io/ceph/ceph:${ceph}`],
    })}

    charts:
      rook-ceph:
        ${image({ registry: 'docker.io', repository: 'rook/ceph', tag: `v${version}` })}
        crds: { enabled: true }
        currentNamespaceOnly: false
        ${rbac('rook-ceph-system')}
        ${podMetadata('system-cluster-critical')}
        ${tolerations('control-plane')}
        ${securityContext(false)}
        ${resources({ cpu: '200m', memory: '128Mi', memoryLimit: '512Mi' })}
        ${logging('INFO')}
        csi:
          enableRbdDriver: true
          enableCephfsDriver: true
          enableNFSDriver: false
          provisionerReplicas: 2
          csiRBDFSGroupPolicy: File
          enableMetadata: false
          clusterName: "{{ .spectro.system.cluster.name }}"
          ${isModern ? 'enableOperator: true' : 'enableGrpcMetrics: false'}
          kubeletDirPath: /var/lib/kubelet
          rbdPluginUpdateStrategy: RollingUpdate
          cephFSPluginUpdateStrategy: RollingUpdate
          csiAddons: { enabled: false, tag: v0.13.0 }
          ${tolerations('every-node')}
        enableDiscoveryDaemon: ${isModern}
        discoverDaemonUdev: |
          # Block devices that are no disks of this cluster.
          (?i)dm-[0-9]+
          (?i)rbd[0-9]+
          (?i)nbd[0-9]+
        monitoring: { enabled: false }

      rook-ceph-cluster:
        operatorNamespace: rook-ceph
        toolbox:
          enabled: false
          ${resources({ cpu: '100m', memory: '128Mi', memoryLimit: '1Gi' })}
        configOverride: |
          [global]
          mon_allow_pool_delete = true
          osd_pool_default_size = 3
          osd_pool_default_min_size = 2
          ${isModern ? 'bdev_flock_retry = 20' : 'mon_warn_on_pool_no_redundancy = false'}
        cephClusterSpec:
          cephVersion:
            image: quay.io/ceph/ceph:${ceph}
            allowUnsupported: false
          dataDirHostPath: /var/lib/rook
          skipUpgradeChecks: false
          continueUpgradeAfterChecksEvenIfNotHealthy: false
          waitTimeoutForHealthyOSDInMinutes: 10
          # An odd number keeps the quorum; one is for tests.
          mon: { count: 3, allowMultiplePerNode: false }
          mgr:
            count: 2
            allowMultiplePerNode: false
            modules:
              - { name: rook, enabled: true }
              ${isModern && '- { name: pg_autoscaler, enabled: true }'}
          dashboard:
            enabled: true
            port: 8443
            ssl: true
            # Initial password of the user admin; generated when empty.
            password: ""
          network:
            # provider: host
            connections:
              encryption: { enabled: false }
              compression: { enabled: false }
              requireMsgr2: ${isModern}
          crashCollector: { disable: false, daysToRetain: 30 }
          logCollector: { enabled: true, periodicity: daily, maxLogSize: 500M }
          cleanupPolicy:
            # Writing yes-really-destroy-data here wipes the disks when the cluster is deleted.
            confirmation: ""
            sanitizeDisks: { method: quick, dataSource: zero, iteration: 1 }
            allowUninstallWithVolumes: false
          placement:
            all:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - key: node-role.kubernetes.io/worker
                          operator: Exists
              ${tolerations('every-node')}
          resources:
            ${daemon('mgr', '500m', '512Mi', '1Gi')}
            ${daemon('mon', '1000m', '1Gi', '2Gi')}
            ${daemon('osd', '1000m', '4Gi', '4Gi')}
            ${daemon('prepareosd', '500m', '50Mi', '200Mi')}
            ${daemon('mgr-sidecar', '100m', '40Mi', '100Mi')}
            ${daemon('crashcollector', '100m', '60Mi', '60Mi')}
            ${daemon('logcollector', '100m', '100Mi', '1Gi')}
            ${daemon('cleanup', '500m', '100Mi', '1Gi')}
          priorityClassNames:
            mon: system-node-critical
            osd: system-node-critical
            mgr: system-cluster-critical
          storage:
            # Every empty device of every node. Name them where nodes have other uses for disks.
            useAllNodes: true
            useAllDevices: true
            # deviceFilter: "^nvme[0-9]n1$"
            # nodes:
            #   - name: worker-1
            #     devices:
            #       - name: nvme0n1
            config: { osdsPerDevice: "1", encryptedDevice: "${isModern}" }
          disruptionManagement: { managePodBudgets: true, osdMaintenanceTimeout: 30 }
          healthCheck:
            daemonHealth:
              mon: { disabled: false, interval: 45s }
              osd: { disabled: false, interval: 60s }
              status: { disabled: false, interval: 60s }
            livenessProbe:
              mon: { disabled: false }
              mgr: { disabled: false }
              osd: { disabled: false }

        cephBlockPools:
          - name: replicapool
            spec:
              failureDomain: host
              replicated: { size: 3, requireSafeReplicaSize: true }
              enableRBDStats: ${isModern}
            storageClass:
              enabled: true
              name: spectro-storage-class
              isDefault: true
              reclaimPolicy: Delete
              allowVolumeExpansion: true
              volumeBindingMode: Immediate
              parameters:
                imageFormat: "2"
                imageFeatures: layering${isModern ? ',fast-diff,object-map,deep-flatten,exclusive-lock' : ''}
                csi.storage.k8s.io/fstype: ext4
        cephFileSystems:
          - name: sharedfs
            spec:
              metadataPool: { replicated: { size: 3 } }
              dataPools: [{ name: data0, failureDomain: host, replicated: { size: 3 } }]
              metadataServer:
                activeCount: 1
                activeStandby: true
                ${resources({ cpu: '1000m', memory: '4Gi', memoryLimit: '4Gi' })}
            storageClass: { enabled: true, name: shared, isDefault: false, pool: data0 }
        ${cephOperations(isModern)}
        cephObjectStores: []
        cephBlockPoolsVolumeSnapshotClass: { enabled: false, name: ceph-block }
        ingress:
          dashboard: {}
          # dashboard:
          #   host: { name: ceph.example.org, path: / }
          #   tls: []
  `;
}

/** Upgrades, alerts and mirrors of the Ceph cluster. */
function cephOperations(isModern: boolean): string {
  return text`
    # The order daemons are replaced in on an upgrade is fixed; these are the brakes.
    upgrade:
      osdUpgradeTimeoutMinutes: ${isModern ? 15 : 10}
      requireHealthyToContinue: ${isModern}
    # Full disks stop writes of the whole cluster: warn long before.
    fullRatios:
      nearFull: 0.85
      backfillFull: 0.9
      full: 0.95
    rebalance:
      # One of: upmap, crush-compat, none.
      mode: upmap
      maxMisplacedRatio: 0.05
      window:
        enabled: false
        start: "22:00"
        end: "05:00"
    scrub:
      beginHour: 0
      endHour: ${isModern ? 6 : 0}
      deepIntervalDays: 7
    # Copies pools to a second cluster.
    mirroring:
      enabled: false
      mode: image
      snapshotSchedules:
        - interval: 24h
          startTime: "02:00:00-00:00"
      # peers:
      #   secretNames: [mirror-peer-token]
    alerts:
      enabled: false
      rules:
        - name: CephHealthError
          expression: ceph_health_status == 2
          for: 5m
          severity: critical
        - name: CephNearFull
          expression: ceph_cluster_total_used_bytes / ceph_cluster_total_bytes > 0.8
          for: 15m
          severity: warning
        - name: CephMonQuorumAtRisk
          expression: count(ceph_mon_quorum_status == 1) <= 2
          for: 30s
          severity: critical
    # Commands by hand, next to the operator.
    debug:
      enabled: false
      ttl: 2h
      image: quay.io/ceph/ceph
      ${isModern && 'readOnly: true'}
  `;
}

function daemon(key: string, cpu: string, memory: string, limit: string): string {
  return text`
    ${key}:
      requests: { cpu: ${cpu}, memory: ${memory} }
      limits: { memory: ${limit} }
  `;
}
