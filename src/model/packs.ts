import type { LayerKind } from './layers';

/** Where packs come from. */
export interface Registry {
  readonly uid: string;
  /** Name as its administrator gave it, such as `Palette Registry`. */
  readonly name: string;
  readonly kind: RegistryKind;
  /** The registry a new layer starts with. At most one of a list is the default. */
  readonly isDefault: boolean;
  readonly isPrivate: boolean;
  /**
   * Whether packs of it can be listed. A registry that is not synchronised cannot be searched:
   * pack name and version are typed and values pasted.
   */
  readonly isSearchable: boolean;
  /** Packs of it can be asked for by `fipsOnly`. Without it, only what packs say of themselves counts. */
  readonly knowsFips?: boolean | undefined;
  /** Last synchronisation, where the backend knows it. */
  readonly sync?: RegistrySync | undefined;
}

export type RegistryKind = 'oci' | 'helm' | 'pack';

export interface RegistrySync {
  readonly status: 'synced' | 'syncing' | 'failed' | 'never';
  /** The server's own words on a failure. */
  readonly message?: string | undefined;
}

/** How a pack is packaged. It follows its registry: `pack` → `spectro`, `oci` → `oci`, `helm` → `helm`. */
export type PackType = 'spectro' | 'oci' | 'helm' | 'manifest';

/** A pack's standing with its publisher. */
export type PackState = 'active' | 'deprecated' | 'disabled' | 'deleted';

/** What choosing a pack means for the profile; shown on its card. Plain text, written by the backend. */
export interface PackHint {
  readonly text: string;
  readonly link?: { readonly label: string; readonly href: string } | undefined;
}

/** A pack as a list shows it. Identified by registry and name; the same name lives in several registries. */
export interface PackSummary {
  readonly registryUid: string;
  /** Machine name, such as `kubernetes-eks`. */
  readonly name: string;
  readonly displayName: string;
  readonly layer: LayerKind;
  readonly type: PackType;
  /** Cloud types it works with; `all` means any. Values unknown to this library pass through. */
  readonly cloudTypes: readonly string[];
  readonly state: PackState;
  /** Verified by the publisher of the registry. */
  readonly isVerified: boolean;
  readonly isTechPreview: boolean;
  /** Its cryptography is validated by FIPS 140. Absent where the backend does not know. */
  readonly isFips?: boolean | undefined;
  readonly latestVersion?: string | undefined;
  /**
   * Rules of `latestVersion` about other packs, so that a list can mark what does not fit. Absent where
   * they are not known; they are read with the version anyway once the pack is chosen.
   */
  readonly dependencies?: readonly PackDependency[] | undefined;
  /** Image address. Shown only when it is `https:`, `http:`, `blob:` or an image `data:` URL. */
  readonly logoUrl?: string | undefined;
  readonly hint?: PackHint | undefined;
}

/**
 * One row of a pack's version list. A row whose `tag` differs from its `version` is a group such as
 * `1.33.x`, whose `version` is what it resolves to today. Never derive one of the two from the other.
 */
export interface PackTag {
  readonly tag: string;
  readonly version: string;
  readonly packUid: string;
  /** Groups this version belongs to, such as `['1.33.x', '1.x']`. */
  readonly parentTags: readonly string[];
  /** Cloud types of this version where they differ from the pack's. */
  readonly cloudTypes?: readonly string[] | undefined;
  readonly state?: PackState | undefined;
  /** End of life as `yyyy-MM-dd`. Anything else is ignored. */
  readonly endOfLife?: string | undefined;
  /** Where it differs from the pack's. */
  readonly isFips?: boolean | undefined;
}

/** A pack with all its versions. */
export interface Pack extends PackSummary {
  readonly tags: readonly PackTag[];
}

/** A named bundle of values. At most one of a group is on. */
export interface PackPreset {
  readonly name: string;
  readonly displayName: string;
  readonly group: string;
  /** Dotted paths taken out before `add` goes in. */
  readonly remove: readonly string[];
  /** YAML text merged into the values. */
  readonly add: string;
}

/** A rule for one value of a pack, as `schema.yaml` states it. */
export interface PackSchemaField {
  /** Dotted path; `$[]` stands for every item of a list. */
  readonly path: string;
  /** The rule as written, such as `{{ required | format "${number}" | hints "Megabytes" }}`. */
  readonly schema: string;
}

/** A rule of one pack about another. Empty bounds are open; both bounds are inclusive. */
export interface PackDependency {
  readonly packName: string;
  readonly layer?: LayerKind | undefined;
  /** Unknown types are kept and not judged. */
  readonly type: 'required' | 'optional' | 'notSupported' | 'upgrade' | (string & {});
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
}

/** What a pack needs of the machines at least. Unknown types are kept and not counted. */
export interface PackResource {
  /** `cpu` in millicores, `memory` in Mi, `diskSize` in GB. */
  readonly type: 'cpu' | 'memory' | 'diskSize' | (string & {});
  /** Of the whole pack. Ignored where `components` can be read from the values. */
  readonly minLimit?: number | undefined;
  readonly components?: readonly PackResourceComponent[] | undefined;
}

/** A part of a pack whose need stands in the values. */
export interface PackResourceComponent {
  /** Dotted path of the request, such as `charts.app.resources.requests.cpu`. */
  readonly requestPath: string;
  /** Dotted path of the number of replicas. @default one replica */
  readonly replicasPath?: string | undefined;
  /** The machines it runs on; `master` is another word for `control-plane`. */
  readonly scheduleType: 'all' | 'control-plane' | 'master' | 'worker' | (string & {});
}

/** What one version of a pack brings along. */
export interface PackContent {
  readonly packUid: string;
  /** Default `values.yaml`, byte for byte. May be empty or only comments. */
  readonly values: string;
  readonly presets: readonly PackPreset[];
  readonly schema: readonly PackSchemaField[];
  readonly dependencies: readonly PackDependency[];
  /** @default nothing is known of it */
  readonly resources?: readonly PackResource[] | undefined;
  /** Markdown. Absent when the adapter has `getReadme`, or the pack none. */
  readonly readme?: string | undefined;
}
