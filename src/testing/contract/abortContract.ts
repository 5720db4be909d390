import type { ProfileAdapter, WriteContext } from '../../adapters/ProfileAdapter';
import { isProfileError } from '../../model/ProfileError';
import { check, checkEqual, checkRejects, outcomeOf } from '../check';
import { aborted, live, liveWrite } from './contractSamples';
import {
  cleanUp,
  mayCreate,
  profileOf,
  type ContractSubject,
  type ContractTest,
} from './contractTest';

type MethodName = keyof ProfileAdapter;
type Call = (subject: ContractSubject, context: WriteContext) => Promise<unknown> | undefined;

/** Every method with arguments that are good, or at least well-formed. Undefined where it is absent. */
const CALLS: Readonly<Record<MethodName, Call>> = {
  listRegistries: ({ adapter }, context) => adapter.listRegistries(context),
  listPacks: ({ adapter, samples: [{ ref }] }, context) =>
    adapter.listPacks({ ...ref, text: '', cursor: null }, context),
  getPack: ({ adapter, samples: [{ ref }] }, context) => adapter.getPack(ref, context),
  getPackVersion: ({ adapter, samples: [{ versionRef }] }, context) =>
    adapter.getPackVersion(versionRef, context),
  checkProfileName: ({ adapter }, context) =>
    adapter.checkProfileName({ name: 'contract', version: '1.0.0' }, context),
  createProfile: (subject, context) => subject.adapter.createProfile(profileOf(subject), context),
  getReadme: ({ adapter, samples: [{ versionRef }] }, context) =>
    adapter.getReadme?.(versionRef, context),
  getLogo: ({ adapter, samples: [{ ref }] }, context) => adapter.getLogo?.(ref, context),
  validateProfile: (subject, context) =>
    subject.adapter.validateProfile?.(profileOf(subject), context),
  listMacros: ({ adapter }, context) => adapter.listMacros?.(context),
  listProviders: ({ adapter }, context) => adapter.listProviders?.(context),
  listProfiles: ({ adapter }, context) =>
    adapter.listProfiles?.({ text: '', cursor: null }, context),
  getProfile: ({ adapter }, context) => adapter.getProfile?.('contract', context),
  updateProfile: ({ adapter }, context) =>
    adapter.updateProfile?.({ uid: 'contract', description: 'new' }, context),
  createProfileVersion: ({ adapter }, context) =>
    adapter.createProfileVersion?.({ uid: 'contract', version: '2.0.0' }, context),
  deleteProfile: ({ adapter }, context) => adapter.deleteProfile?.('contract', context),
  getPermissions: ({ adapter }, context) => adapter.getPermissions?.(context),
};

const METHODS = Object.keys(CALLS) as readonly MethodName[];

/** Promises about calls whose answer is no longer wanted. */
export const abortContract: readonly ContractTest[] = [
  ...METHODS.map((method) => ({
    name: `${method} rejects with "aborted" when the signal is aborted already`,
    async run(subject: ContractSubject) {
      const answer = CALLS[method](subject, aborted());
      if (answer !== undefined) {
        await checkRejects(answer, 'aborted', `${method} with an aborted signal`);
      }
    },
  })),
  ...METHODS.map((method) => ({
    name: `${method}, aborted under way, ends with "aborted" or as if it were not`,
    async run(subject: ContractSubject) {
      const controller = new AbortController();
      const context = { ...liveWrite(), signal: controller.signal };
      const answer = CALLS[method](subject, context);
      if (answer === undefined) return;
      controller.abort();
      const outcome = await outcomeOf(answer);
      if (outcome.kind === 'answered') {
        if (method === 'createProfile') {
          await cleanUp(subject.adapter, (outcome.answer as { readonly uid: string }).uid);
        }
        return;
      }
      check(
        isProfileError(outcome.thrown),
        `${method}, aborted under way, must reject with a ProfileError, ` +
          `but it rejected with ${String(outcome.thrown)}.`,
      );
    },
  })),
  {
    name: 'createProfile with an aborted signal creates nothing',
    async run(subject) {
      const { adapter } = subject;
      if (!(await mayCreate(adapter))) return;
      const profile = profileOf(subject);
      await checkRejects(adapter.createProfile(profile, aborted()), 'aborted', 'createProfile');
      checkEqual(await adapter.checkProfileName(profile, live()), 'free', 'The name afterwards');
    },
  },
];
