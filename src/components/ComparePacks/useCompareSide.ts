import { useMemo, useState } from 'react';
import type { PackRef } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { usePack, usePackContent } from '../../hooks/usePack';
import { useVersionFit } from '../../hooks/useVersionFit';
import type { LayerStack } from '../../model/layerStack';
import type { PackMisfit } from '../../model/packFit';
import type { Pack, PackContent, PackTag } from '../../model/packs';
import { groupPackVersions, latestPackTag, type PackVersionGroup } from '../../model/packVersions';

export interface UseCompareSideOptions {
  readonly packRef: Omit<PackRef, 'registryUid'>;
  /** The layer that a version would be chosen for, in its stack. */
  readonly layerId: string;
  readonly stack: Pick<LayerStack, 'cloudType' | 'layers'>;
  /** What the chosen version of each layer brings along. */
  readonly contents: ReadonlyMap<string, PackContent>;
  /** What the side starts with; without a tag, another version than the one to be avoided. */
  readonly first: { readonly registryUid: string; readonly tag: string | null };
  /** The row of the other side. */
  readonly avoids: PackTag | null;
}

export interface CompareSideState {
  readonly registryUid: string;
  readonly pack: QueryState<Pack>;
  readonly groups: readonly PackVersionGroup[];
  /** The row that is looked at; null while there is none. */
  readonly tag: PackTag | null;
  /** Why a version does not fit the stack. */
  readonly fitOf: (tag: PackTag) => readonly PackMisfit[];
  /** Somebody looks at the versions: their rules are asked for. */
  readonly look: () => void;
  readonly chooseRegistry: (registryUid: string) => void;
  readonly chooseTag: (tag: string) => void;
}

/** One side of a comparison: a registry, and a version of the pack there. */
export function useCompareSide({
  packRef,
  layerId,
  stack,
  contents,
  first,
  avoids,
}: UseCompareSideOptions): CompareSideState {
  const [wanted, setWanted] = useState(first);
  const { registryUid } = wanted;
  const [lookedAt, setLookedAt] = useState('');
  const pack = usePack({ pack: { ...packRef, registryUid } });
  const groups = useMemo(() => groupPackVersions(pack.data?.tags ?? []), [pack.data]);
  const tags = pack.data?.tags ?? [];
  // The same version where the other registry has it, for that is what one wants to compare.
  const tag = tags.find((row) => row.tag === wanted.tag) ?? otherTag(tags, avoids);
  const shown = usePackContent({
    version: tag && { ...packRef, registryUid, packUid: tag.packUid, version: tag.version },
  });
  const fitOf = useVersionFit({
    layer: { id: layerId, kind: packRef.layer },
    pack: pack.data,
    stack,
    contents,
    known: { packUid: tag?.packUid, dependencies: shown.data?.dependencies },
    isWanted: lookedAt === registryUid,
  });
  return {
    registryUid,
    pack,
    groups,
    tag,
    fitOf,
    look: () => {
      setLookedAt(registryUid);
    },
    chooseRegistry: (uid) => {
      setWanted({ registryUid: uid, tag: tag?.tag ?? wanted.tag });
    },
    chooseTag: (name) => {
      setWanted({ registryUid, tag: name });
    },
  };
}

/** The newest version that is another file; the newest where there is no other. */
function otherTag(tags: readonly PackTag[], avoided: PackTag | null): PackTag | null {
  const others = tags.filter(({ packUid }) => packUid !== avoided?.packUid);
  return latestPackTag(others) ?? latestPackTag(tags);
}
