import { useId, useState } from 'react';
import type { LayerChoiceState } from '../../hooks/useLayerChoice';
import { useVersionFit } from '../../hooks/useVersionFit';
import { toChosenPack, toChosenVersion } from '../../model/chosenPack';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { ChosenPack, LayerStack, StackLayer } from '../../model/layerStack';
import type { PackContent, Registry } from '../../model/packs';
import type { ComparePacksProps } from '../ComparePacks/ComparePacks';
import type { PackReadmeProps } from '../ComparePacks/PackReadme';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { VersionDetails } from './VersionDetails';
import { VersionField } from './VersionField';

// Looked at now and then, and with a merge view in it.
const ComparePacks = lazyWithRetry<ComparePacksProps>(
  async () => (await import('../ComparePacks/ComparePacks')).ComparePacks,
);
const PackReadme = lazyWithRetry<PackReadmeProps>(
  async () => (await import('../ComparePacks/PackReadme')).PackReadme,
);

export interface PackVersionProps {
  readonly layer: StackLayer;
  readonly pack: ChosenPack;
  readonly stack: Pick<LayerStack, 'cloudType' | 'layers'>;
  /** What the chosen version of each layer brings along. */
  readonly contents: ReadonlyMap<string, PackContent>;
  readonly choice: LayerChoiceState;
  readonly registry: Registry;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly showsFaults: boolean;
  readonly allowsDeprecated: boolean;
  readonly onChoice: (event: ChoiceEvent) => void;
}

/** The version of the chosen pack, what is to be known of it, and ways to look closer. */
export function PackVersion({
  layer,
  pack,
  stack,
  contents,
  choice,
  registry,
  cloudName,
  today,
  showsFaults,
  allowsDeprecated,
  onChoice,
}: PackVersionProps) {
  const { cloudType } = stack;
  const misfitId = useId();
  const place = `${pack.registryUid}/${pack.name}`;
  const [lookedAt, setLookedAt] = useState('');
  const [opened, setOpened] = useState<'compare' | 'readme' | null>(null);
  const fitOf = useVersionFit({
    layer,
    pack: choice.pack.data,
    stack,
    contents,
    known: {
      packUid: pack.version?.packUid ?? undefined,
      dependencies: contents.get(layer.id)?.dependencies,
    },
    isWanted: lookedAt === place,
  });
  const tag = choice.pack.data?.tags.find(({ tag: name }) => name === pack.version?.tag) ?? null;
  // A wrong cloud is told at the field.
  const misfits =
    tag === null ? [] : fitOf(tag).filter(({ code }) => code !== 'cloud-type-mismatch');
  const registries = choice.registries.data ?? [];
  const searchable = registries.filter(({ isSearchable }) => isSearchable);
  const canCompare = searchable.length > 1 || (choice.pack.data?.tags.length ?? 0) > 1;
  const ref = { name: pack.name, layer: layer.kind, cloudType };
  const close = () => {
    setOpened(null);
  };
  return (
    <div className="cpb-LayerPicker-version">
      <VersionField
        layerId={layer.id}
        pack={pack}
        query={choice.pack}
        cloudType={cloudType}
        cloudName={cloudName}
        today={today}
        isGone={choice.isVersionGone}
        showsFaults={showsFaults}
        fitOf={fitOf}
        misfitId={misfits.length === 0 ? undefined : misfitId}
        onChoice={onChoice}
        onLook={() => {
          setLookedAt(place);
        }}
      />
      {choice.pack.status !== 'ready' || pack.version === null ? null : (
        <VersionDetails
          packName={pack.displayName}
          tag={tag}
          registry={registry}
          cloudName={cloudName}
          today={today}
          isFips={(tag?.isFips ?? choice.pack.data?.isFips) === true}
          misfits={misfits}
          misfitId={misfitId}
          onCompare={
            canCompare
              ? () => {
                  setOpened('compare');
                }
              : undefined
          }
          onReadme={() => {
            setOpened('readme');
          }}
        />
      )}
      {opened === 'compare' && tag !== null ? (
        <LazyPart
          part={ComparePacks}
          props={{
            packRef: ref,
            displayName: pack.displayName,
            layerId: layer.id,
            stack,
            contents,
            cloudName,
            today,
            allowsDeprecated,
            registries: searchable,
            registryUid: pack.registryUid,
            tag: tag.tag,
            onUse: (chosen, row) => {
              close();
              onChoice({
                type: 'packSelected',
                layerId: layer.id,
                pack: { ...toChosenPack(chosen), version: toChosenVersion(row, chosen) },
              });
            },
            onClose: close,
          }}
        />
      ) : null}
      {opened === 'readme' && tag !== null ? (
        <LazyPart
          part={PackReadme}
          props={{
            version: {
              ...ref,
              registryUid: pack.registryUid,
              packUid: tag.packUid,
              version: tag.version,
            },
            displayName: pack.displayName,
            onClose: close,
          }}
        />
      ) : null}
    </div>
  );
}
