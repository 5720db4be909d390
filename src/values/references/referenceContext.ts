import type { ProfileVariable } from '../../model/variables';

/** What references of a text can mean. */
export interface ReferenceContext {
  readonly variables: readonly ProfileVariable[];
  /** Names of the user macros; null where they are not known: then none is ever wrong. */
  readonly macros: readonly string[] | null;
  /** The values text of each pack of the profile, by the pack's name; packs refer to themselves, too. */
  readonly packs: Readonly<Record<string, string>>;
  readonly cloudType: string;
}
