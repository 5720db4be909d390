import {
  dependencyParams,
  judgeDependency,
  placePacks,
  type DependencyCode,
  type DependencyFault,
  type PlacedPack,
  type PlacedPacks,
} from './dependencies';
import type { LayerStack } from './layerStack';
import type { PackContent, PackDependency } from './packs';
import { fitsCloudType } from './providers';

/** A pack, or one version of it, that may be chosen for a layer. */
export interface PackCandidate {
  readonly layerId: string;
  readonly name: string;
  readonly displayName: string;
  /** Concrete, such as `1.33.9`; null where it is not known. */
  readonly version: string | null;
  readonly cloudTypes: readonly string[];
  /** Rules of this version; undefined where they are not known. */
  readonly dependencies?: readonly PackDependency[] | undefined;
}

/** Why a candidate does not fit: facts only, the words are the user interface's. */
export interface PackMisfit {
  readonly code: DependencyCode | 'cloud-type-mismatch';
  /** Whose rule it is: the candidate's own, or that of a pack chosen for another layer. */
  readonly ruleOf: 'candidate' | 'chosen';
  /** As in `checkLayerStack`; for a cloud type `pack`, `version` and `cloudType`. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Why a candidate does not fit what is chosen for the other layers; empty where nothing is known against
 * it. Cloud type first, then what chosen packs say about it, then what it says about them.
 *
 * @param contents what the chosen version of each layer brings along, as far as it is known
 */
export function packFit(
  candidate: PackCandidate,
  stack: Pick<LayerStack, 'cloudType' | 'layers'>,
  contents: ReadonlyMap<string, PackContent>,
): readonly PackMisfit[] {
  const layer = stack.layers.find(({ id }) => id === candidate.layerId);
  if (layer === undefined) return [];
  const misfits: PackMisfit[] = [];
  if (!fitsCloudType(candidate.cloudTypes, stack.cloudType)) {
    misfits.push({
      code: 'cloud-type-mismatch',
      ruleOf: 'candidate',
      params: {
        pack: candidate.displayName,
        version: candidate.version ?? '',
        cloudType: stack.cloudType,
      },
    });
  }
  const self: PlacedPack = {
    layerId: layer.id,
    kind: layer.kind,
    name: candidate.name,
    displayName: candidate.displayName,
    version: candidate.version,
  };
  const others = placePacks({ layers: stack.layers.filter(({ id }) => id !== layer.id) });
  const placed: PlacedPacks = {
    packs: [...others.packs, self],
    openKinds: others.openKinds,
    kinds: new Set([...others.kinds, layer.kind]),
  };
  for (const owner of others.packs) {
    for (const rule of contents.get(owner.layerId)?.dependencies ?? []) {
      const fault = judgeDependency(owner, rule, placed);
      if (fault === null || !isAbout(fault, self)) continue;
      misfits.push({ code: fault.code, ruleOf: 'chosen', params: dependencyParams(owner, fault) });
    }
  }
  for (const rule of candidate.dependencies ?? []) {
    const fault = judgeDependency(self, rule, placed);
    // What no layer of this profile can bring is no reason against the candidate.
    if (fault === null || fault.isElsewhere) continue;
    misfits.push({ code: fault.code, ruleOf: 'candidate', params: dependencyParams(self, fault) });
  }
  return misfits;
}

/** A missing pack is about the candidate that takes its only place. */
function isAbout({ rule, target }: DependencyFault, candidate: PlacedPack): boolean {
  if (target !== null) return target.layerId === candidate.layerId;
  return rule.layer === candidate.kind && candidate.kind !== 'addon';
}
