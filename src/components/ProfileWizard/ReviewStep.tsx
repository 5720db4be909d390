import { useMemo } from 'react';
import { useProfilePreflight } from '../../hooks/useProfilePreflight';
import { useProviders } from '../../hooks/useProviders';
import { useRegistries } from '../../hooks/useRegistries';
import { buildNewProfile, isReadyToSave } from '../../model/profileWizard';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { useFindings } from '../StackWork/StackWork';
import { StackReview } from '../StackReview/StackReview';
import { useCheckSource } from '../ui/CheckGate';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
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
  const isReady = useWizardState('ReviewStep', isReadyToSave);
  const { findings } = useFindings(stack);
  // Made anew only where something that is sent has changed.
  const profile = useMemo(
    () => buildNewProfile({ info, stack, nameRefusal }),
    [info, stack, nameRefusal],
  );
  const server = useProfilePreflight({ profile });
  useCheckSource(() => Promise.resolve(server.data ?? []));
  const hasErrors =
    !isReady || [...findings, ...(server.data ?? [])].some(({ severity }) => severity === 'error');
  const { providers } = useProviders();
  const registries = useRegistries();
  const cloudName =
    providers.find((provider) => provider.cloudType === stack.cloudType)?.displayName ??
    stack.cloudType;
  return (
    <>
      <StepHeading title={stepNames.review} intro={messages.reviewIntro} />
      {wasRefused && hasErrors ? <Notice tone="error">{messages.finishRefused}</Notice> : null}
      <StackReview
        info={info}
        stack={stack}
        cloudName={cloudName}
        scopeName={scopeName}
        registries={registries.data}
        nameRefusal={nameRefusal}
        server={server.status === 'idle' ? undefined : server}
        onEdit={openTarget}
      />
    </>
  );
}
