import { text } from '../text';
import { packHeader } from './packHeader';
import {
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

export interface CiliumOptions {
  readonly version: string;
  readonly since: (version: string) => boolean;
  readonly hasHubble: boolean;
}

/** Values of Cilium: agent, operator, Envoy, Hubble, load balancing. */
export function ciliumValues({ version, since, hasHubble }: CiliumOptions): string {
  const tag = `v${version}`;
  const isModern = since('1.18');
  const part = (repository: string, of = tag) =>
    image({ registry: 'quay.io', repository: `cilium/${repository}`, tag: of, digest: isModern });
  return text`
    ${packHeader({
      images: ['cilium', 'operator-generic', 'hubble-relay'].map(
        (name) => `quay.io/cilium/${name}:${tag}`,
      ),
      namespace: 'kube-system',
      installPriority: '-10',
    })}

    charts:
      cilium:
        ${part('cilium')}
        # Name and number must be different in every cluster of a mesh.
        cluster:
          name: "{{ .spectro.system.cluster.name }}"
          id: 0
        k8sServiceHost: auto
        k8sServicePort: 6443
        # One of: true, false. With true the proxy of Kubernetes must not run.
        kubeProxyReplacement: false
        ${isModern ? 'routingMode: tunnel\ntunnelProtocol: vxlan' : 'tunnel: vxlan'}
        # ipv4NativeRoutingCIDR: 10.0.0.0/8
        autoDirectNodeRoutes: false
        ipv4: { enabled: true }
        ipv6: { enabled: false }
        mtu: 0
        enableIPv4Masquerade: true
        bpf:
          masquerade: ${isModern}
          hostLegacyRouting: ${!isModern}
          # Shares of memory for the maps; 0.0025 is a quarter of a per cent.
          mapDynamicSizeRatio: 0.0025
          preallocateMaps: false
          # ctTcpMax: 524288
          # policyMapMax: 16384
          lbExternalClusterIP: false
          ${isModern && 'distributedLRU:\n  enabled: false'}

        ipam:
          # One of: cluster-pool, kubernetes, eni, azure, multi-pool.
          mode: cluster-pool
          operator:
            clusterPoolIPv4PodCIDRList: ["192.168.0.0/16"]
            clusterPoolIPv4MaskSize: 24
            # autoCreateCiliumPodIPPools: {}

        cni:
          install: true
          # Moves configuration of other networks aside.
          exclusive: ${isModern}
          chainingMode: none
          binPath: /opt/cni/bin
          confPath: /etc/cni/net.d
          logFile: /var/run/cilium/cilium-cni.log

        # Range that services of type LoadBalancer take their addresses from, on the network of
        # the nodes: first - last. Announced with ARP.
        loadBalancer:
          range: "192.0.2.50 - 192.0.2.80"
          algorithm: ${isModern ? 'maglev' : 'random'}
          mode: snat
          l7: { backend: disabled }
        l2announcements:
          enabled: false
          leaseDuration: 15s
          leaseRenewDeadline: 5s
          leaseRetryPeriod: 2s
        bgpControlPlane:
          enabled: false
          ${isModern && 'routerIDAllocation:\n  mode: default'}
        externalIPs: { enabled: false }
        nodePort: { enabled: false, range: "30000,32767" }
        sessionAffinity: true

        encryption:
          enabled: false
          # One of: wireguard, ipsec.
          type: wireguard
          nodeEncryption: false
          # Key of IPsec, as the secret cilium-ipsec-keys holds it.
          ipsec:
            keyFile: keys
            mountPath: /etc/ipsec
            secretName: cilium-ipsec-keys
            keyRotationDuration: 5m

        # The agent on every node.
        agent:
          ${podMetadata('system-node-critical')}
          ${tolerations('every-node')}
          ${rollingUpdate(2)}
          ${isModern ? 'terminationGracePeriodSeconds: 1' : 'sleepAfterInit: false'}
          ${securityContext(true)}
          ${probes(9879, '/healthz', isModern)}
          ${resources({ cpu: '100m', memory: '512Mi', memoryLimit: isModern ? undefined : '1Gi' })}
          extraArgs: []
          extraEnv: []
          extraConfig: {}
          monitor: { enabled: false }

        policyEnforcementMode: default
        policyAuditMode: false
        hostFirewall: { enabled: false }
        # Names allowed in toFQDNs rules are kept this long after their records expire.
        dnsProxy:
          minTtl: ${isModern ? 0 : 3600}
          idleConnectionGracePeriod: 0s
          maxDeferredConnectionDeletes: 10000
          preCache: ""

        operator:
          enabled: true
          ${part('operator')}
          replicas: 2
          ${rbac('cilium-operator', 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/cilium')}
          ${podMetadata('system-cluster-critical')}
          ${tolerations('control-plane')}
          ${spreadOverHosts([
            ['io.cilium/app', 'operator'],
            ['app.kubernetes.io/part-of', 'cilium'],
          ])}
          ${isModern && spreadOverZones('cilium-operator')}
          ${resources({ cpu: '50m', memory: '128Mi', memoryLimit: '256Mi' })}
          identityGCInterval: 15m
          endpointGCInterval: ${isModern ? '5m' : '10m'}
          removeNodeTaints: true
          unmanagedPodWatcher: { restart: true, intervalSeconds: 15 }
          ${metrics(9963)}

        # Layer 7 rules run in a proxy of their own, not inside the agent.
        envoy:
          enabled: ${isModern}
          ${part('cilium-envoy', isModern ? 'v1.34.7' : 'v1.30.9')}
          connectTimeoutSeconds: 2
          idleTimeoutDurationSeconds: 60
          ${tolerations('every-node')}
          ${resources({ cpu: '50m', memory: '128Mi' })}

        ${hasHubble && hubble(tag, isModern)}

        clustermesh:
          useAPIServer: false
          maxConnectedClusters: 255
          apiserver:
            replicas: 1
            service:
              type: NodePort
              nodePort: 32379
            ${resources({ cpu: '100m', memory: '128Mi' })}

        gatewayAPI: { enabled: false }
        ingressController:
          enabled: false
          default: false
          loadbalancerMode: dedicated
          enforceHttps: true
        localRedirectPolicy: false
        bandwidthManager: { enabled: false, bbr: false }
        socketLB: { enabled: false, hostNamespaceOnly: false }

        ${logging('info', isModern ? 'json' : 'text')}
        prometheus:
          enabled: false
          port: 9962
          # Series can be many: leave out what no one looks at.
          metrics: ~
  `;
}

function hubble(tag: string, isModern: boolean): string {
  return text`
    # Hubble shows flows: who talks to whom, what was dropped and why.
    hubble:
      enabled: true
      listenAddress: ":4244"
      eventBufferCapacity: "4095"
      metrics:
        enabled: ~
        # enabled: [dns, drop, tcp, flow, icmp, http]
        port: 9965
      redact:
        enabled: false
        http: { urlQuery: false, userInfo: true, headers: { allow: [], deny: [] } }
      tls:
        enabled: true
        auto:
          enabled: true
          # One of: helm, cronJob, certmanager.
          method: ${isModern ? 'cronJob' : 'helm'}
          certValidityDuration: ${isModern ? 365 : 1095}
      relay:
        enabled: false
        ${image({ registry: 'quay.io', repository: 'cilium/hubble-relay', tag, digest: isModern })}
        replicas: 1
        ${tolerations('default')}
        ${resources({ cpu: '50m', memory: '64Mi' })}
        service: { type: ClusterIP, nodePort: 31234 }
      ui:
        enabled: false
        replicas: 1
        service: { type: ClusterIP, nodePort: 31235 }
        ingress:
          enabled: false
          hosts: [hubble.example.org]
          tls: []
  `;
}
