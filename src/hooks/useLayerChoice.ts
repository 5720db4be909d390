import { useEffect, useRef } from 'react';
import { useStableCallback } from '../internal/useStableCallback';
import type { ProfileAdapter } from '../adapters/ProfileAdapter';
import type { ChoiceEvent } from '../model/layerChoice';
import { toChosenPack, toChosenVersion } from '../model/chosenPack';
import type { ChosenVersion, StackLayer } from '../model/layerStack';
import type { Pack, PackSummary, PackTag, Registry } from '../model/packs';
import { defaultPackTag } from '../model/packVersions';
import { fitsCloudType } from '../model/providers';
import type { QueryState } from './useAdapterQuery';
import { usePack } from './usePack';
import { usePackCatalog, type PackCatalogState } from './usePackCatalog';
import { useRegistries } from './useRegistries';

export { toChosenPack, toChosenVersion };

export interface UseLayerChoiceOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly layer: StackLayer;
  readonly cloudType: string;
  /** What is searched for among the packs. */
  readonly text: string;
  /** Only packs that are FIPS-validated. @default false */
  readonly fipsOnly?: boolean | undefined;
  /** Given what the user, or a single candidate, chose. */
  readonly onChoice: (event: ChoiceEvent) => void;
}

export interface LayerChoiceState {
  readonly registries: QueryState<readonly Registry[]>;
  /** The registry whose packs are offered: the chosen one, else the default one. */
  readonly registry: Registry | null;
  readonly catalog: PackCatalogState;
  /** The chosen pack with its versions. */
  readonly pack: QueryState<Pack>;
  /** The chosen version is not offered for this cloud type, or no more. */
  readonly isVersionGone: boolean;
}

/**
 * Everything a layer can be chosen from: registries, the packs of one, the versions of the chosen pack.
 * A pack starts with its newest version; a single candidate is chosen at once.
 */
export function useLayerChoice({
  adapter,
  layer,
  cloudType,
  text,
  fipsOnly = false,
  onChoice: onLatestChoice,
}: UseLayerChoiceOptions): LayerChoiceState {
  const onChoice = useStableCallback(onLatestChoice);
  const registries = useRegistries({ adapter });
  const registry = pickRegistry(registries.data ?? [], layer);
  const catalog = usePackCatalog({
    adapter,
    registryUid: registry?.isSearchable === true ? registry.uid : null,
    layer: layer.kind,
    cloudType,
    text,
    fipsOnly,
    knowsFips: registry?.knowsFips === true,
  });
  const chosen = layer.pack !== null && !layer.pack.isTyped ? layer.pack : null;
  const pack = usePack({
    adapter,
    pack: chosen && {
      registryUid: chosen.registryUid,
      name: chosen.name,
      layer: layer.kind,
      cloudType,
    },
  });
  const tags = pack.data?.tags;
  const tag = chosen?.version == null ? null : findTag(tags ?? [], chosen.version);

  // Once per place: whoever undoes or changes the choice is not overruled.
  const offered = useRef(new Set<string>());
  const only = fipsOnly ? null : soleCandidate(catalog, text);
  useEffect(() => {
    if (only === null || layer.pack !== null) return;
    const place = `${layer.id}/${only.registryUid}/${cloudType}`;
    if (offered.current.has(place)) return;
    offered.current.add(place);
    onChoice({
      type: 'packSelected',
      layerId: layer.id,
      pack: toChosenPack(only),
      isAutomatic: true,
    });
  }, [only, layer.pack, layer.id, cloudType, onChoice]);

  useEffect(() => {
    if (chosen === null || chosen.version !== null || tags === undefined) return;
    const next = firstTag(tags, chosen, cloudType);
    if (next === null) return;
    onChoice({
      type: 'versionSelected',
      layerId: layer.id,
      version: toChosenVersion(next, chosen),
      isAutomatic: true,
    });
  }, [chosen, tags, layer.id, cloudType, onChoice]);

  return {
    registries,
    registry,
    catalog,
    pack,
    isVersionGone: chosen?.version != null && tags !== undefined && tag === null,
  };
}

function pickRegistry(registries: readonly Registry[], layer: StackLayer): Registry | null {
  const uid = layer.pack?.registryUid ?? layer.registryUid;
  return registries.find((registry) => registry.uid === uid) ?? registries[0] ?? null;
}

/** What a pack starts with: of the versions that work on the cloud, as long as there is one. */
function firstTag(
  tags: readonly PackTag[],
  pack: { readonly cloudTypes: readonly string[] },
  cloudType: string,
): PackTag | null {
  const fitting = tags.filter((tag) => fitsCloudType(tag.cloudTypes ?? pack.cloudTypes, cloudType));
  return defaultPackTag(fitting.length > 0 ? fitting : tags);
}

function findTag(tags: readonly PackTag[], version: ChosenVersion): PackTag | null {
  return tags.find((tag) => tag.tag === version.tag) ?? null;
}

function soleCandidate(catalog: PackCatalogState, text: string): PackSummary | null {
  if (text !== '' || catalog.status !== 'ready' || catalog.hasMore) return null;
  const [only, ...others] = catalog.packs.filter((pack) => pack.state === 'active');
  return only !== undefined && others.length === 0 && catalog.packs.length === 1 ? only : null;
}
