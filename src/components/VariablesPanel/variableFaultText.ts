import type { VariableDiagnostic } from '../../model/variableChecks';
import { VARIABLE_FORMATS } from '../../model/variables';
import type { VariablesPanelMessages } from './messages';

/** What is wrong with a variable and what to do, in words. */
export function variableFaultText(
  messages: VariablesPanelMessages,
  { code, params }: Pick<VariableDiagnostic, 'code' | 'params'>,
): string {
  if (code === 'regex-unreadable') return messages.regexInvalid;
  if (code === 'default-regex') return messages.regexNoMatch;
  if (code !== 'default-format' && code !== 'option-format') return messages.faults[code](params);
  const format = VARIABLE_FORMATS.find((known) => known === params.format) ?? 'string';
  return messages.formatAdvice[format];
}
