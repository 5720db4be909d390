import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PackRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import { useStableCallback } from '../internal/useStableCallback';
import type { LayerStack } from '../model/layerStack';
import type { ChoiceEvent } from '../model/layerChoice';
import type { Pack } from '../model/packs';
import { isProfileError } from '../model/ProfileError';
import {
  layersToAsk,
  previewProviderChange,
  providerChangeEvents,
  touchesChoices,
  type PackAnswer,
  type ProviderChangePreview,
} from '../model/providerChange';
import type { Provider } from '../model/providers';
import { useAdapterScope } from './AdapterContext';
import { packKey } from './usePack';

export interface UseProviderChangeOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly stack: LayerStack;
  /** The provider that is asked about; null while none is. */
  readonly asked: Provider | null;
  /** Given the provider to ask about; null once it is answered. */
  readonly onAsk: (provider: Provider | null) => void;
  /** Given the changes once they are wanted. */
  readonly send: (event: ChoiceEvent) => void;
}

export interface ProviderChangeState {
  /** What it would mean; null while no provider is asked about. */
  readonly preview: ProviderChangePreview | null;
  /** Selects a provider: at once where nothing is chosen yet, else it is asked about. */
  readonly select: (provider: Provider) => void;
  /** Makes the change. */
  readonly confirm: () => void;
  /** Leaves everything as it is. */
  readonly keep: () => void;
}

/** A change of the provider that says what it means before anything is changed. */
export function useProviderChange({
  adapter: own,
  stack,
  asked: provider,
  onAsk,
  send,
}: UseProviderChangeOptions): ProviderChangeState {
  const { adapter, queryClient } = useAdapterScope(own);
  const layers = useMemo(() => (provider === null ? [] : layersToAsk(stack)), [provider, stack]);
  const answers = useQueries(
    {
      queries: layers.map((layer) => {
        const ref: PackRef = {
          registryUid: layer.pack?.registryUid ?? '',
          name: layer.pack?.name ?? '',
          layer: layer.kind,
          cloudType: provider?.cloudType ?? '',
        };
        return {
          queryKey: packKey(ref),
          queryFn: ({ signal }: { signal: AbortSignal }) => adapter.getPack(ref, { signal }),
        };
      }),
      combine: toAnswers,
    },
    queryClient,
  );
  const byLayer = useMemo(
    () =>
      new Map(
        layers.flatMap(({ id }, at) => {
          const answer = answers[at];
          return answer === undefined ? [] : [[id, answer] as const];
        }),
      ),
    [layers, answers],
  );
  const preview = useMemo(
    () => (provider === null ? null : previewProviderChange(stack, provider, byLayer)),
    [stack, provider, byLayer],
  );

  const select = useStableCallback((next: Provider) => {
    if (touchesChoices(stack) && next.cloudType !== stack.cloudType) onAsk(next);
    else {
      onAsk(null);
      send({ type: 'providerSelected', provider: next });
    }
  });
  const confirm = useStableCallback(() => {
    if (provider === null) return;
    onAsk(null);
    for (const event of providerChangeEvents(stack, provider, byLayer)) send(event);
  });
  const keep = useStableCallback(() => {
    onAsk(null);
  });
  return { preview, select, confirm, keep };
}

/** At module level, so that the combined result stays the same while nothing changes. */
function toAnswers(results: readonly UseQueryResult<Pack>[]): readonly PackAnswer[] {
  return results.map(({ status, data, error }) => {
    if (data !== undefined) return { status: 'ready', pack: data };
    if (status !== 'error') return { status: 'loading' };
    return { status: isProfileError(error) && error.code === 'not-found' ? 'gone' : 'failed' };
  });
}
