import type { ChosenPack, ChosenVersion } from './layerStack';
import type { PackSummary, PackTag } from './packs';

/** A pack of a list as a stack keeps it, without a version yet. */
export function toChosenPack(pack: PackSummary): ChosenPack {
  return {
    registryUid: pack.registryUid,
    name: pack.name,
    displayName: pack.displayName,
    type: pack.type,
    cloudTypes: pack.cloudTypes,
    state: pack.state,
    logoUrl: pack.logoUrl,
    isTyped: false,
    version: null,
  };
}

/** A row of a version list as a stack keeps it. */
export function toChosenVersion(
  tag: PackTag,
  pack: { readonly cloudTypes: readonly string[] },
): ChosenVersion {
  return {
    tag: tag.tag,
    version: tag.version,
    packUid: tag.packUid,
    cloudTypes: tag.cloudTypes ?? pack.cloudTypes,
  };
}
