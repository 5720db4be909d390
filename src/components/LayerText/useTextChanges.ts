import { useContext, useRef } from 'react';
import { useValuesTasks, type ValuesTasks } from '../../hooks/valuesTasks';
import { useStableCallback } from '../../internal/useStableCallback';
import { PendingCommitsContext } from '../ui/PendingCommits';
import { changeText, useStackCommands } from '../ui/StackCommands';

/** What became of a change. */
export type TextChangeOutcome =
  | { readonly status: 'changed'; readonly before: string; readonly after: string }
  /** The text says so already, or cannot be changed there. */
  | { readonly status: 'unchanged' }
  | { readonly status: 'failed' };

/** Asks the engine for the text with the change. */
export type AskForText = (tasks: ValuesTasks, text: string) => Promise<string>;

/**
 * Changes a text by the values engine, one change after the other and each on the newest text. What was
 * begun is finished even when the component is gone. Never changes identity and never rejects.
 */
export function useTextChanges(textId: string): (ask: AskForText) => Promise<TextChangeOutcome> {
  const commands = useStackCommands();
  const tasks = useValuesTasks();
  const { begun } = useContext(PendingCommitsContext);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  async function change(ask: AskForText): Promise<TextChangeOutcome> {
    try {
      const after = await changeText(commands, textId, (text) => ask(tasks, text));
      const before = commands.getStack().texts[textId]?.text;
      if (after === null || before === undefined) return { status: 'failed' };
      if (after === before) return { status: 'unchanged' };
      commands.send({ type: 'textReplaced', textId, text: after });
      return { status: 'changed', before, after };
    } catch {
      return { status: 'failed' };
    }
  }

  return useStableCallback((ask) => {
    const turn = last.current.then(() => change(ask));
    last.current = turn;
    begun(turn);
    return turn;
  });
}
