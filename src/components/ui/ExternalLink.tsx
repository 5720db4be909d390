import type { ReactNode } from 'react';
import { safeLinkUrl } from '../../model/safeUrl';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Icon } from './Icon';
import { sharedMessages } from './messages';

/** A link out of the portal, in a new tab. An address that could run script is shown as plain words. */
export function ExternalLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}) {
  const messages = useMessages('Shared', sharedMessages);
  const url = safeLinkUrl(href);
  if (url === null) return <>{children}</>;
  return (
    <a className="cpb-Link" href={url} target="_blank" rel="noreferrer">
      {children}
      <Icon name="external" />
      <span className="cpb-visually-hidden">{messages.opensInNewTab}</span>
    </a>
  );
}
