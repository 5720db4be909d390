import { suitsVariableFormat } from '../../model/variableFormats';
import { compileRegex } from './regex';
import type { SchemaPart, SchemaRule, SchemaType } from './schemaRule';

type ValuePart = Extract<SchemaPart, { kind: 'value' }>;

/** Why a value is not what a rule wants. The value itself is never in it: it may be a secret. */
export interface RuleFault {
  readonly code:
    'schema-type' | 'schema-range' | 'schema-option' | 'schema-pattern' | 'schema-format';
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string>>;
}

/** Longer values are not taken apart by composite formats. */
const MAX_LENGTH = 2000;
/** Ways of dividing a value that are tried; past them it is taken to be right. */
const MAX_TRIES = 5000;

/** What is wrong with the text of a value that is not empty. Patterns that cannot be read judge nothing. */
export function findRuleFault(rule: SchemaRule, text: string): RuleFault | null {
  const [only, ...others] = rule.parts;
  if (only === undefined) return null;
  if (only.kind === 'value' && others.length === 0) return partFault(only, text);
  if (text.length > MAX_LENGTH || fitsParts(rule.parts, text)) return null;
  return { code: 'schema-format', severity: 'error', params: { format: rule.format } };
}

function partFault(part: ValuePart, text: string): RuleFault | null {
  const { type, range, options, pattern } = part;
  if (type !== null && !suitsType(text, type)) {
    const severity = type === 'boolean' && isOldBoolean(text) ? 'warning' : 'error';
    return { code: 'schema-type', severity, params: { expected: type } };
  }
  if (range !== undefined) {
    const number = Number(text);
    const [min, max] = range;
    if (number < min || number > max) {
      const params = { min: String(min), max: String(max) };
      return { code: 'schema-range', severity: 'error', params };
    }
  }
  if (options !== undefined && options.length > 0 && !options.includes(text)) {
    return { code: 'schema-option', severity: 'error', params: { options: options.join(', ') } };
  }
  // Whether it has to match all of the value is not documented: somewhere is enough.
  if (pattern !== undefined && compileRegex(pattern)?.matches(text) === false) {
    return { code: 'schema-pattern', severity: 'error', params: { pattern } };
  }
  return null;
}

function suitsType(text: string, type: SchemaType): boolean {
  switch (type) {
    case 'string':
    case 'password':
    case 'list':
      return true;
    case 'number':
      return suitsVariableFormat(text, 'number');
    case 'boolean':
      return /^(?:true|false)$/i.test(text);
    case 'ipv4':
      return suitsVariableFormat(text, 'ipv4');
    case 'version':
      // As packs write them: `v1.2`, `1.27.x`, `24.04`, `3.30.2-rev2`.
      return /^v?\d+(?:\.[0-9A-Za-z]+)*(?:[-+_.][0-9A-Za-z._+-]*)?$/.test(text);
    default:
      return type satisfies never;
  }
}

/** What YAML 1.1, which is how some backends read, takes for a truth value. */
function isOldBoolean(text: string): boolean {
  return /^(?:yes|no|on|off|y|n)$/i.test(text);
}

/** Whether a value can be divided so that every piece of the format has its share. */
function fitsParts(parts: readonly SchemaPart[], text: string): boolean {
  let tries = 0;
  /** Pieces and places from which it is known not to go on. */
  const dead = new Set<number>();

  const fits = (index: number, at: number): boolean => {
    const part = parts[index];
    if (part === undefined) return at === text.length;
    const key = index * (text.length + 1) + at;
    if (dead.has(key)) return false;
    if (part.kind === 'text') {
      if (text.startsWith(part.text, at) && fits(index + 1, at + part.text.length)) return true;
    } else {
      for (const end of endsOf(parts[index + 1], text, at)) {
        tries += 1;
        if (tries > MAX_TRIES) return true;
        if (partFault(part, text.slice(at, end)) === null && fits(index + 1, end)) return true;
      }
    }
    dead.add(key);
    return false;
  };
  return fits(0, 0);
}

/** Where a piece that begins at a place may end: not empty, and before what must follow it. */
function* endsOf(next: SchemaPart | undefined, text: string, at: number): Generator<number> {
  if (next === undefined) {
    if (at < text.length) yield text.length;
    return;
  }
  if (next.kind === 'value') {
    for (let end = at + 1; end <= text.length; end += 1) yield end;
    return;
  }
  for (
    let end = text.indexOf(next.text, at + 1);
    end !== -1;
    end = text.indexOf(next.text, end + 1)
  ) {
    yield end;
  }
}
