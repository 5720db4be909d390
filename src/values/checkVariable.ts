import { suitsVariableFormat } from '../model/variableFormats';
import type { ProfileVariable } from '../model/variables';
import { compileRegex } from './schema/regex';

/** What is wrong with a value of a variable, or with the pattern it must match. */
export type VariableValueFaultCode =
  | 'value-format'
  /** None of the options of a dropdown. */
  | 'value-option'
  | 'value-pattern'
  /** The `regex` is none of RE2 (it has no look-around and no back-references), or too large to be tried. */
  | 'pattern-unreadable';

export interface VariableValueFault {
  readonly code: VariableValueFaultCode;
  /** The variable's `format` or `pattern`; never the value, which may be a secret. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Whether a value, such as the default, may be given to a variable: format, options, and the pattern by an
 * engine of RE2, whose work is bounded. An empty value is none and suits. A pattern that cannot be read is
 * told and judges nothing. Never throws.
 */
export function checkVariable(
  value: string,
  { format, inputType, options, regex }: ProfileVariable,
): readonly VariableValueFault[] {
  const pattern = regex === '' ? null : compileRegex(regex);
  const faults: VariableValueFault[] = [];
  if (regex !== '' && pattern === null) {
    faults.push({ code: 'pattern-unreadable', params: { pattern: regex } });
  }
  if (value === '') return faults;
  if (!suitsVariableFormat(value, format))
    faults.push({ code: 'value-format', params: { format } });
  const isOption =
    inputType !== 'dropdown' ||
    options.length === 0 ||
    options.some((option) => option.value === value);
  if (!isOption) faults.push({ code: 'value-option', params: {} });
  if (pattern?.matches(value) === false) {
    faults.push({ code: 'value-pattern', params: { pattern: regex } });
  }
  return faults;
}
