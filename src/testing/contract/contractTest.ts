import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import type { NewProfile } from '../../model/profile';
import {
  findSamples,
  live,
  liveWrite,
  newProfile,
  type ContractSample,
  type SamplePack,
} from './contractSamples';

/** What a test of the contract works with: a fresh adapter. */
export interface ContractSubject {
  readonly adapter: ProfileAdapter;
  readonly samples: readonly [SamplePack, ...(readonly SamplePack[])];
  readonly cloudType: string;
}

/** One promise of the contract. */
export interface ContractTest {
  readonly name: string;
  readonly run: (subject: ContractSubject) => Promise<void>;
}

export async function createSubject(
  createAdapter: () => ProfileAdapter | Promise<ProfileAdapter>,
  sample: ContractSample,
): Promise<ContractSubject> {
  const adapter = await createAdapter();
  const samples = await findSamples(adapter, sample);
  return { adapter, samples, cloudType: samples[0].ref.cloudType };
}

/** A profile of the subject's packs with a name of its own. */
export function profileOf(
  { samples, cloudType }: ContractSubject,
  texts = { values: 'contract: 1\n', manifest: 'kind: ConfigMap\napiVersion: v1\n' },
): NewProfile {
  return newProfile(samples, cloudType, texts);
}

/** Whether the user may create profiles. Without the right, only the refusal can be tested. */
export async function mayCreate(adapter: ProfileAdapter): Promise<boolean> {
  const permissions = await adapter.getPermissions?.(live());
  return permissions?.includes('clusterProfile.create') ?? true;
}

/** Creates a profile for the length of `work`, and deletes it afterwards where that is possible. */
export async function withCreated(
  { adapter }: ContractSubject,
  profile: NewProfile,
  work: (uid: string) => Promise<void>,
): Promise<void> {
  const { uid } = await adapter.createProfile(profile, liveWrite());
  try {
    await work(uid);
  } finally {
    await cleanUp(adapter, uid);
  }
}

/** Takes back what a test made. A profile that is gone, or that cannot be deleted, is left as it is. */
export async function cleanUp(adapter: ProfileAdapter, uid: string): Promise<void> {
  await adapter.deleteProfile?.(uid, liveWrite()).catch(() => undefined);
}
