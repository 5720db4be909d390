export { CORE_LAYER_KINDS, type LayerKind, type ProfileType } from './model/layers';
export type {
  Pack,
  PackContent,
  PackDependency,
  PackHint,
  PackPreset,
  PackSchemaField,
  PackState,
  PackSummary,
  PackTag,
  PackType,
  Registry,
  RegistryKind,
  RegistrySync,
} from './model/packs';
export type {
  NewProfile,
  Profile,
  ProfileLayer,
  ProfileManifest,
  ProfilePermission,
  ProfileSummary,
  ProfileSummaryLayer,
  ProfileTag,
  ProfileUpdate,
} from './model/profile';
export {
  BUILT_IN_PROVIDERS,
  DEFAULT_CLOUD_TYPE,
  fitsCloudType,
  joinProviders,
  type Provider,
  type ProviderGroup,
} from './model/providers';
export {
  isProfileError,
  ProfileError,
  profileErrorCodeOfStatus,
  toProfileError,
  toProfileErrorInfo,
  type ProfileErrorCode,
  type ProfileErrorInfo,
  type ProfileErrorOptions,
} from './model/ProfileError';
export {
  createProfileInfoSchema,
  DEFAULT_PROFILE_VERSION,
  emptyProfileInfo,
  nextPatchVersion,
  PROFILE_TYPES,
  profileInfoFaultMessages,
  profileInfoSchema,
  suggestProfileVersion,
  type ProfileInfo,
  type ProfileInfoFaultMessages,
  type ProfileInfoSchemaOptions,
  type ProfileInfoValues,
} from './model/profileInfo';
export {
  duplicateTagKeys,
  formatTag,
  fromTagLabels,
  parseTag,
  splitTagInput,
  toTagLabels,
  type TagFault,
  type TagParseResult,
} from './model/tags';
export {
  comparePackVersions,
  defaultPackTag,
  groupPackVersions,
  isGroupTag,
  latestPackTag,
  type PackVersionGroup,
} from './model/packVersions';
export {
  createLayerStack,
  findLayer,
  isEdited,
  isLayerEdited,
  layerValues,
  manifestText,
  manifestTextId,
  valuesTextId,
  type ChosenPack,
  type ChosenVersion,
  type LayerStack,
  type ProviderChangeItem,
  type StackLayer,
  type StackManifest,
  type StackNotice,
  type StackSnapshot,
  type StackText,
} from './model/layerStack';
export {
  reduceLayerStack,
  UNDO_LIMIT,
  type LayerStackEvent,
  type VariablesEvent,
} from './model/reduceLayerStack';
export type { ChoiceEvent } from './model/layerChoice';
export type { ManifestEvent } from './model/layerManifests';
export type { PresetEvent, TextEvent } from './model/layerTexts';
export {
  checkLayer,
  checkLayers,
  countSeverities,
  isLayerComplete,
  shownFindings,
  type DiagnosticCode,
  type LayerDiagnostic,
  type LayerDiagnosticCode,
  type TextPlace,
} from './model/diagnostics';
export { checkLayerStack } from './model/dependencies';
export { applySeverities, type SeverityOverrides } from './model/severities';
export { sumResources, type ResourceAmounts, type ResourceTotals } from './model/resources';
export {
  carryOf,
  undecidedConflicts,
  type CarriedConflict,
  type CarryEvent,
  type ConflictSide,
  type SetAsideValues,
  type ValuesCarry,
} from './model/valuesCarry';
export {
  positionAt,
  type ManifestDiagnosticCode,
  type Severity,
  type TextChange,
  type TextDiagnostic,
  type TextDiagnosticCode,
  type TextFix,
  type TextRange,
  type ValuesDiagnosticCode,
  type ValuesPath,
} from './model/textDiagnostic';
export type { MergeConflict, MergeConflictKind, MergeResult } from './model/valuesMerge';
export {
  checkVariables,
  type VariableDiagnostic,
  type VariableFaultCode,
} from './model/variableChecks';
export { reduceVariables, type VariableEvent } from './model/variableEvents';
export {
  createVariable,
  quotedVariableReference,
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  variableReference,
  type ProfileVariable,
  type VariableFormat,
  type VariableInProgress,
  type VariableInputType,
  type VariableOption,
} from './model/variables';
export type { DraftCarry } from './model/draftCarry';
export {
  buildProfileLayers,
  createStackFromDraft,
  draftFromProfile,
  draftLayers,
  type DraftLayer,
  type DraftManifest,
  type ProfileDraft,
} from './model/profileDraft';
export {
  checkInfo,
  currentNameRefusal,
  type InfoDiagnostic,
  type NameRefusal,
} from './model/infoChecks';
export {
  buildNewProfile,
  countCompleteLayers,
  countStepProblems,
  draftFromWizard,
  isReadyToSave,
} from './model/wizardContent';
export { createProfileWizardState, isLastLayer, reduceProfileWizard } from './model/profileWizard';
export { isFinishing, type SaveState } from './model/wizardSave';
export {
  WIZARD_STEP_IDS,
  type ProfileWizardEvent,
  type ProfileWizardInit,
  type ProfileWizardState,
  type WizardStepId,
} from './model/wizardState';
export {
  changedLayerIds,
  createProfileEditorState,
  isProfileChanged,
  reduceProfileEditor,
  type ProfileEditorEvent,
  type ProfileEditorState,
  type UpdateState,
} from './model/profileEditor';
export { groupProfiles, type ProfileGroup } from './model/profileGroups';
export { safeImageUrl, safeLinkUrl } from './model/safeUrl';
