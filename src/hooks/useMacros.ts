import type { Macro, ProfileAdapter } from '../adapters/ProfileAdapter';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UseMacrosOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
}

/** The user macros; null where the adapter cannot list them. */
export function useMacros(options: UseMacrosOptions = {}): QueryState<readonly Macro[] | null> {
  return useAdapterQuery({
    adapter: options.adapter,
    area: 'macros',
    queryKey: ['macros'],
    read: async (adapter, context) => (await adapter.listMacros?.(context)) ?? null,
  });
}
