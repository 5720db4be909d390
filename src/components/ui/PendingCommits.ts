import { createContext, useContext, useEffect, useState } from 'react';

/** Text that was typed and is not yet in the state. Commands flush it first. */
export interface PendingCommits {
  /** Adds a way to commit what is pending; returns the way to take it out. */
  readonly add: (flush: () => void) => () => void;
  readonly flush: () => void;
  /** Tells of a change that reaches the state later, if at all. */
  readonly begun: (change: Promise<unknown>) => void;
  /** Whether no change is on its way. */
  readonly isSettled: () => boolean;
  /** Resolves once no change is on its way, whatever became of them. Never rejects. */
  readonly settled: () => Promise<void>;
}

const NONE: PendingCommits = {
  add: () => () => undefined,
  flush: () => undefined,
  begun: () => undefined,
  isSettled: () => true,
  settled: () => Promise.resolve(),
};

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
  const changes = new Set<Promise<unknown>>();
  return {
    add: (flush) => {
      flushes.add(flush);
      return () => void flushes.delete(flush);
    },
    flush: () => {
      for (const flush of [...flushes]) flush();
    },
    begun: (change) => {
      changes.add(change);
      const end = () => void changes.delete(change);
      change.then(end, end);
    },
    isSettled: () => changes.size === 0,
    settled: async () => {
      // What is typed while waiting is waited for, too.
      while (changes.size > 0) await Promise.allSettled(changes);
    },
  };
}
