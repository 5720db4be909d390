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

/** What was typed for a variable that is not created, or not changed, yet. */
export interface VariableInProgress {
  /** The variable that is changed; null for a new one. */
  readonly name: string | null;
  /** As typed, faults included. */
  readonly variable: ProfileVariable;
}

/** A variable as it begins: an optional text without a default. */
export function createVariable(name = ''): ProfileVariable {
  return {
    name,
    displayName: '',
    description: '',
    format: 'string',
    inputType: 'text',
    options: [],
    regex: '',
    isRequired: false,
    defaultValue: '',
    isSensitive: false,
    isHidden: false,
    isReadOnly: false,
  };
}

/** How a text refers to a variable. */
export function variableReference(name: string): string {
  return `{{.spectro.var.${name}}}`;
}

/** What of a variable decides the quotes around a reference to it. */
export interface VariableValues {
  readonly defaultValue?: string | undefined;
  readonly options?: readonly { readonly value: string }[] | undefined;
}

/** Whether a value that is known already has a `'`, which would end single quotes around a reference. */
export function mayHoldSingleQuote({ defaultValue = '', options = [] }: VariableValues): boolean {
  return [defaultValue, ...options.map(({ value }) => value)].some((value) => value.includes("'"));
}

/** The reference as a value in YAML: in single quotes, or in double ones when its value may hold single ones. */
export function quotedVariableReference(variable: ProfileVariable): string {
  const quote = mayHoldSingleQuote(variable) ? '"' : "'";
  return `${quote}${variableReference(variable.name)}${quote}`;
}

/** What a variable is called for people: its display name, or its name. */
export function variableLabel({ name, displayName }: ProfileVariable): string {
  return displayName.trim() === '' ? name : displayName;
}

/**
 * A variable as it is kept, from one as it was typed: no spaces around names and options, nor around a
 * default that is not free text; options only for a dropdown.
 */
export function tidyVariable(variable: ProfileVariable): ProfileVariable {
  const { format, inputType, defaultValue } = variable;
  const isFreeText = format === 'string' && inputType !== 'dropdown';
  return {
    ...variable,
    name: variable.name.trim(),
    displayName: variable.displayName.trim(),
    description: variable.description.trim(),
    options:
      inputType === 'dropdown'
        ? variable.options.map(({ value, label, description }) => ({
            value: value.trim(),
            label: label.trim(),
            description: description.trim(),
          }))
        : [],
    defaultValue: isFreeText ? defaultValue : defaultValue.trim(),
  };
}
