import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { TextDiagnostic, TextRange, ValuesPath } from '../../model/textDiagnostic';
import type { ProfileVariable } from '../../model/variables';
import { onlyReference } from '../references/findReferences';
import { compileRegex } from '../schema/regex';
import { findRuleFault, type RuleFault } from '../schema/ruleFault';
import type { Schema, SchemaEntry } from '../schema/readSchema';
import type { SchemaRule } from '../schema/schemaRule';
import { findSteps, resolveDottedPath, valueOf } from '../text/findPath';
import { optionFixes } from './optionFixes';
import { finding } from './diagnostic';

export interface SchemaCheck {
  readonly text: string;
  readonly contents: Node | null;
  readonly schema: Schema;
  /** The pack's own values; null where they are not known: then nothing counts as changed. */
  readonly base: { readonly text: string; readonly contents: Node | null } | null;
  readonly variables: readonly ProfileVariable[];
}

const ENTRIES_PER_STEP = 20;

/** Findings about the values that a pack's schema names. */
export function* checkSchemaSteps(check: SchemaCheck): Generator<undefined, TextDiagnostic[]> {
  const found: TextDiagnostic[] = [];
  let count = 0;
  for (const entry of check.schema) {
    count += 1;
    if (count % ENTRIES_PER_STEP === 0) yield;
    for (const problem of checkEntry(check, entry)) found.push(problem);
  }
  return found;
}

/** A value that a path of the schema leads to. */
interface Place extends TextRange {
  readonly path: ValuesPath;
  readonly node: Node | null;
}

function checkEntry(check: SchemaCheck, { path, rule }: SchemaEntry): TextDiagnostic[] {
  if (rule === null) return [unreadable({ from: 0, to: 0 }, [path])];
  const paths = resolveDottedPath(check.contents, path);
  const places = paths.map((each) => placeOf(check.contents, each));
  const unread = hasUnreadablePattern(rule) && places[0] !== undefined;
  return [
    ...(unread && places[0] !== undefined ? [unreadable(places[0], places[0].path)] : []),
    ...withHints(rule, [
      ...(places.length === 0 && rule.isRequired ? checkMissing(check.contents, path) : []),
      ...places.flatMap((place) => checkPlace(check, rule, place)),
    ]),
  ];
}

/** With what the pack says to whoever has to put it right. */
function withHints({ hints }: SchemaRule, found: readonly TextDiagnostic[]): TextDiagnostic[] {
  const all = hints.join(' · ');
  return found.map((one) => (all === '' ? one : { ...one, params: { ...one.params, hints: all } }));
}

function unreadable(range: TextRange, path: ValuesPath): TextDiagnostic {
  return finding('schema-unreadable', 'info', range, { path });
}

function hasUnreadablePattern({ parts }: SchemaRule): boolean {
  return parts.some(
    (part) => part.kind === 'value' && part.pattern !== undefined && !compileRegex(part.pattern),
  );
}

/** Where a value stands; of one that is empty, where its key stands. */
function placeOf(contents: Node | null, path: ValuesPath): Place {
  const step = findSteps(contents, path)?.at(-1);
  if (step === undefined) return { path, node: null, from: 0, to: 0 };
  const node = valueOf(step);
  const item: unknown = step.collection.items[step.index];
  const key = isMap(step.collection) ? (item as Pair).key : null;
  const at = node?.range && node.range[0] < node.range[1] ? node : isScalar(key) ? key : node;
  const [from, to] = at?.range ?? [0, 0];
  return { path, node, from, to };
}

/**
 * A required value whose key is not there. Where the map around it is missing as well, that part of the pack
 * may not be in use, so it is no error. Lists may have no items.
 */
function checkMissing(contents: Node | null, dotted: string): TextDiagnostic[] {
  const segments = dotted.split('.');
  if (segments.includes('$[]')) return [];
  for (let length = segments.length - 1; length >= 0; length -= 1) {
    const parent =
      length === 0 ? [] : resolveDottedPath(contents, segments.slice(0, length).join('.'))[0];
    if (parent === undefined) continue;
    const place = length === 0 ? { from: 0, to: 0 } : placeKey(contents, parent);
    const severity = length === segments.length - 1 ? 'error' : 'warning';
    const path = [...parent, segments.slice(length).join('.')];
    return [finding('schema-required', severity, place, { path })];
  }
  return [];
}

function placeKey(contents: Node | null, path: ValuesPath): TextRange {
  const step = findSteps(contents, path)?.at(-1);
  const item: unknown = step?.collection.items[step.index];
  const key = step !== undefined && isMap(step.collection) ? (item as Pair).key : item;
  const [from, to] = isScalar(key) ? (key.range ?? [0, 0]) : [0, 0];
  return { from, to };
}

function checkPlace(check: SchemaCheck, rule: SchemaRule, place: Place): TextDiagnostic[] {
  const { node, path } = place;
  const changed = rule.isReadonly && isChanged(check, place);
  const found = changed ? [finding('schema-readonly', 'warning', place, { path })] : [];
  if (isEmpty(node)) {
    return rule.isRequired
      ? [...found, finding('schema-required', 'error', place, { path })]
      : found;
  }
  // What an alias stands for is a value of another place.
  if (node === null || isAlias(node)) return found;
  if (isCollection(node)) return [...found, ...checkCollection(check, rule, place)];
  return [...found, ...checkScalar(check, rule, place)];
}

function isEmpty(node: Node | null): boolean {
  if (node === null) return true;
  if (isCollection(node)) return node.items.length === 0;
  return isScalar(node) && scalarText(node).trim() === '';
}

/** The text of a scalar as it is written, without quotes; empty for null. */
function scalarText(node: Node): string {
  if (!isScalar(node) || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

function checkCollection(check: SchemaCheck, rule: SchemaRule, place: Place): TextDiagnostic[] {
  const { node, path, from, to } = place;
  // `{{ … }}` without quotes is a map for YAML alone.
  if (rule.parts.length === 0 || check.text.startsWith('{{', from)) return [];
  if (isSeq(node) && rule.type === 'list') {
    return node.items.flatMap((item, index) => {
      if (!isScalar(item) || !item.range) return [];
      const [start, end] = item.range;
      const below = { path: [...path, index], node: item, from: start, to: end };
      return isEmpty(item) ? [] : checkScalar(check, rule, below);
    });
  }
  const isKnown = rule.parts.every((part) => part.kind === 'text' || part.type !== null);
  if (!isKnown || rule.type === 'list') return [];
  return [
    finding('schema-type', 'warning', { from, to }, { path, params: { expected: rule.type } }),
  ];
}

function checkScalar(check: SchemaCheck, rule: SchemaRule, place: Place): TextDiagnostic[] {
  const { node, path } = place;
  const text = node === null ? '' : scalarText(node);
  const isSecret = rule.parts.some((part) => part.kind === 'value' && part.type === 'password');
  if (text.includes('{{')) return checkReferenceValue(check, rule, place, text, isSecret);
  const found: TextDiagnostic[] = [];
  const fault = findRuleFault(rule, text);
  if (fault !== null)
    found.push(faultFinding(fault, rule, place, isSecret ? '' : text, check.text));
  if (isSecret && isChanged(check, place))
    found.push(finding('secret-in-clear', 'info', place, { path }));
  return found;
}

/** A variable in a field must suit it; what other references become is not known. */
function checkReferenceValue(
  { variables, text: source }: SchemaCheck,
  rule: SchemaRule,
  place: Place,
  text: string,
  isSecret: boolean,
): TextDiagnostic[] {
  const reference = onlyReference(text);
  if (reference?.kind !== 'var') return [];
  const variable = variables.find(({ name }) => name === reference.name);
  if (variable === undefined) return [];
  const mustBe = ['number', 'boolean', 'ipv4', 'version'].includes(rule.type) ? rule.type : null;
  if (mustBe !== null && variable.format !== mustBe) {
    const params = { expected: mustBe, value: text.trim(), variable: variable.name };
    return [finding('schema-type', 'warning', place, { path: place.path, params })];
  }
  if (variable.defaultValue === '') return [];
  const fault = findRuleFault(rule, variable.defaultValue);
  if (fault === null) return [];
  const value = isSecret || variable.isSensitive ? '' : variable.defaultValue;
  return [{ ...faultFinding(fault, rule, place, value, source), severity: 'warning', fixes: [] }];
}

/** A block ends with its line, which is not part of what stands there instead. */
function withoutLineEnd(source: string, { from, to }: TextRange): TextRange {
  return { from, to: from + source.slice(from, to).trimEnd().length };
}

function faultFinding(
  { code, severity, params }: RuleFault,
  rule: SchemaRule,
  place: Place,
  value: string,
  source: string,
): TextDiagnostic {
  const shown = value === '' || value.length > 200 ? {} : { value };
  return finding(code, severity, place, {
    path: place.path,
    params: { ...params, ...shown },
    ...(code === 'schema-option' && {
      fixes: optionFixes(rule.options, value, withoutLineEnd(source, place)),
    }),
  });
}

/** Whether a value is not as the pack has it. Where that is not known, it counts as the user's only if written by hand. */
function isChanged({ base, text }: SchemaCheck, { path, from, to }: Place): boolean {
  if (base === null) return false;
  const before = findSteps(base.contents, path)?.at(-1);
  if (before === undefined) return true;
  const range = valueOf(before)?.range;
  return !range || base.text.slice(range[0], range[1]) !== text.slice(from, to);
}
