import { useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import type { ProfileVariable } from '../../model/variables';

type Variables = readonly ProfileVariable[];

interface Waiting {
  readonly index: number;
  readonly isReady: (variables: Variables) => boolean;
}

/**
 * Moves the focus to a row, once the list shows the change that was asked for: the host makes it, at once
 * or later.
 */
export function useRowFocus(variables: Variables, focusRow: (index: number) => void) {
  const waiting = useRef<Waiting | null>(null);
  const follow = useStableCallback(() => {
    const wanted = waiting.current;
    if (wanted?.isReady(variables) !== true) return;
    waiting.current = null;
    focusRow(Math.min(wanted.index, variables.length - 1));
  });
  useIsoLayoutEffect(follow);

  return (index: number, isReady: Waiting['isReady'] = () => true) => {
    waiting.current = { index, isReady };
  };
}
