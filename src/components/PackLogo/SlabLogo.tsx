import { useContext } from 'react';
import { AdapterContext } from '../../hooks/AdapterContext';
import type { LayerKind } from '../../model/layers';
import type { ChosenPack } from '../../model/layerStack';
import { PackGlyph, PackLogo } from './PackLogo';

/** The logo of a chosen pack. A stack can be shown without an adapter: then it is a glyph. */
export function SlabLogo({
  pack,
  kind,
  cloudType,
}: {
  readonly pack: ChosenPack;
  readonly kind: LayerKind;
  readonly cloudType: string;
}) {
  const hasAdapter = useContext(AdapterContext) !== null;
  return hasAdapter && !pack.isTyped ? (
    <PackLogo
      pack={{ registryUid: pack.registryUid, name: pack.name, layer: kind, cloudType }}
      displayName={pack.displayName}
      logoUrl={pack.logoUrl}
    />
  ) : (
    <PackGlyph displayName={pack.displayName} kind={kind} />
  );
}
