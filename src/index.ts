'use client';

export { FormProvider, useFormContext } from 'react-hook-form';
export { AdapterContext } from './hooks/AdapterContext';
export { ErrorReportContext, type ErrorArea, type ErrorReporter } from './hooks/ErrorReportContext';
export type { QueryState } from './hooks/useAdapterQuery';
export {
  toChosenPack,
  toChosenVersion,
  useLayerChoice,
  type LayerChoiceState,
  type UseLayerChoiceOptions,
} from './hooks/useLayerChoice';
export {
  packVersionRef,
  useLayerContents,
  type LayerContents,
  type UseLayerContentsOptions,
} from './hooks/useLayerContents';
export {
  useLayerStack,
  type LayerStackState,
  type StackChangeDetails,
  type UseLayerStackOptions,
} from './hooks/useLayerStack';
export {
  usePack,
  usePackContent,
  usePackReadme,
  type UsePackOptions,
  type UsePackVersionOptions,
} from './hooks/usePack';
export {
  usePackCatalog,
  type PackCatalogState,
  type UsePackCatalogOptions,
} from './hooks/usePackCatalog';
export { usePackLogo, type UsePackLogoOptions } from './hooks/usePackLogo';
export {
  PermissionsContext,
  usePermissions,
  type PermissionsState,
  type UsePermissionsOptions,
} from './hooks/usePermissions';
export {
  useProfileEditor,
  type ProfileEditor,
  type UseProfileEditorOptions,
} from './hooks/useProfileEditor';
export {
  useProfileInfoForm,
  type ProfileInfoForm as ProfileInfoFormState,
  type UseProfileInfoFormOptions,
} from './hooks/useProfileInfoForm';
export {
  useProfileNameCheck,
  type ProfileNameCheck,
  type UseProfileNameCheckOptions,
} from './hooks/useProfileNameCheck';
export {
  useProfile,
  useProfiles,
  type ProfilesState,
  type ProfileState,
  type UseProfileOptions,
  type UseProfilesOptions,
} from './hooks/useProfiles';
export {
  useProfileWizard,
  type CreatedProfile,
  type ProfileWizardCommands,
  type UseProfileWizardOptions,
} from './hooks/useProfileWizard';
export { useProviders, type ProvidersState, type UseProvidersOptions } from './hooks/useProviders';
export { useVersionRefresh, type UseVersionRefreshOptions } from './hooks/useVersionRefresh';
export { useRegistries, type UseRegistriesOptions } from './hooks/useRegistries';
export { useMacros, type UseMacrosOptions } from './hooks/useMacros';
export { useProfilePreflight, type UseProfilePreflightOptions } from './hooks/useProfilePreflight';
export {
  useStackChecks,
  type StackChecks,
  type UseStackChecksOptions,
} from './hooks/useStackChecks';
export { useTaskResult, type TaskResult } from './hooks/useTaskResult';
export { useValuesCarry, type UseValuesCarryOptions } from './hooks/useValuesCarry';
export {
  createValuesTasks,
  useValuesTasks,
  ValuesTasksContext,
  type CreateWorker,
  type ValuesTasks,
  type ValuesTasksOptions,
} from './hooks/valuesTasks';
export type { TaskInput, TaskName, TaskOutput } from './values/tasks';
export { type ReadonlyStore } from './hooks/createStore';
export { useStoreSelector } from './hooks/useStoreSelector';
export {
  ProfileBuilderProvider,
  type ProfileBuilderProviderProps,
} from './components/ProfileBuilderProvider/ProfileBuilderProvider';
export type {
  BuilderEvent,
  ColorScheme,
  DocumentationLinks,
} from './components/ProfileBuilderProvider/BuilderContext';
export type {
  MessageOverrides,
  ProfileBuilderMessages,
} from './components/ProfileBuilderProvider/messages';
export { LayerPicker, type LayerPickerProps } from './components/LayerPicker/LayerPicker';
export {
  LayerStackView,
  type LayerStackViewProps,
} from './components/LayerStackView/LayerStackView';
export {
  ManifestEditor,
  type ManifestEditorProps,
} from './components/ManifestEditor/ManifestEditor';
export type { CodeMirrorApi, EditorExtensions } from './components/ManifestEditor/CodeMirrorApi';
export type { CompletionData, ScalarSelection } from './components/ManifestEditor/CompletionData';
export type { EditorTarget } from './components/ManifestEditor/EditorHandle';
export { ManifestList, type ManifestListProps } from './components/ManifestList/ManifestList';
export {
  ProfileDetails,
  type ProfileDetailsProps,
} from './components/ProfileDetails/ProfileDetails';
export {
  ProfileInfoForm,
  type ProfileInfoFormProps,
} from './components/ProfileInfoForm/ProfileInfoForm';
export { ProfileList, type ProfileListProps } from './components/ProfileList/ProfileList';
export {
  ProfileStepper,
  type ProfileStepperProps,
  type ProfileStepperStep,
} from './components/ProfileStepper/ProfileStepper';
export { ProfileWizard, type ProfileWizardProps } from './components/ProfileWizard/ProfileWizard';
export {
  ProviderPicker,
  type ProviderPickerProps,
} from './components/ProviderPicker/ProviderPicker';
export { StackReview, type StackReviewProps } from './components/StackReview/StackReview';
export type { ReviewTarget } from './components/StackReview/ReviewTarget';
export {
  VariablesPanel,
  type VariableChangeDetails,
  type VariablesPanelProps,
  type VariablesPanelStart,
} from './components/VariablesPanel/VariablesPanel';
