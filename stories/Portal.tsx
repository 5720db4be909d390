import { useState } from 'react';
import {
  ProfileBuilderProvider,
  ProfileDetails,
  ProfileList,
  ProfileWizard,
} from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import './portal.css';

type Page =
  | { readonly name: 'profiles' }
  | { readonly name: 'create' }
  | { readonly name: 'profile'; readonly uid: string };

const LINKS = {
  clusterProfiles: 'https://docs.spectrocloud.com/profiles/cluster-profiles/',
  profileVersions:
    'https://docs.spectrocloud.com/profiles/cluster-profiles/modify-cluster-profiles/version-cluster-profile/',
};

/** A host as small as can be: a main menu, the list, the wizard, an opened profile. */
export function Portal({ adapter }: { readonly adapter: ProfileAdapter }) {
  const [page, setPage] = useState<Page>({ name: 'profiles' });
  const showProfiles = () => {
    setPage({ name: 'profiles' });
  };
  return (
    <ProfileBuilderProvider adapter={adapter} links={LINKS}>
      <div className="portal">
        <header className="portal-head">
          <h1 className="portal-name">Cluster Portal</h1>
          <nav className="portal-menu" aria-label="Main Menu">
            <button
              type="button"
              className="portal-link"
              aria-current={page.name === 'profiles' ? 'page' : undefined}
              onClick={showProfiles}
            >
              Profiles
            </button>
          </nav>
        </header>
        <main className="portal-main">
          {page.name === 'profiles' ? (
            <ProfileList
              onCreate={() => {
                setPage({ name: 'create' });
              }}
              onOpen={({ uid }) => {
                setPage({ name: 'profile', uid });
              }}
            />
          ) : null}
          {page.name === 'create' ? (
            <ProfileWizard
              focusOnMount
              scopeName="Project Default"
              onCancel={showProfiles}
              onOpenProfile={({ uid }) => {
                setPage({ name: 'profile', uid });
              }}
              nextStep={
                <button type="button" className="portal-next" onClick={showProfiles}>
                  Show all profiles
                </button>
              }
            />
          ) : null}
          {page.name === 'profile' ? (
            <ProfileDetails focusOnMount uid={page.uid} onBack={showProfiles} />
          ) : null}
        </main>
      </div>
    </ProfileBuilderProvider>
  );
}
