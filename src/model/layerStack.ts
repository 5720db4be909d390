import type { LayerKind } from './layers';
import type { PackState, PackType } from './packs';
import type { Provider } from './providers';
import type { LayerStackEvent } from './reduceLayerStack';
import type { SetAsideValues, ValuesCarry } from './valuesCarry';
import type { ProfileVariable, VariableInProgress } from './variables';

/** A version as it was chosen: `tag` may be a group such as `1.33.x`, `version` what it stood for then. */
export interface ChosenVersion {
  readonly tag: string;
  readonly version: string;
  /** Null for a typed pack. */
  readonly packUid: string | null;
  readonly cloudTypes: readonly string[];
}

export interface ChosenPack {
  readonly registryUid: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: PackType;
  readonly cloudTypes: readonly string[];
  readonly state: PackState;
  /** See `PackSummary.logoUrl`. */
  readonly logoUrl?: string | undefined;
  /** Name and version were typed, because the registry cannot be searched. */
  readonly isTyped: boolean;
  /** Null until one is chosen. */
  readonly version: ChosenVersion | null;
}

export interface StackManifest {
  /** Stable for the life of the stack; its text is `texts[manifestTextId(id)]`. */
  readonly id: string;
  readonly name: string;
  /** The server's identifier, on a manifest that was saved before. */
  readonly uid?: string | undefined;
}

export interface StackLayer {
  /** The kind for core layers; `addon-1`, `addon-2` … for the rest. */
  readonly id: string;
  readonly kind: LayerKind;
  /** The registry whose packs are offered; null means the default one. */
  readonly registryUid: string | null;
  readonly pack: ChosenPack | null;
  readonly manifests: readonly StackManifest[];
}

/** A text under its id. Texts stay when a layer turns to another pack, so that nothing typed is lost. */
export interface StackText {
  readonly text: string;
  /** The defaults it is compared with; null while unknown. */
  readonly base: string | null;
  /** Counts changes that did not come from its editor, so that the editor knows when to take them over. */
  readonly revision: number;
  /** Dotted paths under which the pack keeps secrets; left out while its rules are not known. */
  readonly secretPaths?: readonly string[] | undefined;
}

/** What undo brings back. Typing is no part of it: it has the editor's own undo. */
export interface StackSnapshot {
  readonly cloudType: string;
  readonly layers: readonly StackLayer[];
  /** The text before a preset was chosen, as long as nobody typed in it since. */
  readonly text?: { readonly textId: string; readonly text: string } | undefined;
  /** The event that led away from this snapshot. */
  readonly reason: LayerStackEvent['type'];
}

/** Something the user should be told about the last change. Cleared by the next one. */
export type StackNotice =
  | {
      /** Edited values belong to the pack that was left; they are kept with it. */
      readonly type: 'values-set-aside';
      readonly layerId: string;
      readonly textId: string;
      readonly packName: string;
      readonly packDisplayName: string;
      readonly version: string;
      /** Undo takes back the change that this is about. */
      readonly isUndoable: boolean;
    }
  | {
      readonly type: 'provider-changed';
      readonly kept: readonly ProviderChangeItem[];
      readonly dropped: readonly ProviderChangeItem[];
    };

export interface ProviderChangeItem {
  readonly layerId: string;
  readonly kind: LayerKind;
  readonly packDisplayName: string;
  readonly version: string | null;
}

/** The layers of one profile while they are put together. Serialisable. */
export interface LayerStack {
  readonly cloudType: string;
  /** Lowest layer first. */
  readonly layers: readonly StackLayer[];
  readonly texts: Readonly<Record<string, StackText>>;
  /** In the order in which they are asked for at deployment. */
  readonly variables: readonly ProfileVariable[];
  /** Kept, so that nothing typed is lost; null for none. It is sent to nobody. */
  readonly variableInProgress: VariableInProgress | null;
  /** The edited values that each layer left last, by layer. */
  readonly setAside: Readonly<Record<string, SetAsideValues>>;
  /** Edits carried from one version to another, by the id of the text they go to. */
  readonly carries: Readonly<Record<string, ValuesCarry>>;
  readonly past: readonly StackSnapshot[];
  readonly future: readonly StackSnapshot[];
  readonly notice: StackNotice | null;
  /** Source of the ids of manifests. */
  readonly nextId: number;
}

/** An empty stack with the layers of a provider. */
export function createLayerStack(provider: Pick<Provider, 'cloudType' | 'layers'>): LayerStack {
  return {
    cloudType: provider.cloudType,
    layers: coreLayerKinds(provider.layers).map((kind) => emptyLayer(kind)),
    texts: {},
    variables: [],
    variableInProgress: null,
    setAside: {},
    carries: {},
    past: [],
    future: [],
    notice: null,
    nextId: 1,
  };
}

/** The layers a provider starts a profile with: each kind once, for it is their id; add-ons are the user's. */
export function coreLayerKinds(kinds: readonly LayerKind[]): readonly LayerKind[] {
  return [...new Set(kinds)].filter((kind) => kind !== 'addon');
}

export function emptyLayer(kind: LayerKind, id: string = kind): StackLayer {
  return { id, kind, registryUid: null, pack: null, manifests: [] };
}

/** The id of a layer's values text; null while no version is chosen. */
export function valuesTextId(layer: StackLayer): string | null {
  const { pack } = layer;
  if (pack === null) return null;
  if (pack.isTyped) return `values/${layer.id}/${pack.registryUid}/typed`;
  if (pack.version === null) return null;
  return `values/${layer.id}/${pack.registryUid}/${pack.version.packUid ?? pack.version.tag}`;
}

export function manifestTextId(manifestId: string): string {
  return `manifest/${manifestId}`;
}

export function findLayer(stack: Pick<LayerStack, 'layers'>, layerId: string): StackLayer | null {
  return stack.layers.find((layer) => layer.id === layerId) ?? null;
}

/** The values text of a layer; null while it is not loaded. */
export function layerValues(stack: LayerStack, layer: StackLayer): StackText | null {
  const id = valuesTextId(layer);
  return id === null ? null : (stack.texts[id] ?? null);
}

/** The text of a manifest. */
export function manifestText(stack: LayerStack, manifestId: string): string {
  return stack.texts[manifestTextId(manifestId)]?.text ?? '';
}

/** Whether a text differs from its defaults. A backend may trim the end, so that is no difference. */
export function isEdited(text: StackText | null | undefined): boolean {
  if (!text) return false;
  if (text.base === null || text.text === text.base) return false;
  return text.text.trimEnd() !== text.base.trimEnd();
}

/** Whether the values or manifests of a layer were touched. */
export function isLayerEdited(stack: LayerStack, layer: StackLayer): boolean {
  return isEdited(layerValues(stack, layer)) || layer.manifests.length > 0;
}
