import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A component of a chunk that is loaded when it is first shown. */
export interface RetryableLazy<Props> {
  /** What to render now. After `retry` it is another component, since React keeps a failure for ever. */
  readonly current: () => LazyExoticComponent<ComponentType<Props>>;
  /** Loads the chunk again, when it had failed. */
  readonly retry: () => void;
  /** Loads the chunk ahead of time. */
  readonly preload: () => void;
}

export function lazyWithRetry<Props>(
  load: () => Promise<ComponentType<Props>>,
): RetryableLazy<Props> {
  const create = () => lazy(async () => ({ default: await load() }));
  let component = create();
  return {
    current: () => component,
    retry: () => {
      component = create();
    },
    preload: () => {
      // A failure shows when the component is rendered.
      load().catch(() => undefined);
    },
  };
}
