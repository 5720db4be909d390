import {
  countCompleteLayers,
  countStepProblems,
  isReadyToSave,
  WIZARD_STEP_IDS,
  type ProfileWizardState,
  type WizardStepId,
} from '../../model/profileWizard';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { ProfileStepper, type ProfileStepperStep } from '../ProfileStepper/ProfileStepper';
import { useWizard, useWizardState } from './WizardContext';

/** The stepper, told from the state of the flow. */
export function WizardStepper() {
  const messages = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard } = useWizard('WizardStepper');
  // Text changes with every commit, the stepper hardly ever: it reads what it shows as one string.
  const summary = useWizardState('WizardStepper', summarize);
  const { stepId, isSaving, steps } = JSON.parse(summary) as StepperSummary;
  return (
    <ProfileStepper
      currentId={stepId}
      disabled={isSaving}
      onSelect={wizard.goTo}
      steps={steps.map(({ chosen, all, ...step }) => ({
        ...step,
        detail: step.id === 'layers' && chosen > 0 ? messages.layerCount(chosen, all) : undefined,
      }))}
    />
  );
}

interface StepperSummary {
  readonly stepId: WizardStepId;
  readonly isSaving: boolean;
  readonly steps: readonly (Omit<ProfileStepperStep, 'detail'> & {
    readonly chosen: number;
    readonly all: number;
  })[];
}

function summarize(state: ProfileWizardState): string {
  // While a layer is open, the same count as in its heading.
  const open = state.stack.layers.findIndex((layer) => layer.id === state.activeLayerId) + 1;
  const chosen = state.stepId === 'layers' && open > 0 ? open : countCompleteLayers(state.stack);
  const all = state.stack.layers.length;
  const summary: StepperSummary = {
    stepId: state.stepId,
    isSaving: state.save.phase === 'saving',
    steps: WIZARD_STEP_IDS.map((id) => {
      const problems = countStepProblems(state, id);
      const wasLeft = state.visited.includes(id) && state.stepId !== id;
      const isDone =
        wasLeft &&
        problems.errors === 0 &&
        (id === 'review' ? isReadyToSave(state) && state.save.phase === 'saved' : true);
      return {
        id,
        status: isDone ? 'done' : state.visited.includes(id) ? 'open' : 'upcoming',
        // What was not asked for yet is no error.
        errors: wasLeft || state.refused.includes(id) ? problems.errors : 0,
        warnings: problems.warnings,
        chosen,
        all,
      };
    }),
  };
  return JSON.stringify(summary);
}
