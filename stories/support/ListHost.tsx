import {
  ProfileBuilderProvider,
  ProfileDetails,
  ProfileList,
  type ProfileDetailsProps,
  type ProfileListProps,
} from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { useState, type ReactNode } from 'react';
import { demoAdapter } from './demo';
import { Page } from './Page';
import { demoProfiles } from './profiles';

interface HostProps {
  /** Called once per mount. @default the demo with some profiles */
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
  readonly width?: number | undefined;
}

const createDemo = () => demoAdapter({ profiles: demoProfiles });

function Host({
  createAdapter = createDemo,
  width,
  children,
}: HostProps & { readonly children: ReactNode }) {
  const [adapter] = useState(() => createAdapter());
  return (
    <ProfileBuilderProvider
      adapter={adapter}
      links={{ clusterProfiles: 'https://docs.spectrocloud.com/profiles/cluster-profiles/' }}
    >
      <Page width={width}>{children}</Page>
    </ProfileBuilderProvider>
  );
}

export type ListHostProps = HostProps & Omit<ProfileListProps, 'adapter'>;

/** A page with nothing but the list of profiles. */
export function ListHost({ createAdapter, width, ...props }: ListHostProps) {
  return (
    <Host createAdapter={createAdapter} width={width}>
      <ProfileList {...props} />
    </Host>
  );
}

export type DetailsHostProps = HostProps &
  Omit<ProfileDetailsProps, 'adapter' | 'uid'> & {
    /** @default that of the newest of the demo's profiles */
    readonly uid?: string | undefined;
  };

/** A page with nothing but an opened profile. */
export function DetailsHost({
  createAdapter,
  width,
  uid = `profile-${demoProfiles.length}`,
  ...props
}: DetailsHostProps) {
  return (
    <Host createAdapter={createAdapter} width={width}>
      <ProfileDetails uid={uid} {...props} />
    </Host>
  );
}
