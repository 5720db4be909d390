import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Page, ProfileAdapter } from '../adapters/ProfileAdapter';
import { useDebouncedValue } from '../internal/useDebouncedValue';
import { useStableCallback } from '../internal/useStableCallback';
import type { Profile, ProfileSummary } from '../model/profile';
import { toProfileErrorInfo, type ProfileErrorInfo } from '../model/ProfileError';
import { groupProfiles, type ProfileGroup } from '../model/profileGroups';
import { useAdapterScope } from './AdapterContext';
import { askAgain } from './askAgain';
import { useErrorReport } from './ErrorReportContext';
import { useAdapterQuery, type QueryState } from './useAdapterQuery';

export interface UseProfilesOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Matches names. @default all */
  readonly text?: string | undefined;
}

export interface ProfilesState {
  /** Profiles under their names, each with its versions, newest first. */
  readonly groups: readonly ProfileGroup[];
  /** `unsupported`: the adapter has no list. */
  readonly status: 'unsupported' | 'loading' | 'ready' | 'failed';
  readonly error: ProfileErrorInfo | null;
  readonly retry: () => void;
  /** What is searched for, once typing has rested. */
  readonly settledText: string;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** The saved profiles. */
export function useProfiles({ adapter: own, text = '' }: UseProfilesOptions = {}): ProfilesState {
  const { adapter, queryClient } = useAdapterScope(own);
  const isSupported = adapter.listProfiles !== undefined;
  const settled = useDebouncedValue(text.trim(), 200);
  const queryKey = ['profiles', settled];
  const result = useInfiniteQuery(
    {
      queryKey,
      queryFn: async ({ signal, pageParam }) =>
        (await adapter.listProfiles?.({ text: settled, cursor: pageParam }, { signal })) ??
        NO_PROFILES,
      initialPageParam: null as string | null,
      getNextPageParam: (page: Page<ProfileSummary>, _pages, cursor) =>
        page.nextCursor === cursor ? null : page.nextCursor,
      enabled: isSupported,
      // Others change profiles, too.
      staleTime: 0,
    },
    queryClient,
  );
  const { data, error, status, fetchNextPage, refetch, hasNextPage } = result;
  const { isFetchingNextPage, isRefetching } = result;
  const groups = useMemo(
    () => groupProfiles((data?.pages ?? []).flatMap((page) => page.items)),
    [data],
  );
  const info = useMemo(() => (error === null ? null : toProfileErrorInfo(error)), [error]);
  useErrorReport(info, 'profiles');
  const retry = useStableCallback(() => {
    askAgain(queryClient, queryKey, refetch);
  });
  const loadMore = useCallback(() => {
    // A page that is on its way is not started over; a refresh of those before it gives way.
    if (hasNextPage) void fetchNextPage({ cancelRefetch: isRefetching });
  }, [hasNextPage, isRefetching, fetchNextPage]);
  return {
    groups,
    status: isSupported ? STATUS[status] : 'unsupported',
    error: info,
    retry,
    settledText: settled,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
  };
}

export interface UseProfileOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly uid: string;
}

export interface ProfileState extends QueryState<Profile> {
  /** Forgets what was read and reads it again. */
  readonly reload: () => void;
}

/** A saved profile with its layers, read anew each time it is opened. */
export function useProfile({ adapter, uid }: UseProfileOptions): ProfileState {
  const { queryClient } = useAdapterScope(adapter);
  const query = useAdapterQuery({
    adapter,
    area: 'profile',
    queryKey: ['profile', uid],
    read: async (backend, context) => {
      if (backend.getProfile === undefined) {
        throw new Error('The adapter has no getProfile.');
      }
      return backend.getProfile(uid, context);
    },
    // Others change profiles, too: nobody shall work on what was read last time.
    staleTime: 0,
    gcTime: 0,
  });
  const reload = useCallback(
    () => void queryClient.resetQueries({ queryKey: ['profile', uid] }),
    [queryClient, uid],
  );
  return useMemo(() => ({ ...query, reload }), [query, reload]);
}

const STATUS = { pending: 'loading', success: 'ready', error: 'failed' } as const;
const NO_PROFILES: Page<ProfileSummary> = { items: [], nextCursor: null };
