import type { LayerStack } from '../../model/layerStack';
import { useStackCommands } from '../ui/StackCommands';
import { VariablesPanel, type VariablesPanelProps } from '../VariablesPanel/VariablesPanel';
import { useVariableSupport } from './useVariableSupport';
import { renamedTexts } from './variableTexts';

export interface ProfileVariablesProps extends Pick<
  VariablesPanelProps,
  'onClose' | 'savedNames' | 'openName' | 'openToken'
> {
  readonly stack: LayerStack;
}

/** The variables of the stack that is worked on; renaming one follows into the texts. */
export function ProfileVariables({ stack, ...panel }: ProfileVariablesProps) {
  const commands = useStackCommands();
  return (
    <VariablesPanel
      {...panel}
      {...useVariableSupport(stack)}
      variables={stack.variables}
      begun={stack.variableInProgress}
      headingLevel={4}
      onBegunChange={(inProgress) => {
        commands.send({ type: 'variableTyped', inProgress });
      }}
      onAdd={(variable, index) => {
        commands.send({ type: 'variableAdded', variable, index });
      }}
      onChange={(index, variable, { renamedFrom }) => {
        commands.flush();
        const renamed =
          renamedFrom === null
            ? undefined
            : renamedTexts(commands.getStack(), renamedFrom, variable.name);
        commands.send({ type: 'variableChanged', index, variable, ...renamed });
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
