import { useEffect, useRef } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';
import { useFlushOnLeave } from '../ui/useFlushOnLeave';
import type { VariableValues } from './useVariableForm';

/** How long typing rests before what was typed is handed over, in milliseconds. */
const PAUSE_MS = 300;

/** Hands over what was typed: after a pause, and before the form could be gone with it. */
export function useTypedVariable(
  values: VariableValues,
  isDirty: boolean,
  onTyped: ((values: VariableValues) => void) | undefined,
) {
  const told = useRef(values);
  const flush = useStableCallback(() => {
    if (!isDirty || told.current === values) return;
    told.current = values;
    onTyped?.(values);
  });
  useEffect(() => {
    const timer = setTimeout(flush, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [values, flush]);
  useFlushOnLeave(flush);

  /** What was typed is settled: from here on there is nothing to hand over. */
  return () => {
    told.current = values;
  };
}
