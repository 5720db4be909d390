import { useEffect, useId, useState } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { toChosenPack, useLayerChoice, type LayerChoiceState } from '../../hooks/useLayerChoice';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { PackCatalogState } from '../../hooks/usePackCatalog';
import type { ChosenPack, StackLayer } from '../../model/layerStack';
import type { PackSummary, Registry } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { sharedMessages } from '../ui/messages';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Notice } from '../ui/Notice';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import { layerPickerMessages } from './messages';
import { PackCard } from './PackCard';
import type { PackListProps } from './PackList';
import { RegistryField } from './RegistryField';
import { TypedPackFields } from './TypedPackFields';
import { VersionField } from './VersionField';

export interface LayerPickerProps {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly layer: StackLayer;
  readonly cloudType: string;
  /** For the texts. @default the cloud type */
  readonly cloudName?: string | undefined;
  /** Given what was chosen: an event for `reduceLayerStack`. Keep it stable. */
  readonly onChoice: (event: ChoiceEvent) => void;
  /** Faults are shown at the fields. @default false */
  readonly showsFaults?: boolean | undefined;
  /** Deprecated packs can be chosen. @default false */
  readonly allowsDeprecated?: boolean | undefined;
  readonly className?: string | undefined;
}

// With the controls it stands on, it is the heaviest part: a page that only shows a choice needs none of it.
const PackList = lazyWithRetry<PackListProps>(async () => (await import('./PackList')).PackList);

/** Registry, pack and version of one layer. */
export function LayerPicker({ adapter, ...props }: LayerPickerProps) {
  return (
    <WithAdapter adapter={adapter}>
      {/* A layer's search and open list are its own. */}
      <Picker key={props.layer.id} {...props} />
    </WithAdapter>
  );
}

function Picker({
  layer,
  cloudType,
  cloudName = cloudType,
  onChoice,
  showsFaults = false,
  allowsDeprecated = false,
  className,
}: LayerPickerProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const [text, setText] = useState('');
  useEffect(() => {
    PackList.preload();
  }, []);
  const choice = useLayerChoice({ layer, cloudType, text, onChoice });
  const { registries, registry } = choice;
  return (
    <Root className={['cpb-LayerPicker', className].filter(Boolean).join(' ')}>
      {registries.status === 'loading' ? (
        <Loading what={messages.registriesThing} onRetry={registries.retry}>
          <SkeletonLines count={4} />
        </Loading>
      ) : registries.status === 'failed' ? (
        <RequestFailure
          title={messages.registriesFailed}
          error={registries.error}
          onRetry={registries.retry}
        />
      ) : registry === null ? (
        <Notice tone="warning" title={messages.noRegistriesTitle}>
          {messages.noRegistries}
        </Notice>
      ) : (
        <>
          <RegistryField
            registries={registries.data ?? []}
            registry={registry}
            onChange={(registryUid) => {
              setText('');
              onChoice({ type: 'registrySelected', layerId: layer.id, registryUid });
            }}
          />
          {registry.isSearchable ? (
            <SearchablePack
              {...{ layer, cloudType, cloudName, onChoice, showsFaults, allowsDeprecated }}
              {...{ choice, registry, text, onTextChange: setText }}
            />
          ) : (
            <TypedPackFields
              layer={layer}
              registry={registry}
              showsFaults={showsFaults}
              onChoice={onChoice}
            />
          )}
        </>
      )}
    </Root>
  );
}

interface SearchablePackProps {
  readonly layer: StackLayer;
  readonly cloudType: string;
  readonly cloudName: string;
  readonly onChoice: (event: ChoiceEvent) => void;
  readonly showsFaults: boolean;
  readonly allowsDeprecated: boolean;
  readonly choice: LayerChoiceState;
  readonly registry: Registry;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
}

function SearchablePack({
  layer,
  cloudType,
  cloudName,
  onChoice,
  showsFaults,
  allowsDeprecated,
  choice,
  registry,
  text,
  onTextChange,
}: SearchablePackProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const faultId = useId();
  const [isChanging, setChanging] = useState(false);
  const [wasListClosed, setListClosed] = useState(false);
  const { pack } = layer;
  const isListOpen = pack === null || isChanging;

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
      <div className="cpb-LayerPicker-pack" data-fault={faultOf(pack, showsFaults)}>
        {isListOpen ? (
          <LazyPart
            part={PackList}
            props={{
              catalog: choice.catalog,
              registry,
              cloudType,
              layerName: shared.layerNames[layer.kind],
              cloudName,
              kind: layer.kind,
              chosen: pack,
              text,
              allowsDeprecated,
              faultId: pack === null && showsFaults ? faultId : undefined,
              isFocusedAtOnce: isChanging,
              onTextChange,
              onChoose: choose,
              onKeep: pack === null ? undefined : closeList,
            }}
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
        <VersionField
          layerId={layer.id}
          pack={pack}
          query={choice.pack}
          cloudType={cloudType}
          cloudName={cloudName}
          isGone={choice.isVersionGone}
          showsFaults={showsFaults}
          onChoice={onChoice}
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

function faultOf(pack: StackLayer['pack'], showsFaults: boolean): '' | undefined {
  return pack === null && showsFaults ? '' : undefined;
}
