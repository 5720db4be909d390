import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import type { LayerStack } from '../model/layerStack';
import type { PackContent } from '../model/packs';
import { useAdapterScope } from './AdapterContext';
import { packContentKey } from './usePack';
import { packVersionRef } from './useLayerContents';

export interface UseStackContentsOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly stack: Pick<LayerStack, 'cloudType' | 'layers'>;
}

/**
 * What the chosen versions bring along, by layer, as far as it is here: for rules between packs. The
 * same answers as those of `useLayerContents`, asked for once; a failure is told there.
 */
export function useStackContents({
  adapter,
  stack,
}: UseStackContentsOptions): ReadonlyMap<string, PackContent> {
  const scope = useAdapterScope(adapter);
  const { layers, cloudType } = stack;
  const chosen = useMemo(
    () =>
      layers.flatMap((layer) => {
        const ref = packVersionRef(layer, cloudType);
        return ref === null ? [] : [{ layerId: layer.id, ref }];
      }),
    [layers, cloudType],
  );
  const contents = useQueries(
    {
      queries: chosen.map(({ ref }) => ({
        queryKey: packContentKey(ref),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          scope.adapter.getPackVersion(ref, { signal }),
        // What failed is asked again by whoever shows that it did.
        retryOnMount: false,
      })),
      combine: dataOf,
    },
    scope.queryClient,
  );
  return useMemo(
    () =>
      new Map(
        chosen.flatMap(({ layerId }, at) => {
          const content = contents[at];
          return content === undefined ? [] : [[layerId, content] as const];
        }),
      ),
    [chosen, contents],
  );
}

/** At module level, so that the combined result stays the same while nothing changes. */
function dataOf(
  results: readonly UseQueryResult<PackContent>[],
): readonly (PackContent | undefined)[] {
  return results.map(({ data }) => data);
}
