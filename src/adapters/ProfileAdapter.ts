import type { LayerKind } from '../model/layers';
import type { Pack, PackContent, PackSummary, Registry } from '../model/packs';
import type {
  NewProfile,
  Profile,
  ProfilePermission,
  ProfileSummary,
  ProfileUpdate,
} from '../model/profile';
import type { Provider } from '../model/providers';
import type { ValuesPath } from '../model/textDiagnostic';

/** What every call is given. */
export interface RequestContext {
  /** Aborts when the answer is no longer wanted. Pass it to `fetch`. */
  readonly signal: AbortSignal;
}

/** What calls that change something are given. */
export interface WriteContext extends RequestContext {
  /**
   * The same for every try to send the same thing. A backend that knows idempotency keys returns the
   * first answer again, so that a retry after a lost answer creates nothing twice.
   */
  readonly idempotencyKey: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `cursor` for the next page; null on the last. */
  readonly nextCursor: string | null;
  /** How many there are in all, where the backend knows. */
  readonly totalCount?: number | undefined;
}

export interface PackQuery {
  readonly registryUid: string;
  readonly layer: LayerKind;
  readonly cloudType: string;
  /** Matches name and display name, whatever the case. Empty matches all. */
  readonly text: string;
  /** Only packs with a version for the cloud type that is FIPS-validated. Asked of registries that `knowsFips`. */
  readonly fipsOnly?: boolean | undefined;
  /** From the page before; null for the first. */
  readonly cursor: string | null;
}

/** A pack in one registry, for one place in a profile. */
export interface PackRef {
  readonly registryUid: string;
  readonly name: string;
  readonly layer: LayerKind;
  readonly cloudType: string;
}

/** One version of a pack. */
export interface PackVersionRef extends PackRef {
  readonly packUid: string;
  readonly version: string;
}

export interface ProfileNameQuery {
  readonly name: string;
  readonly version: string;
}

/** `other-version`: the name exists with other versions, so this will be a new version of it. */
export type ProfileNameAnswer = 'free' | 'other-version' | 'taken';

/** A finding of the backend's own check. */
export interface ProfileFinding {
  readonly severity: 'error' | 'warning' | 'info';
  /** The server's own words, shown as plain text. */
  readonly message: string;
  /** Hosts weigh findings by it, with `severities` of the provider. */
  readonly code?: string | undefined;
  /** The pack it is about. */
  readonly packName?: string | undefined;
  /** The name of the manifest of that pack's layer that it is about. @default the layer's values */
  readonly manifest?: string | undefined;
  /** The line in that text, from 1. */
  readonly line?: number | undefined;
  /** The column in that line, from 1, in UTF-16 code units. @default 1 */
  readonly column?: number | undefined;
  /** The way to the value in that text, where no line is known: keys as they stand there. */
  readonly path?: ValuesPath | undefined;
  /** What of basic information it is about. */
  readonly field?: 'name' | 'version' | undefined;
}

/** A user macro, for `{{.spectro.macro.<name>}}`. */
export interface Macro {
  readonly name: string;
}

/**
 * The backend operations the flow needs. Every method rejects with a `ProfileError`; any other
 * rejection is reported as `unknown`. Answers that come late are dropped even where `signal` is ignored.
 * An optional method is an optional capability: the flow does without it.
 */
export interface ProfileAdapter {
  listRegistries(context: RequestContext): Promise<readonly Registry[]>;
  /**
   * Packs of one registry that fit a layer and cloud type, in a stable order. Name the `dependencies` of
   * each where they are at hand: then packs whose rules speak against the stack are marked in the list.
   * They are not worth a request of their own.
   */
  listPacks(query: PackQuery, context: RequestContext): Promise<Page<PackSummary>>;
  /** A pack with its versions. Rejects with `not-found`. */
  getPack(ref: PackRef, context: RequestContext): Promise<Pack>;
  /** Values, presets and rules of one version. Rejects with `not-found`. */
  getPackVersion(ref: PackVersionRef, context: RequestContext): Promise<PackContent>;
  /** The authority on name and version together. Ask again at save: the answer may have changed. */
  checkProfileName(query: ProfileNameQuery, context: RequestContext): Promise<ProfileNameAnswer>;
  /** Saves and publishes. Rejects with `conflict` when name and version are taken. */
  createProfile(profile: NewProfile, context: WriteContext): Promise<{ readonly uid: string }>;

  /** Markdown; null when the pack has none. Without it, `PackContent.readme` is shown. */
  getReadme?(ref: PackVersionRef, context: RequestContext): Promise<string | null>;
  /** An image; null when the pack has none. Without it, `PackSummary.logoUrl` is shown. */
  getLogo?(ref: PackRef, context: RequestContext): Promise<Blob | null>;
  /** A dry run of `createProfile`. */
  validateProfile?(
    profile: NewProfile,
    context: RequestContext,
  ): Promise<readonly ProfileFinding[]>;
  listMacros?(context: RequestContext): Promise<readonly Macro[]>;
  /** Custom clouds beside the built-in providers. */
  listProviders?(context: RequestContext): Promise<readonly Provider[]>;
  /** Without it there is no list of profiles. Newest change first; one row per version. */
  listProfiles?(
    query: { readonly text: string; readonly cursor: string | null },
    context: RequestContext,
  ): Promise<Page<ProfileSummary>>;
  getProfile?(uid: string, context: RequestContext): Promise<Profile>;
  /** Rejects with `conflict` when the profile was changed since `expectedModifiedAt`. */
  updateProfile?(update: ProfileUpdate, context: WriteContext): Promise<Profile>;
  /** Copies a profile under a new version. Rejects with `conflict` when it exists. */
  createProfileVersion?(
    source: { readonly uid: string; readonly version: string },
    context: WriteContext,
  ): Promise<{ readonly uid: string }>;
  deleteProfile?(uid: string, context: WriteContext): Promise<void>;
  /** The user's rights. Without it, everything is allowed. */
  getPermissions?(context: RequestContext): Promise<readonly ProfilePermission[]>;
}
