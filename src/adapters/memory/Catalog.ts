import type { Pack, PackContent, Registry } from '../../model/packs';
import type { ProfilePermission } from '../../model/profile';
import type { Provider } from '../../model/providers';

/** One version of a pack in a catalogue. Content may be made on first use. */
export interface CatalogPackVersion {
  /** Such as `1.33.9`. */
  readonly version: string;
  readonly packUid: string;
  readonly content: PackContent | (() => PackContent);
}

/** A pack with what its versions hold. `dependencies` spare a list from making the content of versions. */
export interface CatalogPack extends Pack {
  readonly versions: readonly CatalogPackVersion[];
}

/** What `createMemoryAdapter` serves. */
export interface Catalog {
  readonly registries: readonly Registry[];
  readonly packs: readonly CatalogPack[];
  /** Custom clouds. @default none */
  readonly providers?: readonly Provider[] | undefined;
  /** The user's rights. @default everything */
  readonly permissions?: readonly ProfilePermission[] | undefined;
}
