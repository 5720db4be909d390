import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { PackQuery, Page, ProfileAdapter } from '../adapters/ProfileAdapter';
import { useDebouncedValue } from '../internal/useDebouncedValue';
import { useStableCallback } from '../internal/useStableCallback';
import type { LayerKind } from '../model/layers';
import type { PackSummary } from '../model/packs';
import { toProfileErrorInfo, type ProfileErrorInfo } from '../model/ProfileError';
import { useAdapterScope, type AdapterScope } from './AdapterContext';
import { askAgain } from './askAgain';
import { useErrorReport } from './ErrorReportContext';

export interface UsePackCatalogOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Null while no registry is chosen, or it cannot be searched. */
  readonly registryUid: string | null;
  readonly layer: LayerKind;
  readonly cloudType: string;
  /** Matches name and display name. @default all packs */
  readonly text?: string | undefined;
  /** Only packs that are FIPS-validated. @default false */
  readonly fipsOnly?: boolean | undefined;
  /** The registry's `knowsFips`: then it is asked, else the packs are gone by. @default false */
  readonly knowsFips?: boolean | undefined;
  /** How long typing must rest before the backend is asked, in milliseconds. @default 200 */
  readonly delayMs?: number | undefined;
}

export interface PackCatalogState {
  /** The packs that match, as far as they are known. */
  readonly packs: readonly PackSummary[];
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error: ProfileErrorInfo | null;
  readonly retry: () => void;
  /** More of the matching packs may come while the backend is searched. */
  readonly isSearching: boolean;
  /** How many packs match in all, where that is known. */
  readonly matchCount: number | null;
  /** How many there are without a search, where that is known. */
  readonly totalCount: number | null;
  /** Whether there is a way to tell packs that are FIPS-validated from others. */
  readonly canFilterFips: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Loads the next page. */
  readonly loadMore: () => void;
}

/**
 * The packs of a registry for a layer and cloud type. Once all pages are here the search runs on them;
 * until then the backend is asked, and what is known already is shown meanwhile.
 */
export function usePackCatalog({
  adapter,
  registryUid,
  layer,
  cloudType,
  text = '',
  fipsOnly = false,
  knowsFips = false,
  delayMs = 200,
}: UsePackCatalogOptions): PackCatalogState {
  const scope = useAdapterScope(adapter);
  const needle = text.trim().toLowerCase();
  const settled = useDebouncedValue(needle, delayMs);
  const question = { registryUid, layer, cloudType, fipsOnly: fipsOnly && knowsFips };

  const all = usePackPages(scope, { ...question, text: '' });
  const isComplete = all.status === 'ready' && !all.hasMore;
  const asksBackend = needle !== '' && !isComplete && all.status === 'ready';
  const isSettled = settled === needle;
  const found = usePackPages(scope, {
    ...question,
    registryUid: asksBackend && isSettled ? registryUid : null,
    text: needle,
  });

  const known = useMemo(() => {
    if (needle === '') return all.packs;
    const texts = searchTexts(all.packs);
    return all.packs.filter((_, at) => texts[at]?.includes(needle) === true);
  }, [all.packs, needle]);
  useEffect(() => {
    // After the first rows are painted, and before the first key.
    const timer = setTimeout(() => searchTexts(all.packs));
    return () => {
      clearTimeout(timer);
    };
  }, [all.packs]);
  const canFilterFips = useMemo(
    () => knowsFips || all.packs.some(({ isFips }) => isFips !== undefined),
    [knowsFips, all.packs],
  );
  const goesByPacks = fipsOnly && !knowsFips;

  useErrorReport(all.error ?? found.error, 'packs');
  const shown = asksBackend ? found : all;
  const isAnswered = asksBackend && isSettled && found.status === 'ready';
  const matches = isAnswered ? found.packs : known;
  const packs = useMemo(
    () => (goesByPacks ? matches.filter(({ isFips }) => isFips === true) : matches),
    [goesByPacks, matches],
  );
  const knownMatchCount = needle === '' ? all.totalCount : isComplete ? known.length : null;
  const failed = all.status === 'failed' || (asksBackend && found.status === 'failed');
  return {
    packs,
    status: failed ? 'failed' : all.status,
    error: all.error ?? (asksBackend ? found.error : null),
    retry: asksBackend ? found.retry : all.retry,
    isSearching: asksBackend && !isAnswered && !failed,
    matchCount: goesByPacks
      ? packs.length
      : asksBackend
        ? isAnswered
          ? found.totalCount
          : null
        : knownMatchCount,
    totalCount: all.totalCount,
    canFilterFips,
    hasMore: asksBackend ? isAnswered && found.hasMore : needle === '' && all.hasMore,
    isLoadingMore: shown.isLoadingMore,
    loadMore: shown.loadMore,
  };
}

const lowered = new WeakMap<readonly PackSummary[], readonly string[]>();

/** What is searched in, lowered once for each list and not for every key. */
function searchTexts(packs: readonly PackSummary[]): readonly string[] {
  const known = lowered.get(packs);
  if (known !== undefined) return known;
  const texts = packs.map(({ displayName, name }) => `${displayName}\n${name}`.toLowerCase());
  lowered.set(packs, texts);
  return texts;
}

interface PackPages {
  readonly packs: readonly PackSummary[];
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error: ProfileErrorInfo | null;
  readonly retry: () => void;
  readonly totalCount: number | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

interface PackPagesQuery extends Omit<PackQuery, 'cursor' | 'registryUid' | 'fipsOnly'> {
  /** Null asks nothing. */
  readonly registryUid: string | null;
  readonly fipsOnly: boolean;
}

function usePackPages({ adapter, queryClient }: AdapterScope, query: PackPagesQuery): PackPages {
  const { registryUid, layer, cloudType, text, fipsOnly } = query;
  const queryKey = ['packs', registryUid, layer, cloudType, text, fipsOnly];
  const result = useInfiniteQuery(
    {
      queryKey,
      queryFn: ({ signal, pageParam }) =>
        adapter.listPacks(
          {
            registryUid: registryUid ?? '',
            layer,
            cloudType,
            text,
            ...(fipsOnly ? { fipsOnly } : {}),
            cursor: pageParam,
          },
          { signal },
        ),
      initialPageParam: null as string | null,
      // A backend that repeats its cursor would be asked for ever.
      getNextPageParam: (page: Page<PackSummary>, _pages, cursor) =>
        page.nextCursor === cursor ? null : page.nextCursor,
      enabled: registryUid !== null,
    },
    queryClient,
  );
  const { data, error, status, fetchNextPage, refetch, hasNextPage } = result;
  const { isFetchingNextPage, isRefetching } = result;
  const packs = useMemo(() => unique(data?.pages ?? []), [data]);
  const info = useMemo(() => (error === null ? null : toProfileErrorInfo(error)), [error]);
  const isIdle = registryUid === null;
  const hasPages = data !== undefined;
  const retry = useStableCallback(() => {
    if (isIdle) return;
    if (hasPages) void fetchNextPage();
    else askAgain(queryClient, queryKey, refetch);
  });
  const loadMore = useCallback(() => {
    // A page that is on its way is not started over; a refresh of those before it gives way.
    if (hasNextPage) void fetchNextPage({ cancelRefetch: isRefetching });
  }, [hasNextPage, isRefetching, fetchNextPage]);
  return {
    packs,
    status: isIdle ? 'idle' : status === 'pending' ? 'loading' : STATUS[status],
    error: info,
    retry,
    totalCount: data?.pages[0]?.totalCount ?? (hasNextPage || !hasPages ? null : packs.length),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
  };
}

const STATUS = { success: 'ready', error: 'failed' } as const;

/** Packs of all pages; a list that changed between two pages may name one twice. */
function unique(pages: readonly Page<PackSummary>[]): readonly PackSummary[] {
  const seen = new Map<string, PackSummary>();
  for (const page of pages) {
    for (const pack of page.items) {
      const key = `${pack.registryUid}/${pack.name}`;
      if (!seen.has(key)) seen.set(key, pack);
    }
  }
  return [...seen.values()];
}
