import type { VariableDiagnostic } from '../../model/variableChecks';
import { VARIABLE_FORMATS } from '../../model/variables';
import type { VariablesPanelMessages } from './messages';

/** What is wrong with a variable and what to do, in words. */
export function variableFaultText(
  messages: VariablesPanelMessages,
  { code, params }: Pick<VariableDiagnostic, 'code' | 'params'>,
): string {
  const text = messages.faults[code](params);
  if (code !== 'default-format' && code !== 'option-format') return text;
  const format = VARIABLE_FORMATS.find((known) => known === params.format);
  return format === undefined ? text : `${text} ${messages.formatAdvice[format]}`;
}
