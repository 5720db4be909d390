import fc from 'fast-check';
import {
  manifestTextId,
  valuesTextId,
  type ChosenPack,
  type LayerStack,
} from '../../src/model/layerStack';
import type { LayerStackEvent } from '../../src/model/reduceLayerStack';
import { aPack, aVersion, OTHER_REGISTRY, providerNamed, REGISTRY, SMALL_CLOUD } from './fixtures';

/** A command looks at the stack to name things that are there, as a user does. */
export interface StackCommand {
  readonly name: string;
  readonly eventFor: (stack: LayerStack) => LayerStackEvent;
}

const PROVIDERS = [
  providerNamed('aws'),
  providerNamed('azure'),
  providerNamed('edge-native'),
  SMALL_CLOUD,
];
const PACKS: readonly ChosenPack[] = [
  aPack('a'),
  aPack('b', { cloudTypes: ['aws'], version: aVersion('b', '2.0.0', { cloudTypes: ['aws'] }) }),
  aPack('c', { registryUid: OTHER_REGISTRY, version: null }),
  aPack('d', { cloudTypes: ['azure'], version: null }),
];

const at = fc.nat({ max: 1_000 });
const layerId = fc.constantFrom('os', 'k8s', 'cni', 'csi', 'addon-1', 'unknown');
const text = fc.constantFrom('', 'a: 1\n', 'a: 1\r\n', 'b: 2', 'ü: 🚀\n', '  ', 'a: 1');
const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items.length === 0 ? undefined : items[index % items.length];

const command = (name: string, eventFor: StackCommand['eventFor']): StackCommand => ({
  name,
  eventFor,
});
const fixed = (event: LayerStackEvent): StackCommand => command(JSON.stringify(event), () => event);

const manualChoices = [
  fc.constantFrom(...PROVIDERS).map((provider) => fixed({ type: 'providerSelected', provider })),
  fc
    .record({ layerId, registryUid: fc.constantFrom(REGISTRY, OTHER_REGISTRY) })
    .map((rest) => fixed({ type: 'registrySelected', ...rest })),
  fc
    .record({ layerId, pack: fc.constantFrom(...PACKS) })
    .map((rest) => fixed({ type: 'packSelected', ...rest })),
  layerId.map((id) => fixed({ type: 'packCleared', layerId: id })),
  fc
    .record({ layerId, version: fc.constantFrom('1.0.0', '2.0.0', '1.x') })
    .map(({ layerId: id, version }) =>
      command(`version ${version} of ${id}`, (stack) => ({
        type: 'versionSelected',
        layerId: id,
        version: aVersion(packNameOf(stack, id), version),
      })),
    ),
];

const manifestChanges = [
  fc
    .record({ layerId, name: fc.constantFrom('one', 'two', ''), content: text })
    .map((rest) => fixed({ type: 'manifestAdded', ...rest })),
  fc
    .record({ layerId, index: at, name: fc.constantFrom('one', 'three', ' ') })
    .map(({ layerId: id, index, name }) =>
      command(`rename a manifest of ${id} to "${name}"`, (stack) => ({
        type: 'manifestRenamed',
        layerId: id,
        manifestId: manifestOf(stack, id, index),
        name,
      })),
    ),
  fc
    .record({ layerId, index: at, toIndex: fc.integer({ min: -2, max: 9 }) })
    .map(({ layerId: id, index, toIndex }) =>
      command(`move a manifest of ${id} to ${toIndex}`, (stack) => ({
        type: 'manifestMoved',
        layerId: id,
        manifestId: manifestOf(stack, id, index),
        toIndex,
      })),
    ),
  fc.record({ layerId, index: at }).map(({ layerId: id, index }) =>
    command(`remove a manifest of ${id}`, (stack) => ({
      type: 'manifestRemoved',
      layerId: id,
      manifestId: manifestOf(stack, id, index),
    })),
  ),
];

const textChanges = [
  ...(['textCommitted', 'textReplaced'] as const).map((type) =>
    fc.record({ index: at, text }).map(({ index, text: written }) =>
      command(`${type} ${JSON.stringify(written)}`, (stack) => ({
        type,
        textId: pick(textIds(stack), index) ?? 'values/os/none/none',
        text: written,
      })),
    ),
  ),
  fc.record({ index: at, base: text }).map(({ index, base }) =>
    command(`defaults ${JSON.stringify(base)}`, (stack) => ({
      type: 'valuesLoaded',
      textId: pick(textIds(stack), index) ?? 'values/os/none/none',
      base,
    })),
  ),
];

const automaticChoices = [
  fc
    .record({ layerId, pack: fc.constantFrom(...PACKS) })
    .map((rest) => fixed({ type: 'packSelected', ...rest, isAutomatic: true })),
  fc
    .record({ layerId, version: fc.constantFrom('1.0.0', '3.0.0') })
    .map(({ layerId: id, version }) =>
      command(`automatic version ${version} of ${id}`, (stack) => ({
        type: 'versionSelected',
        layerId: id,
        version: aVersion(packNameOf(stack, id), version),
        isAutomatic: true,
      })),
    ),
];

const typing = fc
  .record({
    layerId,
    registryUid: fc.constantFrom('offline', 'offline-2'),
    name: fc.constantFrom('', 'n', 'ng', 'nginx'),
    version: fc.constantFrom('', '1.0.0'),
  })
  .map((rest) => fixed({ type: 'packTyped', packType: 'oci', ...rest }));

const travel = fc.constantFrom(
  fixed({ type: 'undone' }),
  fixed({ type: 'redone' }),
  fixed({ type: 'noticeDismissed' }),
);

/** Changes of layers, each of which undo takes back on its own. */
export const manualCommands = fc.array(fc.oneof(...manualChoices, ...manifestChanges), {
  maxLength: 30,
});

/** The same with texts between them. */
export const manualAndTextCommands = fc.array(
  fc.oneof(...manualChoices, ...manifestChanges, ...textChanges),
  { maxLength: 30 },
);

/** Everything that can happen to a stack. */
export const anyCommands = fc.array(
  fc.oneof(
    ...manualChoices,
    ...manifestChanges,
    ...textChanges,
    ...automaticChoices,
    typing,
    travel,
    travel,
  ),
  { maxLength: 40 },
);

function packNameOf(stack: LayerStack, id: string): string {
  return stack.layers.find((layer) => layer.id === id)?.pack?.name ?? 'none';
}

function manifestOf(stack: LayerStack, id: string, index: number): string {
  const manifests = stack.layers.find((layer) => layer.id === id)?.manifests ?? [];
  return pick(manifests, index)?.id ?? 'manifest-unknown';
}

function textIds(stack: LayerStack): readonly string[] {
  return [
    ...stack.layers.flatMap((layer) => valuesTextId(layer) ?? []),
    ...stack.layers.flatMap(({ manifests }) => manifests.map(({ id }) => manifestTextId(id))),
    ...Object.keys(stack.texts),
  ];
}
