import { useId, useRef, useState } from 'react';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import { usePermissions } from '../../hooks/usePermissions';
import { useProfiles } from '../../hooks/useProfiles';
import { useProviders } from '../../hooks/useProviders';
import type { ProfileSummary } from '../../model/profile';
import type { ProfileGroup } from '../../model/profileGroups';
import { formatTag } from '../../model/tags';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { ExternalLink } from '../ui/ExternalLink';
import { Icon } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { Loading, RequestFailure } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import { profileListMessages } from './messages';

export interface ProfileListProps {
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Called with the profile to be opened. Without it profiles are only shown. */
  readonly onOpen?: ((profile: ProfileSummary) => void) | undefined;
  /** Called from *Add Cluster Profile*. Without it the button is not there. */
  readonly onCreate?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** The saved profiles, their versions under each name. */
export function ProfileList({ adapter, ...props }: ProfileListProps) {
  return (
    <WithAdapter adapter={adapter}>
      <List {...props} />
    </WithAdapter>
  );
}

function List({ onOpen, onCreate, className }: Omit<ProfileListProps, 'adapter'>) {
  const messages = useMessages('ProfileList', profileListMessages);
  const { links } = useBuilder();
  const permissions = usePermissions();
  const [text, setText] = useState('');
  const profiles = useProfiles({ text });
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const isAllowed = permissions.can('clusterProfile.create');
  const isSearch = profiles.settledText !== '';
  const { groups, status } = profiles;

  return (
    <Root className={['cpb-ProfileList', className].filter(Boolean).join(' ')}>
      <div className="cpb-ProfileList-body">
        <div className="cpb-ProfileList-head">
          <h2 className="cpb-ProfileWizard-title">{messages.title}</h2>
          {onCreate === undefined ? null : (
            <Button
              variant="primary"
              icon="plus"
              aria-disabled={!isAllowed}
              aria-describedby={isAllowed ? undefined : `${id}-why`}
              onClick={() => {
                if (isAllowed) onCreate();
              }}
            >
              {messages.add}
            </Button>
          )}
        </div>
        {isAllowed || onCreate === undefined ? null : (
          <p className="cpb-ProfileList-why" id={`${id}-why`}>
            <Icon name="lock" />
            {messages.addNotAllowed}
          </p>
        )}
        {status === 'unsupported' ? null : (
          <div className="cpb-ProfileList-search cpb-PackList-input">
            <label className="cpb-visually-hidden" htmlFor={`${id}-search`}>
              {messages.search}
            </label>
            <Icon name="search" />
            <input
              ref={search}
              id={`${id}-search`}
              className="cpb-Input"
              type="search"
              placeholder={messages.search}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
            />
          </div>
        )}
        {status === 'loading' ? (
          <Loading what={messages.thing} onRetry={profiles.retry}>
            <ul className="cpb-ProfileList-list">
              {[0, 1, 2].map((row) => (
                <li key={row} className="cpb-ProfileList-item">
                  <span className="cpb-Skeleton-line" />
                </li>
              ))}
            </ul>
          </Loading>
        ) : null}
        {status === 'failed' ? (
          <RequestFailure title={messages.failed} error={profiles.error} onRetry={profiles.retry} />
        ) : null}
        {status === 'unsupported' ? <p>{messages.unsupported}</p> : null}
        {status === 'ready' && groups.length === 0 ? (
          <div className="cpb-Empty">
            <Icon name="layers" />
            <p className="cpb-Empty-title">
              {isSearch ? messages.noMatchTitle(profiles.settledText) : messages.emptyTitle}
            </p>
            <p className="cpb-ProfileList-teach">{isSearch ? messages.noMatch : messages.empty}</p>
            {isSearch ? (
              <Button
                onClick={() => {
                  setText('');
                  // The button goes away with the next answer.
                  search.current?.focus();
                }}
              >
                {messages.clearSearch}
              </Button>
            ) : links.clusterProfiles === undefined ? null : (
              <ExternalLink href={links.clusterProfiles}>{messages.emptyLink}</ExternalLink>
            )}
          </div>
        ) : null}
        {groups.length === 0 ? null : (
          <ul className="cpb-ProfileList-list" aria-label={messages.list}>
            {groups.map((group) => (
              <li key={group.name} className="cpb-ProfileList-item">
                <Group group={group} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        )}
        {profiles.hasMore ? (
          <Button disabled={profiles.isLoadingMore} onClick={profiles.loadMore}>
            {messages.showMore}
          </Button>
        ) : null}
      </div>
    </Root>
  );
}

function Group({
  group,
  onOpen,
}: {
  readonly group: ProfileGroup;
  readonly onOpen: ProfileListProps['onOpen'];
}) {
  const messages = useMessages('ProfileList', profileListMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { locale } = useBuilder();
  const { providers } = useProviders();
  const [newest] = group.versions;
  const cloudName =
    providers.find((provider) => provider.cloudType === newest.cloudType)?.displayName ??
    newest.cloudType;
  return (
    <>
      <div className="cpb-ProfileList-main">
        {onOpen === undefined ? (
          <span className="cpb-ProfileList-name">{group.name}</span>
        ) : (
          <button
            type="button"
            className="cpb-ProfileList-name"
            onClick={() => {
              onOpen(newest);
            }}
          >
            {group.name}
          </button>
        )}
        <span className="cpb-ProfileList-facts">
          <Badge>{shared.profileTypes[newest.type]}</Badge>
          <Badge>{cloudName}</Badge>
          {newest.tags.map((tag, index) => (
            <Badge key={`${index}-${tag.key}`}>{formatTag(tag)}</Badge>
          ))}
          <span>{messages.versionCount(group.versions.length)}</span>
          <span>{messages.modified(formatDate(newest.modifiedAt, locale))}</span>
        </span>
        {newest.description === '' ? null : (
          <span className="cpb-ProfileList-description">{newest.description}</span>
        )}
      </div>
      <ol className="cpb-ProfileList-stack" reversed aria-hidden="true">
        {newest.layers
          .map((layer, index) => (
            <li key={index} data-kind={layer.kind} className="cpb-ProfileList-layer">
              {layer.packDisplayName} <span className="cpb-mono">{layer.version}</span>
            </li>
          ))
          .reverse()}
      </ol>
      <ul className="cpb-ProfileList-versions" aria-label={messages.versionsOf(group.name)}>
        {group.versions.map((profile) => (
          <li key={profile.uid}>
            {onOpen === undefined ? (
              <span className="cpb-mono">{profile.version}</span>
            ) : (
              <Button
                aria-label={messages.openVersion(profile.name, profile.version)}
                onClick={() => {
                  onOpen(profile);
                }}
              >
                <span className="cpb-mono">{profile.version}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function formatDate(iso: string, locale: string | undefined): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}
