import { useCallback, useMemo } from 'react';
import { useValuesTasks } from '../../hooks/valuesTasks';
import { findLayer, type LayerStack } from '../../model/layerStack';
import { quotedVariableReference, type ProfileVariable } from '../../model/variables';
import { renameVariable } from '../../values/renameVariable';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { useStackCommands } from '../ui/StackCommands';
import type { CheckRegex } from '../VariablesPanel/useRegexCheck';
import { VariablesPanel, type VariablesPanelProps } from '../VariablesPanel/VariablesPanel';
import { stackTextIds, variablesOf, variableUsage } from './references';

/** A value of a text that is to become a variable. */
export interface ValueInText extends ScalarSelection {
  readonly textId: string;
}

export interface ProfileVariablesProps extends Pick<
  VariablesPanelProps,
  'onClose' | 'savedNames' | 'defaultOpen' | 'onDirtyChange'
> {
  readonly stack: LayerStack;
  /** The first variable that is added takes the place of this value. */
  readonly replaces?: ValueInText | undefined;
  /** Called once a variable was added. */
  readonly onAdded?: (() => void) | undefined;
}

/** The variables of the stack that is worked on; renaming one follows into the texts. */
export function ProfileVariables({ stack, replaces, onAdded, ...panel }: ProfileVariablesProps) {
  const shared = useMessages('Shared', sharedMessages);
  const commands = useStackCommands();
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
  return (
    <VariablesPanel
      {...panel}
      variables={stack.variables}
      usage={usage}
      checkRegex={checkRegex}
      onAdd={(variable, index) => {
        commands.flush();
        const now = commands.getStack();
        // A removal that is undone comes back in its old place.
        const isNew = index === now.variables.length;
        const texts =
          replaces !== undefined && isNew ? textWith(now, replaces, variable) : undefined;
        commands.send({ type: 'variableAdded', variable, index, texts });
        onAdded?.();
      }}
      onChange={(index, variable, { renamedFrom }) => {
        commands.flush();
        const texts =
          renamedFrom === null
            ? undefined
            : renamedTexts(commands.getStack(), renamedFrom, variable.name);
        commands.send({ type: 'variableChanged', index, variable, texts });
      }}
      onRemove={(index) => {
        commands.send({ type: 'variableRemoved', index });
      }}
      onMove={(index, toIndex) => {
        commands.send({ type: 'variableMoved', index, toIndex });
      }}
    />
  );
}

/** The text with a reference in place of the value; nothing where somebody changed it meanwhile. */
function textWith(
  stack: LayerStack,
  { textId, from, to, text: value }: ValueInText,
  variable: ProfileVariable,
): Readonly<Record<string, string>> | undefined {
  const text = stack.texts[textId]?.text;
  if (text?.slice(from, to) !== value) return undefined;
  return { [textId]: text.slice(0, from) + quotedVariableReference(variable) + text.slice(to) };
}

/** All texts that refer to a variable, with its new name. */
function renamedTexts(
  stack: LayerStack,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stackTextIds(stack).flatMap((textId) => {
      const text = stack.texts[textId];
      return text !== undefined && variablesOf(text).has(from)
        ? [[textId, renameVariable(text.text, from, to)]]
        : [];
    }),
  );
}
