import { text, type Piece } from '../text';
import { packHeader } from './packHeader';
import {
  logging,
  podMetadata,
  proxy,
  rbac,
  resources,
  rollingUpdate,
  spreadOverHosts,
  spreadOverZones,
  tolerations,
} from './workload';

export interface CalicoOptions {
  readonly version: string;
  readonly since: (version: string) => boolean;
  readonly registry: string;
  readonly encapsulation: 'IPIP' | 'VXLAN' | 'None';
  readonly ipam: 'Calico' | 'HostLocal' | 'AmazonVPC';
  readonly bgp: boolean;
  readonly mtu: number;
  readonly more?: Piece;
}

const PARTS = ['node', 'cni', 'kube-controllers', 'typha', 'pod2daemon-flexvol'];

/** Values of Calico: installation, node agent, Typha, controllers, policy engine. */
export function calicoValues(options: CalicoOptions): string {
  const { version, since, registry, encapsulation, ipam, bgp, mtu, more } = options;
  const tag = `v${version.replace(/-rev\d+$/, '')}`;
  const isModern = since('3.30');
  return text`
    ${packHeader({
      images: PARTS.map((part) => `${registry}/calico/${part}:${tag}`),
      namespace: 'kube-system',
      installPriority: '-10',
    })}

    charts:
      calico:
        imageRegistry: ${registry}
        imageTag: "${tag}"
        imagePullSecrets: []
        # The same range as in the Kubernetes layer. A reference keeps both alike:
        # podCIDR: "{{ .spectro.pack.kubernetes.podCIDR }}"
        podCIDR: "192.168.0.0/16"

        installation:
          cni:
            type: Calico
            ipam: { type: ${ipam} }
          # Largest packet of the network below, less the header of the encapsulation:
          # 20 bytes for IPIP, 50 for VXLAN, 60 for WireGuard.
          mtu: ${mtu}
          bgp: ${bgp ? 'Enabled' : 'Disabled'}
          linuxDataplane: ${isModern ? 'Iptables' : 'iptables'}
          ipPools:
            - name: default-ipv4
              cidr: 192.168.0.0/16
              encapsulation: ${encapsulation}
              natOutgoing: true
              # 26 gives every node blocks of 64 addresses.
              blockSize: 26
              nodeSelector: all()
              ${isModern && 'assignmentMode: Automatic'}
            # - name: default-ipv6
            #   cidr: fd00:10:244::/64
            #   encapsulation: None
            #   natOutgoing: true
          nodeAddressAutodetection:
            # The first address that reaches the API server. On hosts with several networks
            # name the interface instead.
            kubernetes: NodeInternalIP
            # interface: "eth.*"
            # skipInterface: "docker.*,br-.*"
          ${
            isModern &&
            text`
              # Writes flows into a ring buffer that the console of the network reads.
              flowLogs:
                enabled: false
                aggregationSeconds: 15
                bufferSize: 4096
            `
          }

        node:
          env:
            FELIX_LOGSEVERITYSCREEN: "Warning"
            FELIX_HEALTHENABLED: "true"
            FELIX_DEFAULTENDPOINTTOHOSTACTION: "ACCEPT"
            FELIX_IPV6SUPPORT: "false"
            CALICO_DISABLE_FILE_LOGGING: "true"
            CLUSTER_TYPE: "k8s${bgp ? ',bgp' : ''}"
            ${!isModern && 'FELIX_XDPENABLED: "false"'}
          ${podMetadata('system-node-critical')}
          ${tolerations('every-node')}
          ${rollingUpdate(isModern ? '10%' : 1)}
          terminationGracePeriodSeconds: 5
          # Probes run inside the container: the agent has no port on the network of pods.
          livenessProbe:
            exec: { command: [/bin/calico-node, -felix-live${bgp ? ', -bird-live' : ''}] }
            periodSeconds: 10
            timeoutSeconds: 10
            failureThreshold: 6
          readinessProbe:
            exec: { command: [/bin/calico-node, -felix-ready${bgp ? ', -bird-ready' : ''}] }
            periodSeconds: 10
            timeoutSeconds: 10
          ${resources({ cpu: isModern ? '150m' : '250m', memory: '128Mi' })}
          # flexVolume:
          #   path: /usr/libexec/kubernetes/kubelet-plugins/volume/exec/

        cniPlugin:
          binDir: /opt/cni/bin
          confDir: /etc/cni/net.d
          confName: 10-calico.conflist
          # Chained behind the network in this order.
          chain:
            - type: portmap
              snat: true
              capabilities: { portMappings: true }
            - type: bandwidth
              capabilities: { bandwidth: true }
          log:
            level: ${isModern ? 'Warning' : 'Info'}
            filePath: /var/log/calico/cni/cni.log
            maxSizeMB: 100
            maxCount: 10

        # Typha stands between the agents and the API server. Worth it from some 50 nodes on.
        typha:
          enabled: ${isModern}
          replicas: 3
          autoscale: { enabled: true, nodesPerReplica: 200, min: 3, max: 20 }
          ${podMetadata('system-cluster-critical')}
          ${tolerations('control-plane')}
          ${spreadOverHosts([['k8s-app', 'calico-typha']])}
          ${isModern && spreadOverZones('calico-typha')}
          ${resources({ cpu: '100m', memory: '128Mi', memoryLimit: isModern ? '512Mi' : undefined })}
          metrics:
            enabled: false
            port: 9093

        kubeControllers:
          replicas: 1
          enabled: [node, policy, namespace, serviceaccount, workloadendpoint${isModern ? ', loadbalancer' : ''}]
          reconcilerPeriod: 5m
          # Addresses of nodes that are gone are given back after this time.
          leakGracePeriod: ${isModern ? '15m' : '0s'}
          ${rbac('calico-kube-controllers')}
          ${podMetadata('system-cluster-critical')}
          ${tolerations('control-plane')}
          ${resources({ cpu: '50m', memory: '96Mi', memoryLimit: '256Mi' })}

        # Settings of the policy engine for all nodes.
        felixConfiguration:
          bpfEnabled: false
          # bpfExternalServiceMode: DSR
          # bpfKubeProxyIptablesCleanupEnabled: true
          wireguardEnabled: false
          iptablesBackend: Auto
          iptablesRefreshInterval: ${isModern ? '180s' : '60s'}
          routeRefreshInterval: 90s
          reportingInterval: 0s
          failsafeInboundHostPorts:
            - { protocol: tcp, port: 22 }
            - { protocol: udp, port: 68 }
            - { protocol: tcp, port: 179 }
            - { protocol: tcp, port: 2379 }
            - { protocol: tcp, port: 6443 }
          failsafeOutboundHostPorts:
            - { protocol: udp, port: 53 }
            - { protocol: tcp, port: 179 }
            - { protocol: tcp, port: 6443 }
          prometheusMetricsEnabled: false
          prometheusMetricsPort: 9091
          ${isModern && 'nftablesMode: Disabled'}

        ${
          bgp &&
          text`
            # Routing with switches of the rack. Without peers every node talks to every other.
            bgpConfiguration:
              asNumber: 64512
              nodeToNodeMeshEnabled: true
              serviceClusterIPs: []
              serviceLoadBalancerIPs: []
            bgpPeers: []
            # bgpPeers:
            #   - name: rack-1
            #     peerIP: 192.0.2.1
            #     asNumber: 64513
            #     nodeSelector: rack == 'rack-1'
            #     password: '{{ .spectro.macro.bgp_password }}'
          `
        }

        # Serves the policy API, so that kubectl can write network policies of Calico.
        apiServer:
          enabled: false
          replicas: ${isModern ? 2 : 1}
          ${rbac('calico-apiserver')}
          ${tolerations('control-plane')}
          ${resources({ cpu: '50m', memory: '64Mi' })}

        ${isModern ? goldmane() : windows()}

        # How blocks of addresses are handed to nodes.
        ipamConfig:
          strictAffinity: false
          autoAllocateBlocks: true
          # 0 means no limit.
          maxBlocksPerHost: ${isModern ? 20 : 0}
          # Ranges that are never handed out.
          reservations: []
          # reservations:
          #   - name: printers
          #     cidrs: [192.168.255.0/28]

        # Rules for the nodes themselves, beside those for pods.
        hostEndpoints:
          autoCreate: false
          createDefaultHostEndpoint: ${isModern}
          labels:
            kubernetes-host: ""
          # templates:
          #   - generateName: storage
          #     interfaceCIDRs: [10.20.0.0/16]
          #     labels: { network: storage }

        # Policies that hold in every namespace.
        globalNetworkPolicies:
          defaultDeny:
            enabled: false
            order: 2000
            exemptNamespaces: [kube-system, cluster-*]
          allowDns:
            enabled: true
            order: 1000
            selector: k8s-app == 'kube-dns'
            ports: [53, 9153]

        ${logging('warning')}

        ${proxy('Nothing of the data plane; the image pulls of the agent')}

        ${more}
  `;
}

function goldmane(): string {
  return text`
    # Collects flows and shows them in the browser (port 8443 of its service).
    observability:
      goldmane:
        enabled: false
        ${resources({ cpu: '20m', memory: '64Mi' })}
      whisker:
        enabled: false
        ${resources({ cpu: '10m', memory: '32Mi' })}
        service: { type: ClusterIP, port: 8443 }
  `;
}

function windows(): string {
  return text`
    # Agents for Windows workers, VXLAN only.
    windows:
      enabled: false
      vxlanAdapter: Ethernet
      nodeSelector:
        kubernetes.io/os: windows
  `;
}
