import { createMemoryAdapter, type MemoryAdapterOptions } from 'cluster-profile-builder/adapters';
import type { Catalog, ProfileAdapter } from 'cluster-profile-builder/adapters';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { toChosenPack, toChosenVersion } from 'cluster-profile-builder';
import {
  createProfileWizardState,
  buildNewProfile,
  createVariable,
  type ChosenPack,
  type DraftLayer,
  type DraftManifest,
  type NewProfile,
  type ProfileDraft,
  type ProfileVariable,
} from 'cluster-profile-builder/model';

/** The last change of every profile of a story: dates must not make a picture differ. */
const STORY_TIME = Date.UTC(2026, 2, 16, 9, 30);

/** The same day, for what compares dates. */
export const STORY_DATE = '2026-03-16';

/** A backend of its own for a story: the demo catalogue, a clock that moves a minute per change. */
export function demoAdapter(
  options: MemoryAdapterOptions = {},
  catalog: Partial<Catalog> = {},
): ProfileAdapter {
  let minutes = 0;
  return createMemoryAdapter(
    { ...demoCatalog, ...catalog },
    {
      now: () => {
        minutes += 1;
        return new Date(STORY_TIME + minutes * 60_000);
      },
      ...options,
    },
  );
}

/** A backend that says what is wrong only when it is to save. */
export function withoutPreflight(adapter: ProfileAdapter): ProfileAdapter {
  const { validateProfile, ...rest } = adapter;
  return validateProfile === undefined ? adapter : rest;
}

function demoPack(name: string, registryUid: string) {
  const pack = demoCatalog.packs.find(
    (candidate) => candidate.name === name && candidate.registryUid === registryUid,
  );
  if (pack === undefined) throw new Error(`The demo catalogue has no pack ${name}.`);
  return pack;
}

export interface DemoLayerOptions {
  readonly registryUid?: string;
  /** Changes the pack's default values. */
  readonly edit?: (values: string) => string;
  readonly manifests?: readonly DraftManifest[];
}

/** A pack of the demo as it is once chosen. */
export function demoChoice(
  name: string,
  tag: string | null,
  registryUid = 'registry-palette',
): ChosenPack {
  const pack = demoPack(name, registryUid);
  const row = pack.tags.find((candidate) => candidate.tag === tag);
  if (tag !== null && row === undefined) throw new Error(`${name} has no version ${tag}.`);
  return {
    ...toChosenPack(pack),
    version: row === undefined ? null : toChosenVersion(row, pack),
  };
}

const unchanged = (values: string) => values;

/** A layer with a pack of the demo, its values edited as told. */
export function demoLayer(name: string, tag: string, options: DemoLayerOptions = {}): DraftLayer {
  const { registryUid = 'registry-palette', edit = unchanged, manifests = [] } = options;
  const pack = demoPack(name, registryUid);
  const chosen = demoChoice(name, tag, registryUid);
  const content = pack.versions.find(({ version }) => version === chosen.version?.version)?.content;
  const values = (typeof content === 'function' ? content() : content)?.values;
  if (values === undefined) throw new Error(`${name} ${tag} has no content.`);
  const edited = edit(values);
  if (options.edit !== undefined && edited === values) {
    throw new Error(`The edit of ${name} ${tag} changes nothing.`);
  }
  return { kind: pack.layer, pack: chosen, values: edited, manifests };
}

export const demoInfo: ProfileDraft['info'] = {
  name: 'payments-aws-production',
  version: '1.2.0',
  description:
    'Production clusters of the payments teams in Frankfurt, hardened by the CIS benchmark.',
  type: 'infra',
  tags: ['owner:platform', 'region:eu-central-1', 'pci'],
};

const STORAGE_CLASS = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: database-fast
provisioner: ebs.csi.aws.com
parameters:
  type: io2
  iops: "16000"
allowVolumeExpansion: true
volumeBindingMode: WaitForFirstConsumer
`;

const DEFAULT_DENY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: payments
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`;

export const osLayer = demoLayer('ubuntu-aws', '22.04');
export const kubernetesLayer = demoLayer('kubernetes', '1.33.x', {
  edit: (values) =>
    values
      .replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "100.64.0.0/16"')
      .replace('serviceClusterIpRange: "10.96.0.0/12"', 'serviceClusterIpRange: "100.65.0.0/16"'),
});
export const networkLayer = demoLayer('cni-calico', '3.30.3', {
  manifests: [{ name: 'default-deny', content: DEFAULT_DENY }],
});
const storageLayer = demoLayer('csi-aws-ebs', '1.48.0', {
  edit: (values) => values.replace('type: gp3', 'type: io2'),
  manifests: [{ name: 'storage-class-database', content: STORAGE_CLASS }],
});

/** A profile that is ready to be created. */
export const demoDraft: ProfileDraft = {
  info: demoInfo,
  cloudType: 'aws',
  layers: [osLayer, kubernetesLayer, networkLayer, storageLayer],
};

/** A variable of this name. */
export function demoVariable(name: string, fields: Partial<ProfileVariable> = {}): ProfileVariable {
  return { ...createVariable(name), ...fields };
}

/** Variables with two errors: a default that does not match its pattern, and a pattern that is none. */
export const faultyVariables: readonly ProfileVariable[] = [
  demoVariable('region', { displayName: 'Region', defaultValue: 'eu-central-1' }),
  demoVariable('replicas', {
    displayName: 'Replicas',
    regex: '^[1-9]$',
    defaultValue: 'many',
  }),
  demoVariable('node-name', { displayName: 'Node name', regex: '^(?!node)' }),
];

/** The profile that a draft makes. */
export function profileOf(draft: Partial<ProfileDraft> = {}): NewProfile {
  const profile = buildNewProfile(createProfileWizardState({ draft: { ...demoDraft, ...draft } }));
  if (profile === null) throw new Error('The draft is not complete.');
  return profile;
}
