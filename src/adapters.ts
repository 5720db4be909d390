export type {
  Macro,
  PackQuery,
  PackRef,
  PackVersionRef,
  Page,
  ProfileAdapter,
  ProfileFinding,
  ProfileNameAnswer,
  ProfileNameQuery,
  RequestContext,
  WriteContext,
} from './adapters/ProfileAdapter';
export type { DraftStorage } from './adapters/DraftStorage';
export type { Catalog, CatalogPack, CatalogPackVersion } from './adapters/memory/Catalog';
export { createMemoryAdapter } from './adapters/memory/createMemoryAdapter';
export type { MemoryAdapterOptions } from './adapters/memory/createMemoryAdapter';
export {
  isProfileError,
  ProfileError,
  profileErrorCodeOfStatus,
  toProfileError,
} from './model/ProfileError';
export type { ProfileErrorCode, ProfileErrorInfo, ProfileErrorOptions } from './model/ProfileError';
export type { LayerKind, ProfileType } from './model/layers';
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
export type { Provider, ProviderGroup } from './model/providers';
