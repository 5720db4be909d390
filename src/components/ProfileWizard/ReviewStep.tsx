import { useProviders } from '../../hooks/useProviders';
import { useRegistries } from '../../hooks/useRegistries';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { StackReview } from '../StackReview/StackReview';
import { useFindings } from '../StackWork/StackFindings';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useProblemCounts } from './useProblemCounts';
import { useWizard, useWizardState } from './WizardContext';

/** Everything that will be created, what is open, and how saving goes. */
export function ReviewStep() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { stepNames } = useMessages('ProfileStepper', profileStepperMessages);
  const { scopeName, openTarget } = useWizard('ReviewStep');
  const info = useWizardState('ReviewStep', (state) => state.info);
  const stack = useWizardState('ReviewStep', (state) => state.stack);
  const nameRefusal = useWizardState('ReviewStep', (state) => state.nameRefusal);
  const wasRefused = useWizardState('ReviewStep', (state) => state.refused.includes('review'));
  const { server } = useFindings(stack);
  const { all } = useProblemCounts();
  const { providers } = useProviders();
  const registries = useRegistries();
  const cloudName =
    providers.find((provider) => provider.cloudType === stack.cloudType)?.displayName ??
    stack.cloudType;
  return (
    <>
      <StepHeading title={stepNames.review} intro={messages.reviewIntro} />
      {wasRefused && all.errors > 0 ? <Notice tone="error">{messages.finishRefused}</Notice> : null}
      <StackReview
        info={info}
        stack={stack}
        cloudName={cloudName}
        scopeName={scopeName}
        registries={registries.data}
        nameRefusal={nameRefusal}
        server={server}
        onEdit={openTarget}
      />
    </>
  );
}
