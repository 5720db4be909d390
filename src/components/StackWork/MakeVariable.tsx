import { useState } from 'react';
import type { LayerStack } from '../../model/layerStack';
import { variableLabel, type ProfileVariable } from '../../model/variables';
import { formatPath } from '../Diagnostics/diagnosticText';
import { layerWorkspaceMessages } from '../LayerWorkspace/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Notice } from '../ui/Notice';
import { useStackCommands } from '../ui/StackCommands';
import { VariableWindow } from '../VariablesPanel/VariableWindow';
import { useVariableSupport } from './useVariableSupport';
import { isInPlace, textWithReference, type ValueInText } from './variableTexts';

export interface MakeVariableProps {
  readonly stack: LayerStack;
  /** The value whose place the variable takes. */
  readonly replaces: ValueInText;
  /** What the value suggests. */
  readonly suggested: ProfileVariable;
  /** Called with what became of it. */
  readonly onMade: (result: string) => void;
  /** Called when no variable was made. */
  readonly onClose: () => void;
}

/** Makes a variable of a value in a text, and puts the reference in its place. */
export function MakeVariable({ stack, replaces, suggested, onMade, onClose }: MakeVariableProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const commands = useStackCommands();
  const { usage, checkRegex } = useVariableSupport(stack);
  // What was begun elsewhere stays as it is.
  const [isKept] = useState(() => stack.variableInProgress === null);
  const canReplace = isInPlace(stack, replaces);
  const settle = () => {
    if (isKept) commands.send({ type: 'variableTyped', inProgress: null });
  };
  const make = (variable: ProfileVariable) => {
    commands.flush();
    const now = commands.getStack();
    // Somebody has to see first that the value will stay.
    if (canReplace && !isInPlace(now, replaces)) return;
    commands.send({
      type: 'variableAdded',
      variable,
      texts: canReplace ? textWithReference(now, replaces, variable) : undefined,
    });
    settle();
    onMade(messages.variableMade(variableLabel(variable), canReplace));
  };
  return (
    <VariableWindow
      title={messages.makeVariable}
      intro={
        canReplace ? (
          <p>{messages.makeVariableOf(formatPath(replaces.path))}</p>
        ) : (
          <Notice tone="warning">{messages.valueChanged}</Notice>
        )
      }
      initial={suggested}
      isNew
      others={stack.variables}
      usedIn={usage.get(suggested.name) ?? NOWHERE}
      checkRegex={checkRegex}
      submitLabel={canReplace ? messages.makeAndReplace : messages.makeOnly}
      onSubmit={make}
      onClose={() => {
        settle();
        onClose();
      }}
      onTyped={(variable) => {
        if (isKept) commands.send({ type: 'variableTyped', inProgress: { name: null, variable } });
      }}
    />
  );
}

const NOWHERE: readonly string[] = [];
