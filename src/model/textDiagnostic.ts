/** How much a finding weighs: errors stop the profile from being created, warnings do not. */
export type Severity = 'error' | 'warning' | 'info';

/** The way to a value in a YAML text: keys as they stand there, dots and all, and places in lists from 0. */
export type ValuesPath = readonly (string | number)[];

/** Part of a text, in UTF-16 code units; `to` is behind the last. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A replacement in a text; the others of a list count in the same, unchanged text. */
export interface TextChange extends TextRange {
  readonly insert: string;
}

/** What can be said about the text of values. */
export type ValuesDiagnosticCode =
  /** Not YAML; `reason` is the parser's code, such as `BAD_INDENT`. */
  | 'yaml-syntax'
  | 'yaml-duplicate-key'
  | 'yaml-tab-indent'
  /** `---` in values, which are one document. */
  | 'yaml-several-documents'
  /** Values are a map; `found` names what they are. */
  | 'yaml-not-a-map'
  /** Over 4 million characters: not checked at all. */
  | 'yaml-too-large'
  /** Nested deeper than can be checked. */
  | 'yaml-too-deep'
  /** Aliases that would expand beyond all bounds. */
  | 'yaml-alias-bomb'
  /** `__proto__` and its kind as a key. */
  | 'yaml-prototype-key'
  /** A preset, named by the marker, that the version does not have. */
  | 'preset-unknown'
  | 'schema-required'
  | 'schema-readonly'
  /** `expected` is a `SchemaType`, `value` what stands there (left out for passwords). */
  | 'schema-type'
  | 'schema-range'
  | 'schema-option'
  | 'schema-pattern'
  | 'schema-format'
  /** A rule that cannot be read; nothing is checked by it. */
  | 'schema-unreadable'
  | 'reference-malformed'
  | 'reference-variable-unknown'
  | 'reference-macro-unknown'
  | 'reference-system-unknown'
  /** Known, but not on this cloud type. */
  | 'reference-system-unfit'
  | 'reference-pack-unknown'
  /** The pack is in the profile, the path not in its values: it resolves to an empty text. */
  | 'reference-path-unknown'
  /** At the beginning of a value without quotes, where YAML takes it for a map. */
  | 'reference-unquoted'
  /** Functions such as `| upper` work on macros, not on variables. */
  | 'reference-function'
  | 'reference-nested'
  /** Where no variable may be, such as `pack.content`. */
  | 'reference-place'
  /** A password in clear where a masked variable could be. */
  | 'secret-in-clear'
  /** Asterisks that stand for a secret which was not kept; sent, they would become the secret. */
  | 'secret-masked';

/** What can be said about the text of a manifest, beside the syntax of YAML. */
export type ManifestDiagnosticCode =
  | 'manifest-template'
  | 'manifest-kind-missing'
  | 'manifest-api-version-missing'
  | 'manifest-name-field-missing'
  /** It goes to the namespace `Default`. */
  | 'manifest-namespace-missing'
  | 'manifest-namespace-invalid'
  | 'manifest-duplicate-object'
  | 'manifest-not-an-object'
  /** Over 1 MB: checked on request. */
  | 'manifest-large';

export type TextDiagnosticCode = ValuesDiagnosticCode | ManifestDiagnosticCode;

/** A repair that is certain to be what was meant. */
export interface TextFix {
  readonly code: 'quote-reference' | 'replace-tabs' | 'remove-duplicate-key' | 'choose-option';
  readonly params: Readonly<Record<string, string>>;
  /** In the order of the text, not overlapping. */
  readonly changes: readonly TextChange[];
}

/** A finding in a text: facts only, the words are the user interface's. */
export interface TextDiagnostic extends TextRange {
  readonly code: TextDiagnosticCode;
  readonly severity: Severity;
  /** What it is about; empty for the whole text. */
  readonly path: ValuesPath;
  /** Values for the message. */
  readonly params: Readonly<Record<string, string>>;
  /** Fixes to offer, the best first. */
  readonly fixes?: readonly TextFix[] | undefined;
}

/** Line and column of an offset, both from 1. */
export function positionAt(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end >= offset) return { line, column: offset - start + 1 };
    line += 1;
    start = end + 1;
  }
}

/** The offset of a line and column, both from 1; past the end of either, its end. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end === -1 ? text.length : end);
}
