import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Asks a question anew, even while the first answer to it is still awaited: a refetch alone joins the
 * request that hangs.
 */
export function askAgain(
  queryClient: QueryClient,
  queryKey: QueryKey,
  refetch: (options: { readonly cancelRefetch: boolean }) => Promise<unknown>,
): void {
  void queryClient.getQueryCache().find({ queryKey, exact: true })?.cancel({ silent: true });
  void refetch({ cancelRefetch: true });
}
