import type { SchemaPart, SchemaRule } from '../../values/schema/schemaRule';
import type { ManifestEditorMessages } from './messages';

const MOST_OPTIONS = 20;

/** What a pack's schema says of a value, a line each: whether it must be there, its form, its hints. */
export function schemaWords(rule: SchemaRule, { schema: words }: ManifestEditorMessages): string[] {
  const [part, ...others] = rule.parts;
  const form =
    part === undefined
      ? null
      : part.kind === 'value' && others.length === 0
        ? formOf(part, words)
        : words.composite(rule.format);
  return [
    ...(rule.isRequired ? [words.required] : []),
    ...(rule.isReadonly ? [words.readOnly] : []),
    ...(form === null ? [] : [form]),
    ...rule.hints,
  ];
}

function formOf(
  { type, pattern, range, options }: Extract<SchemaPart, { kind: 'value' }>,
  words: ManifestEditorMessages['schema'],
): string | null {
  if (pattern !== undefined) return words.pattern(pattern);
  if (range !== undefined) return words.range(range[0], range[1]);
  if (options !== undefined && options.length > 0) {
    const more = options.length > MOST_OPTIONS ? ['…'] : [];
    return words.options([...options.slice(0, MOST_OPTIONS), ...more].join(', '));
  }
  return type === null ? null : words.types[type];
}
