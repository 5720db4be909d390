import { lines, listUnder, text, type Piece } from '../text';
import { clusterServices, runtimeFile } from './clusterServices';

export interface KubeadmOptions {
  /** Whether the release is new enough for structured authentication and newer defaults. */
  readonly isModern: boolean;
  /** Name of the cloud controller, such as `external`; empty for none. */
  readonly cloudProvider?: string | undefined;
  readonly isEdge?: boolean | undefined;
  readonly etcd?: Piece;
  readonly preCommands: readonly string[];
  readonly postCommands: readonly string[];
  /** Keys at the end of the section. */
  readonly more?: Piece;
}

/** The hardened `kubeadmconfig:` section of kubeadm based distributions. */
export function kubeadmConfig(options: KubeadmOptions): string {
  const { isModern, cloudProvider = '', etcd, preCommands, postCommands, more } = options;
  const isEdge = options.isEdge === true;
  return text`
    # Everything below is handed to kubeadm when a node is first made. Changes reach running
    # nodes only when they are replaced.
    kubeadmconfig:
      apiServer:
        # Names and addresses the serving certificate is also valid for.
        certSANs:
          - "localhost"
        extraArgs:
          # Values are strings, numbers included.
          secure-port: "6443"
          anonymous-auth: "true"
          profiling: "false"
          disable-admission-plugins: "AlwaysAdmit"
          default-not-ready-toleration-seconds: "${isModern ? 60 : 300}"
          default-unreachable-toleration-seconds: "${isModern ? 60 : 300}"
          enable-admission-plugins: "AlwaysPullImages,NamespaceLifecycle,ServiceAccount,NodeRestriction,PodSecurity"
          admission-control-config-file: "/etc/kubernetes/pod-security-standard.yaml"
          audit-log-path: /var/log/apiserver/audit.log
          audit-policy-file: /etc/kubernetes/audit-policy.yaml
          audit-log-maxage: "${isModern ? 31 : 30}"
          audit-log-maxbackup: "10"
          audit-log-maxsize: "100"
          authorization-mode: RBAC,Node
          kubelet-certificate-authority: "/etc/kubernetes/pki/ca.crt"
          tls-cipher-suites: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
          ${isModern ? 'tls-min-version: VersionTLS12' : 'service-account-lookup: "true"'}
          ${isModern && 'goaway-chance: "0.001"'}
        extraVolumes:
          - name: audit-log
            hostPath: /var/log/apiserver
            mountPath: /var/log/apiserver
            pathType: DirectoryOrCreate
          - name: audit-policy
            hostPath: /etc/kubernetes/audit-policy.yaml
            mountPath: /etc/kubernetes/audit-policy.yaml
            readOnly: true
            pathType: File
          - name: pod-security-standard
            hostPath: /etc/kubernetes/pod-security-standard.yaml
            mountPath: /etc/kubernetes/pod-security-standard.yaml
            readOnly: true
            pathType: File
      controllerManager:
        extraArgs:
          profiling: "false"
          terminated-pod-gc-threshold: "${isModern ? 25 : 50}"
          use-service-account-credentials: "true"
          feature-gates: "RotateKubeletServerCertificate=true"
          ${cloudProvider !== '' && `cloud-provider: "${cloudProvider}"`}
          # Set by the preset of the group Kube Controller Manager.
          bind-address: 127.0.0.1
      scheduler:
        extraArgs:
          profiling: "false"
          # Set by the preset of the group Kube Scheduler.
          bind-address: 127.0.0.1
      kubeletExtraArgs:
        read-only-port: "0"
        event-qps: "0"
        feature-gates: "RotateKubeletServerCertificate=true"
        protect-kernel-defaults: "true"
        rotate-server-certificates: "true"
        ${isModern && 'seccomp-default: "true"'}
        ${cloudProvider !== '' && `cloud-provider: "${cloudProvider}"`}
        tls-cipher-suites: "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
        # Room for the system. Raise both on nodes with many cores.
        # system-reserved: cpu=200m,memory=512Mi
        # kube-reserved: cpu=200m,memory=1Gi
      ${etcd}
      files:
        ${auditPolicyFile()}
        ${podSecurityFile(isModern)}
        ${kernelSettingsFile()}
        ${runtimeFile(isModern)}
      ${listUnder('preKubeadmCommands', preCommands)}
      ${listUnder('postKubeadmCommands', postCommands)}
      ${more}

    ${clusterServices(isModern, isEdge)}
  `;
}

/** What the API server writes down, and how much of it. */
function auditPolicyFile(): string {
  return text`
    - path: hardening/audit-policy.yaml
      targetPath: /etc/kubernetes/audit-policy.yaml
      targetOwner: "root:root"
      targetPermissions: "0600"
      content: |
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules:
          # Watches of the control plane itself are many and say little.
          ${quiet('system:kube-proxy', 'watch', 'endpoints, services')}
          ${quiet('system:kube-controller-manager', 'get, update', 'endpoints, leases')}
          ${quiet('system:kube-scheduler', 'get, update', 'endpoints, leases')}
          - level: None
            userGroups: [system:nodes]
            verbs: [get]
            resources:
              - group: ""
                resources: [nodes, nodes/status]
          - level: None
            nonResourceURLs: [/healthz*, /livez*, /readyz*, /version]
          # Bodies of these would put credentials into the log.
          - level: Metadata
            resources:
              - group: ""
                resources: [secrets, configmaps, serviceaccounts/token]
              - group: authentication.k8s.io
                resources: [tokenreviews]
          - level: Request
            verbs: [get, list, watch]
          # Who changed what, with both bodies.
          - level: RequestResponse
            resources:
              - group: ""
              - group: apps
              - group: batch
              - group: rbac.authorization.k8s.io
              - group: networking.k8s.io
              - group: storage.k8s.io
          - level: Metadata
  `;
}

function quiet(user: string, verbs: string, resources: string): string {
  return text`
    - level: None
      users: ["${user}"]
      verbs: [${verbs}]
      resources:
        - group: ""
          resources: [${resources}]
  `;
}

function podSecurityFile(isModern: boolean): string {
  return text`
    - path: hardening/pod-security-standard.yaml
      targetPath: /etc/kubernetes/pod-security-standard.yaml
      targetOwner: "root:root"
      targetPermissions: "0600"
      content: |
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: PodSecurity
            configuration:
              apiVersion: pod-security.admission.config.k8s.io/v1
              kind: PodSecurityConfiguration
              defaults:
                enforce: "baseline"
                enforce-version: "${isModern ? 'latest' : 'v1.31'}"
                audit: "${isModern ? 'restricted' : 'baseline'}"
                audit-version: "latest"
                warn: "restricted"
                warn-version: "latest"
              exemptions:
                usernames: []
                runtimeClasses: []
                # Namespaces whose pods need the host.
                namespaces: [kube-system${isModern ? ', calico-system, tigera-operator' : ''}]
  `;
}

function kernelSettingsFile(): string {
  return text`
    - path: hardening/90-kubelet.conf
      targetPath: /etc/sysctl.d/90-kubelet.conf
      targetOwner: "root:root"
      targetPermissions: "0600"
      content: |
        vm.panic_on_oom=0
        vm.overcommit_memory=1
        kernel.panic=10
        kernel.panic_on_oops=1
        kernel.keys.root_maxbytes=25000000
  `;
}

/** Choices for the identity provider behind `kubectl`, as comments and one active block. */
export function clientConfig(isModern: boolean): string {
  return text`
    # Claims that users of your own identity provider bring. With Palette as identity provider
    # leave all of it commented out.
    # clientConfig:
    #   oidc-issuer-url: "{{ .spectro.pack.kubernetes.kubeadmconfig.apiServer.extraArgs.oidc-issuer-url }}"
    #   oidc-client-id: "{{ .spectro.pack.kubernetes.kubeadmconfig.apiServer.extraArgs.oidc-client-id }}"
    #   oidc-client-secret: <secret of the client>
    #   oidc-extra-scope: profile,email${isModern ? ',groups' : ''}
  `;
}

/** Images of a kubeadm control plane. */
export function kubeadmImages(version: string, etcd: string, coredns: string): readonly string[] {
  const registry = 'registry.k8s.io';
  return [
    ...['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy'].map(
      (name) => `${registry}/${name}:v${version}`,
    ),
    `${registry}/etcd:${etcd}`,
    `${registry}/coredns/coredns:${coredns}`,
    `${registry}/pause:3.10`,
  ];
}

/** `local etcd` settings that grow with the cluster. */
export function localEtcd(quotaGiB: number): string {
  return lines(
    'etcd:',
    '  local:',
    '    dataDir: /var/lib/etcd',
    '    extraArgs:',
    `      # ${quotaGiB} GiB, in bytes.`,
    `      quota-backend-bytes: "${quotaGiB * 1024 ** 3}"`,
    '      auto-compaction-mode: periodic',
    '      auto-compaction-retention: "8h"',
  );
}
