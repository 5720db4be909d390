import type { Severity } from './textDiagnostic';
import { suitsVariableFormat } from './variableFormats';
import type { ProfileVariable, VariableOption } from './variables';

/** What can be wrong with a variable. */
export type VariableFaultCode =
  | 'name-missing'
  /** Not letters, digits, `_` and `-` alone. */
  | 'name-malformed'
  | 'name-taken'
  /** Another variable has the display name; `other` is that variable's name. */
  | 'display-name-taken'
  /** A dropdown without options. */
  | 'options-missing'
  | 'option-value-missing'
  | 'option-value-taken'
  /** The value does not suit the format, which is `format`. */
  | 'option-format'
  /** Masked, though anybody can read the options of a dropdown. */
  | 'options-in-clear'
  /** Of several lines, in a format that has one only, which is `format`. */
  | 'multiline-format'
  /** A dropdown needs a default. */
  | 'default-missing-dropdown'
  /** Nobody could give a value at deployment. */
  | 'default-missing-hidden'
  /** Nobody can change the value at deployment, so there must be one. */
  | 'default-missing-read-only'
  /** The API asks for a default of what is required, the documentation does not. */
  | 'default-missing-required'
  | 'default-not-an-option'
  /** The default does not suit the format, which is `format`. */
  | 'default-format'
  /** Asterisks that stood for a secret: kept, they would become the secret. */
  | 'default-masked'
  /** A reference in it would not be resolved. */
  | 'default-nested'
  /** Several lines where the input has one. */
  | 'default-lines'
  /** The `regex` is none of RE2, or too large to be tried. */
  | 'regex-unreadable'
  /** The default does not match the `regex`. */
  | 'default-regex';

/** A finding about a variable: facts only, the words are the user interface's. */
export interface VariableDiagnostic {
  readonly code: VariableFaultCode;
  readonly severity: Severity;
  readonly variableName: string;
  /** The variable's place in the list, from 0. */
  readonly index: number;
  /** What to change. */
  readonly field: keyof ProfileVariable;
  /** For `options`: the place of the option, from 0; left out when it is about all of them. */
  readonly optionIndex?: number | undefined;
  /** Values for the message; never the default of a masked variable. */
  readonly params: Readonly<Record<string, string>>;
}

type Fault = Pick<VariableDiagnostic, 'code' | 'field'> &
  Partial<Pick<VariableDiagnostic, 'severity' | 'optionIndex' | 'params'>>;

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;
const MASKED = /^\*{8,}$/;
const REFERENCE = /\{\{-?\s*\.spectro\./;

/**
 * All findings about the variables of a profile, in their order. Whether a `regex` is one, and whether
 * the default matches it, takes an engine of RE2: see `checkVariable` of `./values`.
 *
 * @param saved the variables as the backend has them. A default that came back masked stands for what the
 *   backend keeps, so it is no error until it is typed again. @default none
 */
export function checkVariables(
  variables: readonly ProfileVariable[],
  saved: readonly ProfileVariable[] = [],
): readonly VariableDiagnostic[] {
  const names = firstOf(variables, ({ name }) => name);
  const displayNames = firstOf(variables, ({ displayName }) => displayName.trim());
  return variables.flatMap((variable, index) =>
    [
      ...checkName(variable, names.get(variable.name) !== index),
      ...checkDisplayName(variable, variables[displayNames.get(variable.displayName.trim()) ?? -1]),
      ...checkOptions(variable),
      ...checkInputType(variable),
      ...(hasKeptSecret(variable, saved) ? [] : checkDefault(variable)),
    ].map(({ code, field, severity = 'error', optionIndex, params = {} }) => ({
      code,
      severity,
      variableName: variable.name,
      index,
      field,
      ...(optionIndex !== undefined && { optionIndex }),
      params,
    })),
  );
}

/** Whether asterisks stand for a default that was not handed out. */
export function isMaskedDefault({ defaultValue }: ProfileVariable): boolean {
  return MASKED.test(defaultValue);
}

/** Whether a masked default is the one that came back from the backend. */
function hasKeptSecret(variable: ProfileVariable, saved: readonly ProfileVariable[]): boolean {
  return (
    isMaskedDefault(variable) &&
    saved.some(
      ({ name, defaultValue }) => name === variable.name && defaultValue === variable.defaultValue,
    )
  );
}

/** The place of the first variable with each name, so that only later ones are at fault. */
function firstOf(
  variables: readonly ProfileVariable[],
  nameOf: (variable: ProfileVariable) => string,
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [index, variable] of variables.entries()) {
    const name = nameOf(variable);
    if (!first.has(name)) first.set(name, index);
  }
  return first;
}

function checkName({ name }: ProfileVariable, isTaken: boolean): Fault[] {
  if (name.trim() === '') return [{ code: 'name-missing', field: 'name' }];
  if (!NAME.test(name)) return [{ code: 'name-malformed', field: 'name', params: { name } }];
  return isTaken ? [{ code: 'name-taken', field: 'name', params: { name } }] : [];
}

function checkDisplayName(variable: ProfileVariable, first: ProfileVariable | undefined): Fault[] {
  const displayName = variable.displayName.trim();
  if (displayName === '' || first === undefined || first === variable) return [];
  const params = { displayName, other: first.name };
  return [{ code: 'display-name-taken', field: 'displayName', params }];
}

function checkOptions(variable: ProfileVariable): Fault[] {
  const { inputType, options } = variable;
  if (inputType !== 'dropdown') return [];
  if (options.length === 0) return [{ code: 'options-missing', field: 'options' }];
  const values = options.map(({ value }) => value);
  return options.flatMap((option, optionIndex) => {
    const code = optionFault(variable, option, values.indexOf(option.value) < optionIndex);
    if (code === null) return [];
    const params = { value: option.value, format: variable.format };
    return [{ code, field: 'options' as const, optionIndex, params }];
  });
}

function optionFault(
  { format }: ProfileVariable,
  { value }: VariableOption,
  isTaken: boolean,
): VariableFaultCode | null {
  if (value.trim() === '') return 'option-value-missing';
  if (isTaken) return 'option-value-taken';
  return suitsVariableFormat(value, format) ? null : 'option-format';
}

function checkInputType({ inputType, format, isSensitive }: ProfileVariable): Fault[] {
  const severity = 'warning';
  if (inputType === 'dropdown' && isSensitive) {
    return [{ code: 'options-in-clear', field: 'isSensitive', severity }];
  }
  if (inputType === 'multiline' && format !== 'string' && format !== 'base64') {
    return [{ code: 'multiline-format', field: 'inputType', severity, params: { format } }];
  }
  return [];
}

function checkDefault(variable: ProfileVariable): Fault[] {
  const { defaultValue, format, inputType, options, isSensitive } = variable;
  const field = 'defaultValue';
  if (defaultValue === '') {
    const code = missingDefault(variable);
    if (code === null) return [];
    return [{ code, field, severity: code === 'default-missing-required' ? 'warning' : 'error' }];
  }
  if (isMaskedDefault(variable)) return [{ code: 'default-masked', field }];
  const params = { format, ...(!isSensitive && { value: defaultValue }) };
  if (inputType === 'dropdown') {
    const isOption = options.length === 0 || options.some(({ value }) => value === defaultValue);
    return isOption ? [] : [{ code: 'default-not-an-option', field, params }];
  }
  if (REFERENCE.test(defaultValue)) return [{ code: 'default-nested', field, params }];
  if (!suitsVariableFormat(defaultValue, format))
    return [{ code: 'default-format', field, params }];
  return inputType === 'text' && /[\r\n]/.test(defaultValue)
    ? [{ code: 'default-lines', field, severity: 'warning' }]
    : [];
}

/** The strongest reason why there must be a default; null when there is none. */
function missingDefault(variable: ProfileVariable): VariableFaultCode | null {
  const { inputType, options, isHidden, isReadOnly, isRequired } = variable;
  // Of a dropdown without options, that alone is to be said.
  if (inputType === 'dropdown') return options.length === 0 ? null : 'default-missing-dropdown';
  if (isHidden && isRequired) return 'default-missing-hidden';
  if (isReadOnly) return 'default-missing-read-only';
  return isRequired ? 'default-missing-required' : null;
}
