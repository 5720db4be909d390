import type { TextRange, ValuesPath } from '../../model/textDiagnostic';

/** What can be referred to from a text. */
export interface CompletionData {
  readonly variables: readonly { readonly name: string; readonly description: string }[];
  /** Names of the macros of the project and the tenant; null where they are not known. */
  readonly macros: readonly string[] | null;
  /** The dotted paths in the values of each pack of the profile, by the pack's name. */
  readonly packs: Readonly<Record<string, readonly string[]>>;
  /** What the profile is for: some system macros have a value on some cloud types only. */
  readonly cloudType: string;
}

/** A value of one line that could become a variable of the profile. */
export interface ScalarSelection extends TextRange {
  /** As it stands there, quotes included. `from` and `to` count in the text as it was last committed. */
  readonly text: string;
  /** What it means, without quotes. */
  readonly value: string;
  readonly path: ValuesPath;
}
