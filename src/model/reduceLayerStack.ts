import { applyChoice, type ChoiceEvent } from './layerChoice';
import { reduceManifests, type ManifestEvent } from './layerManifests';
import type { LayerStack, StackSnapshot } from './layerStack';
import { reduceTexts, replaceText, type PresetEvent, type TextEvent } from './layerTexts';
import { reduceCarries, type CarryEvent } from './valuesCarry';
import { reduceVariables, type VariableEvent } from './variableEvents';
import type { VariableInProgress } from './variables';

export type LayerStackEvent =
  | ChoiceEvent
  | ManifestEvent
  | TextEvent
  | PresetEvent
  | CarryEvent
  | VariablesEvent
  | { readonly type: 'noticeDismissed' }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };

/** Variables have no undo of their own kind: the panel offers to take back what it removed. */
export type VariablesEvent =
  | (VariableEvent & {
      /** Texts that changed with it, as after renaming, by their ids. */
      readonly texts?: Readonly<Record<string, string>> | undefined;
      /** Texts in the history that changed with it: as they were, and as they are to be. @default none */
      readonly pastTexts?: readonly (readonly [before: string, after: string])[] | undefined;
    })
  /** Something was typed for a variable, or with null: given up, or made a variable. */
  | { readonly type: 'variableTyped'; readonly inProgress: VariableInProgress | null };

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
    case 'presetApplied':
      return applyPreset(stack, event);
    case 'valuesCarried':
    case 'carryFailed':
    case 'conflictsDecided':
    case 'carryDismissed':
      return reduceCarries(stack, event);
    case 'carryReplaced':
      return rememberText(stack, reduceCarries(stack, event), event.textId, event.type);
    case 'variableAdded':
    case 'variableChanged':
    case 'variableRemoved':
    case 'variableMoved':
      return changeVariables(stack, event);
    case 'variableTyped':
      return stack.variableInProgress === event.inProgress
        ? stack
        : { ...stack, variableInProgress: event.inProgress };
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

function applyPreset(stack: LayerStack, { textId, text }: PresetEvent): LayerStack {
  const before = stack.texts[textId];
  if (before === undefined || before.text === text) return stack;
  const after = { ...replaceText(stack, textId, text), notice: null };
  return rememberText(stack, after, textId, 'presetApplied');
}

/** Keeps the text before a choice that changed it, so that undo brings it back. */
function rememberText(
  before: LayerStack,
  after: LayerStack,
  textId: string,
  reason: StackSnapshot['reason'],
): LayerStack {
  if (after === before) return before;
  const text = before.texts[textId]?.text ?? '';
  return pushed(after, { ...snapshotOf(before, reason), text: { textId, text } });
}

function changeVariables(
  stack: LayerStack,
  event: Exclude<VariablesEvent, { type: 'variableTyped' }>,
): LayerStack {
  const variables = reduceVariables(stack.variables, event);
  const next = variables === stack.variables ? stack : { ...stack, variables };
  const { texts = {}, pastTexts } = event;
  return Object.entries(texts).reduce<LayerStack>(
    (changed, [textId, text]) =>
      // Where the history changes as well, undo still leads to what fits.
      pastTexts === undefined
        ? reduceTexts(changed, { type: 'textReplaced', textId, text })
        : replaceText(changed, textId, text),
    pastTexts === undefined ? next : changeHistory(next, new Map(pastTexts)),
  );
}

function changeHistory(stack: LayerStack, texts: ReadonlyMap<string, string>): LayerStack {
  if (texts.size === 0) return stack;
  const change = (snapshot: StackSnapshot): StackSnapshot => {
    const after = snapshot.text === undefined ? undefined : texts.get(snapshot.text.text);
    return snapshot.text === undefined || after === undefined
      ? snapshot
      : { ...snapshot, text: { ...snapshot.text, text: after } };
  };
  return { ...stack, past: stack.past.map(change), future: stack.future.map(change) };
}

/** Keeps the stack before a change, so that it can be undone, and forgets what was undone. */
function remember(
  before: LayerStack,
  after: LayerStack,
  reason: LayerStackEvent['type'],
): LayerStack {
  if (before.layers === after.layers && before.cloudType === after.cloudType) return after;
  return pushed(after, snapshotOf(before, reason));
}

function snapshotOf(
  { cloudType, layers }: LayerStack,
  reason: StackSnapshot['reason'],
): StackSnapshot {
  return { cloudType, layers, reason };
}

function pushed(stack: LayerStack, snapshot: StackSnapshot): LayerStack {
  return { ...stack, past: [...stack.past, snapshot].slice(-UNDO_LIMIT), future: [] };
}

function travel(stack: LayerStack, from: 'past' | 'future', to: 'past' | 'future'): LayerStack {
  const target = stack[from].at(-1);
  if (target === undefined) return stack;
  const { text } = target;
  const here: StackSnapshot = {
    ...snapshotOf(stack, target.reason),
    ...(text !== undefined && {
      text: { textId: text.textId, text: stack.texts[text.textId]?.text ?? '' },
    }),
  };
  const moved: LayerStack = {
    ...stack,
    cloudType: target.cloudType,
    layers: target.layers,
    notice: null,
    [from]: stack[from].slice(0, -1),
    [to]: [...stack[to], here],
  };
  return text === undefined ? moved : replaceText(moved, text.textId, text.text);
}
