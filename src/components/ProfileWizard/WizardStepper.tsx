import {
  countCompleteLayers,
  countStepProblems,
  isFinishing,
  isReadyToSave,
  WIZARD_STEP_IDS,
  type ProfileWizardState,
  type WizardStepId,
} from '../../model/profileWizard';
import { countSeverities, shownFindings } from '../../model/diagnostics';
import { useFindings } from '../StackWork/StackWork';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { ProfileStepper, type ProfileStepperStep } from '../ProfileStepper/ProfileStepper';
import { useWizard, useWizardState } from './WizardContext';

/** The stepper, told from the state of the flow. */
export function WizardStepper() {
  const messages = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard } = useWizard('WizardStepper');
  const summary = useWizardState('WizardStepper', summarize);
  const layerCounts = useLayerCounts();
  const { stepId, isSaving, steps } = JSON.parse(summary) as StepperSummary;
  return (
    <ProfileStepper
      currentId={stepId}
      disabled={isSaving}
      onSelect={wizard.goTo}
      steps={steps.map(({ chosen, all, ...step }) => ({
        ...step,
        ...(step.id === 'layers' && withCounts(step.status, layerCounts)),
        detail: step.id === 'layers' && chosen > 0 ? messages.layerCount(chosen, all) : undefined,
      }))}
    />
  );
}

/** Errors and warnings of the layers, their texts included. */
function useLayerCounts(): ReturnType<typeof countSeverities> {
  const stack = useWizardState('WizardStepper', (state) => state.stack);
  const refused = useWizardState('WizardStepper', (state) => state.refused);
  const isLeft = useWizardState(
    'WizardStepper',
    (state) => state.visited.includes('layers') && state.stepId !== 'layers',
  );
  const { findings } = useFindings(stack);
  return countSeverities(
    // What was not asked for yet is no error.
    isLeft || refused.includes('layers') ? findings : shownFindings(findings, refused),
  );
}

function withCounts(
  status: ProfileStepperStep['status'],
  counts: ReturnType<typeof countSeverities>,
): Pick<ProfileStepperStep, 'status' | 'errors' | 'warnings'> {
  return { status: status === 'done' && counts.errors > 0 ? 'open' : status, ...counts };
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
    isSaving: isFinishing(state),
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
