/** What a variable's value must be. */
export const VARIABLE_FORMATS = [
  'string',
  'number',
  'boolean',
  'ipv4',
  'ipv4cidr',
  'ipv6',
  'version',
  'base64',
] as const;
export type VariableFormat = (typeof VARIABLE_FORMATS)[number];

/** How its value is asked for when a cluster is deployed. */
export const VARIABLE_INPUT_TYPES = ['text', 'multiline', 'dropdown'] as const;
export type VariableInputType = (typeof VARIABLE_INPUT_TYPES)[number];

/** A choice of a dropdown. */
export interface VariableOption {
  readonly value: string;
  /** Shown instead of the value; empty for none. */
  readonly label: string;
  readonly description: string;
}

/** A value of the profile that is set when a cluster is deployed: `{{.spectro.var.<name>}}`. */
export interface ProfileVariable {
  readonly name: string;
  /** Empty for none. Unique in the profile, as the name is. */
  readonly displayName: string;
  readonly description: string;
  /** Fixed once the profile is saved. */
  readonly format: VariableFormat;
  readonly inputType: VariableInputType;
  /** For a dropdown. */
  readonly options: readonly VariableOption[];
  /** A regular expression of RE2 that the value must match; empty for none. */
  readonly regex: string;
  readonly isRequired: boolean;
  /** Always a text; empty for none. With a dropdown, the value of one of its options. */
  readonly defaultValue: string;
  /** Masked wherever it is shown. */
  readonly isSensitive: boolean;
  readonly isHidden: boolean;
  /** Shown at deployment, but not to be changed there. */
  readonly isReadOnly: boolean;
}
