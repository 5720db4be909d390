import { createContext, useContext, useEffect, useState } from 'react';

/** Text that was typed and is not yet in the state. Commands flush it first. */
export interface PendingCommits {
  /** Adds a way to commit what is pending; returns the way to take it out. */
  readonly add: (flush: () => void) => () => void;
  readonly flush: () => void;
}

const NONE: PendingCommits = { add: () => () => undefined, flush: () => undefined };

export const PendingCommitsContext = createContext<PendingCommits>(NONE);
PendingCommitsContext.displayName = 'PendingCommitsContext';

/** Collects what is pending below it. */
export function usePendingCommits(): PendingCommits {
  const [pending] = useState(createPendingCommits);
  return pending;
}

/** Registers an editor for as long as it is mounted. `flush` must not change identity. */
export function useRegisterCommit(flush: () => void): void {
  const { add } = useContext(PendingCommitsContext);
  useEffect(() => add(flush), [add, flush]);
}

function createPendingCommits(): PendingCommits {
  const flushes = new Set<() => void>();
  return {
    add: (flush) => {
      flushes.add(flush);
      return () => void flushes.delete(flush);
    },
    flush: () => {
      for (const flush of [...flushes]) flush();
    },
  };
}
