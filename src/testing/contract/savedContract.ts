import { check, checkEqual, checkRejects } from '../check';
import { spoil } from './catalogContract';
import { live, liveWrite, unique } from './contractSamples';
import { cleanUp, profileOf, withCreated, type ContractTest } from './contractTest';
import {
  layersAsSent,
  readProfiles,
  rowsNamed,
  sortedTags,
  whereAllowed,
} from './contractProfiles';

/** Texts that a careless backend changes. All are valid YAML. */
const EXACT_TEXTS: Readonly<Record<string, string>> = {
  'an ordinary text': 'pack:\n  namespace: contract\n',
  'CRLF line ends': 'pack:\r\n  namespace: contract\r\n',
  'mixed line ends': 'pack:\r\n  namespace: contract\n  other: 1\r\n',
  'no last newline': 'pack:\n  namespace: contract',
  'several last newlines': 'pack:\n  namespace: contract\n\n\n',
  'trailing spaces': 'pack:  \n  namespace: contract   \n',
  unicode: '# Größe, 大きさ, 🚀, e\u0301, \u200b, \ufeff\npack:\n  name: "naïve ☃"\n',
  'only comments': '# nothing is set\n#pack:\n#  namespace: contract\n',
  'an empty text': '',
};

/** Promises about profiles that exist, made by the optional methods. */
export const savedContract: readonly ContractTest[] = [
  ...Object.entries(EXACT_TEXTS).map(([what, text]) => ({
    name: `getProfile answers a created profile byte for byte: ${what}`,
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.getProfile === undefined) return;
      const profile = profileOf(subject, { values: text, manifest: text });
      const sent = structuredClone(profile);
      await withCreated(subject, profile, async (uid) => {
        // What the caller does with its own object afterwards is not the backend's business.
        spoil(profile);
        const saved = await adapter.getProfile?.(uid, live());
        checkEqual(saved?.uid, uid, 'The uid of the profile');
        checkEqual(saved?.isPublished, true, 'Whether the profile is published');
        for (const part of ['name', 'version', 'description', 'type', 'cloudType'] as const) {
          checkEqual(saved?.[part], sent[part], `The ${part} of the profile`);
        }
        checkEqual(sortedTags(saved?.tags), sortedTags(sent.tags), 'The tags of the profile');
        checkEqual(layersAsSent(saved?.layers), layersAsSent(sent.layers), 'The layers');
        check(
          !Number.isNaN(Date.parse(saved?.modifiedAt ?? '')),
          `modifiedAt must be a time of ISO 8601, but it is "${String(saved?.modifiedAt)}".`,
        );
      });
    }),
  })),
  {
    name: 'getProfile answers copies',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      await withCreated(subject, profileOf(subject), async (uid) => {
        const first = await adapter.getProfile?.(uid, live());
        if (first === undefined) return;
        const expected = structuredClone(first);
        spoil(first);
        const second = await adapter.getProfile?.(uid, live());
        checkEqual(second, expected, 'getProfile after its answer was changed');
      });
    }),
  },
  {
    name: 'listProfiles shows a created profile once, by its name and without a text',
    run: whereAllowed(async (subject) => {
      const profile = profileOf(subject);
      if (subject.adapter.listProfiles === undefined) return;
      await withCreated(subject, profile, async (uid) => {
        const rows = await rowsNamed(subject, profile.name);
        checkEqual(
          rows.map((row) => row.uid),
          [uid],
          'listProfiles, searched by name,',
        );
        const [row] = rows;
        checkEqual(row?.version, profile.version, 'The version of the row');
        checkEqual(row?.cloudType, profile.cloudType, 'The cloud type of the row');
        checkEqual(
          row?.layers.map(({ packName }) => packName),
          profile.layers.map(({ packName }) => packName),
          'The packs of the row',
        );
        const all = await readProfiles(subject, '');
        checkEqual(
          all.filter((one) => one.uid === uid).length,
          1,
          'How often listProfiles without a text shows the profile',
        );
      });
    }),
  },
  {
    name: 'listProfiles pages through all profiles once, newest change first',
    run: whereAllowed(async (subject) => {
      if (subject.adapter.listProfiles === undefined) return;
      const profile = profileOf(subject);
      const inOrder = async (versions: readonly string[]): Promise<void> => {
        const [version, ...rest] = versions;
        if (version !== undefined) {
          await withCreated(subject, { ...profile, version }, () => inOrder(rest));
          return;
        }
        const rows = await rowsNamed(subject, profile.name);
        checkEqual(
          rows.map((row) => row.version),
          ['1.2.0', '1.1.0', '1.0.0'],
          'The versions that listProfiles shows, newest first,',
        );
        const all = await readProfiles(subject, '');
        checkEqual(new Set(all.map(({ uid }) => uid)).size, all.length, 'The number of rows');
      };
      await inOrder(['1.0.0', '1.1.0', '1.2.0']);
    }),
  },
  {
    name: 'updateProfile changes what is given and keeps the rest',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.updateProfile === undefined) return;
      await withCreated(subject, profileOf(subject), async (uid) => {
        const before = await adapter.getProfile?.(uid, live());
        const layers = profileOf(subject, { values: 'changed: 2\r\n', manifest: '' }).layers;
        const update = { uid, expectedModifiedAt: before?.modifiedAt, layers };
        const after = await adapter.updateProfile?.(update, liveWrite());
        checkEqual(layersAsSent(after?.layers), layersAsSent(layers), 'The updated layers');
        if (before === undefined) return;
        checkEqual(after?.description, before.description, 'The description, which was left out,');
        checkEqual(after?.name, before.name, 'The name');
        check(after?.modifiedAt !== before.modifiedAt, 'modifiedAt must change with an update.');
        const saved = await adapter.getProfile?.(uid, live());
        checkEqual(saved, after, 'getProfile after an update');
      });
    }),
  },
  {
    name: 'updateProfile rejects a change made on an older state with "conflict"',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.getProfile === undefined || adapter.updateProfile === undefined) return;
      await withCreated(subject, profileOf(subject), async (uid) => {
        const before = await adapter.getProfile?.(uid, live());
        const change = async (description: string) => {
          const update = { uid, expectedModifiedAt: before?.modifiedAt, description };
          await adapter.updateProfile?.(update, liveWrite());
        };
        await change('first');
        await checkRejects(change('second'), 'conflict', 'updateProfile with a stale time');
        const after = await adapter.getProfile?.(uid, live());
        checkEqual(after?.description, 'first', 'The description after a refused update');
      });
    }),
  },
  {
    name: 'createProfileVersion copies a profile under a new version, once',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.createProfileVersion === undefined) return;
      const profile = profileOf(subject);
      await withCreated(subject, profile, async (uid) => {
        const source = { uid, version: '2.0.0' };
        const copy = await adapter.createProfileVersion?.(source, liveWrite());
        check(copy !== undefined && copy.uid !== uid, 'A new version must have a uid of its own.');
        try {
          const saved = await adapter.getProfile?.(copy.uid, live());
          if (saved !== undefined) {
            checkEqual(saved.version, '2.0.0', 'The version of the copy');
            checkEqual(saved.name, profile.name, 'The name of the copy');
            checkEqual(layersAsSent(saved.layers), layersAsSent(profile.layers), 'The layers');
          }
          const again = adapter.createProfileVersion?.(source, liveWrite());
          await checkRejects(
            again ?? Promise.resolve(),
            'conflict',
            'createProfileVersion of a version that exists',
          );
        } finally {
          await cleanUp(adapter, copy.uid);
        }
      });
    }),
  },
  {
    name: 'deleteProfile deletes: the profile is "not-found" and its name is free',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.deleteProfile === undefined) return;
      const profile = profileOf(subject);
      const { uid } = await adapter.createProfile(profile, liveWrite());
      await adapter.deleteProfile(uid, liveWrite());
      if (adapter.getProfile !== undefined) {
        await checkRejects(adapter.getProfile(uid, live()), 'not-found', 'getProfile after delete');
      }
      checkEqual(await adapter.checkProfileName(profile, live()), 'free', 'The name after delete');
      if (adapter.listProfiles !== undefined) {
        checkEqual((await rowsNamed(subject, profile.name)).length, 0, 'The number of rows');
      }
    }),
  },
  {
    name: 'an unknown profile is rejected with "not-found"',
    run: whereAllowed(async ({ adapter }) => {
      const uid = unique('no-such-profile');
      const calls: readonly (readonly [string, Promise<unknown> | undefined])[] = [
        ['getProfile', adapter.getProfile?.(uid, live())],
        ['updateProfile', adapter.updateProfile?.({ uid, description: 'new' }, liveWrite())],
        [
          'createProfileVersion',
          adapter.createProfileVersion?.({ uid, version: '2.0.0' }, liveWrite()),
        ],
        ['deleteProfile', adapter.deleteProfile?.(uid, liveWrite())],
      ];
      const made = calls.flatMap(([call, answer]) =>
        answer === undefined ? [] : [checkRejects(answer, 'not-found', call)],
      );
      await Promise.all(made);
    }),
  },
];
