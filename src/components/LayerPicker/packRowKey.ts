import { isPackOffered } from '../../model/packOffer';
import type { PackSummary } from '../../model/packs';

export function packRowKey(pack: { readonly registryUid: string; readonly name: string }): string {
  return `${pack.registryUid}/${pack.name}`;
}

/** Whether a pack can be chosen for a new profile. */
export function isSelectable(pack: PackSummary, allowsDeprecated: boolean): boolean {
  return isPackOffered(pack.state, allowsDeprecated);
}
