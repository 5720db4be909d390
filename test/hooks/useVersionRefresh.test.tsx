import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { useLayerStack } from '../../src/hooks/useLayerStack';
import { useVersionRefresh } from '../../src/hooks/useVersionRefresh';
import type { LayerStackEvent } from '../../src/model/reduceLayerStack';
import {
  aListedPack,
  anAdapter,
  aPack,
  aTag,
  aVersion,
  emptyStack,
  providerNamed,
  reduceAll,
} from '../support/fixtures';

/** A pack whose group follows 1.0.1 by now, and whose files differ from cloud to cloud. */
const tagsOn = (cloudType: string) => [
  aTag('os-pack', '1.0.1', { tag: '1.0.x', packUid: `1.0.1-on-${cloudType}` }),
  aTag('os-pack', '1.0.0', { packUid: `1.0.0-on-${cloudType}` }),
];

function setup(tag: string, edited?: string) {
  const getPack = vi.fn<ProfileAdapter['getPack']>(({ name, cloudType }) =>
    Promise.resolve(aListedPack(name, [], { tags: tagsOn(cloudType) })),
  );
  const version = aVersion('os-pack', '1.0.0', { tag, packUid: '1.0.0-on-aws' });
  const textId = `values/os/public/1.0.0-on-aws`;
  const stack = reduceAll(
    emptyStack(),
    { type: 'packSelected', layerId: 'os', pack: aPack('os-pack', { version }) },
    { type: 'valuesLoaded', textId, base: 'a: 1\n' },
    ...(edited === undefined ? [] : [{ type: 'textCommitted', textId, text: edited } as const]),
  );
  const adapter = anAdapter({ getPack });
  const events: LayerStackEvent[] = [];
  const hook = renderHook(() => {
    const state = useLayerStack({ defaultStack: stack });
    useVersionRefresh({
      adapter,
      stack: state.stack,
      send: (event) => {
        events.push(event);
        state.send(event);
      },
    });
    return state;
  });
  const now = () => hook.result.current.stack;
  return {
    now,
    events,
    getPack,
    chosenUid: () => now().layers[0]?.pack?.version?.packUid,
    moveTo: (cloudType: string) => {
      act(() => {
        const provider = providerNamed(cloudType);
        hook.result.current.send({ type: 'providerSelected', provider });
      });
    },
  };
}

describe('useVersionRefresh', () => {
  it('leaves what is right already', async () => {
    const { events, getPack } = setup('1.0.0');
    await waitFor(() => {
      expect(getPack).toHaveBeenCalled();
    });
    await act(() => Promise.resolve());
    expect(events).toEqual([]);
  });

  it('takes the file of the new cloud after a change of provider, as part of that change', async () => {
    const { moveTo, chosenUid, now } = setup('1.0.0');
    moveTo('azure');
    await waitFor(() => {
      expect(chosenUid()).toBe('1.0.0-on-azure');
    });
    expect(now().past.map(({ reason }) => reason)).toEqual(['packSelected', 'providerSelected']);
  });

  it('has edited values carried to the other file', async () => {
    const { moveTo, now } = setup('1.0.0', 'a: mine\n');
    moveTo('azure');
    await waitFor(() => {
      expect(Object.values(now().carries)).toMatchObject([{ phase: 'waiting' }]);
    });
  });

  it('leaves a group that has moved on at the version it was chosen with', async () => {
    const { moveTo, now, chosenUid, events, getPack } = setup('1.0.x');
    await waitFor(() => {
      expect(getPack).toHaveBeenCalled();
    });
    await act(() => Promise.resolve());
    expect(events).toEqual([]);
    moveTo('azure');
    await waitFor(() => {
      expect(chosenUid()).toBe('1.0.0-on-azure');
    });
    expect(now().layers[0]?.pack?.version).toMatchObject({ tag: '1.0.x', version: '1.0.0' });
  });
});
