import type { LayerStack } from '../../model/layerStack';
import { quotedVariableReference, type ProfileVariable } from '../../model/variables';
import { renameVariable } from '../../values/renameVariable';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';

/** A value of a text that is to become a variable. */
export interface ValueInText extends ScalarSelection {
  readonly textId: string;
}

/** Whether the value still stands where it was found. */
export function isInPlace(stack: LayerStack, { textId, from, to, text }: ValueInText): boolean {
  return stack.texts[textId]?.text.slice(from, to) === text;
}

/** The text with a reference in place of the value. */
export function textWithReference(
  stack: LayerStack,
  { textId, from, to }: ValueInText,
  variable: ProfileVariable,
): Readonly<Record<string, string>> {
  const text = stack.texts[textId]?.text ?? '';
  return { [textId]: text.slice(0, from) + quotedVariableReference(variable) + text.slice(to) };
}

/** Texts with a new name, by id, and those of the history beside what they were. */
export interface RenamedTexts {
  readonly texts: Readonly<Record<string, string>>;
  readonly pastTexts: readonly (readonly [before: string, after: string])[];
}

/**
 * All texts that refer to a variable, with its new name: also those that are set aside for another version
 * and those that undo brings back.
 */
export function renamedTexts(stack: LayerStack, from: string, to: string): RenamedTexts {
  const past = [...stack.past, ...stack.future].flatMap(({ text }) => text?.text ?? []);
  return {
    texts: Object.fromEntries(
      Object.entries(stack.texts).flatMap(([textId, { text }]) => {
        const renamed = renameVariable(text, from, to);
        return renamed === text ? [] : [[textId, renamed]];
      }),
    ),
    pastTexts: [...new Set(past)].flatMap((text) => {
      const renamed = renameVariable(text, from, to);
      return renamed === text ? [] : [[text, renamed] as const];
    }),
  };
}
