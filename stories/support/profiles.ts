import type { NewProfile } from 'cluster-profile-builder/adapters';
import { demoDraft, demoLayer, profileOf } from './demo';

const edge = profileOf({
  info: {
    ...demoDraft.info,
    name: 'retail-edge',
    version: '1.0.0',
    description: 'One node in every store.',
    tags: ['owner:retail'],
  },
  cloudType: 'edge-native',
  layers: [
    demoLayer('edge-native-byoi', '2.1.0'),
    demoLayer('edge-k3s', '1.33.5-k3s1'),
    demoLayer('cni-flannel', '0.27.4'),
    demoLayer('csi-longhorn', '1.9.2'),
  ],
});

/** Profiles there are, the last one newest; two are versions of one name. */
export const demoProfiles: readonly NewProfile[] = [
  edge,
  { ...profileOf(), version: '1.0.0' },
  { ...profileOf(), version: '1.1.0' },
];

/** More than a page of profiles. */
export function manyProfiles(count: number): readonly NewProfile[] {
  return Array.from({ length: count }, (_, index) => ({
    ...profileOf(),
    name: `team-${String(index + 1).padStart(2, '0')}-production`,
    description: index % 3 === 0 ? '' : 'Clusters of one team.',
  }));
}
