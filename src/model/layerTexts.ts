import { isEdited, type LayerStack, type StackSnapshot, type StackText } from './layerStack';

/** Texts of values and manifests. Ids come from `valuesTextId` and `manifestTextId`. */
export type TextEvent =
  | {
      /** The defaults arrived. Edits stand; untouched text becomes the defaults. */
      readonly type: 'valuesLoaded';
      readonly textId: string;
      readonly base: string;
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
      if (known === undefined) {
        return withText(stack, event.textId, { text: event.base, base: event.base, revision: 0 });
      }
      if (known.base === event.base) return stack;
      return withText(
        stack,
        event.textId,
        known.base === null || isEdited(known)
          ? { ...known, base: event.base }
          : { text: event.base, base: event.base, revision: known.revision + 1 },
      );
    case 'textCommitted':
      if (known?.text === event.text) return stack;
      return withText(forgetPresetSteps(stack, event.textId), event.textId, {
        text: event.text,
        base: known?.base ?? null,
        revision: known?.revision ?? 0,
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
  const known = stack.texts[textId];
  return withText(stack, textId, {
    text,
    base: known?.base ?? null,
    revision: (known?.revision ?? 0) + 1,
  });
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
