import { useMemo, useState } from 'react';
import { useTaskResult } from '../../hooks/useTaskResult';
import { maskSecrets } from '../../model/maskSecrets';
import type { PackSchemaField } from '../../model/packs';
import { passwordPaths } from '../../model/secrets';
import type { TaskOutput } from '../../values/tasks';
import { maskPasswords } from './passwords';

type ValuesFields = TaskOutput<'readFields'>;

export interface MaskedText {
  /** The text itself. */
  readonly source: string;
  /** The text as it may be shown. */
  readonly text: string;
  readonly isMasked: boolean;
  /** What the engine read from it; empty where nobody asked, or it could not. */
  readonly fields: ValuesFields;
}

const NO_FIELDS: ValuesFields = [];

/**
 * A text without the passwords that a schema names. Until they are found, what was shown before, or null:
 * never the text itself. Where the engine cannot read it, more is masked rather than less.
 *
 * @param schema keep the array stable
 */
export function useMaskedText(
  source: string,
  schema: readonly PackSchemaField[],
): MaskedText | null {
  const paths = useMemo(() => passwordPaths(schema), [schema]);
  const result = useTaskResult(
    'readFields',
    useMemo(() => (paths.length === 0 ? null : { text: source, schema }), [paths, source, schema]),
  );
  const [shown, setShown] = useState<MaskedText | null>(null);
  const isKnown = result.status === 'ready' || result.status === 'failed';
  const fields = result.status === 'ready' ? (result.data ?? NO_FIELDS) : NO_FIELDS;
  const masked = useMemo<MaskedText | null>(() => {
    if (paths.length === 0) return { source, text: source, isMasked: false, fields: NO_FIELDS };
    if (!isKnown) return null;
    if (fields.length > 0) return { source, fields, ...maskPasswords(source, fields) };
    const text = maskSecrets(source, paths);
    return { source, text, isMasked: text !== source, fields };
  }, [paths, source, isKnown, fields]);
  if (masked !== null && masked !== shown) setShown(masked);
  return masked ?? shown;
}
