import type { PackSchemaField } from '../../model/packs';
import { passwordPaths } from '../../model/secrets';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { TaskOutput } from '../../values/tasks';

type ValuesField = TaskOutput<'readFields'>[number];

/** How a password is shown. */
export const MASK = '••••••••';

const REFERENCE = /^\s*\{\{-?\s*\.spectro\..*\}\}\s*$/s;

/** Whether a value is nothing but a reference, which is put in at deployment. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

/**
 * The text without the passwords in it, references left as they are.
 * @param maskOf what stands in place of one. @default `MASK`
 */
export function maskPasswords(
  text: string,
  fields: readonly ValuesField[],
  maskOf: (field: ValuesField) => string = () => MASK,
): { readonly text: string; readonly isMasked: boolean } {
  let result = '';
  let at = 0;
  const secrets = fields
    .filter((field) => field.type === 'password' && isSecret(field))
    .sort((a, b) => a.from - b.from);
  for (const field of secrets) {
    const { from, to } = field;
    // One inside of another goes with it.
    if (from < at || to <= from) continue;
    const source = text.slice(from, to);
    result += text.slice(at, from) + maskOf(field) + source.slice(source.trimEnd().length);
    at = to;
  }
  return { text: result + text.slice(at), isMasked: at > 0 };
}

/** Whether there is something to hide; what is no single value is hidden as a whole. */
function isSecret({ value, isEditable }: ValuesField): boolean {
  if (value === null || value === '') return value === null && !isEditable;
  return !isReference(String(value));
}

/**
 * The source of a value as it may be shown by itself: masked where it is a password, or holds one, unless
 * it is empty or a reference.
 */
export function maskValue(
  source: string,
  path: ValuesPath,
  schema: readonly PackSchemaField[],
): string {
  const plain = source.trim().replace(/^(["'])(.*)\1$/s, '$2');
  if (plain === '' || isReference(plain)) return source;
  const dotted = path.map((part) => (typeof part === 'number' ? '$[]' : part)).join('.');
  // Keys may have dots, so that two paths may look the same: then more is hidden rather than less.
  const isHidden = passwordPaths(schema).some(
    (secret) =>
      dotted === '' ||
      secret === dotted ||
      secret.startsWith(`${dotted}.`) ||
      dotted.startsWith(`${secret}.`),
  );
  return isHidden ? MASK : source;
}

/** Behind the mask of a password that is another one than on the left. */
export const DIFFERENT = '≠';

interface ReadText {
  readonly source: string;
  readonly text: string;
  readonly isMasked: boolean;
  readonly fields: readonly ValuesField[];
}

/** Two masked texts to be compared: the masks tell whether a password differs, and no more. */
export function maskPair(
  left: ReadText,
  right: ReadText,
): { readonly left: string; readonly right: string; readonly isMasked: boolean } {
  const isMasked = left.isMasked || right.isMasked;
  if (!isMasked || right.fields.length === 0) {
    return { left: left.text, right: right.text, isMasked };
  }
  const sourceOf = ({ source }: ReadText, { from, to }: ValuesField) =>
    source.slice(from, to).trimEnd();
  const known = new Map(
    left.fields.map((field) => [JSON.stringify(field.path), sourceOf(left, field)]),
  );
  const masked = maskPasswords(right.source, right.fields, (field) => {
    const before = known.get(JSON.stringify(field.path));
    const isOther = before !== undefined && before !== sourceOf(right, field);
    return isOther ? `${MASK} ${DIFFERENT}` : MASK;
  });
  return { left: left.text, right: masked.text, isMasked };
}
