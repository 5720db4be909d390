import {
  coreLayerKinds,
  emptyLayer,
  valuesTextId,
  type ChosenPack,
  type ChosenVersion,
  type LayerStack,
  type ProviderChangeItem,
  type StackLayer,
  type StackNotice,
} from './layerStack';
import type { PackType } from './packs';
import type { LayerStackEvent } from './reduceLayerStack';
import { fitsCloudType, type Provider } from './providers';
import { leftValues, trackEdits } from './valuesCarry';

/** Choosing provider, registry, pack and version. */
export type ChoiceEvent =
  | {
      readonly type: 'providerSelected';
      readonly provider: Pick<Provider, 'cloudType' | 'layers'>;
      /** The provider became known, as with a draft of a custom cloud: nothing to take back. */
      readonly isAutomatic?: boolean | undefined;
    }
  | { readonly type: 'registrySelected'; readonly layerId: string; readonly registryUid: string }
  | {
      readonly type: 'packSelected';
      readonly layerId: string;
      /** Without a version, as a list names it, the chosen pack keeps the version it has. */
      readonly pack: ChosenPack;
      /** The only candidate: nothing to take back. */
      readonly isAutomatic?: boolean | undefined;
    }
  | { readonly type: 'packCleared'; readonly layerId: string }
  | {
      readonly type: 'versionSelected';
      readonly layerId: string;
      readonly version: ChosenVersion;
      /** What a pack starts with: part of choosing the pack, not a change of its own. */
      readonly isAutomatic?: boolean | undefined;
    }
  | {
      /** A pack of a registry that cannot be searched; sent for every key, which together are one change. */
      readonly type: 'packTyped';
      readonly layerId: string;
      readonly registryUid: string;
      readonly packType: PackType;
      readonly name: string;
      readonly version: string;
    };

type Remember = (
  before: LayerStack,
  after: LayerStack,
  reason: LayerStackEvent['type'],
) => LayerStack;

/** A choice as a change that can be undone, with the notice it calls for. */
export function applyChoice(stack: LayerStack, event: ChoiceEvent, remember: Remember): LayerStack {
  if (event.type === 'providerSelected' && event.isAutomatic !== true) {
    return selectProvider(stack, event.provider, remember);
  }
  const next = reduceChoice(stack, event);
  if (next === stack) return stack;
  if (event.type === 'packTyped' && continuesTyping(stack, event)) return { ...next, future: [] };
  const isUndoable = !('isAutomatic' in event && event.isAutomatic === true);
  const tracked = trackEdits(stack, next);
  // Where the edits come along there is nothing to tell yet.
  const isCarried = tracked.carries !== stack.carries;
  const notice =
    event.type === 'providerSelected' || isCarried
      ? null
      : setAsideNotice(stack, next, event.layerId, isUndoable);
  // The pack's first version follows the notice that choosing the pack gave; it must not clear it.
  if (!isUndoable) {
    return { ...tracked, notice: notice ?? (isCarried ? null : stack.notice) };
  }
  return remember(stack, { ...tracked, notice }, event.type);
}

/**
 * Changes of the provider in a row count as one, from where the row began: whoever passes through
 * several clouds loses nothing, and coming back restores what was there.
 */
function selectProvider(
  stack: LayerStack,
  provider: Pick<Provider, 'cloudType' | 'layers'>,
  remember: Remember,
): LayerStack {
  if (changeProvider(stack, provider) === stack) return stack;
  const start = startOfProviderRow(stack.past);
  const origin = stack.past[start];
  const before: LayerStack =
    origin === undefined
      ? stack
      : {
          ...stack,
          cloudType: origin.cloudType,
          layers: origin.layers,
          past: stack.past.slice(0, start),
        };
  const next = changeProvider(before, provider);
  if (next === before) return { ...before, future: [], notice: null };
  const notice = providerNotice(before, next);
  return remember(before, { ...trackEdits(before, next), notice }, 'providerSelected');
}

/** Where the changes of the provider at the end of the history begin; its length where there are none. */
function startOfProviderRow(past: LayerStack['past']): number {
  let start = past.length;
  while (past[start - 1]?.reason === 'providerSelected') start -= 1;
  return start;
}

function reduceChoice(stack: LayerStack, event: ChoiceEvent): LayerStack {
  switch (event.type) {
    case 'providerSelected':
      return changeProvider(stack, event.provider);
    case 'registrySelected':
      return changeLayer(stack, event.layerId, (layer) =>
        layer.registryUid === event.registryUid
          ? layer
          : {
              ...layer,
              registryUid: event.registryUid,
              // Naming the registry that was meant all along changes no choice.
              pack: layer.pack?.registryUid === event.registryUid ? layer.pack : null,
            },
      );
    case 'packSelected':
      return changeLayer(stack, event.layerId, (layer) =>
        samePack(layer.pack, event.pack)
          ? layer
          : { ...layer, registryUid: event.pack.registryUid, pack: event.pack },
      );
    case 'packCleared':
      return changeLayer(stack, event.layerId, (layer) =>
        layer.pack === null ? layer : { ...layer, pack: null },
      );
    case 'versionSelected':
      return changeLayer(stack, event.layerId, (layer) =>
        layer.pack === null || sameVersion(layer.pack.version, event.version)
          ? layer
          : { ...layer, pack: { ...layer.pack, version: event.version } },
      );
    case 'packTyped':
      return changeLayer(stack, event.layerId, (layer) => {
        const pack = typedPack(event);
        return layer.pack !== null && samePack(layer.pack, pack)
          ? layer
          : { ...layer, registryUid: event.registryUid, pack };
      });
    default:
      return event satisfies never;
  }
}

function typedPack(event: Extract<ChoiceEvent, { type: 'packTyped' }>): ChosenPack {
  return {
    registryUid: event.registryUid,
    name: event.name,
    displayName: event.name,
    type: event.packType,
    cloudTypes: ['all'],
    state: 'active',
    isTyped: true,
    version: { tag: event.version, version: event.version, packUid: null, cloudTypes: ['all'] },
  };
}

/** The first key made a change that can be undone; those after it belong to that change. */
function continuesTyping(
  stack: LayerStack,
  event: Extract<ChoiceEvent, { type: 'packTyped' }>,
): boolean {
  const pack = stack.layers.find((layer) => layer.id === event.layerId)?.pack;
  return pack?.isTyped === true && pack.registryUid === event.registryUid;
}

/** Keeps every layer whose pack works on the new cloud; the others wait for a new pack. */
function changeProvider(
  stack: LayerStack,
  provider: Pick<Provider, 'cloudType' | 'layers'>,
): LayerStack {
  const kinds = coreLayerKinds(provider.layers);
  const present = stack.layers.filter((layer) => layer.kind !== 'addon').map(({ id }) => id);
  const hasSameLayers =
    kinds.length === present.length && kinds.every((kind, at) => kind === present[at]);
  if (stack.cloudType === provider.cloudType && hasSameLayers) return stack;
  const core = kinds.map((kind) => {
    const layer = stack.layers.find((candidate) => candidate.id === kind);
    if (layer === undefined) return emptyLayer(kind);
    return fitsLayer(layer, provider.cloudType) ? layer : { ...layer, pack: null };
  });
  const others = stack.layers.filter((layer) => layer.kind === 'addon');
  return { ...stack, cloudType: provider.cloudType, layers: [...core, ...others] };
}

function fitsLayer(layer: StackLayer, cloudType: string): boolean {
  const { pack } = layer;
  return pack === null || fitsCloudType(pack.version?.cloudTypes ?? pack.cloudTypes, cloudType);
}

function providerNotice(before: LayerStack, after: LayerStack): StackNotice | null {
  const kept: ProviderChangeItem[] = [];
  const dropped: ProviderChangeItem[] = [];
  for (const layer of before.layers) {
    const next = after.layers.find((candidate) => candidate.id === layer.id);
    const isGone = next === undefined && layer.manifests.length > 0;
    if (layer.pack === null && !isGone) continue;
    const isKept = next !== undefined && next.pack === layer.pack;
    (isKept ? kept : dropped).push({
      layerId: layer.id,
      kind: layer.kind,
      packDisplayName: layer.pack?.displayName ?? '',
      version: layer.pack?.version?.tag ?? null,
    });
  }
  return kept.length + dropped.length === 0 ? null : { type: 'provider-changed', kept, dropped };
}

function setAsideNotice(
  before: LayerStack,
  after: LayerStack,
  layerId: string,
  isUndoable: boolean,
): StackNotice | null {
  const left = before.layers.find((layer) => layer.id === layerId);
  const now = after.layers.find((layer) => layer.id === layerId);
  if (left === undefined || now === undefined) return null;
  const values = leftValues(before, left);
  if (values === null || values.textId === valuesTextId(now)) return null;
  return {
    type: 'values-set-aside',
    layerId,
    textId: values.textId,
    packName: values.pack.name,
    packDisplayName: values.pack.displayName,
    version: values.pack.version?.tag ?? '',
    isUndoable,
  };
}

function changeLayer(
  stack: LayerStack,
  layerId: string,
  change: (layer: StackLayer) => StackLayer,
): LayerStack {
  const index = stack.layers.findIndex((layer) => layer.id === layerId);
  const layer = stack.layers[index];
  if (layer === undefined) return stack;
  const next = change(layer);
  return next === layer ? stack : { ...stack, layers: stack.layers.with(index, next) };
}

function samePack(a: ChosenPack | null, b: ChosenPack): boolean {
  return (
    a !== null &&
    a.registryUid === b.registryUid &&
    a.name === b.name &&
    a.isTyped === b.isTyped &&
    (b.version === null || sameVersion(a.version, b.version))
  );
}

function sameVersion(a: ChosenVersion | null, b: ChosenVersion): boolean {
  return a !== null && a.tag === b.tag && a.version === b.version && a.packUid === b.packUid;
}
