import type { CompletionPackValue, CompletionVariable } from './CompletionData';
import type { ManifestEditorMessages } from './messages';

/** What a variable is for and what it is unless something else is entered; a line each. */
export function variableWords(
  { description, defaultValue, isSensitive = false }: CompletionVariable,
  words: ManifestEditorMessages,
): string {
  const lines = [description === '' ? words.variableWithoutDescription : description];
  if (defaultValue === '') lines.push(words.variableNoDefault);
  else if (defaultValue !== undefined) {
    lines.push(words.variableDefault(isSensitive ? words.masked : shortened(defaultValue)));
  }
  return lines.join('\n');
}

/** What a path leads to in the values of a pack, and what that is now. */
export function packValueWords(
  pack: string,
  path: string,
  found: Pick<CompletionPackValue, 'isMap' | 'value'> | null,
  words: ManifestEditorMessages,
): string {
  if (found?.isMap === true) return words.packMap(pack, path);
  const lines = [words.packValue(pack, path)];
  if (found?.value != null) lines.push(words.packValueNow(shortened(found.value)));
  return lines.join('\n');
}

const LONGEST = 120;

function shortened(value: string): string {
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
