import { isLayerComplete } from './diagnostics';
import { checkInfo, currentNameRefusal } from './infoChecks';
import type { LayerStack } from './layerStack';
import { CORE_LAYER_KINDS } from './layers';
import type { ProfileErrorInfo } from './ProfileError';
import { createStackFromDraft } from './profileDraft';
import { emptyProfileInfo } from './profileInfo';
import { BUILT_IN_PROVIDERS, DEFAULT_CLOUD_TYPE, type Provider } from './providers';
import { reduceLayerStack, type LayerStackEvent } from './reduceLayerStack';
import { NO_OVERRIDES, type SeverityOverrides } from './severities';
import { layerErrors } from './wizardContent';
import {
  failSave,
  isCheck,
  isCurrentSave,
  nameRefusalOf,
  startSave,
  type SavingState,
} from './wizardSave';
import {
  WIZARD_STEP_IDS,
  type ProfileWizardEvent,
  type ProfileWizardInit,
  type ProfileWizardState,
  type WizardStepId,
} from './wizardState';

export function createProfileWizardState(init: ProfileWizardInit = {}): ProfileWizardState {
  const { draft = {}, providers = BUILT_IN_PROVIDERS, stepId = 'info', severities } = init;
  const cloudType = draft.cloudType ?? DEFAULT_CLOUD_TYPE;
  const provider = providers.find((candidate) => candidate.cloudType === cloudType) ?? {
    cloudType,
    layers: CORE_LAYER_KINDS,
  };
  const stack: LayerStack = {
    ...createStackFromDraft(provider, draft.layers ?? [], draft.variables),
    variableInProgress: draft.variableInProgress ?? null,
  };
  const hasLayers = stack.layers.some((layer) => layer.pack !== null);
  return {
    stepId,
    visited: WIZARD_STEP_IDS.slice(0, WIZARD_STEP_IDS.indexOf(stepId) + 1),
    activeLayerId: firstOpenLayerId(stack, severities),
    isStackReached: hasLayers && firstOpenLayerId(stack, severities) === null,
    info: { ...emptyProfileInfo(init.type), ...draft.info },
    stack,
    askedProvider: null,
    refused: [],
    refusalCount: 0,
    nameRefusal: null,
    save: { phase: 'idle' },
  };
}

/** Returns the next state, or the same reference when the event changes nothing. */
export function reduceProfileWizard(
  state: ProfileWizardState,
  event: ProfileWizardEvent,
): ProfileWizardState {
  return reduceBySeverities(state, event, NO_OVERRIDES);
}

/** The same, with the severities of a host, as `applySeverities` takes them. */
export function reduceBySeverities(
  state: ProfileWizardState,
  event: ProfileWizardEvent,
  severities: SeverityOverrides,
): ProfileWizardState {
  switch (event.type) {
    case 'infoChanged':
      return state.info === event.info || state.save.phase === 'saved'
        ? state
        : forgetOldRefusal({ ...state, info: event.info });
    case 'nextPressed':
      return isSettled(state) ? moveOn(state, severities) : state;
    case 'backPressed':
      return isSettled(state) ? moveBack(state) : state;
    case 'stepSelected':
      return !isSettled(state) ||
        state.stepId === event.stepId ||
        !state.visited.includes(event.stepId)
        ? state
        : isBehindQuestion(state, event.stepId)
          ? demandAnswer(state)
          : goTo(state, event.stepId);
    case 'providerAsked':
      return askAboutProvider(state, event.provider);
    case 'layerOpened':
      return openLayer(state, event.layerId);
    case 'finishRefused':
      return isSettled(state) || state.save.phase === 'checking'
        ? refuse(withoutCheck(state), 'review')
        : state;
    case 'checkStarted':
      return isSettled(state)
        ? { ...state, save: { phase: 'checking', requestId: event.requestId } }
        : state;
    case 'checkStopped':
      return isCheck(state.save, event.requestId) ? withoutCheck(state) : state;
    case 'saveStarted':
      return isSettled(state) || isCheck(state.save, event.requestId)
        ? { ...state, save: startSave(state.save, state.info, event.requestId) }
        : state;
    case 'saveSucceeded':
      return isCurrentSave(state.save, event.requestId)
        ? { ...state, save: { phase: 'saved', uid: event.uid, profile: event.profile } }
        : state;
    case 'saveFailed':
      return isCurrentSave(state.save, event.requestId)
        ? showFailure(state, state.save, event.error)
        : state;
    case 'restarted':
      return event.state;
    default:
      return changeStack(state, event, severities);
  }
}

/** A refusal is about one pair; whoever comes back to it later asks the backend anew. */
function forgetOldRefusal(state: ProfileWizardState): ProfileWizardState {
  return state.nameRefusal === null || currentNameRefusal(state) !== null
    ? state
    : { ...state, nameRefusal: null };
}

/** Whether the forward button reads *Confirm*: on the last layer, or on one opened from the stack. */
export function isLastLayer(state: ProfileWizardState): boolean {
  return state.isStackReached || state.stack.layers.at(-1)?.id === state.activeLayerId;
}

function moveOn(state: ProfileWizardState, severities: SeverityOverrides): ProfileWizardState {
  switch (state.stepId) {
    case 'info':
      return checkInfo(state).length > 0
        ? refuse(state, 'info')
        : goTo(accept(state, 'info'), 'cloud');
    case 'cloud':
      return isBehindQuestion(state, 'layers') ? demandAnswer(state) : goTo(state, 'layers');
    case 'layers':
      return moveOnInLayers(state, severities);
    case 'review':
      return state;
    default:
      return state.stepId satisfies never;
  }
}

function moveOnInLayers(
  state: ProfileWizardState,
  severities: SeverityOverrides,
): ProfileWizardState {
  const { activeLayerId, stack } = state;
  if (activeLayerId === null) {
    const errors = layerErrors(stack, severities);
    return errors.length > 0
      ? refuse(state, 'layers', ...errors.map((found) => found.layerId))
      : goTo(accept(state, 'layers'), 'review');
  }
  if (!isLayerComplete(stack, activeLayerId, severities)) return refuse(state, activeLayerId);
  const accepted = accept(state, activeLayerId);
  if (isLastLayer(state)) return { ...accepted, activeLayerId: null, isStackReached: true };
  const index = stack.layers.findIndex((layer) => layer.id === activeLayerId);
  return { ...accepted, activeLayerId: stack.layers[index + 1]?.id ?? null };
}

function moveBack(state: ProfileWizardState): ProfileWizardState {
  switch (state.stepId) {
    case 'info':
      return state;
    case 'cloud':
      return goTo(state, 'info');
    case 'layers':
      return moveBackInLayers(state);
    case 'review':
      return { ...goTo(state, 'layers'), activeLayerId: null, isStackReached: true };
    default:
      return state.stepId satisfies never;
  }
}

function moveBackInLayers(state: ProfileWizardState): ProfileWizardState {
  const { layers } = state.stack;
  // Back to where it was opened.
  if (state.isStackReached && state.activeLayerId !== null)
    return { ...state, activeLayerId: null };
  if (state.activeLayerId === null) {
    const last = layers.at(-1);
    return last === undefined
      ? goTo(state, 'cloud')
      : { ...state, activeLayerId: last.id, isStackReached: false };
  }
  const index = layers.findIndex((layer) => layer.id === state.activeLayerId);
  const previous = layers[index - 1];
  return previous === undefined ? goTo(state, 'cloud') : { ...state, activeLayerId: previous.id };
}

function goTo(state: ProfileWizardState, stepId: WizardStepId): ProfileWizardState {
  const visited = state.visited.includes(stepId) ? state.visited : [...state.visited, stepId];
  return { ...state, stepId, visited };
}

function openLayer(state: ProfileWizardState, layerId: string | null): ProfileWizardState {
  const exists = layerId === null || state.stack.layers.some((layer) => layer.id === layerId);
  if (!exists || !isSettled(state) || !state.visited.includes('layers')) return state;
  if (isBehindQuestion(state, 'layers')) return demandAnswer(state);
  if (state.stepId === 'layers' && state.activeLayerId === layerId) return state;
  return {
    ...goTo(state, 'layers'),
    activeLayerId: layerId,
    isStackReached: state.isStackReached || layerId === null,
  };
}

/** Whether a question about the provider is to be answered before a step is opened. */
function isBehindQuestion({ askedProvider }: ProfileWizardState, stepId: WizardStepId): boolean {
  return (
    askedProvider !== null && WIZARD_STEP_IDS.indexOf(stepId) > WIZARD_STEP_IDS.indexOf('cloud')
  );
}

function demandAnswer(state: ProfileWizardState): ProfileWizardState {
  return refuse(state.stepId === 'cloud' ? state : goTo(state, 'cloud'), 'cloud');
}

function askAboutProvider(
  state: ProfileWizardState,
  provider: Provider | null,
): ProfileWizardState {
  const asked = provider?.cloudType === state.stack.cloudType ? null : provider;
  if (!isSettled(state) || asked === state.askedProvider) return state;
  return { ...accept(state, 'cloud'), askedProvider: asked };
}

function changeStack(
  state: ProfileWizardState,
  event: LayerStackEvent,
  severities: SeverityOverrides,
): ProfileWizardState {
  // What was created stays on view as it was; a draft of it would be created twice.
  if (state.save.phase === 'saved') return state;
  const stack = reduceLayerStack(state.stack, event);
  const { askedProvider } = state;
  // Selecting a provider answers the question, and so does coming to the one that was asked about.
  const isAnswered =
    askedProvider !== null &&
    (event.type === 'providerSelected' || stack.cloudType === askedProvider.cloudType);
  const before = isAnswered ? { ...accept(state, 'cloud'), askedProvider: null } : state;
  if (stack === state.stack) return before;
  const next = { ...before, stack };
  const providerChanged = stack.cloudType !== state.stack.cloudType;
  const isActiveGone =
    state.activeLayerId !== null && !stack.layers.some((layer) => layer.id === state.activeLayerId);
  if (!providerChanged && !isActiveGone) return next;
  const activeLayerId = firstOpenLayerId(stack, severities);
  const refused = state.refused.filter((place) => place === 'info');
  return { ...next, activeLayerId, isStackReached: activeLayerId === null, refused };
}

function refuse(state: ProfileWizardState, ...places: readonly string[]): ProfileWizardState {
  const refused = [...new Set([...state.refused, ...places])];
  return { ...state, refused, refusalCount: state.refusalCount + 1 };
}

function accept(state: ProfileWizardState, place: string): ProfileWizardState {
  return state.refused.includes(place)
    ? { ...state, refused: state.refused.filter((other) => other !== place) }
    : state;
}

function firstOpenLayerId(
  stack: LayerStack,
  severities: SeverityOverrides | undefined,
): string | null {
  return stack.layers.find((layer) => !isLayerComplete(stack, layer.id, severities))?.id ?? null;
}

function withoutCheck(state: ProfileWizardState): ProfileWizardState {
  return state.save.phase === 'checking' ? { ...state, save: { phase: 'idle' } } : state;
}

/** Whether the flow may move: not while saving, nor after it. */
function isSettled(state: ProfileWizardState): boolean {
  return state.save.phase === 'idle' || state.save.phase === 'failed';
}

/** A failure that is about the name leads back to it. */
function showFailure(
  state: ProfileWizardState,
  saving: SavingState,
  error: ProfileErrorInfo,
): ProfileWizardState {
  const failed = { ...state, save: failSave(saving, error) };
  const nameRefusal = nameRefusalOf(saving, error);
  return nameRefusal === null ? failed : refuse({ ...goTo(failed, 'info'), nameRefusal }, 'info');
}
