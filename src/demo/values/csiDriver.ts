import { lines, nest, text, type Piece } from '../text';
import { packHeader } from './packHeader';
import { snapshotClass, storageClass, type StorageClassOptions } from './storage';
import {
  container,
  disruptionBudget,
  image,
  logging,
  metrics,
  podMetadata,
  probes,
  proxy,
  rbac,
  resources,
  rollingUpdate,
  securityContext,
  spreadOverHosts,
  spreadOverZones,
  tolerations,
} from './workload';

export interface CsiDriverOptions {
  /** Name of the chart below `charts`. */
  readonly chart: string;
  /** Name the driver registers with the kubelet. */
  readonly driver: string;
  readonly namespace: string;
  readonly installPriority?: string | undefined;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly sidecarRegistry: string;
  readonly sidecars: CsiSidecarTags;
  /** Settings of the driver itself, the first of the chart. */
  readonly settings: Piece;
  /** Settings of the controller beyond those every driver has. */
  readonly controller?: Piece;
  /** Settings of the node agent beyond those every driver has. */
  readonly node?: Piece;
  readonly storageClasses: readonly StorageClassOptions[];
  /** @default true */
  readonly hasSnapshots?: boolean | undefined;
  readonly accountAnnotation?: string | undefined;
  readonly healthPort: number;
  readonly metricsPort: number;
  readonly attachLimitComment?: string | undefined;
  /** Newer layout: spread over zones, digests, structured logs. */
  readonly isModern: boolean;
  readonly hasWindows?: boolean | undefined;
  /** Further sections at the end of the chart. */
  readonly more?: Piece;
}

export interface CsiSidecarTags {
  readonly provisioner: string;
  readonly attacher?: string | undefined;
  readonly resizer: string;
  readonly snapshotter?: string | undefined;
  readonly registrar: string;
  readonly liveness: string;
}

/** Values of a CSI driver chart: controller with side containers, node agent, classes. */
export function csiDriver(options: CsiDriverOptions): string {
  const { chart, driver, namespace, settings, storageClasses, sidecars, isModern, more } = options;
  const hasSnapshots = options.hasSnapshots !== false && sidecars.snapshotter !== undefined;
  return text`
    ${packHeader({
      namespace,
      installPriority: options.installPriority,
      images: imagesOf(options),
    })}

    charts:
      ${chart}:
        ${image({ ...options, digest: isModern })}
        imagePullSecrets: []

        ${settings}

        ${logging(isModern ? 'info' : '2', isModern ? 'json' : 'text')}

        ${proxy('Traffic to the storage API')}

        # Side containers of the controller and of the node agent.
        sidecars:
          ${sidecarSections(options)}

        # The controller creates, attaches and resizes volumes. One replica works, the others wait.
        controller:
          ${controllerSection(options)}

        # The agent formats and mounts volumes; it runs on every node that may hold a claim.
        node:
          ${nodeSection(options)}

        csiDriver:
          name: ${driver}
          # Whether the kubelet changes the group of files to the fsGroup of a pod: File, None, ReadWriteOnceWithFSType.
          fsGroupPolicy: File
          ${isModern && 'seLinuxMount: true'}
          storageCapacity: false

        storageClasses:
          ${nest(lines(...storageClasses.map(storageClass)))}

        ${
          hasSnapshots &&
          `# Needs the snapshot controller and its CRDs.\nvolumeSnapshotClasses:\n${nest(snapshotClass(`${chart}-snapshots`, driver, isModern ? 'Delete' : 'Retain'))}`
        }

        ${operations(options)}

        ${more}
  `;
}

/** What operators of the driver set: election, autoscaling, traffic, checks. */
function operations({ chart, isModern, metricsPort }: CsiDriverOptions): string {
  return text`
    # The lease says which replica of the controller acts.
    leaderElection:
      enabled: true
      leaseDuration: ${isModern ? '30s' : '15s'}
      renewDeadline: ${isModern ? '20s' : '10s'}
      retryPeriod: 5s

    # Lets an autoscaler set the requests of the controller; the limits above still hold.
    verticalPodAutoscaler:
      enabled: false
      updateMode: "Off"
      minAllowed: { cpu: 10m, memory: 32Mi }
      maxAllowed: { cpu: 500m, memory: 512Mi }

    networkPolicy:
      enabled: false
      ingress:
        # Scrapers of metrics.
        - ports: [{ protocol: TCP, port: ${metricsPort} }]
      egress:
        - ports:
            - { protocol: UDP, port: 53 }
            - { protocol: TCP, port: 443 }

    # Compares what the controller believes with what the nodes see.
    healthMonitor:
      enabled: ${isModern}
      monitorInterval: ${isModern ? '1m0s' : '5m0s'}
      ${isModern ? 'nodeWatcher: true' : '# nodeWatcher: true'}

    # A claim that is made, written and removed after installation.
    selfTest:
      enabled: false
      image: registry.k8s.io/e2e-test-images/busybox:1.36.1
      labels: { app.kubernetes.io/part-of: ${chart} }
  `;
}

function imagesOf(options: CsiDriverOptions): readonly string[] {
  const { registry, repository, tag, sidecarRegistry, sidecars } = options;
  const side = (name: string, version: string | undefined) =>
    version === undefined ? [] : [`${sidecarRegistry}/${name}:${version}`];
  return [
    `${registry}/${repository}:${tag}`,
    ...side('csi-provisioner', sidecars.provisioner),
    ...side('csi-attacher', sidecars.attacher),
    ...side('csi-resizer', sidecars.resizer),
    ...side('csi-snapshotter', sidecars.snapshotter),
    ...side('csi-node-driver-registrar', sidecars.registrar),
    ...side('livenessprobe', sidecars.liveness),
  ];
}

function sidecarSections({ sidecars, sidecarRegistry, isModern }: CsiDriverOptions): string {
  const side = (key: string, repository: string, tag: string | undefined, args: string[]) =>
    tag !== undefined &&
    text`
      ${key}:
        ${container({ registry: sidecarRegistry, repository, tag, digest: false, args, cpu: '10m', memory: '40Mi', memoryLimit: isModern ? '256Mi' : undefined })}
    `;
  return lines(
    side('provisioner', 'csi-provisioner', sidecars.provisioner, [
      '--timeout=60s',
      '--feature-gates=Topology=true',
      ...(isModern ? ['--kube-api-qps=20', '--worker-threads=100'] : []),
    ]),
    side('attacher', 'csi-attacher', sidecars.attacher, ['--timeout=60s', '--reconcile-sync=5m']),
    side('resizer', 'csi-resizer', sidecars.resizer, ['--handle-volume-inuse-error=false']),
    side('snapshotter', 'csi-snapshotter', sidecars.snapshotter, ['--snapshot-name-prefix=snap']),
    side('nodeDriverRegistrar', 'csi-node-driver-registrar', sidecars.registrar, []),
    side('livenessProbe', 'livenessprobe', sidecars.liveness, []),
  );
}

function controllerSection(options: CsiDriverOptions): string {
  const { chart, isModern, healthPort, metricsPort, accountAnnotation, controller } = options;
  return text`
    replicaCount: 2
    ${controller}
    ${rbac(`${chart}-controller`, accountAnnotation)}
    ${podMetadata('system-cluster-critical')}
    ${tolerations('control-plane')}
    ${spreadOverHosts([
      ['app.kubernetes.io/name', chart],
      ['app.kubernetes.io/component', 'csi-controller'],
    ])}
    ${isModern && spreadOverZones(chart)}
    ${isModern && 'revisionHistoryLimit: 3'}
    ${disruptionBudget(1)}
    ${securityContext(false)}
    ${probes(healthPort)}
    ${metrics(metricsPort)}
    ${resources({ cpu: '10m', memory: isModern ? '64Mi' : '40Mi', memoryLimit: '256Mi' })}
    # Environment of the driver container, such as endpoints of private clouds.
    env: []
    volumes: []
    volumeMounts: []
  `;
}

function nodeSection(options: CsiDriverOptions): string {
  const { chart, isModern, healthPort, node, attachLimitComment, hasWindows } = options;
  return text`
    ${attachLimitComment !== undefined && `# ${attachLimitComment}`}
    ${attachLimitComment !== undefined && 'volumeAttachLimit: -1'}
    kubeletPath: /var/lib/kubelet
    ${node}
    ${rbac(`${chart}-node`)}
    ${podMetadata('system-node-critical')}
    ${tolerations('every-node')}
    ${rollingUpdate('10%')}
    ${isModern && 'terminationGracePeriodSeconds: 30'}
    ${securityContext(true)}
    ${probes(healthPort + 1, '/healthz', isModern)}
    ${resources({ cpu: '10m', memory: '40Mi', memoryLimit: '256Mi' })}
    ${
      hasWindows === true &&
      text`
        # A second daemon set for Windows workers. Containers there run as host processes.
        windows:
          enabled: false
          nodeSelector:
            kubernetes.io/os: windows
          tolerations: [{ key: os, operator: Equal, value: windows, effect: NoSchedule }]
      `
    }
  `;
}
