import type { TextChange } from '../../model/textDiagnostic';

/** The text after all changes, which count in `text` itself, in its order and without overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
