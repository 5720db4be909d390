import { lines, listUnder, text, type Piece } from '../text';

export interface ResourceOptions {
  readonly cpu: string;
  readonly memory: string;
  readonly memoryLimit?: string | undefined;
  readonly cpuLimit?: string | undefined;
}

/** Requests and limits; without a limit on CPU the setting is offered as a comment. */
export function resources({ cpu, memory, memoryLimit, cpuLimit }: ResourceOptions): string {
  return text`
    resources:
      requests:
        cpu: ${cpu}
        memory: ${memory}
      ${memoryLimit === undefined && cpuLimit === undefined ? '# limits:\n#   memory: 512Mi' : 'limits:'}
      ${cpuLimit !== undefined && `  cpu: ${cpuLimit}`}
      ${memoryLimit !== undefined && `  memory: ${memoryLimit}`}
  `;
}

export interface ImageOptions {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  /** Offers a digest, as newer charts do. */
  readonly digest?: boolean | undefined;
}

/** An image in parts, so that mirrors replace only the registry. */
export function image({ registry, repository, tag, digest }: ImageOptions): string {
  return text`
    image:
      registry: ${registry}
      repository: ${repository}
      tag: "${tag}"
      ${digest === true && '# A digest wins over the tag.\n# digest: sha256:<64 hex digits>'}
      pullPolicy: IfNotPresent
  `;
}

/** Tolerations of something that runs on every node, or only beside the control plane. */
export function tolerations(where: 'every-node' | 'control-plane' | 'default'): string {
  if (where === 'every-node') {
    return text`
      # No node is left out, whatever its taints.
      tolerations:
        - operator: Exists
          effect: NoSchedule
        - operator: Exists
          effect: NoExecute
    `;
  }
  if (where === 'control-plane') {
    return text`
      tolerations:
        - key: node-role.kubernetes.io/control-plane
          operator: Exists
          effect: NoSchedule
        - key: CriticalAddonsOnly
          operator: Exists
    `;
  }
  return 'tolerations: []';
}

/** Spreads replicas over hosts. */
export function spreadOverHosts(labels: readonly (readonly [string, string])[]): string {
  return text`
    affinity:
      podAntiAffinity:
        preferredDuringSchedulingIgnoredDuringExecution:
          - weight: 100
            podAffinityTerm:
              topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  ${lines(...labels.map(([key, value]) => `${key}: ${value}`))}
  `;
}

/** Spreads replicas over zones. */
export function spreadOverZones(app: string): string {
  return text`
    topologySpreadConstraints:
      - maxSkew: 1
        topologyKey: topology.kubernetes.io/zone
        whenUnsatisfiable: ScheduleAnyway
        labelSelector:
          matchLabels: { app.kubernetes.io/name: ${app} }
  `;
}

/** Liveness and readiness over HTTP. */
export function probes(port: number | string, path = '/healthz', slowStart = false): string {
  return text`
    livenessProbe:
      httpGet:
        path: ${path}
        port: ${port}
      initialDelaySeconds: 10
      timeoutSeconds: 3
      periodSeconds: ${slowStart ? 30 : 10}
      failureThreshold: 5
    readinessProbe:
      httpGet:
        path: ${path}
        port: ${port}
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    ${
      slowStart &&
      '# Image pulls over slow links count against this, not against liveness.\nstartupProbe:\n  httpGet: { path: ' +
        `${path}, port: ${port} }\n  periodSeconds: 5\n  failureThreshold: 60`
    }
  `;
}

/** What a container may do on its node. */
export function securityContext(privileged: boolean): string {
  return privileged
    ? text`
        # Mounts are made in the mount namespace of the host, which takes full rights.
        securityContext:
          privileged: true
          allowPrivilegeEscalation: true
          readOnlyRootFilesystem: true
      `
    : text`
        securityContext:
          runAsNonRoot: true
          runAsUser: 65532
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities: { drop: [ALL] }
          seccompProfile:
            type: RuntimeDefault
      `;
}

/** A scrape target for Prometheus operators. */
export function metrics(port: number, isOn = false): string {
  return text`
    metrics:
      enabled: ${isOn}
      port: ${port}
      serviceMonitor:
        # Needs the monitoring CRDs in the cluster before this layer is installed.
        enabled: false
        interval: 30s
        labels: {}
  `;
}

/** Service account and role bindings. */
export function rbac(account: string, annotation?: string): string {
  return text`
    serviceAccount:
      create: true
      name: ${account}
      ${
        annotation === undefined
          ? 'annotations: {}'
          : `# Uncomment when pods take their cloud identity from the account.\nannotations: {}\n#   ${annotation}`
      }
      automountServiceAccountToken: true
    rbac:
      create: true
      # Rules added to the generated cluster role.
      extraRules: []
  `;
}

/** Keeps a number of replicas through node drains. */
export function disruptionBudget(maxUnavailable: number | string): string {
  return text`
    podDisruptionBudget:
      enabled: true
      maxUnavailable: ${maxUnavailable}
  `;
}

/** How nodes are updated one after another. */
export function rollingUpdate(maxUnavailable: string | number): string {
  return text`
    updateStrategy:
      type: RollingUpdate
      rollingUpdate:
        maxUnavailable: ${maxUnavailable}
  `;
}

/** Pod labels, annotations and the node selector every chart offers. */
export function podMetadata(priorityClass: string): string {
  return text`
    podAnnotations: {}
    podLabels: {}
    priorityClassName: ${priorityClass}
    nodeSelector:
      kubernetes.io/os: linux
  `;
}

/** Proxy settings, filled by macros of the platform. */
export function proxy(subject: string): string {
  return text`
    # ${subject} goes through the proxy of the cluster when one is set at creation.
    proxy:
      enabled: false
      httpProxy: '{{ .spectro.system.reverseproxy.server }}'
      noProxy: ".svc,.cluster.local,10.0.0.0/8"
  `;
}

/** Log settings. */
export function logging(level: string, format: 'text' | 'json' = 'text'): string {
  return text`
    logging:
      # One of: text, json.
      format: ${format}
      level: ${level}
  `;
}

export interface ContainerOptions extends ImageOptions, ResourceOptions {
  readonly args?: readonly string[] | undefined;
  readonly more?: Piece;
}

/** A side container: image, arguments and resources, without pod settings. */
export function container(options: ContainerOptions): string {
  const { args = [], more } = options;
  return text`
    ${image(options)}
    ${listUnder('additionalArgs', args)}
    ${more}
    ${resources(options)}
  `;
}
