import { lines, text, type Piece } from '../text';
import { clusterServices } from './clusterServices';

export interface RancherDistributionOptions {
  readonly distribution: 'rke2' | 'k3s';
  readonly isModern: boolean;
  /** Components of the distribution that other layers replace. */
  readonly disabled: readonly string[];
  readonly isEdge: boolean;
  readonly more?: Piece;
}

/** The `cluster.config` of k3s and RKE2: server settings, hardening and registries. */
export function rancherDistribution(options: RancherDistributionOptions): string {
  const { distribution, isModern, disabled, isEdge, more } = options;
  const home = `/etc/rancher/${distribution}`;
  return text`
    cluster:
      # Rendered to ${home}/config.yaml on servers and, without the server part, on agents.
      config: |
        # The network layer of the profile takes the place of the built-in one.
        ${distribution === 'k3s' ? 'flannel-backend: "none"\ndisable-network-policy: true' : 'cni: none'}
        disable:
          ${lines(...disabled.map((name) => `- ${name}`))}
        disable-kube-proxy: false
        cluster-cidr: 192.168.0.0/16
        service-cidr: 192.169.0.0/16
        cluster-domain: cluster.local
        service-node-port-range: 30000-32767
        write-kubeconfig-mode: "0600"
        tls-san-security: true
        secrets-encryption: true
        ${isModern ? 'secrets-encryption-provider: secretbox' : '# secrets-encryption-provider: aescbc'}

        protect-kernel-defaults: true
        ${distribution === 'rke2' ? 'profile: cis' : ''}
        etcd-expose-metrics: false
        etcd-snapshot-schedule-cron: "0 */12 * * *"
        etcd-snapshot-retention: ${isModern ? 12 : 5}
        ${isModern && 'etcd-snapshot-compress: true'}
        # Snapshots may go to an object store as well.
        # etcd-s3: true
        # etcd-s3-endpoint: objects.example.org
        # etcd-s3-bucket: cluster-snapshots
        # etcd-s3-folder: "{{ .spectro.system.cluster.name }}"

        etcd-arg:
          - quota-backend-bytes=8589934592
          - auto-compaction-mode=periodic
          - auto-compaction-retention=8h

        kube-apiserver-arg:
          - anonymous-auth=true
          - profiling=false
          - disable-admission-plugins=AlwaysAdmit
          - default-not-ready-toleration-seconds=${isModern ? 20 : 60}
          - default-unreachable-toleration-seconds=${isModern ? 20 : 60}
          - enable-admission-plugins=AlwaysPullImages,NamespaceLifecycle,ServiceAccount,NodeRestriction
          - audit-log-path=/var/log/apiserver/audit.log
          - audit-policy-file=${home}/audit-policy.yaml
          - audit-log-maxage=30
          - audit-log-maxbackup=10
          - audit-log-maxsize=100
          - authorization-mode=RBAC,Node
          - tls-min-version=VersionTLS12

        kube-controller-manager-arg:
          - profiling=false
          - terminated-pod-gc-threshold=25
          - use-service-account-credentials=true
          - feature-gates=RotateKubeletServerCertificate=true
          - node-monitor-period=${isEdge ? '10s' : '5s'}
          - node-monitor-grace-period=${isEdge ? '60s' : '40s'}

        kube-scheduler-arg:
          - profiling=false

        kubelet-arg:
          - read-only-port=0
          - event-qps=0
          - rotate-server-certificates=true
          - feature-gates=RotateKubeletServerCertificate=true
          - max-pods=${isEdge ? 110 : 250}
          - image-gc-high-threshold=${isEdge ? 75 : 85}
          - image-gc-low-threshold=${isEdge ? 60 : 80}
          ${isModern && '- serialize-image-pulls=false'}
          # - system-reserved=cpu=200m,memory=500Mi

        kube-proxy-arg:
          - metrics-bind-address=127.0.0.1:10249
          # - proxy-mode=ipvs

        kube-apiserver-extra-mount:
          - /var/log/apiserver:/var/log/apiserver

        # Taints and labels of first boot. Later changes are made on the node object.
        # node-taint:
        #   - "dedicated=platform:NoSchedule"
        # node-label:
        #   - "topology.kubernetes.io/zone=hall-a"

    # Pull-through mirrors, written to ${home}/registries.yaml.
    registries: |
      mirrors:
        docker.io:
          endpoint:
            - https://mirror.example.org
      configs:
        mirror.example.org:
          tls:
            insecure_skip_verify: false
          # auth:
          #   username: pull
          #   password: '{{ .spectro.macro.mirror_password }}'

    ${auditStage(home)}

    ${clusterServices(isModern, isEdge)}

    ${isEdge ? networkStage() : vaultStage(home)}

    ${more}
  `;
}

/** Writes the audit policy before the distribution starts. */
function auditStage(home: string): string {
  return text`
    stages:
      initramfs:
        - name: "Audit policy and kernel settings"
          if: '[ ! -e ${home}/audit-policy.yaml ]'
          directories:
            - path: /var/log/apiserver
              permissions: 0700
              owner: 0
              group: 0
          files:
            - path: ${home}/audit-policy.yaml
              permissions: 0600
              owner: 0
              group: 0
              content: |
                apiVersion: audit.k8s.io/v1
                kind: Policy
                omitStages: [RequestReceived]
                rules:
                  - level: None
                    nonResourceURLs: [/healthz*, /livez*, /readyz*]
                  - level: None
                    users: ["system:kube-proxy", "system:kube-scheduler"]
                  - level: Metadata
                    resources:
                      - group: ""
                        resources: [secrets, configmaps]
                  - level: Request
                    verbs: [create, update, patch, delete]
                  - level: Metadata
          sysctl:
            kernel.panic: "10"
            kernel.panic_on_oops: "1"
            vm.overcommit_memory: "1"
            vm.panic_on_oom: "0"
            fs.inotify.max_user_instances: "8192"
            fs.inotify.max_user_watches: "524288"
        - name: "Account of the data store"
          commands:
            - getent group etcd || groupadd --system etcd
            - getent passwd etcd || useradd --system --gid etcd --no-create-home --shell /usr/sbin/nologin etcd
      boot:
        - name: "Time before certificates"
          commands:
            - |
              # Certificates made with a wrong clock are valid in the future only.
              for attempt in 1 2 3 4 5; do
                if timedatectl show --property=NTPSynchronized --value | grep -q yes; then
                  break
                fi
                sleep 5
              done
  `;
}

/** Settings of hosts that stand in shops and halls, mostly as comments. */
function networkStage(): string {
  return text`
    # Hosts on links that come and go.
    connectivity:
      # Images are kept while the registry cannot be reached.
      keepImages: true
      # Seconds between tries to reach the management plane, doubled up to the second number.
      retry: [5, 300]
      offline:
        # The cluster works on without the management plane; nothing is changed meanwhile.
        allowed: true
        maxDays: 90
      # Shares images between hosts of a site, so that only one of them downloads.
      peerCache:
        enabled: false
        port: 5001
        maxStorage: 20Gi
      proxy:
        # Taken from the registration of the host when empty.
        httpProxy: ""
        httpsProxy: ""
        noProxy: "10.0.0.0/8,192.168.0.0/16,.svc,.local"
  `;
}

/** Keeping keys of the data store outside the nodes. */
function vaultStage(home: string): string {
  return text`
    # Keys of secrets may lie outside the nodes. The plugin listens on a socket of the node.
    keyManagement:
      enabled: false
      # provider: vault
      # socket: unix://${home}/kms.sock
      # timeout: 3s
      cacheSize: 1000
      rotation:
        enabled: true
        everyDays: 90
  `;
}
