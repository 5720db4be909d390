import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { LeaveDialog } from '../ui/LeaveDialog';
import { variablesPanelMessages } from './messages';

export interface RemoveQuestionProps {
  readonly label: string;
  /** Names of the layers whose texts refer to it. */
  readonly usedIn: readonly string[];
  readonly onKeep: () => void;
  readonly onRemove: () => void;
}

/** Asks before a variable is deleted that texts refer to. */
export function RemoveQuestion({ label, usedIn, onKeep, onRemove }: RemoveQuestionProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  return (
    <LeaveDialog
      messages={{
        leaveTitle: messages.removeTitle(label),
        leave: messages.removeUsed(usedIn),
        leaveKeep: messages.removeKeep,
        leaveDiscard: messages.removeConfirm,
      }}
      onKeep={onKeep}
      onDiscard={onRemove}
    />
  );
}
