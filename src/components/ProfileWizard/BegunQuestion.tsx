import { variableLabel } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { LeaveDialog } from '../ui/LeaveDialog';
import { profileWizardMessages } from './messages';
import { useWizardState } from './WizardContext';

export interface BegunQuestionProps {
  readonly onContinue: () => void;
  readonly onFinish: () => void;
}

/** Asks before a profile is created without the variable that was begun. */
export function BegunQuestion({ onContinue, onFinish }: BegunQuestionProps) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const begun = useWizardState('BegunQuestion', (state) => state.stack.variableInProgress);
  const name = begun === null ? '' : variableLabel(begun.variable);
  return (
    <LeaveDialog
      messages={{
        leaveTitle: messages.begunTitle,
        leave: name === '' ? messages.begunUnnamed : messages.begun(name),
        leaveKeep: messages.begunContinue,
        leaveDiscard: messages.begunDiscard,
      }}
      onKeep={onContinue}
      onDiscard={onFinish}
    />
  );
}
