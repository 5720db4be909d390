import { useEffect, useMemo, useState } from 'react';
import type { PackVersionRef, ProfileAdapter } from '../adapters/ProfileAdapter';
import type { LayerKind } from '../model/layers';
import type { Pack, PackContent, PackDependency } from '../model/packs';
import { useAdapterScope } from './AdapterContext';
import { packContentKey } from './usePack';

export interface UseVersionRulesOptions {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** The chosen pack with its versions. */
  readonly pack: Pack | undefined;
  readonly layer: LayerKind;
  readonly cloudType: string;
  /** Nothing is asked before somebody looks at the versions. */
  readonly isWanted: boolean;
}

/** The rules of each version about other packs, by `packUid`, as far as they are known. */
export type VersionRules = ReadonlyMap<string, readonly PackDependency[]>;

/** So many are asked for at once: a pack may have a hundred versions. */
const AT_ONCE = 3;

/**
 * What the versions of a pack say about other packs. One after the other, the newest first; what fails
 * stays unknown, for a mark that is missing hinders nobody.
 */
export function useVersionRules({
  adapter,
  pack,
  layer,
  cloudType,
  isWanted,
}: UseVersionRulesOptions): VersionRules {
  const scope = useAdapterScope(adapter);
  const refs = useMemo(
    () => (pack === undefined ? [] : refsOf(pack, layer, cloudType)),
    [pack, layer, cloudType],
  );
  const [known, setKnown] = useState<{ refs: unknown; rules: VersionRules }>({
    refs,
    rules: new Map(),
  });

  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    const { signal } = abort;
    const waiting = [...refs];
    const askNext = async (): Promise<void> => {
      const ref = waiting.shift();
      if (ref === undefined) return;
      const content = await readContent(scope, ref);
      if (signal.aborted) return;
      if (content !== null) {
        const { packUid } = ref;
        setKnown((before) => ({
          refs,
          rules: new Map([
            ...(before.refs === refs ? before.rules : []),
            [packUid, content.dependencies],
          ]),
        }));
      }
      await askNext();
    };
    for (let count = 0; count < AT_ONCE; count += 1) void askNext();
    return () => {
      abort.abort();
    };
  }, [scope, refs, isWanted]);

  return known.refs === refs ? known.rules : NONE;
}

const NONE: VersionRules = new Map();

async function readContent(
  { adapter, queryClient }: ReturnType<typeof useAdapterScope>,
  ref: PackVersionRef,
): Promise<PackContent | null> {
  try {
    return await queryClient.query({
      queryKey: packContentKey(ref),
      queryFn: ({ signal }) => adapter.getPackVersion(ref, { signal }),
    });
  } catch {
    // Told where the version is chosen; here it is one mark less.
    return null;
  }
}

/** Each file once, newest first as the backend lists them. */
function refsOf(pack: Pack, layer: LayerKind, cloudType: string): readonly PackVersionRef[] {
  const refs = new Map<string, PackVersionRef>();
  for (const { packUid, version } of pack.tags) {
    if (refs.has(packUid)) continue;
    refs.set(packUid, {
      registryUid: pack.registryUid,
      name: pack.name,
      layer,
      cloudType,
      packUid,
      version,
    });
  }
  return [...refs.values()];
}
