import { useSyncExternalStore } from 'react';
import type { ReadonlyStore } from './createStore';

/** A slice of a store. `selector` must return a primitive or a reference already held in state. */
export function useStoreSelector<State, Selected>(
  store: ReadonlyStore<State>,
  selector: (state: State) => Selected,
): Selected {
  const getSelected = () => selector(store.getState());
  return useSyncExternalStore(store.subscribe, getSelected, getSelected);
}
