import { toChosenVersion } from './chosenPack';
import type { ChoiceEvent } from './layerChoice';
import type { ChosenPack, LayerStack, StackLayer } from './layerStack';
import type { LayerKind } from './layers';
import type { Pack, PackTag } from './packs';
import { defaultPackTag } from './packVersions';
import type { Provider } from './providers';
import { reduceLayerStack } from './reduceLayerStack';

/** What the backend says of a chosen pack under the new cloud type. */
export type PackAnswer =
  | { readonly status: 'loading' | 'failed' }
  /** It is not offered there. */
  | { readonly status: 'gone' }
  | { readonly status: 'ready'; readonly pack: Pick<Pack, 'tags' | 'cloudTypes'> };

/**
 * What becomes of a layer:
 * - `stays`: pack and version are the same there, and so is what was entered.
 * - `other-file`: the same version, which is another file there: other defaults, edits are carried over.
 * - `needs-version`: the pack is offered there, but not in this version.
 * - `falls-away`: the pack, or the layer with all that is in it, does not exist there.
 * - `loading`, `unknown`: the question is under way, or failed; the change can be made all the same.
 */
export type LayerFate =
  'stays' | 'other-file' | 'needs-version' | 'falls-away' | 'loading' | 'unknown';

export interface ProviderChangeLayer {
  readonly layerId: string;
  readonly kind: LayerKind;
  /** Empty where there are only manifests. */
  readonly packDisplayName: string;
  /** As chosen, such as `1.33.x`; null where none is. */
  readonly version: string | null;
  readonly fate: LayerFate;
  /** The version that takes its place; null where none does, or one has to be chosen. */
  readonly nextVersion: PackTag | null;
  /** The new provider has no such layer: its manifests go, too. */
  readonly isLayerGone: boolean;
}

/** What a change of the provider would mean, lowest layer first; nothing is changed by asking. */
export interface ProviderChangePreview {
  readonly layers: readonly ProviderChangeLayer[];
  /** Some answers are still to come. */
  readonly isLoading: boolean;
}

/** Whether a change of the provider has anything to do with what is chosen. */
export function touchesChoices(stack: LayerStack): boolean {
  return stack.layers.some(({ pack, manifests }) => pack !== null || manifests.length > 0);
}

/** The layers to be asked about, in their order. A typed pack cannot be asked for. */
export function layersToAsk(stack: LayerStack): readonly StackLayer[] {
  return stack.layers.filter(({ pack }) => pack !== null && !pack.isTyped);
}

/**
 * What selecting a provider would do to each layer.
 *
 * @param answers for the chosen packs under the new cloud type, by layer id; none: still loading
 */
export function previewProviderChange(
  stack: LayerStack,
  provider: Pick<Provider, 'cloudType' | 'layers'>,
  answers: ReadonlyMap<string, PackAnswer>,
): ProviderChangePreview {
  // Asked of the reducer itself, so that the preview says what will happen.
  const next = reduceLayerStack(stack, { type: 'providerSelected', provider });
  const layers = stack.layers.flatMap((layer): ProviderChangeLayer[] => {
    const { pack } = layer;
    if (pack === null && layer.manifests.length === 0) return [];
    const after = next.layers.find(({ id }) => id === layer.id);
    const answer = answers.get(layer.id);
    const fate = after === undefined ? 'falls-away' : fateOf(pack, after, answer);
    return [
      {
        layerId: layer.id,
        kind: layer.kind,
        packDisplayName: pack?.displayName ?? '',
        version: pack?.version?.tag ?? null,
        fate,
        nextVersion: fate === 'needs-version' ? nextVersionOf(pack, answer) : null,
        isLayerGone: after === undefined,
      },
    ];
  });
  return { layers, isLoading: layers.some(({ fate }) => fate === 'loading') };
}

/** The changes that a previewed change of the provider consists of, in their order. */
export function providerChangeEvents(
  stack: LayerStack,
  provider: Provider,
  answers: ReadonlyMap<string, PackAnswer>,
): readonly ChoiceEvent[] {
  const { layers } = previewProviderChange(stack, provider, answers);
  const replaced = layers.flatMap(({ layerId, nextVersion }): ChoiceEvent[] => {
    const pack = stack.layers.find(({ id }) => id === layerId)?.pack;
    const answer = answers.get(layerId);
    if (pack == null || nextVersion === null || answer?.status !== 'ready') return [];
    const { cloudTypes } = answer.pack;
    return [
      {
        type: 'packSelected',
        layerId,
        pack: { ...pack, cloudTypes, version: toChosenVersion(nextVersion, { cloudTypes }) },
        // Taken back together with the provider.
        isAutomatic: true,
      },
    ];
  });
  return [{ type: 'providerSelected', provider }, ...replaced];
}

function fateOf(
  pack: ChosenPack | null,
  after: StackLayer,
  answer: PackAnswer = { status: 'loading' },
): LayerFate {
  if (pack === null) return 'stays';
  const isKept = after.pack !== null;
  if (pack.isTyped) return isKept ? 'stays' : 'falls-away';
  switch (answer.status) {
    case 'loading':
      return 'loading';
    case 'failed':
      return 'unknown';
    case 'gone':
      return 'falls-away';
    case 'ready':
      return answer.pack.tags.length === 0 ? 'falls-away' : versionFate(pack, answer.pack, isKept);
    default:
      return answer satisfies never;
  }
}

/** By what a version holds, as the kept layers are looked up later: a group may have moved on. */
function versionFate(pack: ChosenPack, { tags }: Pick<Pack, 'tags'>, isKept: boolean): LayerFate {
  if (pack.version === null) return 'stays';
  const { tag, version, packUid } = pack.version;
  const rows = tags.filter((row) => row.version === version);
  const row = rows.find((candidate) => candidate.tag === tag) ?? rows[0];
  if (row === undefined || !isKept) return 'needs-version';
  return row.packUid === packUid ? 'stays' : 'other-file';
}

/** The same group where it goes on there, else what the pack starts with. */
function nextVersionOf(pack: ChosenPack | null, answer: PackAnswer | undefined): PackTag | null {
  if (pack === null || answer?.status !== 'ready') return null;
  const { tags } = answer.pack;
  const same = tags.find(
    ({ tag, state = 'active' }) => tag === pack.version?.tag && state === 'active',
  );
  return same ?? defaultPackTag(tags);
}
