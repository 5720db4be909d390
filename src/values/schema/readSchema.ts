import type { PackSchemaField } from '../../model/packs';
import { parseSchemaRule, type SchemaRule } from './schemaRule';

/** A path of a schema with its rule. */
export interface SchemaEntry {
  /** Dotted; `$[]` stands for every item of a list. Keys may have dots themselves. */
  readonly path: string;
  /** Null for a rule that cannot be read, by which nothing is checked. */
  readonly rule: SchemaRule | null;
}

export type Schema = readonly SchemaEntry[];

/** Looking for a path with more segments could take without measure where keys have dots. */
const MAX_SEGMENTS = 25;

/** The rules of a pack's schema, in its order. */
export function readSchema(fields: readonly PackSchemaField[]): Schema {
  return fields.map(({ path, schema }) => {
    const isShort = path.length <= 1000 && path.split('.').length <= MAX_SEGMENTS;
    return { path: path.trim(), rule: isShort ? parseSchemaRule(schema) : null };
  });
}
