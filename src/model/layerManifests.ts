import { manifestTextId, type LayerStack, type StackLayer, type StackManifest } from './layerStack';

/** Manifests attached to a layer. */
export type ManifestEvent =
  | {
      readonly type: 'manifestAdded';
      readonly layerId: string;
      /** A taken name gets a number behind it. */
      readonly name: string;
      readonly content: string;
    }
  | {
      readonly type: 'manifestRenamed';
      readonly layerId: string;
      readonly manifestId: string;
      readonly name: string;
    }
  | {
      readonly type: 'manifestMoved';
      readonly layerId: string;
      readonly manifestId: string;
      /** Where it stands afterwards, counted from 0. */
      readonly toIndex: number;
    }
  | { readonly type: 'manifestRemoved'; readonly layerId: string; readonly manifestId: string };

export function reduceManifests(stack: LayerStack, event: ManifestEvent): LayerStack {
  switch (event.type) {
    case 'manifestAdded': {
      const id = `manifest-${stack.nextId}`;
      const next = changeManifests(stack, event.layerId, (manifests) => [
        ...manifests,
        { id, name: freeManifestName(manifests, event.name) },
      ]);
      if (next === stack) return stack;
      const text = { text: event.content, base: null, revision: 0 };
      return {
        ...next,
        nextId: stack.nextId + 1,
        texts: { ...stack.texts, [manifestTextId(id)]: text },
      };
    }
    case 'manifestRenamed':
      return changeManifests(stack, event.layerId, (manifests) => {
        const index = indexOf(manifests, event.manifestId);
        const manifest = manifests[index];
        if (manifest === undefined || manifest.name === event.name) return manifests;
        return manifests.with(index, { ...manifest, name: event.name });
      });
    case 'manifestMoved':
      return changeManifests(stack, event.layerId, (manifests) => {
        const from = indexOf(manifests, event.manifestId);
        const manifest = manifests[from];
        const to = Math.max(0, Math.min(event.toIndex, manifests.length - 1));
        if (manifest === undefined || from === to) return manifests;
        return manifests.toSpliced(from, 1).toSpliced(to, 0, manifest);
      });
    case 'manifestRemoved':
      // Its text stays, so that undo brings it back as it was last.
      return changeManifests(stack, event.layerId, (manifests) =>
        indexOf(manifests, event.manifestId) === -1
          ? manifests
          : manifests.filter((manifest) => manifest.id !== event.manifestId),
      );
    default:
      return event satisfies never;
  }
}

/** `name`, or `name-2`, `name-3` … where it is taken. */
export function freeManifestName(manifests: readonly StackManifest[], name: string): string {
  const taken = new Set(manifests.map((manifest) => manifest.name));
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}

function indexOf(manifests: readonly StackManifest[], id: string): number {
  return manifests.findIndex((manifest) => manifest.id === id);
}

function changeManifests(
  stack: LayerStack,
  layerId: string,
  change: (manifests: StackLayer['manifests']) => StackLayer['manifests'],
): LayerStack {
  const index = stack.layers.findIndex((layer) => layer.id === layerId);
  const layer = stack.layers[index];
  if (layer === undefined) return stack;
  const manifests = change(layer.manifests);
  if (manifests === layer.manifests) return stack;
  return { ...stack, notice: null, layers: stack.layers.with(index, { ...layer, manifests }) };
}
