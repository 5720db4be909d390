import { mayHoldSingleQuote, type VariableValues } from '../../model/variables';
import { findAllReferences } from './findReferences';

/** A variable by its name, with the values that are known of it. */
export interface NamedVariable extends VariableValues {
  readonly name: string;
}

/** The quotes for a value with references: double ones where a `'` is in it or may come into it. */
export function referenceQuote(value: string, variables: readonly NamedVariable[]): "'" | '"' {
  if (value.includes("'")) return '"';
  const names = new Set(
    findAllReferences(value).flatMap(({ kind, name }) => (kind === 'var' ? [name] : [])),
  );
  return variables.some((variable) => names.has(variable.name) && mayHoldSingleQuote(variable))
    ? '"'
    : "'";
}

/** Part of a value as it stands between double quotes. */
export function escapeDoubleQuoted(part: string): string {
  return part.replace(/["\\]/g, '\\$&');
}

const FLOW_VALUE = /^(?:\{\{[^{}]*\}\}|[^,[\]{}])*/;

/**
 * What belongs to the same value behind a reference that it begins with: empty where the reference is all,
 * or a key. Null where that is not certain.
 *
 * @param rest the line behind the reference
 * @param isFlow inside of brackets or braces
 */
export function valueTail(rest: string, isFlow: boolean): string | null {
  const line = isFlow ? (FLOW_VALUE.exec(rest)?.[0] ?? '') : rest;
  if (isFlow && /[[{]/.test(rest.charAt(line.length))) return null;
  const comment = line.search(/(?:^|\s)#/);
  const tail = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  if (/^\s*:(?:\s|$)/.test(tail)) return '';
  return /:(?:\s|$)/.test(tail) ? null : tail;
}
