import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import type { Registry } from '../model/packs';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UseRegistriesOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
}

/** The registries that packs come from, the default one first. */
export function useRegistries(options: UseRegistriesOptions = {}): QueryState<readonly Registry[]> {
  return useAdapterQuery({
    adapter: options.adapter,
    area: 'registries',
    queryKey: ['registries'],
    read: async (adapter, context) => {
      const registries = await adapter.listRegistries(context);
      return registries.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
    },
  });
}
