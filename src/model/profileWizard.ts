import { checkLayers, countSeverities, isLayerComplete, type LayerDiagnostic } from './diagnostics';
import { checkInfo, currentNameRefusal, type NameRefusal } from './infoChecks';
import type { LayerStack } from './layerStack';
import { CORE_LAYER_KINDS, type ProfileType } from './layers';
import type { NewProfile } from './profile';
import {
  buildProfileLayers,
  createStackFromDraft,
  draftLayers,
  type ProfileDraft,
} from './profileDraft';
import type { ProfileErrorInfo } from './ProfileError';
import { emptyProfileInfo, profileInfoSchema, type ProfileInfoValues } from './profileInfo';
import { BUILT_IN_PROVIDERS, DEFAULT_CLOUD_TYPE, type Provider } from './providers';
import { reduceLayerStack, type LayerStackEvent } from './reduceLayerStack';
import { withoutSecret } from './secrets';
import { applySeverities, NO_OVERRIDES, type SeverityOverrides } from './severities';

export const WIZARD_STEP_IDS = ['info', 'cloud', 'layers', 'review'] as const;
export type WizardStepId = (typeof WIZARD_STEP_IDS)[number];

export type SaveState =
  | { readonly phase: 'idle' }
  /** Texts are checked before anything is sent. */
  | { readonly phase: 'checking'; readonly requestId: number }
  | {
      readonly phase: 'saving';
      readonly requestId: number;
      /** Name and version as sent. */
      readonly name: string;
      readonly version: string;
      /** An earlier try with this name and version lost its answer. */
      readonly mayExist: boolean;
    }
  | {
      readonly phase: 'failed';
      readonly error: ProfileErrorInfo;
      /** Name and version as sent. */
      readonly name: string;
      readonly version: string;
      /** The answer was lost, so the profile may have been created all the same. */
      readonly mayExist: boolean;
    }
  | { readonly phase: 'saved'; readonly uid: string; readonly profile: NewProfile };

type SavingState = Extract<SaveState, { phase: 'saving' }>;

/** The whole flow. Serialisable. */
export interface ProfileWizardState {
  readonly stepId: WizardStepId;
  /** Steps that can be returned to. */
  readonly visited: readonly WizardStepId[];
  /** The layer being chosen; null shows the profile stack. */
  readonly activeLayerId: string | null;
  /** Whether the profile stack was reached, so that a layer opened from it returns to it. */
  readonly isStackReached: boolean;
  readonly info: ProfileInfoValues;
  readonly stack: LayerStack;
  /**
   * The provider that was pressed while layers are chosen: what a change would mean is shown, and nothing
   * after the cloud type can be opened before it is answered. Null while no provider is asked about.
   */
  readonly askedProvider: Provider | null;
  /** Places whose faults are shown, because moving on was refused there: step ids and layer ids. */
  readonly refused: readonly string[];
  /** Counts refusals, so that focus can move to the fault each time. */
  readonly refusalCount: number;
  readonly nameRefusal: NameRefusal | null;
  readonly save: SaveState;
}

export type ProfileWizardEvent =
  | LayerStackEvent
  | { readonly type: 'infoChanged'; readonly info: ProfileInfoValues }
  /** The forward button. Moves on where nothing is at fault, else shows what is. */
  | { readonly type: 'nextPressed' }
  | { readonly type: 'backPressed' }
  | { readonly type: 'stepSelected'; readonly stepId: WizardStepId }
  /** A layer, or with null the profile stack, was opened. */
  | { readonly type: 'layerOpened'; readonly layerId: string | null }
  /** A provider is asked about before it is selected; with null, all stays as it is. */
  | { readonly type: 'providerAsked'; readonly provider: Provider | null }
  | { readonly type: 'finishRefused' }
  | { readonly type: 'checkStarted'; readonly requestId: number }
  /** The user did not want to wait for it. */
  | { readonly type: 'checkStopped'; readonly requestId: number }
  | { readonly type: 'saveStarted'; readonly requestId: number }
  | {
      readonly type: 'saveSucceeded';
      readonly requestId: number;
      readonly uid: string;
      readonly profile: NewProfile;
    }
  | {
      readonly type: 'saveFailed';
      readonly requestId: number;
      readonly error: ProfileErrorInfo;
    }
  /** *Create another*. */
  | { readonly type: 'restarted'; readonly state: ProfileWizardState };

export interface ProfileWizardInit {
  readonly draft?: Partial<ProfileDraft> | undefined;
  /** Providers known at the start. @default the built-in ones */
  readonly providers?: readonly Provider[] | undefined;
  /** @default `infra` */
  readonly type?: ProfileType | undefined;
  /** Steps before it count as visited. @default `info` */
  readonly stepId?: WizardStepId | undefined;
  /** The host's, as `applySeverities` takes them. @default ours */
  readonly severities?: SeverityOverrides | undefined;
}

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
        ? startSave(state, event.requestId)
        : state;
    case 'saveSucceeded':
      return isCurrentSave(state.save, event.requestId)
        ? { ...state, save: { phase: 'saved', uid: event.uid, profile: event.profile } }
        : state;
    case 'saveFailed':
      return isCurrentSave(state.save, event.requestId)
        ? failSave(state, state.save, event.error)
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

function startSave(state: ProfileWizardState, requestId: number): ProfileWizardState {
  const { save } = state;
  const { name, version } = identityOf(state.info);
  const mayExist =
    save.phase === 'failed' && save.mayExist && save.name === name && save.version === version;
  return { ...state, save: { phase: 'saving', requestId, name, version, mayExist } };
}

function failSave(
  state: ProfileWizardState,
  { name, version, mayExist: mayBeOurs }: SavingState,
  error: ProfileErrorInfo,
): ProfileWizardState {
  const mayExist = mayBeOurs || ANSWER_LOST.has(error.code);
  const failed: ProfileWizardState = {
    ...state,
    save: { phase: 'failed', error, name, version, mayExist },
  };
  const isAboutName =
    error.code === 'conflict' || (error.code === 'invalid' && error.field !== null);
  if (!isAboutName) return failed;
  const nameRefusal: NameRefusal = {
    name,
    version,
    reason: error.code === 'conflict' ? 'taken' : 'invalid',
    field: error.field ?? 'name',
    serverMessage: error.serverMessage,
    mayBeOurs,
  };
  return refuse({ ...goTo(failed, 'info'), nameRefusal }, 'info');
}

/** Failures after which nobody knows whether the profile was created. */
const ANSWER_LOST: ReadonlySet<string> = new Set(['aborted', 'unavailable', 'unknown']);

/** Name and version as they are sent. */
function identityOf(info: ProfileInfoValues): { readonly name: string; readonly version: string } {
  const parsed = profileInfoSchema.safeParse(info);
  return parsed.success ? parsed.data : info;
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

function layerErrors(
  stack: LayerStack,
  severities: SeverityOverrides = NO_OVERRIDES,
): readonly LayerDiagnostic[] {
  return applySeverities(checkLayers(stack), severities).filter(
    (found) => found.severity === 'error',
  );
}

function firstOpenLayerId(
  stack: LayerStack,
  severities: SeverityOverrides | undefined,
): string | null {
  return stack.layers.find((layer) => !isLayerComplete(stack, layer.id, severities))?.id ?? null;
}

/** Whether the flow waits for an answer to *Finish Configuration*. */
export function isFinishing({ save }: ProfileWizardState): boolean {
  return save.phase === 'checking' || save.phase === 'saving';
}

function isCheck(save: SaveState, requestId: number): boolean {
  return save.phase === 'checking' && save.requestId === requestId;
}

function withoutCheck(state: ProfileWizardState): ProfileWizardState {
  return state.save.phase === 'checking' ? { ...state, save: { phase: 'idle' } } : state;
}

/** Whether the flow may move: not while saving, nor after it. */
function isSettled(state: ProfileWizardState): boolean {
  return state.save.phase === 'idle' || state.save.phase === 'failed';
}

function isCurrentSave(save: SaveState, requestId: number): save is SavingState {
  return save.phase === 'saving' && save.requestId === requestId;
}
