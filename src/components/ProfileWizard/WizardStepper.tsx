import { countCompleteLayers } from '../../model/wizardContent';
import { isFinishing } from '../../model/wizardSave';
import { WIZARD_STEP_IDS, type WizardStepId } from '../../model/wizardState';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { ProfileStepper, type ProfileStepperStep } from '../ProfileStepper/ProfileStepper';
import { useProblemCounts } from './useProblemCounts';
import { useWizard, useWizardState } from './WizardContext';

/** The stepper, told from the state of the flow. */
export function WizardStepper() {
  const messages = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard } = useWizard('WizardStepper');
  const { severities } = useBuilder();
  const stepId = useWizardState('WizardStepper', (state) => state.stepId);
  const visited = useWizardState('WizardStepper', (state) => state.visited);
  const refused = useWizardState('WizardStepper', (state) => state.refused);
  const activeLayerId = useWizardState('WizardStepper', (state) => state.activeLayerId);
  const stack = useWizardState('WizardStepper', (state) => state.stack);
  const isSaving = useWizardState('WizardStepper', isFinishing);
  const counts = useProblemCounts();
  // While a layer is open, the same count as in its heading.
  const open = stack.layers.findIndex((layer) => layer.id === activeLayerId) + 1;
  const chosen = stepId === 'layers' && open > 0 ? open : countCompleteLayers(stack, severities);
  const toStep = (id: WizardStepId): ProfileStepperStep => {
    const wasLeft = visited.includes(id) && stepId !== id;
    const { errors, warnings } = id === 'cloud' ? NO_PROBLEMS : counts[id];
    // What was not asked for yet is no error; of the layers, that is known one by one.
    const isAsked = id !== 'info' || visited.length > 1 || refused.includes(id);
    const isDone = wasLeft && errors === 0 && id !== 'review';
    return {
      id,
      status: isDone ? 'done' : visited.includes(id) ? 'open' : 'upcoming',
      errors: isAsked ? errors : 0,
      warnings,
      detail:
        id === 'layers' && chosen > 0
          ? messages.layerCount(chosen, stack.layers.length)
          : undefined,
    };
  };
  return (
    <ProfileStepper
      currentId={stepId}
      disabled={isSaving}
      onSelect={wizard.goTo}
      steps={WIZARD_STEP_IDS.map(toStep)}
    />
  );
}

const NO_PROBLEMS = { errors: 0, warnings: 0 };
