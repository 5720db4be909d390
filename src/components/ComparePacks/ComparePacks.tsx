import { useState } from 'react';
import type { PackRef } from '../../adapters/ProfileAdapter';
import type { LayerStack } from '../../model/layerStack';
import type { Pack, PackContent, PackTag, Registry } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { CompareSide } from './CompareSide';
import { CompareTabs } from './CompareTabs';
import { comparePacksMessages } from './messages';
import { PackDialog } from './PackDialog';
import { useCompareSide } from './useCompareSide';

export interface ComparePacksProps {
  /** The pack, in whatever registry. */
  readonly packRef: Omit<PackRef, 'registryUid'>;
  readonly displayName: string;
  /** The layer that a version would be chosen for, in its stack. */
  readonly layerId: string;
  readonly stack: Pick<LayerStack, 'cloudType' | 'layers'>;
  /** What the chosen version of each layer brings along. */
  readonly contents: ReadonlyMap<string, PackContent>;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly allowsDeprecated: boolean;
  /** Those that can be searched. */
  readonly registries: readonly Registry[];
  /** Where the chosen version is from; the left side starts with it. */
  readonly registryUid: string;
  /** The chosen row. */
  readonly tag: string;
  /** Given the pack and the row that shall be chosen instead. */
  readonly onUse: (pack: Pack, tag: PackTag) => void;
  readonly onClose: () => void;
}

/** Two versions of a pack, or the same pack of two registries, side by side before one is chosen. */
export function ComparePacks({
  packRef,
  displayName,
  layerId,
  stack,
  contents,
  cloudName,
  today,
  allowsDeprecated,
  registries,
  registryUid,
  tag,
  onUse,
  onClose,
}: ComparePacksProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const [chosen] = useState({ registryUid, tag });
  const place = { packRef, layerId, stack, contents };
  const left = useCompareSide({ ...place, first: chosen, avoids: null });
  const right = useCompareSide({
    ...place,
    first: { registryUid, tag: null },
    avoids: left.tag,
  });
  const sides = [
    { id: 'left', name: messages.left, side: left },
    { id: 'right', name: messages.right, side: right },
  ] as const;
  return (
    <PackDialog title={messages.title(displayName)} closeLabel={messages.close} onClose={onClose}>
      <div className="cpb-ComparePacks">
        <div className="cpb-ComparePacks-sides">
          {sides.map(({ id, name, side }) => (
            <CompareSide
              key={id}
              name={name}
              side={side}
              registries={registries}
              displayName={displayName}
              {...{ cloudName, today }}
              isChosen={side.registryUid === chosen.registryUid && side.tag?.tag === chosen.tag}
              rules={{
                cloudType: stack.cloudType,
                allowsDeprecated,
                isPackInUse: side.registryUid === chosen.registryUid,
              }}
              onUse={onUse}
            />
          ))}
        </div>
        <CompareTabs
          packRef={packRef}
          left={{ ...left, registryName: nameOf(registries, left.registryUid) }}
          right={{ ...right, registryName: nameOf(registries, right.registryUid) }}
        />
      </div>
    </PackDialog>
  );
}

function nameOf(registries: readonly Registry[], uid: string): string {
  return registries.find((registry) => registry.uid === uid)?.name ?? uid;
}
