/** All system macros that are documented: `{{.spectro.system.<name>}}`. */
export const SYSTEM_MACROS: readonly string[] = [
  'user.name',
  'user.uid',
  'user.email',
  'tenant.uid',
  'project.name',
  'project.uid',
  'clusterprofile.name',
  'clusterprofile.uid',
  'clusterprofile.version',
  'clusterprofile.infra.name',
  'clusterprofile.infra.uid',
  'clusterprofile.infra.version',
  'cluster.name',
  'cluster.uid',
  'cluster.kubevip',
  'cloudaccount.name',
  'cloudaccount.uid',
  'kubernetes.version',
  'reverseproxy.server',
  'reverseproxy.port',
  'reverseproxy.protocol',
  'reverseproxy.vhostport',
  'cloud.type',
  'cloud.region',
];

/** Cloud types on which a system macro has a value; all where it is not named here. */
const CLOUD_TYPES: Readonly<Record<string, readonly string[]>> = {
  'cluster.kubevip': ['edge', 'edge-native', 'vsphere'],
};

/** Whether a known system macro has a value on a cloud type. A profile of any cloud type fits. */
export function fitsSystemMacro(name: string, cloudType: string): boolean {
  const cloudTypes = Object.hasOwn(CLOUD_TYPES, name) ? CLOUD_TYPES[name] : undefined;
  return (
    cloudTypes === undefined ||
    cloudType === '' ||
    cloudType === 'all' ||
    cloudTypes.includes(cloudType)
  );
}
