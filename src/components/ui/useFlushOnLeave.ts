import { useEffect } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useRegisterCommit } from './PendingCommits';

/** Flushes before every command, before the component goes, and before the page does. `flush` must not change identity. */
export function useFlushOnLeave(flush: () => void): void {
  useRegisterCommit(flush);
  useIsoLayoutEffect(() => flush, [flush]);
  useEffect(() => {
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flushWhenHidden);
    };
  }, [flush]);
}
