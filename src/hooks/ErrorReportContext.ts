import { createContext, useCallback, useContext, useEffect } from 'react';
import type { ProfileErrorInfo } from '../model/ProfileError';

/** Where in the flow a request failed. */
export type ErrorArea =
  | 'registries'
  | 'packs'
  | 'pack'
  | 'values'
  | 'readme'
  | 'logo'
  | 'providers'
  | 'permissions'
  | 'macros'
  | 'preflight'
  | 'name-check'
  | 'profiles'
  | 'profile'
  | 'create'
  | 'update';

export type ErrorReporter = (
  error: ProfileErrorInfo,
  details: { readonly area: ErrorArea },
) => void;

/** Told of every failed request, for the host's log. */
export const ErrorReportContext = createContext<ErrorReporter | null>(null);
ErrorReportContext.displayName = 'ErrorReportContext';

/** Tells the host of a failed request. Never changes identity. */
export function useReportError(): ErrorReporter {
  const report = useContext(ErrorReportContext);
  return useCallback((error, details) => report?.(error, details), [report]);
}

/** Reports an error once for each time it appears. */
export function useErrorReport(error: ProfileErrorInfo | null, area: ErrorArea): void {
  const report = useContext(ErrorReportContext);
  useEffect(() => {
    if (error !== null && error.code !== 'aborted') report?.(error, { area });
  }, [error, area, report]);
}
