import type { PackPreset, PackSchemaField } from '../../model/packs';
import { text } from '../text';
import { preset } from '../values/presets';

const POOLS = 'charts.calico.installation.ipPools';

function calicoPool(encapsulation: string, bgp: string, comment: string): string {
  return text`
    charts:
      calico:
        installation:
          bgp: ${bgp}
          ipPools:
            # ${comment}
            - name: default-ipv4
              cidr: 192.168.0.0/16
              encapsulation: ${encapsulation}
              natOutgoing: true
              blockSize: 26
              nodeSelector: all()
  `;
}

export const calicoPresets: readonly PackPreset[] = [
  preset(
    'Encapsulation',
    'ipip',
    'IPIP',
    [POOLS],
    calicoPool('IPIP', 'Enabled', 'Small header; clouds may drop protocol 4.'),
  ),
  preset(
    'Encapsulation',
    'vxlan',
    'VXLAN',
    [POOLS, 'charts.calico.bgpConfiguration'],
    calicoPool('VXLAN', 'Disabled', 'UDP, so it passes every fabric.'),
  ),
  preset(
    'Encapsulation',
    'unencapsulated',
    'None (BGP)',
    [POOLS],
    calicoPool('None', 'Enabled', 'The fabric must know the routes to pods.'),
  ),
  preset(
    'Data Plane',
    'iptables',
    'iptables',
    [
      'charts.calico.felixConfiguration.bpfEnabled',
      'charts.calico.felixConfiguration.bpfExternalServiceMode',
    ],
    text`
      charts:
        calico:
          felixConfiguration:
            bpfEnabled: false
    `,
  ),
  preset(
    'Data Plane',
    'ebpf',
    'eBPF',
    ['charts.calico.felixConfiguration.bpfEnabled'],
    text`
      charts:
        calico:
          felixConfiguration:
            bpfEnabled: true
            # Answers go straight to the client; the fabric must allow that.
            bpfExternalServiceMode: DSR
    `,
  ),
  preset(
    'API Server',
    'api-server',
    'Serve the policy API',
    [],
    text`
      charts:
        calico:
          apiServer:
            enabled: true
    `,
  ),
];

export const ciliumPresets: readonly PackPreset[] = [
  preset(
    'Service Handling',
    'with-kube-proxy',
    'Beside kube-proxy',
    ['charts.cilium.kubeProxyReplacement'],
    'charts:\n  cilium:\n    kubeProxyReplacement: false',
  ),
  preset(
    'Service Handling',
    'replace-kube-proxy',
    'Instead of kube-proxy',
    ['charts.cilium.kubeProxyReplacement'],
    'charts:\n  cilium:\n    # kube-proxy must be off in the Kubernetes layer.\n    kubeProxyReplacement: true\n    nodePort:\n      enabled: true',
  ),
  preset(
    'Address Management',
    'cluster-pool',
    'Cluster pool',
    ['charts.cilium.ipam', 'charts.cilium.eni'],
    text`
      charts:
        cilium:
          ipam:
            mode: cluster-pool
            operator:
              clusterPoolIPv4PodCIDRList: ["192.168.0.0/16"]
              clusterPoolIPv4MaskSize: 24
    `,
  ),
  preset(
    'Address Management',
    'aws-eni',
    'AWS interfaces',
    ['charts.cilium.ipam', 'charts.cilium.routingMode', 'charts.cilium.tunnel'],
    text`
      charts:
        cilium:
          # Pods take addresses of the subnets.
          ipam:
            mode: eni
          eni:
            enabled: true
          routingMode: native
    `,
  ),
  preset(
    'Hubble',
    'hubble-ui',
    'With user interface',
    ['charts.cilium.hubble.ui.enabled', 'charts.cilium.hubble.relay.enabled'],
    text`
      charts:
        cilium:
          hubble:
            relay:
              enabled: true
            ui:
              enabled: true
    `,
  ),
  preset(
    'Hubble',
    'hubble-off',
    'Off',
    ['charts.cilium.hubble.metrics'],
    'charts:\n  cilium:\n    hubble:\n      enabled: false',
  ),
];

/** Rules for values of networks, by pack. */
export const networkSchema = {
  calico: [
    {
      path: 'charts.calico.podCIDR',
      schema:
        '{{ required | format "${ipv4}/${number:[8-28]}" | hints "The same as in the Kubernetes layer" }}',
    },
    { path: 'charts.calico.imageTag', schema: '{{ required | format "${string:/^v[0-9.]+$/}" }}' },
    { path: 'charts.calico.installation.mtu', schema: '{{ format "${number:[0-9000]}" }}' },
    {
      path: 'charts.calico.installation.ipPools.$[].encapsulation',
      schema:
        '{{ required | format "${list:[IPIP,VXLAN,IPIPCrossSubnet,VXLANCrossSubnet,None]}" }}',
    },
    {
      path: 'charts.calico.installation.ipPools.$[].blockSize',
      schema: '{{ format "${number:[20-32]}" | hints "26 gives blocks of 64 addresses" }}',
    },
  ],
  cilium: [
    {
      path: 'charts.cilium.loadBalancer.range',
      schema:
        '{{ required | format "${ipv4} - ${ipv4}" | hints "First and last address, with spaces around the hyphen" }}',
    },
    {
      path: 'charts.cilium.ipam.mode',
      schema: '{{ format "${list:[cluster-pool,kubernetes,eni,azure,multi-pool]}" }}',
    },
    { path: 'charts.cilium.cluster.id', schema: '{{ format "${number:[0-255]}" }}' },
    {
      path: 'charts.cilium.ipam.operator.clusterPoolIPv4PodCIDRList.$[]',
      schema: '{{ format "${ipv4}/${number:[8-28]}" }}',
    },
  ],
  awsVpc: [
    {
      path: 'charts.aws-vpc-cni.limits.maxPods',
      schema: '{{ format "${number:[4-737]}" | hints "The instance type sets the real limit" }}',
    },
    {
      path: 'charts.aws-vpc-cni.env.AWS_VPC_K8S_CNI_LOGLEVEL',
      schema: '{{ format "${list:[DEBUG,INFO,WARN,ERROR]}" }}',
    },
    {
      path: 'charts.aws-vpc-cni.eniConfig.region',
      schema: '{{ required | format "${string:/^[a-z]{2}(-[a-z]+)+-[0-9]$/}" }}',
    },
  ],
  kubenet: [
    {
      path: 'managedControlPlane.networkProfile.dnsServiceIP',
      schema: '{{ required | format "${ipv4}" | hints "An address of the service range" }}',
    },
  ],
} as const satisfies Record<string, readonly PackSchemaField[]>;
