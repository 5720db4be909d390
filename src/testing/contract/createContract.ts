import { check, checkEqual, checkRejection, checkRejects, isList, outcomeOf } from '../check';
import { live, liveWrite, unique } from './contractSamples';
import { cleanUp, mayCreate, profileOf, withCreated, type ContractTest } from './contractTest';
import { createAndCleanUp, rowsNamed, whereAllowed } from './contractProfiles';

/** Promises about creating profiles, which every adapter makes. */
export const createContract: readonly ContractTest[] = [
  {
    name: 'checkProfileName tells free, taken and another version, before and after create',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      const profile = profileOf(subject);
      const { name } = profile;
      const answer = (version: string) => adapter.checkProfileName({ name, version }, live());
      checkEqual(await answer('1.0.0'), 'free', 'checkProfileName of a new name');
      await withCreated(subject, profile, async () => {
        checkEqual(await answer('1.0.0'), 'taken', 'checkProfileName of a created profile');
        checkEqual(await answer('1.0.1'), 'other-version', 'checkProfileName of a new version');
      });
      const other = await adapter.checkProfileName(
        { name: unique('contract'), version: '1.0.0' },
        live(),
      );
      checkEqual(other, 'free', 'checkProfileName of another new name');
    }),
  },
  {
    name: 'createProfile rejects a taken name and version with "conflict"',
    run: whereAllowed(async (subject) => {
      const profile = profileOf(subject);
      await withCreated(subject, profile, () =>
        checkRejects(
          createAndCleanUp(subject, profile),
          'conflict',
          'createProfile of a taken name and version',
        ),
      );
    }),
  },
  {
    name: 'createProfile accepts another version of a name',
    run: whereAllowed(async (subject) => {
      const profile = profileOf(subject);
      await withCreated(subject, profile, (first) =>
        withCreated(subject, { ...profile, version: '1.1.0' }, async (second) => {
          check(first !== second, 'Two versions of a profile must have two uids.');
        }),
      );
    }),
  },
  {
    name: 'createProfile, sent twice with one idempotency key, creates one profile',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      const profile = profileOf(subject);
      const context = liveWrite();
      const { uid } = await adapter.createProfile(profile, context);
      try {
        const retry = await outcomeOf(adapter.createProfile(profile, context));
        if (retry.kind === 'answered') {
          checkEqual(retry.answer.uid, uid, 'The uid that a retry of createProfile answers');
        } else {
          // A backend without idempotency keys refuses the second by its name: still only one is made.
          checkRejection(retry.thrown, 'conflict', 'The retry of createProfile');
        }
        if (adapter.listProfiles !== undefined) {
          checkEqual((await rowsNamed(subject, profile.name)).length, 1, 'The number of profiles');
        }
      } finally {
        await cleanUp(adapter, uid);
      }
    }),
  },
  {
    name: 'createProfile is refused with "forbidden" where the right is missing',
    async run(subject) {
      if (await mayCreate(subject.adapter)) return;
      const call = createAndCleanUp(subject, profileOf(subject));
      await checkRejects(call, 'forbidden', 'createProfile without clusterProfile.create');
    },
  },
  {
    name: 'validateProfile, where there is one, answers findings and creates nothing',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.validateProfile === undefined) return;
      const profile = profileOf(subject);
      const findings = await adapter.validateProfile(profile, live());
      check(isList(findings), 'validateProfile must answer a list.');
      for (const { severity, message } of findings) {
        check(['error', 'warning', 'info'].includes(severity), `"${severity}" is no severity.`);
        check(message !== '', 'Every finding must have a message.');
      }
      checkEqual(await adapter.checkProfileName(profile, live()), 'free', 'The name afterwards');
    }),
  },
];
