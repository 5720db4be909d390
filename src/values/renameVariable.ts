import type { TextChange } from '../model/textDiagnostic';
import { findAllReferences } from './references/findReferences';
import { applyChanges } from './text/editText';

/**
 * A text with a variable under its new name: in every reference to it and nowhere else. Comments follow,
 * because settings are commented out with their references and come back with them.
 */
export function renameVariable(text: string, from: string, to: string): string {
  if (!text.includes(from)) return text;
  const changes: TextChange[] = [];
  for (const { kind, name, nameFrom, nameTo } of findAllReferences(text)) {
    if (kind === 'var' && name === from) changes.push({ from: nameFrom, to: nameTo, insert: to });
  }
  return applyChanges(text, changes);
}
