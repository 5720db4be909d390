import { useMemo } from 'react';
import { layerValues, type LayerStack } from '../model/layerStack';
import type { PackContent } from '../model/packs';
import { resourcePaths, sumResources, type ResourceTotals } from '../model/resources';
import type { TaskInput } from '../values/tasks';
import { useTaskResult } from './useTaskResult';

export interface UseResourceTotalsOptions {
  readonly stack: LayerStack;
  /** What the chosen version of each layer brings along. */
  readonly contents: ReadonlyMap<string, PackContent>;
}

/**
 * What the packs of a stack need at least; null while the values are read. Where they cannot be read,
 * the minimums that the packs state count.
 */
export function useResourceTotals({
  stack,
  contents,
}: UseResourceTotalsOptions): ResourceTotals | null {
  const wanted = useMemo(() => questionsOf(stack, contents), [stack, contents]);
  const input = useMemo<TaskInput<'readScalars'> | null>(
    () => (wanted.length === 0 ? null : { texts: wanted }),
    [wanted],
  );
  const { status, data } = useTaskResult('readScalars', input);
  return useMemo(() => {
    if (status === 'working') return null;
    const values = new Map(
      wanted.flatMap(({ layerId, paths }, text) =>
        paths.map((path, at) => [keyOf(layerId, path), data?.[text]?.[at] ?? null] as const),
      ),
    );
    return sumResources(contents, (layerId, path) => values.get(keyOf(layerId, path)) ?? null);
  }, [status, data, wanted, contents]);
}

function questionsOf(stack: LayerStack, contents: ReadonlyMap<string, PackContent>) {
  return stack.layers.flatMap((layer) => {
    const content = contents.get(layer.id);
    const paths = content === undefined ? [] : resourcePaths(content);
    const text = layerValues(stack, layer)?.text;
    return paths.length === 0 || text === undefined ? [] : [{ layerId: layer.id, text, paths }];
  });
}

function keyOf(layerId: string, path: string): string {
  return `${layerId}\n${path}`;
}
