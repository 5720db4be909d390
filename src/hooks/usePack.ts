import type { PackRef, PackVersionRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import type { Pack, PackContent } from '../model/packs';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UsePackOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Null while no pack is chosen. */
  readonly pack: PackRef | null;
}

/** A pack with its versions. */
export function usePack({ adapter, pack }: UsePackOptions): QueryState<Pack> {
  return useAdapterQuery({
    adapter,
    area: 'pack',
    queryKey: pack && packKey(pack),
    read: (backend, context) => backend.getPack(expect(pack), context),
  });
}

export interface UsePackVersionOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Null while no version is chosen. */
  readonly version: PackVersionRef | null;
}

/** Values, presets and rules of one version. */
export function usePackContent({
  adapter,
  version,
}: UsePackVersionOptions): QueryState<PackContent> {
  return useAdapterQuery({
    adapter,
    area: 'values',
    queryKey: version && packContentKey(version),
    read: (backend, context) => backend.getPackVersion(expect(version), context),
  });
}

/** The README of a version; null when it has none. */
export function usePackReadme({
  adapter,
  version,
}: UsePackVersionOptions): QueryState<string | null> {
  return useAdapterQuery({
    adapter,
    area: 'readme',
    queryKey: version && ['readme', ...packContentKey(version)],
    read: async (backend, context) => {
      const ref = expect(version);
      if (backend.getReadme) return backend.getReadme(ref, context);
      return (await backend.getPackVersion(ref, context)).readme ?? null;
    },
  });
}

export function packKey(pack: PackRef): readonly string[] {
  return ['pack', pack.registryUid, pack.name, pack.layer, pack.cloudType];
}

export function packContentKey(version: PackVersionRef): readonly string[] {
  return [
    'content',
    version.registryUid,
    version.name,
    version.packUid,
    version.version,
    version.layer,
    version.cloudType,
  ];
}

function expect<Ref>(ref: Ref | null): Ref {
  // A query without a key is not enabled, so this cannot happen.
  if (ref === null)
    throw new Error('cluster-profile-builder: a read started without its question.');
  return ref;
}
