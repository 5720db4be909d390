import type { ProfileAdapter, ProfileFinding } from '../adapters/ProfileAdapter';
import type { NewProfile } from '../model/profile';
import { useAdapterScope } from './AdapterContext';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UseProfilePreflightOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** What would be created; null while something is missing. Keep the object the same while it is. */
  readonly profile: NewProfile | null;
}

/** The backend's own check of a profile that was not created yet. Idle where the adapter has none. */
export function useProfilePreflight({
  adapter: own,
  profile,
}: UseProfilePreflightOptions): QueryState<readonly ProfileFinding[]> {
  const { adapter } = useAdapterScope(own);
  const isAsked = profile !== null && adapter.validateProfile !== undefined;
  return useAdapterQuery({
    adapter: own,
    area: 'preflight',
    // A profile may hold megabytes, so it is told by the object, not by what is in it.
    queryKey: isAsked ? ['preflight', identityOf(profile)] : null,
    read: async (backend, context) =>
      profile === null ? [] : ((await backend.validateProfile?.(profile, context)) ?? []),
    gcTime: 60_000,
  });
}

const identities = new WeakMap<NewProfile, number>();
let lastIdentity = 0;

function identityOf(profile: NewProfile): number {
  const known = identities.get(profile);
  if (known !== undefined) return known;
  lastIdentity += 1;
  identities.set(profile, lastIdentity);
  return lastIdentity;
}
