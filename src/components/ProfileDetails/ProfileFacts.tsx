import { useEffect, useRef } from 'react';
import { useProviders } from '../../hooks/useProviders';
import type { Profile } from '../../model/profile';
import { formatTag } from '../../model/tags';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { stackReviewMessages } from '../StackReview/messages';
import { Badge } from '../ui/Badge';
import { sharedMessages } from '../ui/messages';

/** Name, version, cloud type and the rest of what a saved profile is. */
export function ProfileFacts({
  profile,
  takeFocus,
}: {
  readonly profile: Profile;
  /** Whether the heading is to take the focus; asked when it is first shown. */
  readonly takeFocus: () => boolean;
}) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { providers } = useProviders();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus()) heading.current?.focus();
  }, [takeFocus]);
  const cloudName =
    providers.find((provider) => provider.cloudType === profile.cloudType)?.displayName ??
    profile.cloudType;
  return (
    <header className="cpb-ProfileFacts">
      <h2 ref={heading} className="cpb-ProfileWizard-title" tabIndex={-1}>
        {profile.name} <span className="cpb-ProfileFacts-version">{profile.version}</span>
      </h2>
      {profile.description === '' ? null : <p>{profile.description}</p>}
      <dl className="cpb-ProfileFacts-list">
        <div>
          <dt>{messages.type}</dt>
          <dd>{shared.profileTypes[profile.type]}</dd>
        </div>
        <div>
          <dt>{messages.environment}</dt>
          <dd>{cloudName}</dd>
        </div>
        {profile.tags.length === 0 ? null : (
          <div>
            <dt>{messages.tags}</dt>
            <dd className="cpb-StackReview-tags">
              {profile.tags.map((tag, index) => (
                <Badge key={`${index}-${tag.key}`}>{formatTag(tag)}</Badge>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}
