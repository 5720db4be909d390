import type { ProfileAdapter, ProfileFinding, RequestContext } from '../adapters/ProfileAdapter';
import { useStableCallback } from '../internal/useStableCallback';
import type { NewProfile } from '../model/profile';
import { useAdapterScope } from './AdapterContext';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';
import { orAborted } from './writes';

export interface UseProfilePreflightOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** What would be created; null while something is missing. Keep the object the same while it is. */
  readonly profile: NewProfile | null;
}

export interface ProfilePreflight extends QueryState<readonly ProfileFinding[]> {
  /**
   * Waits for the answer about a profile, which may be newer than what was rendered; asks where nobody
   * has. Nothing is found where the backend could not answer. Rejects with `aborted` when the signal
   * says so.
   */
  readonly settle: (
    profile: NewProfile | null,
    signal: AbortSignal,
  ) => Promise<readonly ProfileFinding[]>;
}

const NONE: readonly ProfileFinding[] = [];
/** Not for long: the key holds the whole profile. On a server, where nothing is asked, a timer would only keep the process. */
const KEPT_MS = typeof window === 'undefined' ? Infinity : 60_000;

/** The backend's own check of a profile that was not created yet. Idle where the adapter has none. */
export function useProfilePreflight({
  adapter: own,
  profile,
}: UseProfilePreflightOptions): ProfilePreflight {
  const { adapter, queryClient } = useAdapterScope(own);
  const isAble = adapter.validateProfile !== undefined;
  const query = useAdapterQuery({
    adapter: own,
    area: 'preflight',
    queryKey: isAble && profile !== null ? keyOf(profile) : null,
    read: (backend, context) => ask(backend, profile, context),
    gcTime: KEPT_MS,
  });
  const settle = useStableCallback(async (now: NewProfile | null, signal: AbortSignal) => {
    if (!isAble || now === null) return NONE;
    const queryKey = keyOf(now);
    // It was asked in vain, which is shown with the way to ask again.
    if (queryClient.getQueryState(queryKey)?.status === 'error') return NONE;
    const answer = queryClient.query({
      staleTime: 'static',
      queryKey,
      queryFn: (context) => ask(adapter, now, context),
      gcTime: KEPT_MS,
    });
    try {
      return await orAborted(answer, signal);
    } catch (cause) {
      if (signal.aborted) throw cause;
      return NONE;
    }
  });
  return { ...query, settle };
}

async function ask(
  adapter: ProfileAdapter,
  profile: NewProfile | null,
  context: RequestContext,
): Promise<readonly ProfileFinding[]> {
  if (profile === null) return NONE;
  return (await adapter.validateProfile?.(profile, { signal: context.signal })) ?? NONE;
}

const identities = new WeakMap<NewProfile, number>();
let lastIdentity = 0;

/** A profile may hold megabytes, so it is told by the object, not by what is in it. */
function keyOf(profile: NewProfile): readonly [string, number] {
  const known = identities.get(profile);
  if (known !== undefined) return ['preflight', known];
  lastIdentity += 1;
  identities.set(profile, lastIdentity);
  return ['preflight', lastIdentity];
}
