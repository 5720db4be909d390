import type { LayerKind, ProfileType } from './layers';
import type { PackType } from './packs';
import type { ProfileVariable } from './variables';

/** `key:value`, or a single word whose value is null. */
export interface ProfileTag {
  readonly key: string;
  readonly value: string | null;
}

/** A Kubernetes manifest attached to a layer. Names are unique within the layer. */
export interface ProfileManifest {
  readonly name: string;
  /** YAML or JSON, one or more documents, byte for byte as typed. */
  readonly content: string;
  /** The server's identifier, on a manifest that was saved before. */
  readonly uid?: string | undefined;
}

/** A layer as it is sent to and read from the backend. */
export interface ProfileLayer {
  readonly kind: LayerKind;
  readonly registryUid: string;
  /** Machine name of the pack. */
  readonly packName: string;
  readonly packDisplayName: string;
  readonly packType: PackType;
  /** Null for a pack that was typed, of a registry that cannot be searched. */
  readonly packUid: string | null;
  /** The chosen row: a version, or a group such as `1.33.x` that follows new releases. */
  readonly tag: string;
  /** The version `tag` stood for when it was chosen. */
  readonly version: string;
  readonly cloudTypes: readonly string[];
  /** Whole values text, byte for byte as edited. */
  readonly values: string;
  readonly manifests: readonly ProfileManifest[];
}

/** Everything needed to create a profile. */
export interface NewProfile {
  readonly name: string;
  /** `major.minor.patch`. */
  readonly version: string;
  readonly description: string;
  readonly type: ProfileType;
  readonly tags: readonly ProfileTag[];
  readonly cloudType: string;
  /** Lowest layer first. */
  readonly layers: readonly ProfileLayer[];
  /** In the order in which they are asked for at deployment. To be saved before the layers, which use them. @default none */
  readonly variables?: readonly ProfileVariable[] | undefined;
}

/** A profile as the backend keeps it. */
export interface Profile extends NewProfile {
  readonly uid: string;
  readonly isPublished: boolean;
  /** Last change, ISO 8601. Sent back on update, so that a change made elsewhere is noticed. */
  readonly modifiedAt: string;
}

/** A profile as a list shows it. */
export interface ProfileSummary {
  readonly uid: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly type: ProfileType;
  readonly cloudType: string;
  readonly tags: readonly ProfileTag[];
  readonly layers: readonly ProfileSummaryLayer[];
  readonly modifiedAt: string;
}

export interface ProfileSummaryLayer {
  readonly kind: LayerKind;
  readonly packName: string;
  readonly packDisplayName: string;
  readonly version: string;
}

/** Changes to a saved profile. What is left out stays as it is; cloud type and type never change. */
export interface ProfileUpdate {
  readonly uid: string;
  /** `modifiedAt` of the profile the change was made on. */
  readonly expectedModifiedAt?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: readonly ProfileTag[] | undefined;
  readonly layers?: readonly ProfileLayer[] | undefined;
  readonly variables?: readonly ProfileVariable[] | undefined;
}

/** Rights the flow asks for, by Palette's names. */
export type ProfilePermission =
  | 'clusterProfile.create'
  | 'clusterProfile.get'
  | 'clusterProfile.list'
  | 'clusterProfile.update'
  | 'clusterProfile.publish'
  | 'clusterProfile.delete';
