import type { LayerDiagnostic } from '../../model/diagnostics';
import type { TextDiagnostic, TextFix, ValuesPath } from '../../model/textDiagnostic';
import { formatInWords } from './formatInWords';
import type { DiagnosticMessage, DiagnosticParams, DiagnosticsMessages } from './messages';

/**
 * A finding in words.
 * @param cloudName the name of the cloud type the profile is for, where it is known
 */
export function diagnosticText(
  messages: DiagnosticsMessages,
  diagnostic: TextDiagnostic | LayerDiagnostic,
  cloudName?: string,
): string {
  const { code, params } = diagnostic;
  const path = 'path' in diagnostic ? diagnostic.path : (diagnostic.place?.path ?? []);
  if (code === 'yaml-syntax') {
    const { reason = '' } = params;
    const sentence = Object.hasOwn(messages.yamlReasons, reason)
      ? messages.yamlReasons[reason]
      : undefined;
    if (sentence !== undefined) return sentence;
  }
  return say(messages[code], {
    path: formatPath(path),
    cloud: cloudName ?? params.cloudType ?? '',
    ...params,
    ...(code === 'schema-format' && wordsOfFormat(messages, params.format ?? '')),
  });
}

function wordsOfFormat(messages: DiagnosticsMessages, format: string): DiagnosticParams {
  const { text, example } = formatInWords(format, messages.formatWords);
  return { words: text, example };
}

/** The label of a button that repairs. */
export function fixText(messages: DiagnosticsMessages, fix: TextFix): string {
  return say(messages.fixes[fix.code], fix.params);
}

/** A path as people write it: `nodes[0].name`; keys with dots in quotes. */
export function formatPath(path: ValuesPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/[.[\]"\s]/.test(part) || part === '') text += `[${JSON.stringify(part)}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}

function say(message: DiagnosticMessage, params: DiagnosticParams): string {
  return typeof message === 'string' ? message : message(params);
}
