import { text } from '../text';
import { disruptionBudget, podMetadata, resources, spreadOverHosts, tolerations } from './workload';

/** Name service, proxy and health of machines: what a distribution runs beside the control plane. */
export function clusterServices(isModern: boolean, isEdge: boolean): string {
  return text`
    ${nameService(isModern, isEdge)}

    ${serviceProxy(isModern, isEdge)}

    ${machineHealth(isModern, isEdge)}
  `;
}

function nameService(isModern: boolean, isEdge: boolean): string {
  return text`
    # Names of services and pods.
    dns:
      replicas: ${isEdge ? 1 : 2}
      domain: cluster.local
      ${podMetadata('system-cluster-critical')}
      ${tolerations('control-plane')}
      ${!isEdge && spreadOverHosts([['k8s-app', 'kube-dns']])}
      ${!isEdge && disruptionBudget(1)}
      ${resources({ cpu: '100m', memory: '70Mi', memoryLimit: isModern ? '256Mi' : '170Mi' })}
      corefile: |
        .:53 {
            errors
            health {
                lameduck 5s
            }
            ready
            kubernetes cluster.local in-addr.arpa ip6.arpa {
                pods insecure
                fallthrough in-addr.arpa ip6.arpa
                ttl 30
            }
            prometheus :9153
            forward . /etc/resolv.conf {
                max_concurrent ${isModern ? 1000 : 500}
            }
            cache 30
            loop
            reload
            loadbalance
        }
      # Zones answered by other servers.
      # stubDomains:
      #   example.internal: [192.0.2.53, 192.0.2.54]
      # Asks a cache on the node first, which spares the network on busy clusters.
      nodeLocalCache:
        enabled: ${isModern && !isEdge}
        address: 169.254.20.10
        ${isModern && 'prefetch: 10'}
      autoscale:
        enabled: ${!isEdge}
        coresPerReplica: 256
        nodesPerReplica: 16
        preventSinglePointOfFailure: true
  `;
}

function serviceProxy(isModern: boolean, isEdge: boolean): string {
  return text`
    # Sends traffic for services to their pods. Off where the network layer does that itself.
    serviceProxy:
      enabled: true
      # One of: iptables, ipvs${isModern ? ', nftables' : ''}.
      mode: iptables
      metricsBindAddress: 127.0.0.1:10249
      conntrack:
        maxPerCore: ${isEdge ? 16384 : 32768}
        min: 131072
        tcpCloseWaitTimeout: 1h0m0s
        tcpEstablishedTimeout: 24h0m0s
      iptables:
        masqueradeAll: false
        minSyncPeriod: 1s
        syncPeriod: 30s
        ${isModern && 'localhostNodePorts: false'}
      ipvs:
        scheduler: rr
        strictARP: ${isModern}
        excludeCIDRs: []
      nodePortAddresses: ${isModern ? '[primary]' : '[]'}
      ${resources({ cpu: '50m', memory: '64Mi' })}
  `;
}

function machineHealth(isModern: boolean, isEdge: boolean): string {
  return text`
    # When a node is given up and, where the provider can, replaced.
    machineHealth:
      enabled: ${!isEdge}
      # Nothing is replaced while more nodes than this are unwell: then the fault lies elsewhere.
      maxUnhealthy: ${isModern ? '40%' : '100%'}
      nodeStartupTimeout: ${isModern ? '15m' : '20m'}
      unhealthyConditions:
        - type: Ready
          status: Unknown
          timeout: ${isEdge ? '15m' : '5m'}
        - type: Ready
          status: "False"
          timeout: ${isEdge ? '15m' : '5m'}
        - type: DiskPressure
          status: "True"
          timeout: 10m
      # Evictions on the node itself, before the kernel has to choose.
      evictionHard:
        memory.available: ${isEdge ? '100Mi' : '200Mi'}
        nodefs.available: 10%
        nodefs.inodesFree: 5%
        imagefs.available: 15%
      evictionSoft:
        memory.available: ${isEdge ? '200Mi' : '500Mi'}
        nodefs.available: 15%
      evictionSoftGracePeriod:
        memory.available: 1m30s
        nodefs.available: 2m
      shutdownGracePeriod: ${isModern ? '60s' : '0s'}
      shutdownGracePeriodCriticalPods: ${isModern ? '20s' : '0s'}
  `;
}

/** Settings of the container runtime as a file of the node. */
export function runtimeFile(isModern: boolean): string {
  return text`
    - path: runtime/config.toml
      targetPath: /etc/containerd/conf.d/10-platform.toml
      targetOwner: "root:root"
      targetPermissions: "0644"
      content: |
        version = ${isModern ? 3 : 2}

        [plugins."io.containerd.${isModern ? 'cri.v1.images' : 'grpc.v1.cri'}"]
          max_concurrent_downloads = ${isModern ? 5 : 3}
          image_pull_progress_timeout = "5m0s"

        [plugins."io.containerd.${isModern ? 'cri.v1.images' : 'grpc.v1.cri'}".registry]
          config_path = "/etc/containerd/certs.d"

        [plugins."io.containerd.${isModern ? 'cri.v1.runtime' : 'grpc.v1.cri'}".containerd.runtimes.runc.options]
          SystemdCgroup = true
    - path: runtime/hosts.toml
      targetPath: /etc/containerd/certs.d/docker.io/hosts.toml
      targetOwner: "root:root"
      targetPermissions: "0644"
      content: |
        # Mirrors are asked in this order; the server above comes last.
        server = "https://registry-1.docker.io"
        # [host."https://mirror.example.org"]
        #   capabilities = ["pull", "resolve"]
        #   ca = "/usr/local/share/ca-certificates/mirror.crt"
  `;
}
