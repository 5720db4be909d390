import { useQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileAdapter, RequestContext } from '../adapters/ProfileAdapter';
import { useStableCallback } from '../internal/useStableCallback';
import { toProfileErrorInfo, type ProfileErrorInfo } from '../model/ProfileError';
import { useAdapterScope } from './AdapterContext';
import { askAgain } from './askAgain';
import { useErrorReport, type ErrorArea } from './ErrorReportContext';

/** What a read is at. `data` stays while it is refreshed. */
export interface QueryState<Data> {
  /** `idle`: there is nothing to ask yet. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly data: Data | undefined;
  readonly error: ProfileErrorInfo | null;
  /** Asks again; nothing while idle. */
  readonly retry: () => void;
}

export interface AdapterQueryOptions<Data> {
  readonly adapter: ProfileAdapter | undefined;
  readonly area: ErrorArea;
  /** Null while there is nothing to ask. */
  readonly queryKey: QueryKey | null;
  readonly read: (adapter: ProfileAdapter, context: RequestContext) => Promise<Data>;
  readonly staleTime?: number;
  /** How long an answer that nobody shows is kept, in milliseconds. */
  readonly gcTime?: number;
}

/** One read through the adapter: cached, abortable, retried; the latest question wins. */
export function useAdapterQuery<Data>({
  adapter: ownAdapter,
  area,
  queryKey,
  read,
  staleTime,
  gcTime,
}: AdapterQueryOptions<Data>): QueryState<Data> {
  const { adapter, queryClient } = useAdapterScope(ownAdapter);
  const { data, error, status, refetch } = useQuery(
    {
      queryKey: queryKey ?? ['idle'],
      queryFn: ({ signal }) => read(adapter, { signal }),
      enabled: queryKey !== null,
      ...(staleTime === undefined ? {} : { staleTime }),
      ...(gcTime === undefined ? {} : { gcTime }),
    },
    queryClient,
  );
  const isIdle = queryKey === null;
  const info = useMemo(() => (error === null ? null : toProfileErrorInfo(error)), [error]);
  useErrorReport(info, area);
  // A refetch would ask even where there is no question.
  const retry = useStableCallback(() => {
    if (queryKey !== null) askAgain(queryClient, queryKey, refetch);
  });
  return useMemo(
    () => ({
      status: isIdle ? 'idle' : STATUS[status],
      data: isIdle ? undefined : data,
      error: isIdle ? null : info,
      retry,
    }),
    [isIdle, status, data, info, retry],
  );
}

const STATUS = { pending: 'loading', success: 'ready', error: 'failed' } as const;
