import { Fragment, useId, type ReactNode } from 'react';
import type { ProfileErrorInfo } from '../../model/ProfileError';
import { CORE_LAYER_KINDS } from '../../model/layers';
import type { Provider, ProviderGroup } from '../../model/providers';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Badge } from '../ui/Badge';
import { Icon, type IconName } from '../ui/Icon';
import { RequestFailure } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import { providerPickerMessages } from './messages';

export interface ProviderPickerProps {
  /** In the order they are shown, from `useProviders`. */
  readonly providers: readonly Provider[];
  /** The cloud type that is chosen. */
  readonly value: string;
  /** The cloud type that is asked about before it is chosen; its card is marked. @default none */
  readonly askedAbout?: string | undefined;
  /** Shown below the card that is asked about, such as what a change would mean. @default nothing */
  readonly question?: ReactNode;
  readonly onChange: (provider: Provider) => void;
  /** Whether custom clouds may still come. @default 'ready' */
  readonly status?: 'idle' | 'loading' | 'ready' | 'failed' | undefined;
  readonly error?: ProfileErrorInfo | null | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly className?: string | undefined;
}

const GROUPS: readonly ProviderGroup[] = ['infrastructure', 'managed'];

/** The infrastructure provider or managed Kubernetes that clusters will be built on. */
export function ProviderPicker({
  providers,
  value,
  askedAbout,
  question,
  onChange,
  status = 'ready',
  error = null,
  onRetry,
  className,
}: ProviderPickerProps) {
  const messages = useMessages('ProviderPicker', providerPickerMessages);
  const name = useId();
  return (
    <Root className={['cpb-ProviderPicker', className].filter(Boolean).join(' ')}>
      {GROUPS.map((group) => {
        const members = providers.filter((provider) => provider.group === group);
        return members.length === 0 ? null : (
          <fieldset key={group} className="cpb-ProviderPicker-group">
            <legend className="cpb-ProviderPicker-legend">{messages.groups[group]}</legend>
            <div className="cpb-ProviderPicker-grid">
              {members.map((provider) => (
                <Fragment key={provider.cloudType}>
                  <ProviderCard
                    provider={provider}
                    name={name}
                    isChosen={provider.cloudType === value}
                    isAsked={provider.cloudType === askedAbout}
                    onChange={onChange}
                  />
                  {provider.cloudType === askedAbout ? question : null}
                </Fragment>
              ))}
            </div>
          </fieldset>
        );
      })}
      {status === 'loading' ? (
        <p className="cpb-ProviderPicker-loading" role="status">
          <span className="cpb-Spinner" aria-hidden="true" />
          {messages.loadingCustom}
        </p>
      ) : null}
      {status === 'failed' ? (
        <RequestFailure title={messages.customFailed} error={error} onRetry={onRetry} />
      ) : null}
    </Root>
  );
}

function ProviderCard({
  provider,
  name,
  isChosen,
  isAsked,
  onChange,
}: {
  readonly provider: Provider;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isAsked: boolean;
  readonly onChange: (provider: Provider) => void;
}) {
  const messages = useMessages('ProviderPicker', providerPickerMessages);
  return (
    <label className="cpb-ProviderPicker-card" data-asked={isAsked ? '' : undefined}>
      <input
        className="cpb-ProviderPicker-radio"
        type="radio"
        name={name}
        value={provider.cloudType}
        checked={isChosen}
        onChange={() => {
          onChange(provider);
        }}
      />
      <span className="cpb-ProviderPicker-icon">
        <Icon name={providerIcon(provider)} />
      </span>
      <span className="cpb-ProviderPicker-name">{provider.displayName}</span>
      <span className="cpb-ProviderPicker-badges">
        {provider.isCustom === true ? <Badge>{messages.custom}</Badge> : null}
        {provider.layers.length === CORE_LAYER_KINDS.length ? null : (
          <Badge>{messages.layerCount(provider.layers.length)}</Badge>
        )}
      </span>
      <Icon name="check" className="cpb-ProviderPicker-check" />
    </label>
  );
}

const DATA_CENTERS = new Set(['apache-cloudstack', 'maas', 'vsphere', 'openstack', 'baremetal']);

/** The kind of place rather than somebody's trademark. */
function providerIcon({ cloudType, isManaged }: Provider): IconName {
  if (isManaged) return 'managed';
  if (cloudType.startsWith('edge')) return 'edge';
  return DATA_CENTERS.has(cloudType) ? 'rack' : 'cloud';
}
