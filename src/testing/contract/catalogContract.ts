import type { PackQuery } from '../../adapters/ProfileAdapter';
import { check, checkEqual, checkRejection, checkRejects, isList, outcomeOf } from '../check';
import { live, readAll, unique, type SamplePack } from './contractSamples';
import type { ContractSubject, ContractTest } from './contractTest';

/** Promises about registries, packs and their content. */
export const catalogContract: readonly ContractTest[] = [
  {
    name: 'listRegistries answers registries with unique uids, at most one of them the default',
    async run({ adapter }) {
      const registries = await adapter.listRegistries(live());
      check(isList(registries), 'listRegistries must answer a list.');
      checkUnique(
        registries.map(({ uid }) => uid),
        'listRegistries answered the uid',
      );
      check(
        registries.every(({ uid, name }) => uid !== '' && name !== ''),
        'Every registry must have a uid and a name.',
      );
      const defaults = registries.filter(({ isDefault }) => isDefault);
      check(defaults.length <= 1, `${defaults.length} registries are the default; one may be.`);
    },
  },
  {
    name: 'listPacks pages through all packs once, in a stable order',
    async run(subject) {
      for (const sample of subject.samples) {
        const first = await readPacks(subject, sample, '');
        const keys = first.items.map(({ name }) => name);
        checkUnique(keys, 'listPacks answered the pack');
        const again = await readPacks(subject, sample, '');
        checkEqual(
          again.items.map(({ name }) => name),
          keys,
          'The order of listPacks, read twice,',
        );
        for (const { totalCount } of first.pages) {
          check(
            totalCount === undefined || totalCount === keys.length,
            `listPacks says there are ${String(totalCount)} packs, but its pages hold ${keys.length}.`,
          );
        }
      }
    },
  },
  {
    name: 'listPacks answers only packs of the registry and layer',
    async run(subject) {
      for (const sample of subject.samples) {
        const { items } = await readPacks(subject, sample, '');
        for (const pack of items) {
          check(
            pack.registryUid === sample.ref.registryUid && pack.layer === sample.ref.layer,
            `listPacks for layer ${sample.ref.layer} of registry ${sample.ref.registryUid} answered ` +
              `"${pack.name}" of layer ${pack.layer} in ${pack.registryUid}.`,
          );
        }
      }
    },
  },
  {
    name: 'listPacks finds packs by name and display name, whatever the case',
    async run(subject) {
      for (const sample of subject.samples) {
        const all = await readPacks(subject, sample, '');
        const probes = [all.items[0], all.items[all.items.length >> 1], all.items.at(-1)];
        for (const probe of probes) {
          if (probe === undefined) continue;
          for (const text of [probe.name.toUpperCase(), probe.displayName.toLowerCase()]) {
            const { items } = await readPacks(subject, sample, text);
            check(
              items.some(({ name }) => name === probe.name),
              `listPacks with the text "${text}" must find the pack "${probe.name}".`,
            );
            check(
              items.every(({ name }) => all.items.some((one) => one.name === name)),
              `listPacks with the text "${text}" finds packs that it does not list without one.`,
            );
          }
        }
      }
    },
  },
  {
    name: 'listPacks, where it names rules of a pack, names those of its latest version',
    async run(subject) {
      for (const sample of subject.samples) {
        const { items } = await readPacks(subject, sample, '');
        const named = items.filter(({ dependencies }) => dependencies !== undefined);
        check(
          named.every(({ dependencies }) => isList(dependencies)),
          'The dependencies of a listed pack must be a list.',
        );
        for (const { name, latestVersion, dependencies } of named.slice(0, 3)) {
          const ref = { ...sample.ref, name };
          const { tags } = await subject.adapter.getPack(ref, live());
          const row = tags.find(({ version }) => version === latestVersion);
          // Its latest version may be one for other clouds.
          if (row === undefined) continue;
          const { packUid, version } = row;
          const content = await subject.adapter.getPackVersion(
            { ...ref, packUid, version },
            live(),
          );
          checkEqual(
            dependencies,
            content.dependencies,
            `The dependencies of "${name}", which listPacks says are those of ${version},`,
          );
        }
      }
    },
  },
  {
    name: 'listPacks answers an empty page when nothing matches',
    async run(subject) {
      const { items } = await readPacks(subject, subject.samples[0], unique('no-such-pack'));
      check(items.length === 0, 'listPacks must answer no packs for a text that none has.');
    },
  },
  {
    name: 'getPack answers every listed pack, with versions of unique tags',
    async run(subject) {
      for (const sample of subject.samples) {
        const { items } = await readPacks(subject, sample, '');
        for (const { name } of items.slice(0, 10)) {
          const pack = await subject.adapter.getPack({ ...sample.ref, name }, live());
          check(pack.name === name, `getPack of "${name}" answered "${pack.name}".`);
          check(
            pack.registryUid === sample.ref.registryUid && pack.layer === sample.ref.layer,
            `getPack of "${name}" answered a pack of another registry or layer.`,
          );
          check(pack.tags.length > 0, `getPack of the listed pack "${name}" has no versions.`);
          checkUnique(
            pack.tags.map(({ tag }) => tag),
            `getPack of "${name}" answered the tag`,
          );
          check(
            pack.tags.every(({ version, packUid }) => version !== '' && packUid !== ''),
            `Every row of "${name}" must have a version and a pack uid.`,
          );
        }
      }
    },
  },
  {
    name: 'getPack rejects an unknown pack with "not-found"',
    async run({ adapter, samples: [{ ref }] }) {
      const unknown = { ...ref, name: unique('no-such-pack') };
      await checkRejects(adapter.getPack(unknown, live()), 'not-found', 'getPack');
    },
  },
  {
    name: 'getPackVersion answers the same content every time',
    async run({ adapter, samples }) {
      for (const { versionRef } of samples) {
        const content = await adapter.getPackVersion(versionRef, live());
        check(
          content.packUid === versionRef.packUid,
          `getPackVersion of ${versionRef.packUid} answered the content of ${content.packUid}.`,
        );
        check(typeof content.values === 'string', 'The values of a pack must be text.');
        for (const part of ['presets', 'schema', 'dependencies'] as const) {
          check(isList(content[part]), `The ${part} of a pack must be a list.`);
        }
        const again = await adapter.getPackVersion(versionRef, live());
        checkEqual(again, content, 'getPackVersion, called twice,');
      }
    },
  },
  {
    name: 'getPackVersion rejects an unknown version with "not-found"',
    async run({ adapter, samples: [{ versionRef }] }) {
      const unknown = { ...versionRef, packUid: unique('no-such-uid'), version: '999.999.999' };
      await checkRejects(adapter.getPackVersion(unknown, live()), 'not-found', 'getPackVersion');
    },
  },
  {
    name: 'a caller that changes an answer changes no later one',
    async run({ adapter, samples: [{ ref }] }) {
      const before = await adapter.getPack(ref, live());
      const expected = structuredClone(before);
      spoil(before);
      checkEqual(
        await adapter.getPack(ref, live()),
        expected,
        'getPack after its answer was changed',
      );
    },
  },
  {
    name: 'getReadme and getLogo, where there are any, answer what they should',
    async run({ adapter, samples }) {
      for (const { ref, versionRef } of samples) {
        const readme = (await adapter.getReadme?.(versionRef, live())) ?? null;
        check(readme === null || typeof readme === 'string', 'getReadme must answer text or null.');
        const logo = (await adapter.getLogo?.(ref, live())) ?? null;
        check(
          logo === null || (typeof logo.size === 'number' && typeof logo.type === 'string'),
          'getLogo must answer a Blob or null.',
        );
      }
    },
  },
  {
    name: 'listMacros and listProviders, where there are any, answer unique names',
    async run({ adapter }) {
      const macros = (await adapter.listMacros?.(live())) ?? [];
      checkUnique(
        macros.map(({ name }) => name),
        'listMacros answered the name',
      );
      const providers = (await adapter.listProviders?.(live())) ?? [];
      checkUnique(
        providers.map(({ cloudType }) => cloudType),
        'listProviders answered the cloud type',
      );
      check(
        providers.every(({ layers }) => isList(layers)),
        'Every provider must name its layers.',
      );
    },
  },
  {
    name: 'getPermissions, where there is one, answers rights by name',
    async run({ adapter }) {
      const permissions = (await adapter.getPermissions?.(live())) ?? [];
      check(
        isList(permissions) && permissions.every((one) => typeof one === 'string'),
        'getPermissions must answer a list of names.',
      );
    },
  },
  {
    name: 'a registry that cannot be searched rejects listPacks with "invalid"',
    async run({ adapter, samples: [{ ref }] }) {
      const registries = await adapter.listRegistries(live());
      for (const { uid } of registries.filter(({ isSearchable }) => !isSearchable)) {
        const query: PackQuery = { ...ref, registryUid: uid, text: '', cursor: null };
        // Some backends answer an empty list: nothing can be searched, so nothing is found.
        const outcome = await outcomeOf(adapter.listPacks(query, live()));
        if (outcome.kind === 'answered') {
          check(
            outcome.answer.items.length === 0,
            `Registry ${uid} says it cannot be searched, but listPacks answered packs of it.`,
          );
        } else {
          checkRejection(outcome.thrown, 'invalid', 'listPacks');
        }
      }
    },
  },
];

function readPacks({ adapter }: ContractSubject, { ref }: SamplePack, text: string) {
  const { registryUid, layer, cloudType } = ref;
  return readAll(
    (cursor) => adapter.listPacks({ registryUid, layer, cloudType, text, cursor }, live()),
    'listPacks',
  );
}

function checkUnique(keys: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const key of keys) {
    check(!seen.has(key), `${what} "${key}" twice.`);
    seen.add(key);
  }
}

/** Overwrites what it can of an answer. A frozen one is safe already. */
export function spoil(answer: object): void {
  for (const value of Object.values(answer) as unknown[]) {
    if (Array.isArray(value) && !Object.isFrozen(value)) value.length = 0;
  }
  if (!Object.isFrozen(answer)) Object.assign(answer, { name: 'spoilt', description: 'spoilt' });
}
