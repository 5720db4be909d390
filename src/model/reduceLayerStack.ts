import { applyChoice, type ChoiceEvent } from './layerChoice';
import { reduceManifests, type ManifestEvent } from './layerManifests';
import type { LayerStack } from './layerStack';
import { reduceTexts, type TextEvent } from './layerTexts';

export type LayerStackEvent =
  | ChoiceEvent
  | ManifestEvent
  | TextEvent
  | { readonly type: 'noticeDismissed' }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };

/** How many changes can be taken back. */
export const UNDO_LIMIT = 100;

/** Returns the next stack, or the same reference when the event changes nothing. */
export function reduceLayerStack(stack: LayerStack, event: LayerStackEvent): LayerStack {
  switch (event.type) {
    case 'providerSelected':
    case 'registrySelected':
    case 'packSelected':
    case 'packCleared':
    case 'versionSelected':
    case 'packTyped':
      return applyChoice(stack, event, remember);
    case 'manifestAdded':
    case 'manifestRenamed':
    case 'manifestMoved':
    case 'manifestRemoved':
      return remember(stack, reduceManifests(stack, event), event.type);
    case 'valuesLoaded':
    case 'textCommitted':
    case 'textReplaced':
      return reduceTexts(stack, event);
    case 'noticeDismissed':
      return stack.notice === null ? stack : { ...stack, notice: null };
    case 'undone':
      return travel(stack, 'past', 'future');
    case 'redone':
      return travel(stack, 'future', 'past');
    default:
      return event satisfies never;
  }
}

/** Keeps the stack before a change, so that it can be undone, and forgets what was undone. */
function remember(
  before: LayerStack,
  after: LayerStack,
  reason: LayerStackEvent['type'],
): LayerStack {
  if (before.layers === after.layers && before.cloudType === after.cloudType) return after;
  const snapshot = { cloudType: before.cloudType, layers: before.layers, reason };
  return { ...after, past: [...before.past, snapshot].slice(-UNDO_LIMIT), future: [] };
}

function travel(stack: LayerStack, from: 'past' | 'future', to: 'past' | 'future'): LayerStack {
  const target = stack[from].at(-1);
  if (target === undefined) return stack;
  const here = { cloudType: stack.cloudType, layers: stack.layers, reason: target.reason };
  return {
    ...stack,
    cloudType: target.cloudType,
    layers: target.layers,
    notice: null,
    [from]: stack[from].slice(0, -1),
    [to]: [...stack[to], here],
  };
}
