import {
  findLayer,
  layerValues,
  manifestText,
  type LayerStack,
  type StackLayer,
  type StackManifest,
} from './layerStack';
import type { LayerKind } from './layers';
import { fitsCloudType } from './providers';
import { applySeverities, hasErrors, NO_OVERRIDES, type SeverityOverrides } from './severities';
import { undecidedConflicts } from './valuesCarry';
import type {
  Severity,
  TextDiagnosticCode,
  TextFix,
  TextRange,
  ValuesPath,
} from './textDiagnostic';

/** What can be said about a layer before anything is sent. */
export type LayerDiagnosticCode =
  | 'pack-missing'
  | 'pack-name-missing'
  | 'version-missing'
  | 'values-missing'
  | 'cloud-type-mismatch'
  | 'pack-deprecated'
  | 'manifest-name-missing'
  | 'manifest-name-taken'
  | 'manifest-empty'
  /** A pack that another one needs is not in the stack, or not in the versions it needs. */
  | 'dependency-missing'
  | 'dependency-version'
  | 'dependency-not-supported'
  /** Edits that the new version of the pack contradicts, not yet decided. */
  | 'merge-undecided';

export type DiagnosticCode = LayerDiagnosticCode | TextDiagnosticCode;

/** Where in a text of a layer a finding is. */
export interface TextPlace extends TextRange {
  /** As `valuesTextId` and `manifestTextId` give it. */
  readonly textId: string;
  readonly path: ValuesPath;
  readonly fixes?: readonly TextFix[] | undefined;
}

/** A finding about one layer: facts only, the words are the user interface's. */
export interface LayerDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly layerId: string;
  readonly kind: LayerKind;
  /** The manifest it is about. */
  readonly manifestId?: string | undefined;
  /** The place in the text, where it is about one. */
  readonly place?: TextPlace | undefined;
  /** Values for the message, such as the name of the pack. */
  readonly params: Readonly<Record<string, string>>;
}

const known = new WeakMap<LayerStack, readonly LayerDiagnostic[]>();

/** All findings about a stack, lowest layer first. The same array for the same stack. */
export function checkLayers(stack: LayerStack): readonly LayerDiagnostic[] {
  const cached = known.get(stack);
  if (cached !== undefined) return cached;
  const diagnostics = stack.layers.flatMap((layer) => checkLayer(stack, layer));
  known.set(stack, diagnostics);
  return diagnostics;
}

/** Findings about one layer. */
export function checkLayer(stack: LayerStack, layer: StackLayer): LayerDiagnostic[] {
  return [...checkChoice(stack, layer), ...checkManifestNames(stack, layer)];
}

/**
 * Whether a layer has all it needs: pack, version and values.
 *
 * @param severities the host's, as `applySeverities` takes them. @default ours
 */
export function isLayerComplete(
  stack: LayerStack,
  layerId: string,
  severities: SeverityOverrides = NO_OVERRIDES,
): boolean {
  const layer = findLayer(stack, layerId);
  return layer !== null && !hasErrors(applySeverities(checkLayer(stack, layer), severities));
}

/** What is not there yet. It is no fault as long as nobody asked for it. */
const INCOMPLETE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'pack-missing',
  'pack-name-missing',
  'version-missing',
  'values-missing',
  'manifest-name-missing',
  'manifest-empty',
]);

/**
 * The findings to be shown while the stack is put together: all but what is missing in layers where
 * moving on was not refused.
 */
export function shownFindings(
  findings: readonly LayerDiagnostic[],
  refusedLayerIds: readonly string[],
): readonly LayerDiagnostic[] {
  return findings.filter(
    ({ code, layerId }) => !INCOMPLETE.has(code) || refusedLayerIds.includes(layerId),
  );
}

export function countSeverities(diagnostics: readonly { readonly severity: Severity }[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  let errors = 0;
  let warnings = 0;
  for (const { severity } of diagnostics) {
    if (severity === 'error') errors += 1;
    if (severity === 'warning') warnings += 1;
  }
  return { errors, warnings };
}

function checkChoice(stack: LayerStack, layer: StackLayer): LayerDiagnostic[] {
  const { pack } = layer;
  const found = (
    code: LayerDiagnosticCode,
    severity: Severity,
    params: Record<string, string> = {},
  ): LayerDiagnostic => ({ code, severity, layerId: layer.id, kind: layer.kind, params });

  if (pack === null) return [found('pack-missing', 'error')];
  if (pack.isTyped && pack.name.trim() === '') return [found('pack-name-missing', 'error')];
  if (pack.version === null || pack.version.tag.trim() === '') {
    return [found('version-missing', 'error', { pack: pack.displayName })];
  }
  const diagnostics: LayerDiagnostic[] = [];
  if (!fitsCloudType(pack.version.cloudTypes, stack.cloudType)) {
    diagnostics.push(
      found('cloud-type-mismatch', 'error', {
        pack: pack.displayName,
        version: pack.version.tag,
        cloudType: stack.cloudType,
      }),
    );
  }
  if (!pack.isTyped && layerValues(stack, layer) === null) {
    diagnostics.push(found('values-missing', 'error', { pack: pack.displayName }));
  }
  const undecided = undecidedConflicts(stack, layer).length;
  if (undecided > 0) {
    diagnostics.push(found('merge-undecided', 'warning', { count: String(undecided) }));
  }
  if (pack.state !== 'active') {
    diagnostics.push(found('pack-deprecated', 'warning', { pack: pack.displayName }));
  }
  return diagnostics;
}

function checkManifestNames(stack: LayerStack, layer: StackLayer): LayerDiagnostic[] {
  const seen = new Set<string>();
  const diagnostics: LayerDiagnostic[] = [];
  for (const manifest of layer.manifests) {
    const name = manifest.name.trim();
    const code = nameFault(name, seen);
    seen.add(name);
    if (code !== null) diagnostics.push(manifestFinding(layer, manifest, code, 'error'));
    if (manifestText(stack, manifest.id).trim() === '') {
      diagnostics.push(manifestFinding(layer, manifest, 'manifest-empty', 'warning'));
    }
  }
  return diagnostics;
}

function nameFault(name: string, seen: ReadonlySet<string>): LayerDiagnosticCode | null {
  if (name === '') return 'manifest-name-missing';
  return seen.has(name) ? 'manifest-name-taken' : null;
}

function manifestFinding(
  layer: StackLayer,
  manifest: StackManifest,
  code: LayerDiagnosticCode,
  severity: Severity,
): LayerDiagnostic {
  return {
    code,
    severity,
    layerId: layer.id,
    kind: layer.kind,
    manifestId: manifest.id,
    params: { manifest: manifest.name },
  };
}
