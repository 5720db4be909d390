import type { ProfileTag } from './profile';

/** The value that stands on the wire for a tag that is a single word. */
const WORD_TAG_VALUE = 'spectro__tag';

/** Why a text is no tag. `reserved`: its value is the mark of single words, so it would lose it. */
export type TagFault = 'empty' | 'empty-key' | 'empty-value' | 'reserved';

export type TagParseResult =
  | { readonly ok: true; readonly tag: ProfileTag }
  | { readonly ok: false; readonly reason: TagFault };

/** Reads `key:value` or a single word. The first colon separates; spaces around both parts go. */
export function parseTag(text: string): TagParseResult {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  const colon = trimmed.indexOf(':');
  if (colon < 0) return { ok: true, tag: { key: trimmed, value: null } };
  const key = trimmed.slice(0, colon).trim();
  const value = trimmed.slice(colon + 1).trim();
  if (key === '') return { ok: false, reason: 'empty-key' };
  if (value === '') return { ok: false, reason: 'empty-value' };
  if (value === WORD_TAG_VALUE) return { ok: false, reason: 'reserved' };
  return { ok: true, tag: { key, value } };
}

/**
 * The text of a tag, as typed and shown. An empty value, which cannot be typed but may come from the
 * backend, shows as the word alone.
 */
export function formatTag(tag: ProfileTag): string {
  return tag.value === null || tag.value === '' ? tag.key : `${tag.key}:${tag.value}`;
}

/**
 * Keys that occur more than once, each once, in order of appearance. Tags are stored by key, so only the
 * last of them would be kept. Faulty tags are left out.
 */
export function duplicateTagKeys(tags: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of tags) {
    const result = parseTag(text);
    if (result.ok) counts.set(result.tag.key, (counts.get(result.tag.key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([key]) => key);
}

/** Takes typed or pasted text apart at commas and line breaks. Empty parts are left out. */
export function splitTagInput(text: string): readonly string[] {
  return text
    .split(/[,\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Tags as labels of the wire format. Of several with the same key the last is kept. */
export function toTagLabels(tags: readonly ProfileTag[]): Record<string, string> {
  // `fromEntries` defines properties instead of assigning them: `__proto__` is a key like any other.
  return Object.fromEntries(tags.map(({ key, value }) => [key, value ?? WORD_TAG_VALUE]));
}

/** Labels of the wire format as tags. */
export function fromTagLabels(labels: Readonly<Record<string, string>>): readonly ProfileTag[] {
  return Object.entries(labels).map(([key, value]) => ({
    key,
    value: value === WORD_TAG_VALUE ? null : value,
  }));
}
