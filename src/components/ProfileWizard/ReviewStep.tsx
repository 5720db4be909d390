import { useProviders } from '../../hooks/useProviders';
import { useRegistries } from '../../hooks/useRegistries';
import { isReadyToSave } from '../../model/profileWizard';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { StackReview } from '../StackReview/StackReview';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

/** Everything that will be created, what is open, and how saving goes. */
export function ReviewStep() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { stepNames } = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard, scopeName } = useWizard('ReviewStep');
  const info = useWizardState('ReviewStep', (state) => state.info);
  const stack = useWizardState('ReviewStep', (state) => state.stack);
  const nameRefusal = useWizardState('ReviewStep', (state) => state.nameRefusal);
  const isRefused = useWizardState(
    'ReviewStep',
    (state) => state.refused.includes('review') && !isReadyToSave(state),
  );
  const { providers } = useProviders();
  const registries = useRegistries();
  const cloudName =
    providers.find((provider) => provider.cloudType === stack.cloudType)?.displayName ??
    stack.cloudType;
  return (
    <>
      <StepHeading title={stepNames.review} intro={messages.reviewIntro} />
      {isRefused ? <Notice tone="error">{messages.finishRefused}</Notice> : null}
      <StackReview
        info={info}
        stack={stack}
        cloudName={cloudName}
        scopeName={scopeName}
        registries={registries.data}
        nameRefusal={nameRefusal}
        onEdit={(target) => {
          if (target.stepId === 'layers') wizard.openLayer(target.layerId);
          else wizard.goTo(target.stepId);
        }}
      />
    </>
  );
}
