import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { PackVersionRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import { valuesTextId, type LayerStack, type StackLayer } from '../model/layerStack';
import type { PackContent } from '../model/packs';
import { toProfileErrorInfo, type ProfileErrorInfo } from '../model/ProfileError';
import type { LayerStackEvent } from '../model/reduceLayerStack';
import { passwordPaths } from '../model/secrets';
import { useAdapterScope } from './AdapterContext';
import { askAgain } from './askAgain';
import { useReportError } from './ErrorReportContext';
import { packContentKey } from './usePack';
import type { QueryState } from './useAdapterQuery';

export interface UseLayerContentsOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly stack: LayerStack;
  /** Given the defaults of each layer as they arrive. */
  readonly send: (event: LayerStackEvent) => void;
}

export type LayerContents = ReadonlyMap<string, QueryState<PackContent>>;

/** Loads what the chosen versions bring along, for all layers at once, and puts the defaults into the stack. */
export function useLayerContents({ adapter, stack, send }: UseLayerContentsOptions): LayerContents {
  const scope = useAdapterScope(adapter);
  const { queryClient } = scope;
  const { layers, cloudType } = stack;
  const chosen = useMemo(
    () =>
      layers.flatMap((layer) => {
        const ref = packVersionRef(layer, cloudType);
        const textId = valuesTextId(layer);
        return ref === null || textId === null ? [] : [{ layerId: layer.id, ref, textId }];
      }),
    [layers, cloudType],
  );
  const results = useQueries(
    {
      queries: chosen.map(({ ref }) => ({
        queryKey: packContentKey(ref),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          scope.adapter.getPackVersion(ref, { signal }),
      })),
      combine: toStates,
    },
    scope.queryClient,
  );

  useEffect(() => {
    chosen.forEach(({ textId }, at) => {
      const content = results[at]?.data;
      if (content === undefined) return;
      send({
        type: 'valuesLoaded',
        textId,
        base: content.values,
        secretPaths: passwordPaths(content.schema),
      });
    });
  }, [chosen, results, send]);

  const reportError = useReportError();
  const reported = useRef(new WeakSet<ProfileErrorInfo>());
  useEffect(() => {
    for (const { error } of results) {
      if (error === null || reported.current.has(error)) continue;
      reported.current.add(error);
      reportError(error, { area: 'values' });
    }
  }, [results, reportError]);

  return useMemo(() => {
    const contents = new Map<string, QueryState<PackContent>>();
    chosen.forEach(({ layerId, ref }, at) => {
      const result = results[at];
      if (result === undefined) return;
      const { refetch, ...state } = result;
      const retry = () => {
        askAgain(queryClient, packContentKey(ref), refetch);
      };
      contents.set(layerId, { ...state, retry });
    });
    return contents;
  }, [chosen, results, queryClient]);
}

interface ContentState extends Omit<QueryState<PackContent>, 'retry'> {
  readonly refetch: UseQueryResult<PackContent>['refetch'];
}

/** At module level, so that the combined result stays the same while nothing changes. */
function toStates(results: readonly UseQueryResult<PackContent>[]): readonly ContentState[] {
  return results.map(({ status, data, error, refetch }) => ({
    status: STATUS[status],
    data,
    error: error === null ? null : infoOf(error),
    refetch,
  }));
}

const infos = new WeakMap<Error, ProfileErrorInfo>();

/** The same for the same error, so that it is told once. */
function infoOf(error: Error): ProfileErrorInfo {
  const info = infos.get(error) ?? toProfileErrorInfo(error);
  infos.set(error, info);
  return info;
}

const STATUS = { pending: 'loading', success: 'ready', error: 'failed' } as const;

/** The question for a layer's content; null while no version of a catalogue is chosen. */
export function packVersionRef(layer: StackLayer, cloudType: string): PackVersionRef | null {
  const { pack } = layer;
  if (pack === null || pack.isTyped || pack.version?.packUid == null) return null;
  return {
    registryUid: pack.registryUid,
    name: pack.name,
    layer: layer.kind,
    cloudType,
    packUid: pack.version.packUid,
    version: pack.version.version,
  };
}
