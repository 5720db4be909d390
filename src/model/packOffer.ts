import type { PackState, PackTag } from './packs';
import { fitsCloudType } from './providers';

/** Whether a pack can be chosen for a new profile. What is deprecated can, where the host says so. */
export function isPackOffered(state: PackState, allowsDeprecated: boolean): boolean {
  return state === 'active' || (allowsDeprecated && state === 'deprecated');
}

/** Whether a version can be chosen. A deprecated one still works; it is only marked. */
export function isVersionOffered({ state = 'active' }: Pick<PackTag, 'state'>): boolean {
  return state === 'active' || state === 'deprecated';
}

/** Why a version of a pack cannot be taken into a profile. */
export type OfferRefusal =
  | { readonly of: 'pack' | 'version'; readonly state: Exclude<PackState, 'active'> }
  | { readonly of: 'cloud' };

export interface OfferRules {
  readonly cloudType: string;
  readonly allowsDeprecated: boolean;
  /** The layer has the pack already, if in another version: its own state is no obstacle. */
  readonly isPackInUse: boolean;
}

/** Null where nothing is against it. Rules between packs refuse nothing: they are told. */
export function offerRefusal(
  pack: { readonly state: PackState; readonly cloudTypes: readonly string[] },
  tag: Pick<PackTag, 'state' | 'cloudTypes'>,
  { cloudType, allowsDeprecated, isPackInUse }: OfferRules,
): OfferRefusal | null {
  const { state = 'active' } = tag;
  if (!fitsCloudType(tag.cloudTypes ?? pack.cloudTypes, cloudType)) return { of: 'cloud' };
  if (pack.state !== 'active' && !isPackInUse && !isPackOffered(pack.state, allowsDeprecated)) {
    return { of: 'pack', state: pack.state };
  }
  return state === 'active' || isVersionOffered(tag) ? null : { of: 'version', state };
}
