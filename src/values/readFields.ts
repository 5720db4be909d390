import { isAlias, isCollection, isScalar } from 'yaml';
import type { PackSchemaField } from '../model/packs';
import type { TextRange, ValuesPath } from '../model/textDiagnostic';
import { missingPath } from './missingPath';
import { readSchema } from './schema/readSchema';
import type { SchemaRule, SchemaType } from './schema/schemaRule';
import { hasSource, readEntry } from './text/entries';
import { findSteps, resolveDottedPath } from './text/findPath';
import { drain } from './text/parseText';
import { isTemplate } from './text/templates';
import { readSourceSteps, type ValuesSource } from './text/valuesSource';

/** A value of a text that the pack's schema names, as a form shows it. `from` and `to` enclose the value. */
export interface ValuesField extends TextRange {
  readonly path: ValuesPath;
  /** The schema's own path, dotted, with `$[]` for every item of a list. */
  readonly schemaPath: string;
  readonly type: SchemaType;
  /** What a `list` offers. */
  readonly options?: readonly string[] | undefined;
  readonly hints: readonly string[];
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  /** Numbers that JavaScript would write differently (`1.20`) are texts. Null for no value, and with `isEditable` false. */
  readonly value: string | number | boolean | null;
  /** False for maps, lists and aliases, and for templates that YAML takes for a map. */
  readonly isEditable: boolean;
  /** Nothing is at the path; `setField` puts it there. @default false */
  readonly isMissing?: boolean | undefined;
}

export interface ReadFieldsInput {
  readonly text: string;
  readonly schema: readonly PackSchemaField[];
}

/** More than anybody fills in; a rule for every item of a list may fit endlessly many. */
const MAX_FIELDS = 1000;

/**
 * The fields of a form beside the text: one for each path of the schema, in its order; an empty one where the
 * text lacks the path and can take it. Empty where the text cannot be read as a map of values. Never throws.
 */
export function readFields(input: ReadFieldsInput): readonly ValuesField[] {
  return drain(readFieldsSteps(input));
}

/** Fields looked for between two pauses: less than a millisecond. */
const FIELDS_PER_STEP = 10;

/** The same in steps, none longer than it takes to compose the text. */
export function* readFieldsSteps({
  text,
  schema,
}: ReadFieldsInput): Generator<undefined, readonly ValuesField[]> {
  const source = yield* readSourceSteps(text);
  if (source === null) return [];
  yield;
  let looked = 0;
  const fields: ValuesField[] = [];
  for (const { path: schemaPath, rule } of readSchema(schema)) {
    if (rule === null) continue;
    looked += 1;
    if (looked % FIELDS_PER_STEP === 0) yield;
    const paths = resolveDottedPath(source.root, schemaPath);
    const missing =
      paths.length > 0 || rule.isReadonly ? null : missingPath(source.root, schemaPath);
    if (missing !== null && fields.length < MAX_FIELDS) {
      fields.push(missingField(source, missing, schemaPath, rule));
    }
    for (const path of paths) {
      if (fields.length === MAX_FIELDS) return fields;
      looked += 1;
      if (looked % FIELDS_PER_STEP === 0) yield;
      const field = readField(source, path, schemaPath, rule);
      if (field !== null) fields.push(field);
    }
  }
  return fields;
}

function readField(
  source: ValuesSource,
  path: ValuesPath,
  schemaPath: string,
  rule: SchemaRule,
): ValuesField | null {
  const step = findSteps(source.root, path)?.at(-1);
  if (step === undefined) return null;
  const { value: node, leadInEnd, contentEnd } = readEntry(source.lines, step);
  const isEditable = !isCollection(node) && !isAlias(node) && !isTemplate(node);
  const from = hasSource(node) ? (node.range?.[0] ?? leadInEnd) : leadInEnd;
  return {
    path,
    ...describe(schemaPath, rule),
    value: isEditable && isScalar(node) ? fieldValue(node.value, node.source) : null,
    isEditable,
    from,
    to: Math.max(from, contentEnd),
  };
}

/** What the text does not say yet; it goes to the end of the innermost map around it that is there. */
function missingField(
  source: ValuesSource,
  path: ValuesPath,
  schemaPath: string,
  rule: SchemaRule,
): ValuesField {
  let at = source.text.length;
  for (let length = path.length - 1; length > 0; length -= 1) {
    const step = findSteps(source.root, path.slice(0, length))?.at(-1);
    if (step === undefined) continue;
    at = Math.min(at, readEntry(source.lines, step).contentEnd);
    break;
  }
  const place = { from: at, to: at };
  const value = { value: null, isEditable: true, isMissing: true };
  return { path, ...describe(schemaPath, rule), ...value, ...place };
}

function describe(schemaPath: string, rule: SchemaRule) {
  return {
    schemaPath,
    type: rule.type,
    options: rule.type === 'list' ? rule.options : undefined,
    hints: rule.hints,
    isRequired: rule.isRequired,
    isReadOnly: rule.isReadonly,
  };
}

/** The value of a scalar as a form shows it, given how it is written. */
export function fieldValue(value: unknown, source: string | undefined): ValuesField['value'] {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  const isAsWritten = typeof value === 'number' && String(value) === source;
  return isAsWritten ? value : (source ?? String(value));
}
