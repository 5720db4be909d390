import type { ReactNode } from 'react';
import type { CreatedProfile } from '../../hooks/useProfileWizard';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard } from './WizardContext';

export interface SavedStepProps {
  readonly profile: CreatedProfile;
  readonly onOpenProfile: ((profile: CreatedProfile) => void) | undefined;
  /** The host's own next step. */
  readonly nextStep: ReactNode;
}

/** After Finish: what was created, and where to go on. */
export function SavedStep({ profile, onOpenProfile, nextStep }: SavedStepProps) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { wizard, form } = useWizard('SavedStep');
  return (
    <div className="cpb-SavedStep">
      <span className="cpb-SavedStep-mark">
        <Icon name="check" />
      </span>
      <StepHeading
        title={messages.savedTitle}
        intro={messages.saved(profile.name, profile.version)}
      />
      <div className="cpb-SavedStep-actions">
        {onOpenProfile === undefined ? null : (
          <Button
            variant="primary"
            onClick={() => {
              onOpenProfile(profile);
            }}
          >
            {messages.openProfile}
          </Button>
        )}
        <Button
          onClick={() => {
            wizard.restart();
            form.reset(wizard.store.getState().info);
          }}
        >
          {messages.createAnother}
        </Button>
        {nextStep}
      </div>
    </div>
  );
}
