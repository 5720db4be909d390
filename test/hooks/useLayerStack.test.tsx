import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  useLayerStack,
  type StackChangeDetails,
  type UseLayerStackOptions,
} from '../../src/hooks/useLayerStack';
import { findLayer, type LayerStack } from '../../src/model/layerStack';
import { aPack, emptyStack, fullStack, SMALL_CLOUD } from '../support/fixtures';

const select = (layerId: string, name: string) =>
  ({ type: 'packSelected', layerId, pack: aPack(name) }) as const;
const packs = (stack: LayerStack) => stack.layers.map(({ pack }) => pack?.name ?? null);

type Listener = NonNullable<UseLayerStackOptions['onStackChange']>;

function renderStack(options: UseLayerStackOptions = {}) {
  return renderHook(useLayerStack, { initialProps: options });
}

function renderControlled(onStackChange?: UseLayerStackOptions['onStackChange']) {
  return renderHook(() => {
    const [stack, setStack] = useState(() => emptyStack());
    return useLayerStack({
      stack,
      onStackChange: (next, details) => {
        onStackChange?.(next, details);
        setStack(next);
      },
    });
  });
}

describe('useLayerStack', () => {
  it('starts with an empty stack for AWS IaaS, or with the one it is given', () => {
    expect(renderStack().result.current.stack).toEqual(emptyStack('aws'));
    const given = fullStack();
    expect(renderStack({ defaultStack: given }).result.current.stack).toBe(given);
    expect(renderStack({ defaultStack: () => given }).result.current.stack).toBe(given);
  });

  it.each([
    ['uncontrolled', () => renderStack()],
    ['controlled', () => renderControlled()],
  ])('composes two sends of one batch, %s', (_, render) => {
    const { result } = render();
    act(() => {
      result.current.send(select('os', 'a'));
      result.current.send(select('k8s', 'b'));
    });
    expect(packs(result.current.stack)).toEqual(['a', 'b', null, null]);
    expect([result.current.canUndo, result.current.canRedo]).toEqual([true, false]);
    act(() => {
      result.current.undo();
      result.current.undo();
    });
    expect(packs(result.current.stack)).toEqual([null, null, null, null]);
    expect([result.current.canUndo, result.current.canRedo]).toEqual([false, true]);
    act(() => {
      result.current.redo();
    });
    expect(packs(result.current.stack)).toEqual(['a', null, null, null]);
  });

  it.each([
    ['uncontrolled', (listener: Listener) => renderStack({ onStackChange: listener })],
    ['controlled', (listener: Listener) => renderControlled(listener)],
  ])('tells of each change once and of none that is none, %s', (_, render) => {
    const listener = vi.fn<Listener>();
    const { result } = render(listener);
    act(() => {
      result.current.send(select('os', 'a'));
      result.current.send(select('os', 'a'));
      result.current.undo();
      result.current.undo();
    });
    expect(listener.mock.calls.map(([, { reason }]) => reason)).toEqual(['packSelected', 'undone']);
  });

  it('gives a host that ignores a change its own value back', () => {
    const stack = emptyStack();
    const seen: LayerStack[] = [];
    const { result } = renderStack({ stack, onStackChange: (next) => seen.push(next) });
    act(() => {
      result.current.send(select('os', 'a'));
    });
    expect(result.current.stack).toBe(stack);
    act(() => {
      result.current.send(select('k8s', 'b'));
    });
    expect(result.current.stack).toBe(stack);
    // The second change starts from what the host has, not from what it ignored.
    expect(seen.map(packs)).toEqual([
      ['a', null, null, null],
      [null, 'b', null, null],
    ]);
  });

  it('gives a host that answers with another value that one', () => {
    const { result } = renderHook(() => {
      const [stack, setStack] = useState(() => emptyStack());
      return useLayerStack({
        stack,
        onStackChange: () => {
          setStack(fullStack());
        },
      });
    });
    act(() => {
      result.current.send(select('os', 'a'));
    });
    expect(packs(result.current.stack)).toEqual(['os-pack', 'k8s-pack', 'cni-pack', 'csi-pack']);
  });

  it('leaves the stack as it was when the host cancels, and goes on from there', () => {
    const refuse = (next: LayerStack, { reason, cancel }: StackChangeDetails) => {
      if (reason === 'packSelected' && findLayer(next, 'os')?.pack !== null) cancel();
    };
    const { result } = renderStack({ onStackChange: refuse });
    const before = result.current.stack;
    act(() => {
      result.current.send(select('os', 'a'));
    });
    expect(result.current.stack).toBe(before);
    act(() => {
      result.current.send(select('os', 'a'));
      result.current.send(select('k8s', 'b'));
    });
    expect(packs(result.current.stack)).toEqual([null, 'b', null, null]);
  });

  it('follows the controlled value, whoever changed it', () => {
    const { result, rerender } = renderStack({ stack: emptyStack() });
    const full = fullStack();
    rerender({ stack: full });
    expect(result.current.stack).toBe(full);
    const seen: LayerStack[] = [];
    rerender({ stack: full, onStackChange: (next) => seen.push(next) });
    act(() => {
      result.current.send({ type: 'providerSelected', provider: SMALL_CLOUD });
    });
    expect(seen.map(packs)).toEqual([['os-pack', 'k8s-pack']]);
  });

  it('keeps the identity of its functions, and of all while nothing changes', () => {
    const { result, rerender } = renderStack();
    const first = result.current;
    rerender({ onStackChange: () => undefined });
    expect(result.current).toBe(first);
    act(() => {
      first.send(select('os', 'a'));
    });
    expect(result.current.send).toBe(first.send);
  });
});
