import type { CompareTextsMessages, ConflictViewMessages } from '../CompareEditor/messages';
import type { DiagnosticsMessages } from '../Diagnostics/messages';
import type { ComparePacksMessages } from '../ComparePacks/messages';
import type { LayerPickerMessages } from '../LayerPicker/messages';
import type { LayerStackViewMessages } from '../LayerStackView/messages';
import type { LayerTextMessages } from '../LayerText/messages';
import type { LayerWorkspaceMessages } from '../LayerWorkspace/messages';
import type { ManifestEditorMessages } from '../ManifestEditor/messages';
import type { ManifestListMessages } from '../ManifestList/messages';
import type { PresetPickerMessages } from '../PresetPicker/messages';
import type { ProfileDetailsMessages } from '../ProfileDetails/messages';
import type { ProfileInfoFormMessages } from '../ProfileInfoForm/messages';
import type { ProfileListMessages } from '../ProfileList/messages';
import type { ProfileStepperMessages } from '../ProfileStepper/messages';
import type { ProfileWizardMessages } from '../ProfileWizard/messages';
import type { ProviderPickerMessages } from '../ProviderPicker/messages';
import type { ReadmeMessages } from '../Readme/messages';
import type { StackReviewMessages } from '../StackReview/messages';
import type { VariablesPanelMessages } from '../VariablesPanel/messages';
import type { SharedMessages } from '../ui/messages';

/** Every word that is shown, by the component that shows it. */
export interface ProfileBuilderMessages {
  readonly Shared: SharedMessages;
  readonly CompareTexts: CompareTextsMessages;
  readonly ConflictView: ConflictViewMessages;
  readonly Diagnostics: DiagnosticsMessages;
  readonly ComparePacks: ComparePacksMessages;
  readonly LayerPicker: LayerPickerMessages;
  readonly LayerStackView: LayerStackViewMessages;
  readonly LayerText: LayerTextMessages;
  readonly LayerWorkspace: LayerWorkspaceMessages;
  readonly ManifestEditor: ManifestEditorMessages;
  readonly ManifestList: ManifestListMessages;
  readonly PresetPicker: PresetPickerMessages;
  readonly ProfileDetails: ProfileDetailsMessages;
  readonly ProfileInfoForm: ProfileInfoFormMessages;
  readonly ProfileList: ProfileListMessages;
  readonly ProfileStepper: ProfileStepperMessages;
  readonly ProfileWizard: ProfileWizardMessages;
  readonly ProviderPicker: ProviderPickerMessages;
  readonly Readme: ReadmeMessages;
  readonly StackReview: StackReviewMessages;
  readonly VariablesPanel: VariablesPanelMessages;
}

/** Words to be used instead of ours; what is left out stays English. Keep the object stable. */
export type MessageOverrides = {
  readonly [Component in keyof ProfileBuilderMessages]?:
    Partial<ProfileBuilderMessages[Component]> | undefined;
};
