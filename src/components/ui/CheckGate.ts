import { createContext, useContext, useEffect } from 'react';
import { createStore, type ReadonlyStore } from '../../hooks/createStore';
import { useStableCallback } from '../../internal/useStableCallback';
import { hasErrors } from '../../model/severities';
import type { Severity } from '../../model/textDiagnostic';

export interface GateFinding {
  readonly severity: Severity;
}

/** Who finds something: this page, or the backend, which may take its time. */
export type CheckOrigin = 'page' | 'server';

type CheckSource = (signal: AbortSignal) => Promise<readonly GateFinding[]>;

/** All that has a say in whether the profile may be saved. */
export interface CheckGate {
  /** Adds a source of findings; returns the way to take it out. */
  readonly add: (origin: CheckOrigin, source: CheckSource) => () => void;
  /** The findings of all sources, up to date. The server is not waited for where the page has errors. */
  readonly ask: CheckSource;
  /** What is waited for just now. */
  readonly waitsFor: ReadonlyStore<CheckOrigin | null>;
  /** Goes on without the server's answer, where that is what is waited for. */
  readonly skipServer: () => void;
}

export function createCheckGate(): CheckGate {
  const sources = new Map<CheckSource, CheckOrigin>();
  const waitsFor = createStore<CheckOrigin | null, CheckOrigin | null>((_, next) => next, null);
  let serverCheck: AbortController | null = null;

  async function askAll(origin: CheckOrigin, signal: AbortSignal): Promise<readonly GateFinding[]> {
    const asked = [...sources].filter(([, each]) => each === origin);
    if (asked.length === 0) return [];
    waitsFor.send(origin);
    try {
      const found = await Promise.allSettled(asked.map(([source]) => source(signal)));
      // What could not be checked here, the backend checks.
      return found.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    } finally {
      waitsFor.send(null);
    }
  }

  return {
    add: (origin, source) => {
      sources.set(source, origin);
      return () => void sources.delete(source);
    },
    ask: async (signal) => {
      const found = await askAll('page', signal);
      signal.throwIfAborted();
      if (hasErrors(found)) return found;
      const controller = new AbortController();
      serverCheck = controller;
      signal.addEventListener('abort', () => {
        controller.abort();
      });
      const answer = await askAll('server', controller.signal);
      signal.throwIfAborted();
      return [...found, ...answer];
    },
    waitsFor,
    skipServer: () => {
      serverCheck?.abort();
    },
  };
}

const OPEN: CheckGate = {
  add: () => () => undefined,
  ask: () => Promise.resolve([]),
  waitsFor: createStore<null, never>((state) => state, null),
  skipServer: () => undefined,
};

export const CheckGateContext = createContext<CheckGate>(OPEN);
CheckGateContext.displayName = 'CheckGateContext';

/** Has a say in saving for as long as the component is mounted. */
export function useCheckSource(origin: CheckOrigin, source: CheckSource): void {
  const { add } = useContext(CheckGateContext);
  const latest = useStableCallback(source);
  useEffect(() => add(origin, latest), [add, origin, latest]);
}
