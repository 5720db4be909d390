import { lines, text } from '../text';
import { packHeader } from './packHeader';
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

type Since = (version: string) => boolean;

/** Values of the chart of the AWS VPC network. */
export function awsVpcValues(version: string, since: Since): string {
  const isModern = since('1.20');
  const registry = 'public.ecr.aws';
  const part = (name: string) => ({ registry, repository: `eks/${name}`, tag: `v${version}` });
  return text`
    ${packHeader({
      namespace: 'kube-system',
      images: ['amazon-k8s-cni', 'amazon-k8s-cni-init', 'aws-network-policy-agent'].map(
        (name) => `${registry}/eks/${name}:v${version}`,
      ),
    })}

    charts:
      aws-vpc-cni:
        nameOverride: aws-node
        ${image({ ...part('amazon-k8s-cni'), digest: isModern })}

        # Copies the plugin to the node before the agent starts.
        init:
          ${container({ ...part('amazon-k8s-cni-init'), cpu: '25m', memory: '32Mi' })}
          env:
            DISABLE_TCP_EARLY_DEMUX: "false"
            ENABLE_IPv6: "false"
          ${securityContext(true)}

        # Every pod gets an address of the subnet. These settings trade addresses for speed.
        env:
          ADDITIONAL_ENI_TAGS: "{}"
          AWS_VPC_CNI_NODE_PORT_SUPPORT: "true"
          AWS_VPC_ENI_MTU: "9001"
          AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "false"
          AWS_VPC_K8S_CNI_EXTERNALSNAT: "false"
          AWS_VPC_K8S_CNI_LOGLEVEL: ${isModern ? 'INFO' : 'DEBUG'}
          AWS_VPC_K8S_CNI_LOG_FILE: /host/var/log/aws-routed-eni/ipamd.log
          AWS_VPC_K8S_CNI_RANDOMIZESNAT: prng
          AWS_VPC_K8S_CNI_VETHPREFIX: eni
          DISABLE_INTROSPECTION: "false"
          DISABLE_METRICS: "false"
          ENABLE_POD_ENI: "false"
          # /28 blocks instead of single addresses: more pods per node, larger subnets needed.
          ENABLE_PREFIX_DELEGATION: "${isModern}"
          ${isModern ? 'ENABLE_SUBNET_DISCOVERY: "true"' : 'DISABLE_NETWORK_RESOURCE_PROVISIONING: "false"'}
          ENABLE_IPv4: "true"
          WARM_ENI_TARGET: "1"
          WARM_PREFIX_TARGET: "1"
          # WARM_IP_TARGET: "5"
          # MINIMUM_IP_TARGET: "10"

        eniConfig:
          # Pods in subnets of their own, one entry per zone.
          create: false
          region: eu-central-1
          subnets: {}
          # subnets:
          #   eu-central-1a: { id: subnet-0a1b2c, securityGroups: [sg-0a1b2c] }
          #   eu-central-1b: { id: subnet-0d4e5f, securityGroups: [sg-0a1b2c] }

        nodeAgent:
          enabled: ${isModern}
          ${container({ ...part('aws-network-policy-agent'), cpu: '25m', memory: '32Mi' })}
          enableCloudWatchLogs: "false"
          enablePolicyEventLogs: "${isModern}"
          enableIpv6: "false"
          metricsBindAddr: "8162"
          healthProbeBindAddr: "8163"
          conntrackCacheCleanupPeriod: 300
          ${securityContext(true)}

        # Refuses pods until the policies that choose them are in force.
        networkPolicyEnforcingMode: ${isModern ? 'standard' : 'permissive'}

        branchENI:
          # Security groups for pods.
          enabled: false
          maxBranchInterfaces: ~

        ${rbac('aws-node', 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/vpc-cni')}
        ${podMetadata('system-node-critical')}
        ${tolerations('every-node')}
        ${rollingUpdate('10%')}
        # Hosts where the agent of the provider does not run.
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
                - matchExpressions:
                    - { key: kubernetes.io/os, operator: In, values: [linux] }
                    - { key: kubernetes.io/arch, operator: In, values: [amd64, arm64] }
                    - { key: eks.amazonaws.com/compute-type, operator: NotIn, values: [fargate, hybrid, auto] }
        livenessProbe:
          exec: { command: [/app/grpc-health-probe, "-addr=:50051", -connect-timeout=5s] }
          initialDelaySeconds: 60
        readinessProbe:
          exec: { command: [/app/grpc-health-probe, "-addr=:50051", -connect-timeout=5s] }
          initialDelaySeconds: 1
        livenessProbeTimeoutSeconds: 10
        readinessProbeTimeoutSeconds: 10
        ${resources({ cpu: '25m', memory: isModern ? '64Mi' : '32Mi' })}

        # Counts addresses over the cluster and publishes them as metrics of the cloud.
        metricsHelper:
          enabled: false
          ${image(part('cni-metrics-helper'))}
          replicas: 1
          env: { USE_CLOUDWATCH: "true", USE_PROMETHEUS: "${isModern}", AWS_CLUSTER_ID: "" }
          ${rbac('cni-metrics-helper', 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/metrics')}
          ${spreadOverHosts([['k8s-app', 'cni-metrics-helper']])}
          ${securityContext(false)}
          ${resources({ cpu: '10m', memory: '48Mi', memoryLimit: '96Mi' })}

        # Raises limits that instance types get wrong.
        limits:
          maxPods: 110
          perInstanceType: {}
          # perInstanceType:
          #   m7i.large: 58
          #   t3.medium: 17

        ${metrics(61678)}
        ${logging('info')}
        ${proxy('Calls to the compute API')}
        extraVolumes: []
        extraVolumeMounts: []
        # Addresses given up by pods rest before they are used again.
        cooldown:
          seconds: 30
          strictMode: ${isModern}
        # Pools of subnets by tag, looked up when a node runs out of addresses.
        subnetDiscovery:
          tags:
            kubernetes.io/role/cni: "1"
          excludeTags: {}
          # excludeTags:
          #   purpose: databases
        ${awsWindows(isModern)}
        ${awsObservability(isModern)}
        hostNetworking:
          dnsPolicy: ClusterFirst
          ipamdSocket: /var/run/aws-node/ipam.sock
          xtablesLock: /run/xtables.lock
  `;
}

function awsWindows(isModern: boolean): string {
  return text`
    # Addresses for pods on Windows workers are handed out by a controller of the control plane.
    windows:
      enableIpam: false
      ${isModern && 'enablePrefixDelegation: false'}
      warmIpTarget: 3
      minimumIpTarget: 3
      nodeSelector:
        kubernetes.io/os: windows
      tolerations:
        - key: os
          operator: Equal
          value: windows
          effect: NoSchedule
  `;
}

function awsObservability(isModern: boolean): string {
  return text`
    # What the agent tells about itself.
    observability:
      introspection:
        enabled: true
        bindAddress: 127.0.0.1:61679
      logRotation:
        maxSizeMB: 100
        maxBackups: ${isModern ? 5 : 8}
        maxAgeDays: 30
        compress: true
      events:
        # Warnings on the node when the subnet has no address left.
        onAddressShortage: ${isModern}
      alerts:
        enabled: false
        rules:
          - name: AddressPoolNearlyEmpty
            expression: awscni_assigned_ip_addresses / awscni_total_ip_addresses > 0.9
            for: 10m
            severity: warning
          - name: ApiErrors
            expression: rate(awscni_aws_api_error_count[5m]) > 0.1
            for: 15m
            severity: warning
  `;
}

export interface AgentNetworkOptions {
  readonly chart: string;
  readonly title: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly isModern: boolean;
  /** Settings of the data plane, the heart of the chart. */
  readonly settings: string;
  readonly components: readonly NetworkComponent[];
  readonly healthPort: number;
}

export interface NetworkComponent {
  readonly key: string;
  readonly about: string;
  readonly runsOn: 'every-node' | 'control-plane';
  readonly replicas?: number | undefined;
  readonly cpu: string;
  readonly memory: string;
  readonly settings?: string | undefined;
}

/** Values of a network made of a data plane and named components. */
export function agentNetworkValues(options: AgentNetworkOptions): string {
  const { chart, title, registry, repository, tag, isModern, settings, components } = options;
  return text`
    ${packHeader({
      namespace: 'kube-system',
      installPriority: '-10',
      images: [`${registry}/${repository}:${tag}`],
    })}

    charts:
      ${chart}:
        # ${title}: one image, started in several roles.
        ${image({ registry, repository, tag, digest: isModern })}
        imagePullSecrets: []

        ${settings}

        ${components.map((component) => componentSection(component, options)).join('\n\n')}

        ${logging(isModern ? 'info' : 'warning')}
        ${proxy('Image pulls')}
        # The plugin that the kubelet calls, and what is chained behind it.
        cniConfig:
          binDir: /opt/cni/bin
          confDir: /etc/cni/net.d
          priority: "${isModern ? '01' : '10'}"
          plugins:
            - type: portmap
              capabilities: { portMappings: true }
            - type: bandwidth
              capabilities: { bandwidth: true }
        # Certificates between the components.
        tls:
          selfSigned: true
          validityDays: ${isModern ? 365 : 3650}
          # secretName: network-tls
          minVersion: VersionTLS12
        # Manifests rendered with the chart, as text.
        extraManifests: []
        crds:
          install: true
          keepOnUninstall: ${isModern}
  `;
}

function componentSection(component: NetworkComponent, options: AgentNetworkOptions): string {
  const { key, about, runsOn, replicas = 1, cpu, memory, settings } = component;
  const isEverywhere = runsOn === 'every-node';
  return text`
    # ${about}
    ${key}:
      enabled: true
      ${!isEverywhere && `replicas: ${replicas}`}
      ${settings}
      ${rbac(`${options.chart}-${key.toLowerCase()}`)}
      ${podMetadata(isEverywhere ? 'system-node-critical' : 'system-cluster-critical')}
      ${tolerations(runsOn)}
      ${isEverywhere ? rollingUpdate(1) : spreadOverHosts([['app', `${options.chart}-${key}`]])}
      ${!isEverywhere && options.isModern && spreadOverZones(options.chart)}
      ${!isEverywhere && replicas > 1 && disruptionBudget(1)}
      ${securityContext(isEverywhere)}
      ${probes(options.healthPort, isEverywhere ? '/livez' : '/healthz')}
      ${metrics(options.healthPort + 1)}
      ${resources({ cpu, memory, memoryLimit: isEverywhere ? undefined : '512Mi' })}
      env: []
      extraArgs: []
  `;
}

/** Values of Flannel. */
export function flannelValues(version: string, isModern: boolean): string {
  return text`
    ${packHeader({
      namespace: 'kube-flannel',
      namespaceLabels: 'pod-security.kubernetes.io/enforce=privileged',
      images: [`ghcr.io/flannel-io/flannel:v${version}`],
    })}

    charts:
      flannel:
        podCidr: "192.168.0.0/16"
        podCidrv6: ""
        flannel:
          # One of: vxlan, host-gw, wireguard, none.
          backend: vxlan
          backendPort: 8472
          vni: 1
          directRouting: ${isModern}
          mtu: 0
          ${image({ registry: 'ghcr.io', repository: 'flannel-io/flannel', tag: `v${version}` })}
          args: [--ip-masq, --kube-subnet-mgr]
          enableNFTables: ${isModern}
          ${tolerations('every-node')}
          ${resources({ cpu: '100m', memory: '50Mi' })}
        netpol:
          enabled: ${isModern}
          args: [--hostname-override=$(MY_NODE_NAME), --v=2]
        global:
          imagePullSecrets: []
          priorityClassName: system-node-critical
  `;
}

/** Values of a network that the managed service installs itself. */
export function managedNetworkValues(
  about: string,
  settings: readonly (readonly [key: string, value: string])[],
): string {
  return text`
    # ${about}
    managedControlPlane:
      networkProfile:
        ${lines(...settings.map(([key, value]) => `${key}: ${value}`))}
  `;
}
