import type { LayerDiagnostic } from '../model/diagnostics';
import { layerValues, manifestTextId, valuesTextId, type LayerStack } from '../model/layerStack';
import type { LayerKind } from '../model/layers';
import type { PackPreset, PackSchemaField } from '../model/packs';
import type { TextDiagnostic } from '../model/textDiagnostic';
import type { ReferenceContext } from '../values/references/referenceContext';
import type { LayerContents } from './useLayerContents';

/** A text of a stack, and all that its findings depend on. */
export interface TextCheck {
  readonly textId: string;
  readonly layerId: string;
  readonly kind: LayerKind;
  /** Undefined for values. */
  readonly manifestId: string | undefined;
  readonly text: string;
  /** What the pack's schema says of the values; empty for a manifest. */
  readonly schema: readonly PackSchemaField[];
  /** The pack's own values; undefined for a manifest, and until they are known. */
  readonly base: string | undefined;
  /** Those of the pack; undefined for a manifest, and until they are known. */
  readonly presets: readonly PackPreset[] | undefined;
  readonly context: ReferenceContext;
}

export interface TextCheckSources {
  readonly stack: LayerStack;
  readonly contents: LayerContents;
  readonly macros: readonly string[] | null;
}

const NO_SCHEMA: readonly PackSchemaField[] = [];
const NO_PACKS: Readonly<Record<string, string>> = {};

/** All texts of a stack to be checked, lowest layer first, its values before its manifests. */
export function textChecksOf({ stack, contents, macros }: TextCheckSources): readonly TextCheck[] {
  const { cloudType, variables } = stack;
  let packs: Readonly<Record<string, string>> | null = null;
  const contextOf = (text: string): ReferenceContext => ({
    variables,
    macros,
    // Else every text would be checked again with every change of another.
    packs: text.includes('spectro.pack.') ? (packs ??= packValues(stack)) : NO_PACKS,
    cloudType,
  });
  return stack.layers.flatMap((layer) => {
    const { id: layerId, kind } = layer;
    const values = layerValues(stack, layer);
    const valuesId = valuesTextId(layer);
    const checks: TextCheck[] = [];
    if (values !== null && valuesId !== null) {
      const schema = contents.get(layerId)?.data?.schema ?? NO_SCHEMA;
      checks.push({
        textId: valuesId,
        layerId,
        kind,
        manifestId: undefined,
        text: values.text,
        schema,
        presets: contents.get(layerId)?.data?.presets,
        base: values.base ?? undefined,
        context: contextOf(values.text),
      });
    }
    for (const { id: manifestId } of layer.manifests) {
      const textId = manifestTextId(manifestId);
      const text = stack.texts[textId]?.text ?? '';
      const context = contextOf(text);
      checks.push({
        textId,
        layerId,
        kind,
        manifestId,
        text,
        schema: NO_SCHEMA,
        base: undefined,
        presets: undefined,
        context,
      });
    }
    return checks;
  });
}

/** The values of every pack of a stack, by its name; packs do refer to themselves. */
function packValues(stack: LayerStack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stack.layers.flatMap((layer) => {
      const values = layerValues(stack, layer);
      return layer.pack === null || values === null ? [] : [[layer.pack.name, values.text]];
    }),
  );
}

/** Whether two checks of a text have the same findings. */
export function isSameCheck(a: TextCheck, b: TextCheck): boolean {
  return (
    a === b ||
    (a.textId === b.textId &&
      a.text === b.text &&
      a.schema === b.schema &&
      a.base === b.base &&
      a.presets === b.presets &&
      isSameContext(a.context, b.context))
  );
}

function isSameContext(a: ReferenceContext, b: ReferenceContext): boolean {
  return (
    a.cloudType === b.cloudType &&
    a.variables === b.variables &&
    isSameList(a.macros ?? [], b.macros ?? []) &&
    (a.macros === null) === (b.macros === null) &&
    (a.packs === b.packs ||
      isSameList(Object.entries(a.packs).flat(), Object.entries(b.packs).flat()))
  );
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** The findings about a text as findings about its layer. */
export function layerDiagnosticsOf(
  { textId, layerId, kind, manifestId }: TextCheck,
  diagnostics: readonly TextDiagnostic[],
): readonly LayerDiagnostic[] {
  return diagnostics.map(({ code, severity, from, to, path, fixes, params }) => ({
    code,
    severity,
    layerId,
    kind,
    manifestId,
    place: { textId, from, to, path, fixes },
    params,
  }));
}
