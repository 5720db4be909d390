import { useCallback } from 'react';
import type { LayerKind } from '../model/layers';
import type { LayerStack } from '../model/layerStack';
import { packFit, type PackMisfit } from '../model/packFit';
import type { Pack, PackContent, PackDependency, PackTag } from '../model/packs';
import { useVersionRules } from './useVersionRules';

export interface UseVersionFitOptions {
  /** The layer that the version is for. */
  readonly layer: { readonly id: string; readonly kind: LayerKind };
  readonly pack: Pack | undefined;
  readonly stack: Pick<LayerStack, 'cloudType' | 'layers'>;
  /** What the chosen version of each layer brings along. */
  readonly contents: ReadonlyMap<string, PackContent>;
  /** A version whose rules are here already, such as the one that is shown. */
  readonly known: {
    readonly packUid: string | undefined;
    readonly dependencies: readonly PackDependency[] | undefined;
  };
  /** The rules of the other versions are asked for. */
  readonly isWanted: boolean;
}

/** Why versions of a pack do not fit the stack, as far as their rules are known. */
export function useVersionFit({
  layer,
  pack,
  stack,
  contents,
  known,
  isWanted,
}: UseVersionFitOptions): (tag: PackTag) => readonly PackMisfit[] {
  const { cloudType } = stack;
  const rules = useVersionRules({ pack, layer: layer.kind, cloudType, isWanted });
  const name = pack?.name;
  const displayName = pack?.displayName;
  const { packUid: knownUid, dependencies: knownRules } = known;
  return useCallback(
    (tag) =>
      name === undefined || displayName === undefined
        ? NONE
        : packFit(
            {
              layerId: layer.id,
              name,
              displayName,
              version: tag.version,
              cloudTypes: tag.cloudTypes ?? [cloudType],
              dependencies: tag.packUid === knownUid ? knownRules : rules.get(tag.packUid),
            },
            stack,
            contents,
          ),
    [layer.id, name, displayName, cloudType, knownUid, knownRules, rules, stack, contents],
  );
}

const NONE: readonly PackMisfit[] = [];
