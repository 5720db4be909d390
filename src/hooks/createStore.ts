/** What parts may do with a store they are given. */
export interface ReadonlyStore<State> {
  readonly getState: () => State;
  /** Calls back after every change; returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<State, Event> extends ReadonlyStore<State> {
  /** Reduces the state by an event and tells the listeners when it changed. */
  readonly send: (event: Event) => void;
}

/** A reducer's state outside React, so that commands read what is current and parts only their slice. */
export function createStore<State, Event>(
  reduce: (state: State, event: Event) => State,
  initialState: State,
): Store<State, Event> {
  let state = initialState;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
