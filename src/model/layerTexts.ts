import { isEdited, type LayerStack, type StackSnapshot, type StackText } from './layerStack';

/** Texts of values and manifests. Ids come from `valuesTextId` and `manifestTextId`. */
export type TextEvent =
  | {
      /** The defaults arrived. Edits stand; untouched text becomes the defaults. */
      readonly type: 'valuesLoaded';
      readonly textId: string;
      readonly base: string;
      /** See `StackText.secretPaths`. @default what is known already */
      readonly secretPaths?: readonly string[] | undefined;
    }
  | {
      /** Typed in the editor of this very text. */
      readonly type: 'textCommitted';
      readonly textId: string;
      readonly text: string;
    }
  | {
      /** Changed by something else than its editor, which then takes the change over. */
      readonly type: 'textReplaced';
      readonly textId: string;
      readonly text: string;
    };

/** A preset was switched on or off in a text. Unlike typing it is a choice, which undo takes back. */
export interface PresetEvent {
  readonly type: 'presetApplied';
  readonly textId: string;
  /** The text with it. */
  readonly text: string;
}

export function reduceTexts(stack: LayerStack, event: TextEvent): LayerStack {
  const known = stack.texts[event.textId];
  switch (event.type) {
    case 'valuesLoaded':
      return loadValues(stack, event);
    case 'textCommitted':
      if (known?.text === event.text) return stack;
      return withText(forgetPresetSteps(stack, event.textId), event.textId, {
        ...(known ?? NEW_TEXT),
        text: event.text,
      });
    case 'textReplaced':
      if (known?.text === event.text) return stack;
      return replaceText(forgetPresetSteps(stack, event.textId), event.textId, event.text);
    default:
      return event satisfies never;
  }
}

/** A text changed by something else than its editor. */
export function replaceText(stack: LayerStack, textId: string, text: string): LayerStack {
  const known = stack.texts[textId] ?? NEW_TEXT;
  return withText(stack, textId, { ...known, text, revision: known.revision + 1 });
}

const NEW_TEXT: StackText = { text: '', base: null, revision: 0 };

function loadValues(
  stack: LayerStack,
  { textId, base, secretPaths: paths }: Extract<TextEvent, { type: 'valuesLoaded' }>,
): LayerStack {
  const known = stack.texts[textId];
  const secretPaths = samePaths(known?.secretPaths, paths) ? known?.secretPaths : paths;
  const secrets = secretPaths === undefined ? {} : { secretPaths };
  if (known === undefined)
    return withText(stack, textId, { ...NEW_TEXT, text: base, base, ...secrets });
  if (known.base === base) {
    return secretPaths === known.secretPaths
      ? stack
      : withText(stack, textId, { ...known, ...secrets });
  }
  const loaded = { ...known, base, ...secrets };
  return withText(
    stack,
    textId,
    known.base === null || isEdited(known)
      ? loaded
      : { ...loaded, text: base, revision: known.revision + 1 },
  );
}

/** Whether nothing new is told of where secrets are. */
function samePaths(known: readonly string[] | undefined, told: readonly string[] | undefined) {
  return told === undefined || JSON.stringify(known) === JSON.stringify(told);
}

/** Who types after choosing a preset takes both back with the editor's undo. */
function forgetPresetSteps(stack: LayerStack, textId: string): LayerStack {
  const stays = (snapshot: StackSnapshot) => snapshot.text?.textId !== textId;
  if (stack.past.every(stays) && stack.future.every(stays)) return stack;
  return { ...stack, past: stack.past.filter(stays), future: stack.future.filter(stays) };
}

function withText(stack: LayerStack, textId: string, text: StackText): LayerStack {
  return { ...stack, texts: { ...stack.texts, [textId]: text } };
}
