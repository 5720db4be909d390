import { definePack } from '../definePack';
import { logo } from '../logos';
import { text } from '../text';
import { agentNetworkValues } from '../values/networks';

export const overlayNetworkPacks = [
  definePack({
    name: 'cni-antrea',
    displayName: 'Antrea',
    layer: 'cni',
    registry: 'community',
    cloudTypes: ['vsphere', 'maas', 'aws', 'gcp', 'apache-cloudstack', 'edge-native'],
    logoUrl: logo('cni', 'waves'),
    releases: [
      { version: 'v2.4.2' },
      { version: 'v2.3.1' },
      { version: 'v1.15.4', state: 'deprecated' },
    ],
    values: ({ version, since }) =>
      agentNetworkValues({
        chart: 'antrea',
        title: 'Antrea',
        registry: 'docker.io',
        repository: 'antrea/antrea-agent-ubuntu',
        tag: version,
        isModern: since('2.4'),
        healthPort: 10349,
        settings: text`
          # One of: encap, noEncap, hybrid, networkPolicyOnly.
          trafficEncapMode: encap
          tunnelType: geneve
          tunnelPort: 0
          defaultMTU: 0
          noSNAT: false
          # One of: none, ipsec, wireGuard.
          trafficEncryptionMode: none
          featureGates:
            AntreaPolicy: true
            AntreaProxy: true
            Egress: true
            EndpointSlice: ${since('2')}
            FlowExporter: false
            NodePortLocal: ${since('2')}
            Traceflow: true
            ${since('2.4') && 'NodeLatencyMonitor: false'}
          antreaProxy:
            enable: true
            proxyAll: false
            nodePortAddresses: []
            skipServices: []
          egress:
            exceptCIDRs: []
            maxEgressIPsPerNode: 255
          flowExporter:
            flowCollectorAddr: flow-aggregator/flow-aggregator:4739:tls
            activeFlowExportTimeout: 5s
            idleFlowExportTimeout: 15s
        `,
        components: [
          {
            key: 'agent',
            about: 'Programs the switch of each node.',
            runsOn: 'every-node',
            cpu: '200m',
            memory: '256Mi',
            settings: 'antreaOVS: { cpu: 200m, memory: 128Mi }\nenablePrometheusMetrics: true',
          },
          {
            key: 'controller',
            about: 'Turns policies into rules and hands them to the agents.',
            runsOn: 'control-plane',
            cpu: '200m',
            memory: '128Mi',
            settings: `apiPort: 10349\nselfSignedCert: true${since('2.4') ? '\ntlsMinVersion: VersionTLS12' : ''}`,
          },
          {
            key: 'flowAggregator',
            about: 'Collects flow records for exporters.',
            runsOn: 'control-plane',
            cpu: '100m',
            memory: '256Mi',
            settings: 'recordContents: { podLabels: false }\nactiveFlowRecordTimeout: 60s',
          },
        ],
      }),
  }),
  definePack({
    name: 'cni-kube-ovn',
    displayName: 'Kube-OVN',
    layer: 'cni',
    registry: 'community',
    cloudTypes: ['maas', 'vsphere', 'edge-native'],
    isTechPreview: true,
    releases: [{ version: '1.14.10' }, { version: '1.13.19' }],
    values: ({ version, since }) =>
      agentNetworkValues({
        chart: 'kube-ovn',
        title: 'Kube-OVN',
        registry: 'docker.io',
        repository: 'kubeovn/kube-ovn',
        tag: `v${version}`,
        isModern: since('1.14'),
        healthPort: 10660,
        settings: text`
          # Addresses of pods, services and of the link between nodes and the overlay.
          networks:
            podCIDR: 192.168.0.0/16
            podGateway: 192.168.0.1
            serviceCIDR: 10.96.0.0/12
            joinCIDR: 100.64.0.0/16
            stack: ipv4
          tunnelType: ${since('1.14') ? 'geneve' : 'vxlan'}
          networkType: geneve
          vlan: { providerName: provider, interfaceName: "", id: 100 }
          features:
            loadBalancer: true
            networkPolicies: true
            externalVPC: false
            ${since('1.14') && 'anp: false'}
            eipSnat: true
            keepVMAddress: ${since('1.14')}
          interface: ""
          dpdk: { enabled: false, hugepages: 1Gi }
        `,
        components: [
          {
            key: 'central',
            about: 'Northbound and southbound databases; three replicas keep a quorum.',
            runsOn: 'control-plane',
            replicas: 3,
            cpu: '300m',
            memory: '200Mi',
            settings: 'databaseDir: /etc/origin/ovn\nelectionTimer: 5000',
          },
          {
            key: 'controller',
            about: 'Translates objects of Kubernetes into logical switches and routers.',
            runsOn: 'control-plane',
            cpu: '200m',
            memory: '200Mi',
            settings: 'workers: 3\ngcInterval: 360',
          },
          {
            key: 'ovsAgent',
            about: 'The switch and its agent on each node.',
            runsOn: 'every-node',
            cpu: '200m',
            memory: '200Mi',
            settings: 'hwOffload: false\nmirror: { enabled: false, interface: mirror0 }',
          },
        ],
      }),
  }),
];
