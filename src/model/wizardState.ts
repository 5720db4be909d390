import type { NameRefusal } from './infoChecks';
import type { LayerStack } from './layerStack';
import type { ProfileType } from './layers';
import type { NewProfile } from './profile';
import type { ProfileDraft } from './profileDraft';
import type { ProfileErrorInfo } from './ProfileError';
import type { ProfileInfoValues } from './profileInfo';
import type { Provider } from './providers';
import type { LayerStackEvent } from './reduceLayerStack';
import type { SeverityOverrides } from './severities';
import type { SaveState } from './wizardSave';

export const WIZARD_STEP_IDS = ['info', 'cloud', 'layers', 'review'] as const;
export type WizardStepId = (typeof WIZARD_STEP_IDS)[number];

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
