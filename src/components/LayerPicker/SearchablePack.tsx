import { useCallback, useId, useMemo, useState } from 'react';
import type { LayerChoiceState } from '../../hooks/useLayerChoice';
import type { PackCatalogState } from '../../hooks/usePackCatalog';
import { useStackContents } from '../../hooks/useStackContents';
import { toChosenPack } from '../../model/chosenPack';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { ChosenPack, StackLayer } from '../../model/layerStack';
import { packFit } from '../../model/packFit';
import type { PackSummary, Registry } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { layerPickerMessages } from './messages';
import { PackCard } from './PackCard';
import { PackList } from './PackList';
import { PackVersion } from './PackVersion';

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
          {...{ cloudName, today, showsFaults, allowsDeprecated, onChoice }}
        />
      )}
    </>
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
