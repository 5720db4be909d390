import type { PackPreset, PackSchemaField } from '../../model/packs';
import { text } from '../text';
import { preset } from '../values/presets';

const CONTROLLER_BIND = 'kubeadmconfig.controllerManager.extraArgs.bind-address';
const SCHEDULER_BIND = 'kubeadmconfig.scheduler.extraArgs.bind-address';
const OIDC = 'kubeadmconfig.apiServer.extraArgs';

/** Choices shared by the distributions that kubeadm installs. */
export const kubeadmPresets: readonly PackPreset[] = [
  preset(
    'Kube Controller Manager',
    'loopback-ctrlmgr',
    'Loopback only',
    [CONTROLLER_BIND],
    text`
      kubeadmconfig:
        controllerManager:
          extraArgs:
            bind-address: 127.0.0.1
    `,
  ),
  preset(
    'Kube Controller Manager',
    'public-ctrlmgr',
    'All interfaces, for metrics',
    [CONTROLLER_BIND],
    text`
      kubeadmconfig:
        controllerManager:
          extraArgs:
            # Metrics are reachable from other nodes.
            bind-address: 0.0.0.0
    `,
  ),
  preset(
    'Kube Scheduler',
    'loopback-scheduler',
    'Loopback only',
    [SCHEDULER_BIND],
    text`
      kubeadmconfig:
        scheduler:
          extraArgs:
            bind-address: 127.0.0.1
    `,
  ),
  preset(
    'Kube Scheduler',
    'public-scheduler',
    'All interfaces, for metrics',
    [SCHEDULER_BIND],
    text`
      kubeadmconfig:
        scheduler:
          extraArgs:
            # Metrics are reachable from other nodes.
            bind-address: 0.0.0.0
    `,
  ),
];

/** Who signs users in. */
export const oidcPresets: readonly PackPreset[] = [
  preset(
    'OIDC Identity Provider',
    'palette-oidc',
    'Palette',
    ['clientConfig', ...oidcPaths()],
    text`
      pack:
        palette:
          config:
            oidc:
              identityProvider: palette
    `,
  ),
  preset(
    'OIDC Identity Provider',
    'custom-oidc',
    'Custom',
    ['pack.palette.config.oidc'],
    text`
      kubeadmconfig:
        apiServer:
          extraArgs:
            oidc-issuer-url: "https://login.example.org"
            oidc-client-id: "kubernetes"
            oidc-username-claim: "email"
            oidc-groups-claim: "groups"
      # What kubectl sends along.
      clientConfig:
        oidc-issuer-url: "{{ .spectro.pack.kubernetes.kubeadmconfig.apiServer.extraArgs.oidc-issuer-url }}"
        oidc-client-id: "{{ .spectro.pack.kubernetes.kubeadmconfig.apiServer.extraArgs.oidc-client-id }}"
        oidc-client-secret: ""
    `,
  ),
];

/** What may stand in the values of a kubeadm distribution. */
export const kubeadmSchema: readonly PackSchemaField[] = [
  {
    path: 'pack.podCIDR',
    schema:
      '{{ required | format "${ipv4}/${number:[8-28]}" | hints "Addresses of pods" "Must not overlap with the network of the nodes" }}',
  },
  {
    path: 'pack.serviceClusterIpRange',
    schema: '{{ required | format "${ipv4}/${number:[8-28]}" | hints "Addresses of services" }}',
  },
  { path: 'pack.k8sHardening', schema: '{{ format "${boolean}" }}' },
  {
    path: 'kubeadmconfig.apiServer.certSANs.$[]',
    schema: '{{ format "${string:/^[a-z0-9.*-]+$/}" | hints "A host name or an address" }}',
  },
  {
    path: 'kubeadmconfig.apiServer.extraArgs.secure-port',
    schema: '{{ required | format "${string:/^[0-9]{4,5}$/}" | hints "A port number, in quotes" }}',
  },
  {
    path: 'kubeadmconfig.controllerManager.extraArgs.bind-address',
    schema: '{{ format "${ipv4}" }}',
  },
];

function oidcPaths(): readonly string[] {
  return ['issuer-url', 'client-id', 'username-claim', 'groups-claim'].map(
    (key) => `${OIDC}.oidc-${key}`,
  );
}
