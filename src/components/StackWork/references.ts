import {
  findLayer,
  manifestTextId,
  valuesTextId,
  type LayerStack,
  type StackText,
} from '../../model/layerStack';
import { findReferences } from '../../values/references/findReferences';

/** The ids of all texts of a layer that are sent: its values and its manifests. */
function layerTextIds(stack: LayerStack, layerId: string): readonly string[] {
  const layer = findLayer(stack, layerId);
  if (layer === null) return [];
  const valuesId = valuesTextId(layer);
  return [
    ...(valuesId === null ? [] : [valuesId]),
    ...layer.manifests.map(({ id }) => manifestTextId(id)),
  ];
}

const variablesIn = new WeakMap<StackText, ReadonlySet<string>>();

/** The variables that a text refers to. The same set for the same text. */
function variablesOf(text: StackText): ReadonlySet<string> {
  const known = variablesIn.get(text);
  if (known !== undefined) return known;
  const names = new Set(
    findReferences(text.text).flatMap(({ kind, name }) => (kind === 'var' ? [name] : [])),
  );
  variablesIn.set(text, names);
  return names;
}

/** The layers whose texts refer to a variable, by the variable's name. */
export function variableUsage(stack: LayerStack): ReadonlyMap<string, readonly string[]> {
  const usage = new Map<string, string[]>();
  for (const layer of stack.layers) {
    const names = new Set(
      layerTextIds(stack, layer.id).flatMap((id) => {
        const text = stack.texts[id];
        return text === undefined ? [] : [...variablesOf(text)];
      }),
    );
    for (const name of names) usage.set(name, [...(usage.get(name) ?? []), layer.id]);
  }
  return usage;
}
