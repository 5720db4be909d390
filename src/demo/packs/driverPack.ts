import type { PackDefinition, ReleaseContext } from '../definePack';
import { csiDriver, type CsiDriverOptions, type CsiSidecarTags } from '../values/csiDriver';

/** Side containers are released together; newer drivers take the newer set. */
function sidecarTags(isModern: boolean, has: 'attach' | 'share' = 'attach'): CsiSidecarTags {
  return {
    provisioner: isModern ? 'v5.3.0' : 'v5.1.0',
    attacher: has === 'share' ? undefined : isModern ? 'v4.10.0' : 'v4.7.0',
    resizer: isModern ? 'v1.14.0' : 'v1.12.0',
    snapshotter: has === 'share' ? undefined : isModern ? 'v8.3.0' : 'v8.0.1',
    registrar: isModern ? 'v2.15.0' : 'v2.12.0',
    liveness: isModern ? 'v2.17.0' : 'v2.14.0',
  };
}

/** Where the project publishes side containers. */
export const K8S_SIDE = 'registry.k8s.io/sig-storage';

/** What the pack of a driver says; the rest follows its release. */
export type Driver = Omit<CsiDriverOptions, 'tag' | 'isModern' | 'sidecars'>;

/** A pack around the CSI driver chart. `modern` is the version from which the newer layout holds. */
export function driverPack(
  definition: Omit<PackDefinition, 'layer' | 'values'>,
  modern: string,
  driver: (release: ReleaseContext, isModern: boolean) => Driver,
  has: 'attach' | 'share' = 'attach',
): PackDefinition {
  return {
    layer: 'csi',
    isVerified: true,
    ...definition,
    values: (release) => {
      const isModern = release.since(modern);
      return csiDriver({
        ...driver(release, isModern),
        tag: `v${release.version.replace(/^v|-rev\d+$/g, '')}`,
        isModern,
        sidecars: sidecarTags(isModern, has),
      });
    },
  };
}
