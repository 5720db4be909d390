import type { Severity, TextDiagnostic, TextDiagnosticCode } from '../../model/textDiagnostic';
import { finding, MAX_DIAGNOSTICS } from '../checking/diagnostic';
import { leafAt, type Leaf } from '../checking/findLeaves';
import { findReferences, type Reference } from './findReferences';
import { createPackPaths, type PackPaths } from './packPaths';
import { quoteReference } from './quoteReference';
import type { ReferenceContext } from './referenceContext';
import { fitsSystemMacro, SYSTEM_MACROS } from './systemMacros';

const REFERENCES_PER_STEP = 200;
/** More findings are not told in any case. */
const MAX_FOUND = 2 * MAX_DIAGNOSTICS;

/**
 * Findings about the references of a text. `leaves` are those of its documents; none where it could not be
 * parsed: then nothing is said of places and quotes.
 */
export function* checkReferenceSteps(
  text: string,
  leaves: readonly Leaf[],
  context: ReferenceContext,
): Generator<undefined, TextDiagnostic[]> {
  const found: TextDiagnostic[] = [];
  const known = namesOf(context);
  const packPaths = createPackPaths(context);
  const quoted = new Set<Leaf>();
  let count = 0;
  for (const reference of findReferences(text)) {
    count += 1;
    if (found.length > MAX_FOUND) break;
    if (count % REFERENCES_PER_STEP === 0) yield;
    const leaf = leafAt(leaves, reference.from);
    const problem = yield* judge(reference, leaf, known, packPaths, context);
    const path = leaf?.path ?? [];
    if (problem !== null) {
      found.push(
        finding(problem.code, problem.severity, reference, { path, params: problem.params }),
      );
    }
    if (leaf?.isBraces === true && reference.fault === null && !quoted.has(leaf)) {
      quoted.add(leaf);
      const fix = quoteReference(text, leaf, context.variables);
      found.push(unquoted(reference, leaf, fix === null ? [] : [fix]));
    }
  }
  return found;
}

interface KnownNames {
  readonly variables: ReadonlySet<string>;
  readonly macros: ReadonlySet<string> | null;
}

function namesOf({ variables, macros }: ReferenceContext): KnownNames {
  return {
    variables: new Set(variables.map(({ name }) => name)),
    macros: macros === null ? null : new Set(macros),
  };
}

interface Problem {
  readonly code: TextDiagnosticCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
}

function* judge(
  reference: Reference,
  leaf: Leaf | null,
  known: KnownNames,
  packPaths: PackPaths,
  { cloudType }: ReferenceContext,
): Generator<undefined, Problem | null> {
  const { kind, name, path, fault, isPlain } = reference;
  const problem = (
    code: TextDiagnosticCode,
    severity: Severity,
    params: Record<string, string> = { name },
  ): Problem => ({ code, severity, params });

  if (fault === 'nested') return problem('reference-nested', 'error');
  // Of a kind that is not known it may be one that only newer servers know.
  if (fault !== null)
    return problem('reference-malformed', kind === 'unknown' ? 'warning' : 'error');
  switch (kind) {
    case 'var':
      if (!known.variables.has(name)) return problem('reference-variable-unknown', 'error');
      if (!isPlain) return problem('reference-function', 'error');
      return isPackContent(leaf) ? problem('reference-place', 'error') : null;
    case 'macro':
      if (known.macros === null || known.macros.has(name)) return null;
      return problem('reference-macro-unknown', 'warning');
    case 'system':
      if (!SYSTEM_MACROS.includes(name)) return problem('reference-system-unknown', 'warning');
      if (fitsSystemMacro(name, cloudType)) return null;
      return problem('reference-system-unfit', 'warning', { name, cloudType });
    case 'pack': {
      const target = yield* packPaths.find(`${name}.${path}`);
      if (target === 'found') return null;
      if (target === 'pack-unknown') return problem('reference-pack-unknown', 'warning');
      return problem('reference-path-unknown', 'warning', { name: path, pack: name });
    }
    case 'app':
      return null;
    case 'unknown':
      return problem('reference-malformed', 'warning');
    default:
      return kind satisfies never;
  }
}

/** `pack.content` lists the images of a pack, which are fetched before any variable is known. */
function isPackContent(leaf: Leaf | null): boolean {
  return leaf !== null && leaf.path[0] === 'pack' && leaf.path[1] === 'content';
}

/** Macros do work without quotes as long as the text is YAML; for variables quotes are prescribed. */
function unquoted(
  reference: Reference,
  leaf: Leaf,
  fixes: TextDiagnostic['fixes'],
): TextDiagnostic {
  const severity = reference.kind === 'var' ? 'error' : 'warning';
  const { path, from, to } = leaf;
  const params = { name: reference.name };
  return finding('reference-unquoted', severity, { from, to }, { path, params, fixes });
}
