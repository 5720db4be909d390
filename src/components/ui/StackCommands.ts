import { createContext, useContext } from 'react';
import type { LayerStack } from '../../model/layerStack';
import type { LayerStackEvent } from '../../model/reduceLayerStack';

/** The stack that is worked on, for what changes it after waiting for an answer. Never changes identity. */
export interface StackCommands {
  /** The stack as it is now, which a render may not know yet. */
  readonly getStack: () => LayerStack;
  readonly send: (event: LayerStackEvent) => void;
  /** Brings what is being typed into the stack. */
  readonly flush: () => void;
}

export const StackCommandsContext = createContext<StackCommands | null>(null);
StackCommandsContext.displayName = 'StackCommandsContext';

export function useStackCommands(): StackCommands {
  const commands = useContext(StackCommandsContext);
  if (commands === null) {
    throw new Error(
      'cluster-profile-builder: part of a layer stands outside of a profile, so it has no stack to ' +
        'change. Render it inside <ProfileWizard> or <ProfileDetails>.',
    );
  }
  return commands;
}

/** What somebody types while an answer is awaited goes on top of it, so the question is asked again. */
const MAX_TRIES = 3;

/**
 * Asks for a change of the newest text, and again where somebody typed meanwhile. Null where typing
 * never paused, or there is no such text.
 */
export async function changeText<Change>(
  { getStack, flush }: StackCommands,
  textId: string,
  ask: (text: string) => Promise<Change>,
): Promise<Change | null> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    flush();
    const before = getStack().texts[textId]?.text;
    if (before === undefined) return null;
    const change = await ask(before);
    flush();
    if (getStack().texts[textId]?.text === before) return change;
  }
  return null;
}
