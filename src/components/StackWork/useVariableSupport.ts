import { useCallback, useMemo } from 'react';
import { useValuesTasks } from '../../hooks/valuesTasks';
import { findLayer, type LayerStack } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import type { CheckRegex } from '../VariablesPanel/useRegexCheck';
import { variableUsage } from './references';

/** What the form of a variable is told about the profile: where it is used, and whether a pattern is one. */
export function useVariableSupport(stack: LayerStack) {
  const shared = useMessages('Shared', sharedMessages);
  const tasks = useValuesTasks();
  const usage = useMemo(() => {
    const names = new Map<string, readonly string[]>();
    for (const [name, layerIds] of variableUsage(stack)) {
      names.set(
        name,
        layerIds.flatMap((id) => {
          const layer = findLayer(stack, id);
          return layer === null ? [] : [shared.layerNames[layer.kind]];
        }),
      );
    }
    return names;
  }, [stack, shared]);
  const checkRegex = useCallback<CheckRegex>(
    (regex, value, signal) => tasks.run('checkRegex', { regex, value }, signal),
    [tasks],
  );
  return { usage, checkRegex };
}
