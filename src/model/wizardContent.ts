import { checkLayers, countSeverities, isLayerComplete, type LayerDiagnostic } from './diagnostics';
import { checkInfo } from './infoChecks';
import type { LayerStack } from './layerStack';
import type { NewProfile } from './profile';
import { buildProfileLayers, draftLayers, type ProfileDraft } from './profileDraft';
import { profileInfoSchema } from './profileInfo';
import { withoutSecret } from './secrets';
import { applySeverities, NO_OVERRIDES, type SeverityOverrides } from './severities';
import type { ProfileWizardState, WizardStepId } from './wizardState';

/**
 * Errors and warnings of a step, as far as basic information and the choices tell.
 *
 * @param severities the host's, as `applySeverities` takes them. @default ours
 */
export function countStepProblems(
  state: ProfileWizardState,
  stepId: WizardStepId,
  severities: SeverityOverrides = NO_OVERRIDES,
): { readonly errors: number; readonly warnings: number } {
  if (stepId === 'info') return countSeverities(checkInfo(state));
  if (stepId === 'cloud') return { errors: state.askedProvider === null ? 0 : 1, warnings: 0 };
  if (stepId === 'layers') {
    return countSeverities(applySeverities(checkLayers(state.stack), severities));
  }
  return { errors: 0, warnings: 0 };
}

/** What of the flow is sent, and what the backend said of it. */
type WizardContent = Pick<ProfileWizardState, 'info' | 'stack' | 'nameRefusal'>;

/**
 * Whether nothing stands in the way of saving, as far as basic information and the choices tell.
 *
 * @param severities the host's, as `applySeverities` takes them. @default ours
 */
export function isReadyToSave(state: WizardContent, severities?: SeverityOverrides): boolean {
  return checkInfo(state).length === 0 && layerErrors(state.stack, severities).length === 0;
}

/**
 * What would be created now; null while something is missing.
 *
 * @param severities the host's, as `applySeverities` takes them. @default ours
 */
export function buildNewProfile(
  state: WizardContent,
  severities?: SeverityOverrides,
): NewProfile | null {
  const info = profileInfoSchema.safeParse(state.info);
  if (!info.success || !isReadyToSave(state, severities)) return null;
  return {
    ...info.data,
    cloudType: state.stack.cloudType,
    layers: buildProfileLayers(state.stack),
    variables: state.stack.variables,
  };
}

/** The state as a draft, to be continued later: without secrets, see `ProfileDraft`. */
export function draftFromWizard(state: ProfileWizardState): ProfileDraft {
  const { variables, variableInProgress: inProgress } = state.stack;
  return {
    info: state.info,
    cloudType: state.stack.cloudType,
    layers: draftLayers(state.stack),
    variables: variables.map(withoutSecret),
    variableInProgress: inProgress && {
      ...inProgress,
      variable: withoutSecret(inProgress.variable),
    },
  };
}

/**
 * How many layers have all they need.
 *
 * @param severities the host's, as `applySeverities` takes them. @default ours
 */
export function countCompleteLayers(stack: LayerStack, severities?: SeverityOverrides): number {
  return stack.layers.filter((layer) => isLayerComplete(stack, layer.id, severities)).length;
}

export function layerErrors(
  stack: LayerStack,
  severities: SeverityOverrides = NO_OVERRIDES,
): readonly LayerDiagnostic[] {
  return applySeverities(checkLayers(stack), severities).filter(
    (found) => found.severity === 'error',
  );
}
