import type { PackSchemaField } from '../../model/packs';
import type { ValuesPath } from '../../model/textDiagnostic';
import { readSchema } from './readSchema';
import type { SchemaRule } from './schemaRule';

const indexes = new WeakMap<readonly PackSchemaField[], ReadonlyMap<string, SchemaRule>>();

/** The rules by their dotted paths; read once for each schema. */
function rulesOf(schema: readonly PackSchemaField[]): ReadonlyMap<string, SchemaRule> {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const rules = new Map<string, SchemaRule>();
  for (const { path, rule } of readSchema(schema)) if (rule !== null) rules.set(path, rule);
  indexes.set(schema, rules);
  return rules;
}

/** What a schema says of the value at a path; a list's rule is that of its items. Null where it says nothing. */
export function findSchemaRule(
  schema: readonly PackSchemaField[],
  path: ValuesPath,
): SchemaRule | null {
  const rules = rulesOf(schema);
  const own = rules.get(dotted(path));
  if (own !== undefined || typeof path.at(-1) !== 'number') return own ?? null;
  const ofList = rules.get(dotted(path.slice(0, -1)));
  return ofList?.type === 'list' ? ofList : null;
}

function dotted(path: ValuesPath): string {
  return path.map((part) => (typeof part === 'number' ? '$[]' : part)).join('.');
}
