import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import type { PackSchemaField, ProfileDraft } from 'cluster-profile-builder/model';
import { demoAdapter, demoDraft, networkLayer } from './demo';

/** Default values whose pack describes values of every kind. */
export const describedValues = `# Values of the network
pack:
  namespace: calico-system # where it runs

charts:
  calico:
    # Must not overlap with your hosts.
    podCIDR: "192.168.0.0/16"
    imageTag: v3.30.3
    replicas: 2
    encapsulation: VXLAN
    bgp:
      enabled: false
      password: ""
      peers:
        - address: 10.0.0.1
        - address: 10.0.0.2
    region: "{{.spectro.system.cloud.region}}"
    license: unlimited
    certificate: |
      -----BEGIN CERTIFICATE-----
      MIIB
      -----END CERTIFICATE-----
    privateKey: |
      -----BEGIN KEY-----
      MIIE
      -----END KEY-----
`;

const rules: Readonly<Record<string, string>> = {
  'charts.calico.podCIDR':
    '{{ required | format "${ipv4}/${number:[8-28]}" | hints "The same as in the Kubernetes layer" }}',
  'charts.calico.replicas': '{{ required | format "${number:[1-9]}" }}',
  'charts.calico.encapsulation': '{{ format "${list:[IPIP,VXLAN,None]}" }}',
  'charts.calico.bgp.enabled': '{{ format "${boolean}" }}',
  'charts.calico.bgp.password': '{{ format "${password}" | hints "Shared with the peers" }}',
  'charts.calico.bgp.peers.$[].address': '{{ format "${ipv4}" }}',
  'charts.calico.region': '{{ format "${string}" }}',
  'charts.calico.license': '{{ readonly }}',
  'charts.calico.certificate': '{{ format "${string}" }}',
  'charts.calico.privateKey': '{{ format "${password}" }}',
  // Not in the values: no field.
  'charts.calico.absent': '{{ format "${string}" }}',
};

const describedSchema: readonly PackSchemaField[] = Object.entries(rules).map(([path, schema]) => ({
  path,
  schema,
}));

/** The demo, with the described values in every pack. */
export function describedAdapter(schema = describedSchema): ProfileAdapter {
  const adapter = demoAdapter();
  return {
    ...adapter,
    getPackVersion: async (ref, context) => ({
      ...(await adapter.getPackVersion(ref, context)),
      values: describedValues,
      schema,
    }),
  };
}

/** A draft whose network layer has the described values, edited as told. */
export function describedDraft(
  edit: (values: string) => string = (values) => values,
): Partial<ProfileDraft> {
  return {
    ...demoDraft,
    layers: [
      ...demoDraft.layers.filter(({ kind }) => kind !== 'cni'),
      { ...networkLayer, values: edit(describedValues) },
    ],
  };
}

/** Edits of every kind. */
export function editDescribed(values: string): string {
  return values
    .replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "100.64.0.0/16" # agreed with the net team')
    .replace('replicas: 2', 'replicas: 3')
    .replace('password: ""', 'password: "geheim-42"')
    .replace('    imageTag: v3.30.3\n', '')
    .replace('      enabled: false\n', '      enabled: false\n      asNumber: 64512\n');
}
