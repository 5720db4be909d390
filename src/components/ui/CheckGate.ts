import { createContext, useContext, useEffect } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';
import type { Severity } from '../../model/textDiagnostic';

export interface GateFinding {
  readonly severity: Severity;
}

type CheckSource = (signal: AbortSignal) => Promise<readonly GateFinding[]>;

/** All that has a say in whether the profile may be saved. */
export interface CheckGate {
  /** Adds a source of findings; returns the way to take it out. */
  readonly add: (source: CheckSource) => () => void;
  /** The findings of all sources, up to date. */
  readonly ask: CheckSource;
}

const OPEN: CheckGate = { add: () => () => undefined, ask: () => Promise.resolve([]) };

export const CheckGateContext = createContext<CheckGate>(OPEN);
CheckGateContext.displayName = 'CheckGateContext';

export function createCheckGate(): CheckGate {
  const sources = new Set<CheckSource>();
  return {
    add: (source) => {
      sources.add(source);
      return () => void sources.delete(source);
    },
    ask: async (signal) => (await Promise.all([...sources].map((source) => source(signal)))).flat(),
  };
}

/** Has a say in saving for as long as the component is mounted. */
export function useCheckSource(source: CheckSource): void {
  const { add } = useContext(CheckGateContext);
  const latest = useStableCallback(source);
  useEffect(() => add(latest), [add, latest]);
}
