import { isMap, isSeq } from 'yaml';
import type { PackSchemaField } from '../model/packs';
import type { TextDiagnostic } from '../model/textDiagnostic';
import { checkMasked, withoutThatOfMasked } from './checking/checkMasked';
import { checkPackSettings } from './checking/checkPackSettings';
import { checkPresets } from './checking/checkPresets';
import { checkSchemaSteps } from './checking/checkSchema';
import { checkSyntaxSteps } from './checking/checkSyntax';
import { withoutConsequences } from './checking/consequences';
import { finding, orderFindings } from './checking/diagnostic';
import { findLeaves } from './checking/findLeaves';
import { refusalFinding } from './checking/refusalFinding';
import type { EnabledPreset } from './presetMarker';
import { checkReferenceSteps } from './references/checkReferenceSteps';
import type { ReferenceContext } from './references/referenceContext';
import { readSchema } from './schema/readSchema';
import { drain, parseTextSteps, type ParsedValues } from './text/parseText';

export interface CheckValuesOptions extends ReferenceContext {
  /** The rules of the pack's schema as they are written. */
  readonly schema: readonly PackSchemaField[];
  /**
   * The pack's own values. Without them nothing is said of read-only values that were changed and of
   * passwords in clear text. @default unknown
   */
  readonly base?: string | undefined;
  /**
   * The presets of the pack; those that `base` names are known, too. Without them nothing is said of the marker.
   * @default unknown
   */
  readonly presets?: readonly EnabledPreset[] | undefined;
}

/**
 * Everything that is wrong with the text of a pack's values: YAML, the pack's schema, references. In the order
 * of the text, at most 500. Never throws, and its work is bounded whatever the text is.
 */
export function checkValues(text: string, options: CheckValuesOptions): TextDiagnostic[] {
  return drain(checkValuesSteps(text, options));
}

/** The same in steps of a few milliseconds each, for texts up to 300 kB. */
export function* checkValuesSteps(
  text: string,
  options: CheckValuesOptions,
): Generator<undefined, TextDiagnostic[]> {
  const presets = checkPresets(text, options);
  const parsed = yield* parseTextSteps(text);
  if (!parsed.ok) {
    const references =
      parsed.refused === 'yaml-too-large' ? [] : yield* checkReferenceSteps(text, [], options);
    return orderFindings([refusalFinding(parsed), ...presets, ...references]);
  }
  const { document, errors } = parsed;
  const syntax = yield* checkSyntaxSteps(text, document, errors);
  yield;
  const found = [...checkShape(parsed)];
  if (errors.every(({ code }) => code === 'DUPLICATE_KEY')) {
    for (const finding of yield* checkContents(parsed, options)) found.push(finding);
  }
  yield;
  const leaves = text.includes('spectro') ? findLeaves(document.contents, text) : [];
  yield;
  const references = yield* checkReferenceSteps(text, leaves, options);
  const faults = withoutConsequences(text, syntax, references);
  return orderFindings([...presets, ...faults, ...found, ...references]);
}

function* checkContents(
  { document, text }: ParsedValues,
  { schema, base: baseText, variables }: CheckValuesOptions,
): Generator<undefined, TextDiagnostic[]> {
  const rules = readSchema(schema);
  const needsBase = rules.some(
    ({ rule }) => rule?.isReadonly === true || rule?.type === 'password',
  );
  const base = needsBase && baseText !== undefined ? yield* parseTextSteps(baseText) : null;
  yield;
  const { contents } = document;
  const masked = checkMasked(contents, text);
  const bySchema = yield* checkSchemaSteps({
    text,
    contents,
    schema: rules,
    base: base?.ok === true ? { text: base.text, contents: base.document.contents } : null,
    variables,
  });
  return [...checkPackSettings(contents), ...masked, ...withoutThatOfMasked(bySchema, masked)];
}

function checkShape({ document }: ParsedValues): TextDiagnostic[] {
  const { contents } = document;
  if (contents === null || isMap(contents)) return [];
  // `null` written out, and nothing but comments.
  if ('value' in contents && contents.value === null) return [];
  const [from, to] = contents.range;
  const found = isSeq(contents) ? 'list' : 'text';
  return [finding('yaml-not-a-map', 'error', { from, to }, { params: { found } })];
}
