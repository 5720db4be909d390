import { useEffect, useMemo } from 'react';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import { findLayer, valuesTextId, type LayerStack } from '../model/layerStack';
import type { LayerStackEvent } from '../model/reduceLayerStack';
import type { ValuesCarry } from '../model/valuesCarry';
import { useAdapterScope } from './AdapterContext';
import { packContentKey } from './usePack';
import { useValuesTasks } from './valuesTasks';

export interface UseValuesCarryOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly stack: LayerStack;
  /** Given what became of the edits. Must not change identity. */
  readonly send: (event: LayerStackEvent) => void;
}

interface ReadyCarry {
  readonly carry: ValuesCarry;
  /** Null where the old defaults were never loaded. */
  readonly base: string | null;
  readonly mine: string;
  readonly theirs: string;
}

/** Brings the user's edits to the values of the version that was chosen, once both are loaded. */
export function useValuesCarry({ adapter: own, stack, send }: UseValuesCarryOptions): void {
  const { adapter, queryClient } = useAdapterScope(own);
  const tasks = useValuesTasks();
  const { carries, layers, texts } = stack;
  const ready = useMemo(
    () => Object.values(carries).flatMap((carry) => readyCarry(carry, layers, texts) ?? []),
    [carries, layers, texts],
  );

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;

    async function defaultsBefore({ carry, base }: ReadyCarry): Promise<string> {
      const { pack, cloudType } = carry.from;
      const layer = layers.find(({ id }) => id === carry.layerId);
      if (base !== null) return base;
      if (pack.version?.packUid == null || layer === undefined) {
        throw new Error('The defaults of the version before cannot be asked for.');
      }
      const ref = {
        registryUid: pack.registryUid,
        name: pack.name,
        layer: layer.kind,
        cloudType,
        packUid: pack.version.packUid,
        version: pack.version.version,
      };
      const content = await queryClient.query({
        queryKey: packContentKey(ref),
        queryFn: (context) => adapter.getPackVersion(ref, { signal: context.signal }),
      });
      return content.values;
    }

    async function bring(item: ReadyCarry): Promise<void> {
      const { mine, theirs, carry } = item;
      try {
        const base = await defaultsBefore(item);
        const merged = await tasks.run('mergeValues', { base, mine, theirs }, signal);
        if (signal.aborted) return;
        send({
          type: 'valuesCarried',
          textId: carry.textId,
          text: merged.text,
          carriedCount: merged.carried.length,
          conflicts: merged.conflicts,
        });
      } catch {
        // The edits stay where they are, and the user is told so.
        if (!signal.aborted) send({ type: 'carryFailed', textId: carry.textId });
      }
    }

    for (const item of ready) void bring(item);
    return () => {
      controller.abort();
    };
  }, [ready, layers, tasks, send, adapter, queryClient]);
}

/** What is to be merged; null while something is missing, or the layer shows other values. */
function readyCarry(
  carry: ValuesCarry,
  layers: LayerStack['layers'],
  texts: LayerStack['texts'],
): ReadyCarry | null {
  if (carry.phase !== 'waiting') return null;
  const layer = findLayer({ layers }, carry.layerId);
  if (layer === null || valuesTextId(layer) !== carry.textId) return null;
  const from = texts[carry.from.textId];
  const theirs = texts[carry.textId]?.base;
  if (from === undefined || theirs == null) return null;
  return { carry, base: from.base, mine: from.text, theirs };
}
