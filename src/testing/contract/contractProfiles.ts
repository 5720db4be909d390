import type { NewProfile, ProfileLayer, ProfileTag } from '../../model/profile';
import { live, liveWrite, readAll } from './contractSamples';
import { cleanUp, mayCreate, type ContractSubject, type ContractTest } from './contractTest';

/** Without the right to create there is nothing to work on: the refusal has a test of its own. */
export function whereAllowed(run: ContractTest['run']): ContractTest['run'] {
  return async (subject) => {
    if (await mayCreate(subject.adapter)) await run(subject);
  };
}

/** For a call that must fail: where it does not, what it made is deleted. */
export async function createAndCleanUp(
  { adapter }: ContractSubject,
  profile: NewProfile,
): Promise<void> {
  const { uid } = await adapter.createProfile(profile, liveWrite());
  await cleanUp(adapter, uid);
}

export async function readProfiles({ adapter }: ContractSubject, text: string) {
  const empty = { items: [], nextCursor: null };
  const { items } = await readAll(
    async (cursor) => (await adapter.listProfiles?.({ text, cursor }, live())) ?? empty,
    'listProfiles',
  );
  return items;
}

export async function rowsNamed(subject: ContractSubject, name: string) {
  return (await readProfiles(subject, name)).filter((row) => row.name === name);
}

/** Without what the server adds. */
export function layersAsSent(layers: readonly ProfileLayer[] | undefined) {
  return layers?.map(
    ({ kind, registryUid, packName, packUid, tag, version, values, manifests }) => ({
      kind,
      registryUid,
      packName,
      packUid,
      tag,
      version,
      values,
      manifests: manifests.map(({ name, content }) => ({ name, content })),
    }),
  );
}

/** Tags are a map on many backends, which keep no order. */
export function sortedTags(tags: readonly ProfileTag[] | undefined) {
  return [...(tags ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1));
}
