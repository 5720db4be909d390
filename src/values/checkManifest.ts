import type { Document } from 'yaml';
import type { TextDiagnostic, TextRange } from '../model/textDiagnostic';
import { checkObject, type SeenObjects } from './checking/checkObject';
import { checkSyntaxSteps } from './checking/checkSyntax';
import { withoutConsequences } from './checking/consequences';
import { finding, orderFindings } from './checking/diagnostic';
import { findLeaves, type Leaf } from './checking/findLeaves';
import { findTemplates } from './checking/findTemplates';
import { refusalFinding } from './checking/refusalFinding';
import { checkReferenceSteps } from './references/checkReferenceSteps';
import type { ReferenceContext } from './references/referenceContext';
import { drain, parseDocumentsSteps } from './text/parseText';

/**
 * Everything that is wrong with the text of a manifest: YAML of any number of documents, Kubernetes objects and,
 * with a context, references. A template (Go, Helm) is told as one information, and what cannot be known of it
 * is not judged. In the order of the text, at most 500. Never throws, and its work is bounded.
 */
export function checkManifest(text: string, context?: ReferenceContext): TextDiagnostic[] {
  return drain(checkManifestSteps(text, context));
}

/** The same in steps, none longer than its largest document takes. */
export function* checkManifestSteps(
  text: string,
  context?: ReferenceContext,
): Generator<undefined, TextDiagnostic[]> {
  const parsed = yield* parseDocumentsSteps(text);
  if (!parsed.ok) return [refusalFinding(parsed)];

  const leaves: Leaf[] = [];
  if (text.includes('{{')) {
    for (const { contents } of parsed.documents) {
      for (const leaf of findLeaves(contents, text)) leaves.push(leaf);
      yield;
    }
  }
  const templates = findTemplates(text, leaves);
  yield;

  const seen: SeenObjects = { keys: new Set() };
  const found: TextDiagnostic[] = [];
  const syntax: TextDiagnostic[] = [];
  for (const document of parsed.documents) {
    const isTemplate = templates.some((template) => isWithin(template, document));
    const { errors } = document;
    if (!isTemplate) {
      for (const found of yield* checkSyntaxSteps(text, document, errors)) syntax.push(found);
    }
    if (errors.length === 0 && !isEmpty(document)) {
      const problems = checkObject({ text, isTemplate, seen }, document.contents);
      for (const problem of problems) found.push(problem);
    }
    yield;
  }
  const [template] = templates;
  if (template !== undefined) found.push(finding('manifest-template', 'info', template));

  const references = context === undefined ? [] : yield* checkReferenceSteps(text, leaves, context);
  return orderFindings([...withoutConsequences(text, syntax, references), ...found, ...references]);
}

function isWithin({ from }: TextRange, { range }: Document.Parsed): boolean {
  return from >= range[0] && from <= range[2];
}

/** Nothing, or nothing but comments. */
function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || ('value' in contents && contents.value === null);
}
