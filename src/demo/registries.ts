import type { Registry } from '../model/packs';

export type DemoRegistryKey = 'palette' | 'community' | 'publicRepo' | 'platformHelm';

/** The demo's registries: the default, one with copies, one that lacks whole layers, one that cannot be searched. */
export const demoRegistries: Readonly<Record<DemoRegistryKey, Registry>> = {
  palette: {
    uid: 'registry-palette',
    name: 'Palette Registry',
    kind: 'oci',
    isDefault: true,
    isPrivate: false,
    isSearchable: true,
    knowsFips: true,
    sync: { status: 'synced' },
  },
  community: {
    uid: 'registry-community',
    name: 'Palette Community Registry',
    kind: 'oci',
    isDefault: false,
    isPrivate: false,
    isSearchable: true,
    sync: { status: 'synced' },
  },
  publicRepo: {
    uid: 'registry-public-repo',
    name: 'Public Repo',
    kind: 'pack',
    isDefault: false,
    isPrivate: false,
    isSearchable: true,
    sync: { status: 'synced' },
  },
  platformHelm: {
    uid: 'registry-platform-helm',
    name: 'Platform Team Charts',
    kind: 'helm',
    isDefault: false,
    isPrivate: true,
    isSearchable: false,
    sync: { status: 'never' },
  },
};
