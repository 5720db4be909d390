import { createContext, useContext, useEffect, useState } from 'react';
import { createStore, type ReadonlyStore } from '../../hooks/createStore';

/** Text that was typed and is not yet in the state. Commands flush it first. */
export interface PendingCommits {
  /** Adds a way to commit what is pending; returns the way to take it out. */
  readonly add: (flush: () => void) => () => void;
  readonly flush: () => void;
  /** Tells of a change that reaches the state later, if at all. */
  readonly begun: (change: Promise<unknown>) => void;
  /** Whether no change is on its way. */
  readonly isSettled: () => boolean;
  /**
   * Resolves with true once no change is on its way, whatever became of them, and with false when somebody
   * stops waiting. Never rejects.
   */
  readonly settled: () => Promise<boolean>;
  /** Whether a command waits for that. */
  readonly isAwaited: ReadonlyStore<boolean>;
  readonly stopWaiting: () => void;
}

const NONE: PendingCommits = {
  add: () => () => undefined,
  flush: () => undefined,
  begun: () => undefined,
  isSettled: () => true,
  settled: () => Promise.resolve(true),
  isAwaited: createStore<boolean, never>((state) => state, false),
  stopWaiting: () => undefined,
};

export const PendingCommitsContext = createContext<PendingCommits>(NONE);
PendingCommitsContext.displayName = 'PendingCommitsContext';

/** Collects what is pending below it, and lets the browser ask before a page goes with a change on its way. */
export function usePendingCommits(): PendingCommits {
  const [pending] = useState(createPendingCommits);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      pending.flush();
      if (!pending.isSettled()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [pending]);
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
  const waits = new Set<(isSettled: boolean) => void>();
  const isAwaited = createStore<boolean, boolean>((_, next) => next, false);

  function endWaits(isSettled: boolean): void {
    for (const end of waits) end(isSettled);
    waits.clear();
    isAwaited.send(false);
  }

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
      const end = () => {
        changes.delete(change);
        // What is typed while waiting is waited for, too.
        if (changes.size === 0) endWaits(true);
      };
      change.then(end, end);
    },
    isSettled: () => changes.size === 0,
    settled: () =>
      new Promise((resolve) => {
        if (changes.size === 0) {
          resolve(true);
          return;
        }
        waits.add(resolve);
        isAwaited.send(true);
      }),
    isAwaited,
    stopWaiting: () => {
      endWaits(false);
    },
  };
}
