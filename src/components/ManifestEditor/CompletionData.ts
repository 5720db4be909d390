import type { TextRange, ValuesPath } from '../../model/textDiagnostic';

/** A variable that can be referred to. */
export interface CompletionVariable {
  readonly name: string;
  /** What it is for; empty for none. */
  readonly description: string;
  /** Told where a reference is explained, unless it is sensitive; with a `'` in it, double quotes are put around. */
  readonly defaultValue?: string | undefined;
  /** What it offers to choose from, which counts for the quotes as the default does. */
  readonly options?: readonly { readonly value: string }[] | undefined;
  /** Its default is masked. @default false */
  readonly isSensitive?: boolean | undefined;
}

/** A value in the values of a pack, or a map of values. */
export interface CompletionPackValue {
  /** Dotted, counted from the path that was asked about. */
  readonly name: string;
  /** There is more below it. */
  readonly isMap: boolean;
  /** What it is now, where that is a single value; null where it is none or not to be shown. */
  readonly value: string | null;
}

/** Looks into the values of the packs, which may be long. A rejection means that nothing is offered. */
export interface CompletionPackValues {
  /**
   * What may follow behind the dotted path `within`. With `isCut` there is more: it is asked again with
   * every letter of `search`.
   */
  readonly list: (
    request: { readonly pack: string; readonly within: string; readonly search: string },
    signal: AbortSignal,
  ) => Promise<{ readonly values: readonly CompletionPackValue[]; readonly isCut: boolean }>;
  /** The value of a dotted path; null where there is none. */
  readonly read: (
    request: { readonly pack: string; readonly path: string },
    signal: AbortSignal,
  ) => Promise<CompletionPackValue | null>;
}

/** What can be referred to from a text. */
export interface CompletionData {
  readonly variables: readonly CompletionVariable[];
  /** Names of the macros of the project and the tenant; null where they are not known. */
  readonly macros: readonly string[] | null;
  /** The dotted paths in the values of each pack of the profile, by the pack's name. */
  readonly packs: Readonly<Record<string, readonly string[]>>;
  /** Asked for the paths of a pack instead of `packs`, whose names still count. @default none */
  readonly packValues?: CompletionPackValues | undefined;
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
