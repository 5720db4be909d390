import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { BUILT_IN_PROVIDERS, joinProviders, type Provider } from '../model/providers';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UseProvidersOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
}

export interface ProvidersState extends QueryState<readonly Provider[]> {
  /** The built-in providers, and the adapter's custom clouds once they are known. */
  readonly providers: readonly Provider[];
}

/** Infrastructure providers and managed Kubernetes to choose from. Built-in ones are there at once. */
export function useProviders(options: UseProvidersOptions = {}): ProvidersState {
  const query = useAdapterQuery({
    adapter: options.adapter,
    area: 'providers',
    queryKey: ['providers'],
    read: async (adapter, context) => joinProviders((await adapter.listProviders?.(context)) ?? []),
  });
  return { ...query, providers: query.data ?? BUILT_IN_PROVIDERS };
}
