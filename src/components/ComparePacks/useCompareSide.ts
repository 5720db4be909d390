import { useMemo, useState } from 'react';
import type { PackRef } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { usePack } from '../../hooks/usePack';
import type { Pack, PackTag } from '../../model/packs';
import { groupPackVersions, latestPackTag, type PackVersionGroup } from '../../model/packVersions';

export interface UseCompareSideOptions {
  readonly packRef: Omit<PackRef, 'registryUid'>;
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
  readonly chooseRegistry: (registryUid: string) => void;
  readonly chooseTag: (tag: string) => void;
}

/** One side of a comparison: a registry, and a version of the pack there. */
export function useCompareSide({
  packRef,
  first,
  avoids,
}: UseCompareSideOptions): CompareSideState {
  const [wanted, setWanted] = useState(first);
  const { registryUid } = wanted;
  const pack = usePack({ pack: { ...packRef, registryUid } });
  const groups = useMemo(() => groupPackVersions(pack.data?.tags ?? []), [pack.data]);
  const tags = pack.data?.tags ?? [];
  // The same version where the other registry has it, for that is what one wants to compare.
  const tag = tags.find((row) => row.tag === wanted.tag) ?? otherTag(tags, avoids);
  return {
    registryUid,
    pack,
    groups,
    tag,
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
