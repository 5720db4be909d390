import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { checkedAdapter } from '../adapters/checkedAdapter';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { isProfileError } from '../model/ProfileError';

/** The adapter for hooks that are given none. */
export const AdapterContext = createContext<ProfileAdapter | null>(null);
AdapterContext.displayName = 'ProfileAdapterContext';

export interface AdapterScope {
  /** The adapter, its answers checked. */
  readonly adapter: ProfileAdapter;
  /** Private to this library and shared by everything that uses the same adapter. */
  readonly queryClient: QueryClient;
}

const scopes = new WeakMap<ProfileAdapter, AdapterScope>();
const MAX_RETRIES = 2;

/** The one scope of an adapter. */
function scopeOf(adapter: ProfileAdapter): AdapterScope {
  const known = scopes.get(adapter);
  if (known !== undefined) return known;
  const scope: AdapterScope = {
    adapter: checkedAdapter(adapter),
    queryClient: new QueryClient({
      defaultOptions: {
        queries: {
          // An adapter need not be a network: it may work while the browser is offline.
          networkMode: 'always',
          refetchOnWindowFocus: false,
          refetchOnReconnect: false,
          staleTime: 5 * 60_000,
          retry: (failures, error) =>
            isProfileError(error) && error.retryable && failures < MAX_RETRIES,
          retryDelay: (failures, error) =>
            (isProfileError(error) ? error.retryAfterMs : null) ??
            Math.min(500 * 2 ** failures, 8_000),
        },
      },
    }),
  };
  scopes.set(adapter, scope);
  return scope;
}

/** The scope of the given adapter, or of the one from context. */
export function useAdapterScope(adapter?: ProfileAdapter): AdapterScope {
  const inherited = useContext(AdapterContext);
  const chosen = adapter ?? inherited;
  if (chosen === null) {
    throw new Error(
      'cluster-profile-builder: no adapter was given, so there is no backend to ask. ' +
        'Pass `adapter`, or render inside <ProfileBuilderProvider adapter={…}>.',
    );
  }
  return scopeOf(chosen);
}
