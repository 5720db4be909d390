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
