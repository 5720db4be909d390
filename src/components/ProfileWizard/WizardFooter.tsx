import { isFinishing } from '../../model/wizardSave';
import { isLastLayer } from '../../model/profileWizard';
import type { ProfileWizardState } from '../../model/wizardState';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { ProblemCounts } from '../ui/ProblemCounts';
import { SettlingStatus } from '../ui/SettlingStatus';
import { profileWizardMessages } from './messages';
import { SaveStatus } from './SaveStatus';
import { useProblemCounts } from './useProblemCounts';
import { useWizard, useWizardState } from './WizardContext';

type Forward = 'next' | 'nextLayer' | 'confirm' | 'finish';

export interface WizardFooterProps {
  readonly onCancel: () => void;
  readonly onFinish: () => void;
  readonly isAllowed: boolean;
}

/** Cancel, Back and the forward button: always there, always in the same place. */
export function WizardFooter({ onCancel, onFinish, isAllowed }: WizardFooterProps) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { wizard, formId } = useWizard('WizardFooter');
  const stepId = useWizardState('WizardFooter', (state) => state.stepId);
  const forward = useWizardState('WizardFooter', forwardButton);
  const isSaving = useWizardState('WizardFooter', isFinishing);
  const counts = useProblemCounts();
  const isForm = stepId === 'info';
  return (
    <div className="cpb-Foot">
      {stepId === 'review' ? <SaveStatus /> : null}
      <SettlingStatus />
      <div className="cpb-WizardFooter">
        <Button onClick={onCancel} disabled={isSaving}>
          {messages.cancel}
        </Button>
        <Button onClick={wizard.back} disabled={stepId === 'info' || isSaving}>
          {messages.back}
        </Button>
        <span className="cpb-WizardFooter-status">
          {stepId === 'layers' || stepId === 'review' ? (
            <ProblemCounts {...(stepId === 'layers' ? counts.layers : counts.all)} />
          ) : null}
        </span>
        {isAllowed ? (
          <Button
            // A button of a form must not be the one that was just pressed in the step before.
            key={isForm ? 'submit' : 'button'}
            variant="primary"
            data-cpb-forward=""
            type={isForm ? 'submit' : 'button'}
            form={isForm ? formId : undefined}
            aria-disabled={isSaving}
            onClick={
              isForm
                ? undefined
                : () => {
                    if (forward === 'finish') onFinish();
                    else wizard.next();
                  }
            }
          >
            {messages[forward]}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function forwardButton(state: ProfileWizardState): Forward {
  if (state.stepId === 'review') return 'finish';
  if (state.stepId !== 'layers' || state.activeLayerId === null) return 'next';
  return isLastLayer(state) ? 'confirm' : 'nextLayer';
}
