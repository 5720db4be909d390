import type { LayerKind } from '../../src/model/layers';
import { createLayerStack, type ChosenPack, type LayerStack } from '../../src/model/layerStack';
import type { PackContent } from '../../src/model/packs';
import { providerNamed } from './fixtures';

export { aPack, aVersion } from './fixtures';

/** A stack on AWS with the packs of some layers. */
export function stackOf(
  packs: Partial<Record<LayerKind, ChosenPack | null>>,
  cloudType = 'aws',
): LayerStack {
  const stack = createLayerStack(providerNamed(cloudType));
  return {
    ...stack,
    layers: stack.layers.map((layer) => ({ ...layer, pack: packs[layer.kind] ?? null })),
  };
}

export function contentWith(options: Partial<PackContent> = {}): PackContent {
  return { packUid: 'uid', values: '', presets: [], schema: [], dependencies: [], ...options };
}
