import { useDeferredValue, useMemo, useState } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { useLayerChoice } from '../../hooks/useLayerChoice';
import { useToday } from '../../internal/useToday';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { StackLayer } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { Notice } from '../ui/Notice';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import { layerPickerMessages } from './messages';
import { RegistryField } from './RegistryField';
import { SearchablePack } from './SearchablePack';
import { TypedPackFields } from './TypedPackFields';

export interface LayerPickerProps {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  readonly layer: StackLayer;
  /**
   * All layers of the stack, so that packs and versions that do not fit what is chosen are marked.
   * @default this layer alone
   */
  readonly layers?: readonly StackLayer[] | undefined;
  readonly cloudType: string;
  /** For the texts. @default the cloud type */
  readonly cloudName?: string | undefined;
  /** Given what was chosen: an event for `reduceLayerStack`. Keep it stable. */
  readonly onChoice: (event: ChoiceEvent) => void;
  /** Faults are shown at the fields. @default false */
  readonly showsFaults?: boolean | undefined;
  /** Deprecated packs can be chosen. @default false */
  readonly allowsDeprecated?: boolean | undefined;
  /** Compared with ends of life, as `yyyy-MM-dd`. @default the date where the user is */
  readonly today?: string | undefined;
  readonly className?: string | undefined;
}

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
  layers: allLayers,
  cloudType,
  cloudName = cloudType,
  onChoice,
  showsFaults = false,
  allowsDeprecated = false,
  today: givenToday,
  className,
}: Omit<LayerPickerProps, 'adapter'>) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const ownToday = useToday();
  const layers = useMemo(() => allLayers ?? [layer], [allLayers, layer]);
  const [text, setText] = useState('');
  // The field answers each key at once; the list follows.
  const searched = useDeferredValue(text);
  const [fipsOnly, setFipsOnly] = useState(false);
  const choice = useLayerChoice({ layer, cloudType, text: searched, fipsOnly, onChoice });
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
              {...{ layer, layers, cloudType, cloudName, onChoice, showsFaults, allowsDeprecated }}
              {...{ choice, registry, text, onTextChange: setText }}
              isBehind={searched !== text}
              {...{ fipsOnly, onFipsOnlyChange: setFipsOnly }}
              today={givenToday ?? ownToday}
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
