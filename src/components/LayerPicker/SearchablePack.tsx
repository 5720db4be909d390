import { useCallback, useId, useMemo, useState } from 'react';
import type { LayerChoiceState } from '../../hooks/useLayerChoice';
import type { PackCatalogState } from '../../hooks/usePackCatalog';
import { useStackContents } from '../../hooks/useStackContents';
import { useVersionRules } from '../../hooks/useVersionRules';
import { toChosenPack, toChosenVersion } from '../../model/chosenPack';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { ChosenPack, StackLayer } from '../../model/layerStack';
import { packFit } from '../../model/packFit';
import type { PackSummary, PackTag, Registry } from '../../model/packs';
import type { ComparePacksProps } from '../ComparePacks/ComparePacks';
import type { PackReadmeProps } from '../ComparePacks/PackReadme';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { layerPickerMessages } from './messages';
import { PackCard } from './PackCard';
import { PackList } from './PackList';
import { VersionDetails } from './VersionDetails';
import { VersionField } from './VersionField';

// Looked at now and then, and with a merge view in it.
const ComparePacks = lazyWithRetry<ComparePacksProps>(
  async () => (await import('../ComparePacks/ComparePacks')).ComparePacks,
);
const PackReadme = lazyWithRetry<PackReadmeProps>(
  async () => (await import('../ComparePacks/PackReadme')).PackReadme,
);

export interface SearchablePackProps {
  readonly layer: StackLayer;
  /** All layers of the stack. */
  readonly layers: readonly StackLayer[];
  readonly cloudType: string;
  readonly cloudName: string;
  /** `yyyy-MM-dd` */
  readonly today: string;
  readonly onChoice: (event: ChoiceEvent) => void;
  readonly showsFaults: boolean;
  readonly allowsDeprecated: boolean;
  readonly choice: LayerChoiceState;
  readonly registry: Registry;
  readonly text: string;
  /** The list is still that of an earlier text. */
  readonly isBehind: boolean;
  readonly onTextChange: (text: string) => void;
  readonly fipsOnly: boolean;
  readonly onFipsOnlyChange: (fipsOnly: boolean) => void;
}

/** Pack and version of a registry that can be searched. */
export function SearchablePack({
  layer,
  layers,
  cloudType,
  cloudName,
  today,
  onChoice,
  showsFaults,
  allowsDeprecated,
  choice,
  registry,
  text,
  isBehind,
  onTextChange,
  fipsOnly,
  onFipsOnlyChange,
}: SearchablePackProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const faultId = useId();
  const [isChanging, setChanging] = useState(false);
  const [wasListClosed, setListClosed] = useState(false);
  const { pack } = layer;
  const isListOpen = pack === null || isChanging;
  const stack = useMemo(() => ({ cloudType, layers }), [cloudType, layers]);
  const contents = useStackContents({ stack });
  const fitOf = useCallback(
    (candidate: PackSummary) =>
      packFit(
        {
          layerId: layer.id,
          name: candidate.name,
          displayName: candidate.displayName,
          version: candidate.latestVersion ?? null,
          // The list holds what has a version for this cloud.
          cloudTypes: [cloudType],
          dependencies: candidate.dependencies,
        },
        stack,
        contents,
      ),
    [layer.id, cloudType, stack, contents],
  );

  const closeList = () => {
    setChanging(false);
    setListClosed(true);
    onTextChange('');
  };
  const choose = (summary: PackSummary) => {
    closeList();
    // Choosing the same pack again keeps its version and values.
    if (pack?.registryUid === summary.registryUid && pack.name === summary.name) return;
    onChoice({ type: 'packSelected', layerId: layer.id, pack: toChosenPack(summary) });
  };

  return (
    <>
      <div
        className="cpb-LayerPicker-pack"
        data-fault={pack === null && showsFaults ? '' : undefined}
      >
        {isListOpen ? (
          <PackList
            catalog={choice.catalog}
            registry={registry}
            cloudType={cloudType}
            layerName={shared.layerNames[layer.kind]}
            cloudName={cloudName}
            kind={layer.kind}
            chosen={pack}
            text={text}
            isBehind={isBehind}
            fipsOnly={fipsOnly}
            allowsDeprecated={allowsDeprecated}
            faultId={pack === null && showsFaults ? faultId : undefined}
            isFocusedAtOnce={isChanging}
            fitOf={fitOf}
            onTextChange={onTextChange}
            onFipsOnlyChange={onFipsOnlyChange}
            onChoose={choose}
            onKeep={pack === null ? undefined : closeList}
          />
        ) : (
          <PackCard
            pack={pack}
            summary={choice.pack.data ?? null}
            kind={layer.kind}
            cloudType={cloudType}
            isOnlyCandidate={isOnlyCandidate(choice.catalog, pack)}
            isFocusedAtOnce={wasListClosed}
            onChange={() => {
              setChanging(true);
            }}
          />
        )}
        {pack === null && showsFaults ? (
          <div className="cpb-Field-error" id={faultId}>
            {messages.packMissing}
          </div>
        ) : null}
      </div>
      {pack === null || isListOpen ? null : (
        <PackVersion
          {...{ layer, pack, stack, contents, choice, registry }}
          {...{ cloudName, today, showsFaults, onChoice }}
        />
      )}
    </>
  );
}

interface PackVersionProps extends Pick<
  SearchablePackProps,
  'layer' | 'cloudName' | 'today' | 'showsFaults' | 'choice' | 'registry' | 'onChoice'
> {
  readonly pack: ChosenPack;
  readonly stack: { readonly cloudType: string; readonly layers: readonly StackLayer[] };
  readonly contents: ReturnType<typeof useStackContents>;
}

/** The version of the chosen pack, what is to be known of it, and ways to look closer. */
function PackVersion({
  layer,
  pack,
  stack,
  contents,
  choice,
  registry,
  cloudName,
  today,
  showsFaults,
  onChoice,
}: PackVersionProps) {
  const { cloudType } = stack;
  const misfitId = useId();
  const place = `${pack.registryUid}/${pack.name}`;
  const [lookedAt, setLookedAt] = useState('');
  const [opened, setOpened] = useState<'compare' | 'readme' | null>(null);
  const rules = useVersionRules({
    pack: choice.pack.data,
    layer: layer.kind,
    cloudType,
    isWanted: lookedAt === place,
  });
  const chosenUid = pack.version?.packUid;
  const chosenRules = contents.get(layer.id)?.dependencies;
  const fitOf = useCallback(
    (tag: PackTag) =>
      packFit(
        {
          layerId: layer.id,
          name: pack.name,
          displayName: pack.displayName,
          version: tag.version,
          cloudTypes: tag.cloudTypes ?? [cloudType],
          dependencies: tag.packUid === chosenUid ? chosenRules : rules.get(tag.packUid),
        },
        stack,
        contents,
      ),
    [
      layer.id,
      pack.name,
      pack.displayName,
      cloudType,
      chosenUid,
      chosenRules,
      rules,
      stack,
      contents,
    ],
  );
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

function isOnlyCandidate(catalog: PackCatalogState, pack: ChosenPack): boolean {
  const [only] = catalog.packs;
  return (
    catalog.status === 'ready' &&
    !catalog.hasMore &&
    catalog.packs.length === 1 &&
    only?.name === pack.name
  );
}
