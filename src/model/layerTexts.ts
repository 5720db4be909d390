import { isEdited, type LayerStack, type StackText } from './layerStack';

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
      return withText(stack, event.textId, {
        text: event.text,
        base: known?.base ?? null,
        revision: known?.revision ?? 0,
      });
    case 'textReplaced':
      if (known?.text === event.text) return stack;
      return withText(stack, event.textId, {
        text: event.text,
        base: known?.base ?? null,
        revision: (known?.revision ?? 0) + 1,
      });
    default:
      return event satisfies never;
  }
}

function withText(stack: LayerStack, textId: string, text: StackText): LayerStack {
  return { ...stack, texts: { ...stack.texts, [textId]: text } };
}
