import { createContext, useContext, type RefObject } from 'react';
import type { ProfileInfoForm } from '../../hooks/useProfileInfoForm';
import type { ProfileWizardCommands } from '../../hooks/useProfileWizard';
import { useStoreSelector } from '../../hooks/useStoreSelector';
import type { ProfileType } from '../../model/layers';
import type { ProfileWizardState } from '../../model/wizardState';
import type { ReviewTarget } from '../StackReview/ReviewTarget';

export interface WizardContextValue {
  /** The commands; typed text is committed before each. */
  readonly wizard: ProfileWizardCommands;
  readonly form: ProfileInfoForm;
  /** The id of the form of basic information, for the button outside of it. */
  readonly formId: string;
  readonly allowedTypes: readonly ProfileType[];
  readonly allowsDeprecated: boolean;
  readonly scopeName: string | undefined;
  /** Opens a place that the review leads to. */
  readonly openTarget: (target: ReviewTarget) => void;
  /** The place that was opened last, until the user moves on. */
  readonly target: RefObject<ReviewTarget | null>;
  /** Whether the user moved already: only then headings take the focus. */
  readonly hasMoved: RefObject<boolean>;
}

export const WizardContext = createContext<WizardContextValue | null>(null);
WizardContext.displayName = 'ProfileWizardContext';

export function useWizard(part: string): WizardContextValue {
  const context = useContext(WizardContext);
  if (context === null) {
    throw new Error(
      `cluster-profile-builder: <${part}> has no <ProfileWizard> above it, so there is no flow to show. ` +
        'Render it inside <ProfileWizard>.',
    );
  }
  return context;
}

/** A slice of the wizard's state: a primitive, or a reference held in the state. */
export function useWizardState<Selected>(
  part: string,
  selector: (state: ProfileWizardState) => Selected,
): Selected {
  return useStoreSelector(useWizard(part).wizard.store, selector);
}
