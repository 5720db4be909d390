import { useEffect, useState, type ReactNode } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';
import { currentNameRefusal } from '../../model/infoChecks';
import { ProfileInfoForm } from '../ProfileInfoForm/ProfileInfoForm';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

/** Name, version, description, type and tags. */
export function InfoStep({ children }: { readonly children: ReactNode }) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { stepNames } = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard, form, formId, allowedTypes, target } = useWizard('InfoStep');
  const refusal = useWizardState('InfoStep', currentNameRefusal);
  const refusalCount = useWizardState('InfoStep', (state) => state.refusalCount);
  const focusRefused = useStableCallback(() => {
    if (refusal !== null) form.setFocus(refusal.field);
  });
  // Not whenever there is a refusal: it goes away and comes back while somebody types.
  useEffect(focusRefused, [refusalCount, focusRefused]);
  const [field] = useState(() =>
    target.current?.stepId === 'info' ? target.current.field : undefined,
  );
  const focusField = useStableCallback(() => {
    if (field !== undefined) form.setFocus(field);
  });
  useEffect(focusField, [focusField]);
  return (
    <>
      <StepHeading
        title={stepNames.info}
        intro={messages.infoIntro}
        leavesFocus={refusal !== null || field !== undefined}
      />
      <ProfileInfoForm
        id={formId}
        form={form}
        allowedTypes={allowedTypes}
        refusal={refusal}
        onSubmit={wizard.next}
      >
        {children}
      </ProfileInfoForm>
    </>
  );
}
