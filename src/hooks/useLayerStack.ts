import { useMemo, useReducer, useRef, useState } from 'react';
import { useIsoLayoutEffect } from '../internal/useIsoLayoutEffect';
import { useStableCallback } from '../internal/useStableCallback';
import { createLayerStack, type LayerStack } from '../model/layerStack';
import { BUILT_IN_PROVIDERS, DEFAULT_CLOUD_TYPE } from '../model/providers';
import { reduceLayerStack, type LayerStackEvent } from '../model/reduceLayerStack';

export interface StackChangeDetails {
  /** The event that changed the stack. */
  readonly reason: LayerStackEvent['type'];
  /** Leaves the stack as it was. */
  readonly cancel: () => void;
}

export interface UseLayerStackOptions {
  /** Controlled: what this is, the stack is. */
  readonly stack?: LayerStack | undefined;
  /** @default an empty stack for AWS IaaS */
  readonly defaultStack?: LayerStack | (() => LayerStack) | undefined;
  /** Called inside the event that changes the stack. */
  readonly onStackChange?: ((stack: LayerStack, details: StackChangeDetails) => void) | undefined;
}

export interface LayerStackState {
  readonly stack: LayerStack;
  /** Sends an event to the stack. Never changes identity. */
  readonly send: (event: LayerStackEvent) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The layers of a profile, controlled or not. */
export function useLayerStack(options: UseLayerStackOptions = {}): LayerStackState {
  const { stack: controlled, defaultStack = emptyStack, onStackChange } = options;
  const [internal, setInternal] = useState(defaultStack);
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const stack = controlled ?? internal;

  // The committed value wins, so that a host that ignores a change also resets this ref.
  const latest = useRef(stack);
  useIsoLayoutEffect(() => {
    latest.current = stack;
  });

  const send = useStableCallback((event: LayerStackEvent) => {
    const next = reduceLayerStack(latest.current, event);
    if (next === latest.current) return;
    let isCanceled = false as boolean;
    onStackChange?.(next, { reason: event.type, cancel: () => (isCanceled = true) });
    if (isCanceled) return;
    latest.current = next;
    setInternal(next);
    rerender();
  });

  return useMemo(
    () => ({
      stack,
      send,
      undo: () => {
        send({ type: 'undone' });
      },
      redo: () => {
        send({ type: 'redone' });
      },
      canUndo: stack.past.length > 0,
      canRedo: stack.future.length > 0,
    }),
    [stack, send],
  );
}

function emptyStack(): LayerStack {
  const provider = BUILT_IN_PROVIDERS.find(({ cloudType }) => cloudType === DEFAULT_CLOUD_TYPE);
  return createLayerStack(provider ?? { cloudType: DEFAULT_CLOUD_TYPE, layers: [] });
}
