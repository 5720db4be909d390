import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import type { LayerStack } from '../model/layerStack';
import type { Pack } from '../model/packs';
import type { LayerStackEvent } from '../model/reduceLayerStack';
import { useAdapterScope } from './AdapterContext';
import { packKey } from './usePack';
import { toChosenVersion } from './useLayerChoice';

export interface UseVersionRefreshOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly stack: LayerStack;
  readonly send: (event: LayerStackEvent) => void;
}

/**
 * Keeps each chosen version the file it is on the stack's cloud: the same version of a pack may be
 * another file there, so layers kept through a change of the provider are looked up again. A group
 * that has moved on to a newer version stays at the version it stood for when it was chosen.
 */
export function useVersionRefresh({ adapter: own, stack, send }: UseVersionRefreshOptions): void {
  const { adapter, queryClient } = useAdapterScope(own);
  const { layers, cloudType } = stack;
  const chosen = useMemo(
    () =>
      layers.flatMap((layer) =>
        layer.pack === null || layer.pack.isTyped || layer.pack.version === null
          ? []
          : [{ layer, pack: layer.pack, version: layer.pack.version }],
      ),
    [layers],
  );
  const packs = useQueries(
    {
      queries: chosen.map(({ layer, pack }) => {
        const ref = {
          registryUid: pack.registryUid,
          name: pack.name,
          layer: layer.kind,
          cloudType,
        };
        return {
          queryKey: packKey(ref),
          queryFn: ({ signal }: { signal: AbortSignal }) => adapter.getPack(ref, { signal }),
        };
      }),
      combine: dataOf,
    },
    queryClient,
  );

  useEffect(() => {
    chosen.forEach(({ layer, pack, version }, at) => {
      const rows = packs[at]?.tags.filter((tag) => tag.version === version.version) ?? [];
      const row = rows.find((tag) => tag.tag === version.tag) ?? rows[0];
      if (row === undefined || row.packUid === version.packUid) return;
      send({
        type: 'versionSelected',
        layerId: layer.id,
        version: { ...toChosenVersion(row, pack), tag: version.tag },
        isAutomatic: true,
      });
    });
  }, [chosen, packs, send]);
}

/** At module level, so that the combined result stays the same while nothing changes. */
function dataOf(results: readonly UseQueryResult<Pack>[]): readonly (Pack | undefined)[] {
  return results.map(({ data }) => data);
}
