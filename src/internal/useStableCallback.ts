import { useCallback, useRef } from 'react';
import { useIsoLayoutEffect } from './useIsoLayoutEffect';

/** A callback that never changes identity and always runs the latest version. Not for use while rendering. */
export function useStableCallback<Args extends readonly unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback);
  useIsoLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
