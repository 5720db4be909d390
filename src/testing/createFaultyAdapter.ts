import type { ProfileAdapter, RequestContext } from '../adapters/ProfileAdapter';
import {
  ProfileError,
  type ProfileErrorOptions,
  profileErrorCodeOfStatus,
} from '../model/ProfileError';

/** A method of an adapter, needed or optional. */
export type AdapterMethod = keyof ProfileAdapter;

/**
 * How a call fails.
 * - `reject`: rejects with a plain `Error`, which no adapter should.
 * - `hang`: never answers, whatever the signal says. The adapter below is not called.
 * - `late`: the adapter below is called at once, with a signal that never aborts, but its answer waits
 *   for `release`.
 * - `twice`: performs the call two times, as a retrying network does, and answers as the second.
 * - `malformed`: answers with data of the wrong shape, another one each time.
 * - a number: rejects with the `ProfileError` that an adapter makes of this HTTP status.
 */
export type AdapterFault =
  'reject' | 'hang' | 'late' | 'twice' | 'malformed' | 401 | 403 | 404 | 409 | 429 | 500 | 503;

/** One fault for every call, or a choice by how often the method was called before; null is none. */
export type AdapterFaultPlan = AdapterFault | ((callIndex: number) => AdapterFault | null);

/** Faults by method; `*` is for the methods that have none of their own. */
export type AdapterFaultPlans = {
  readonly [Method in AdapterMethod | '*']?: AdapterFaultPlan | undefined;
};

/** A call that was made, in the order of the calls. */
export interface AdapterCall {
  readonly method: AdapterMethod;
  /** How often the method was called before. */
  readonly callIndex: number;
  /** What it was given, the context last. */
  readonly args: readonly unknown[];
}

export interface FaultyAdapter {
  readonly adapter: ProfileAdapter;
  /** Every call so far, one that hangs or fails included; a call made twice counts once. */
  readonly calls: readonly AdapterCall[];
  /**
   * Lets late answers go, in the order of their calls: all of them, those of a method, or that of one
   * call. Calls that come afterwards wait again. Returns how many were let go.
   */
  release(method?: AdapterMethod, callIndex?: number): number;
}

type Perform = (...args: readonly unknown[]) => Promise<unknown>;

interface WaitingAnswer {
  readonly method: AdapterMethod;
  readonly callIndex: number;
  readonly letGo: () => void;
}

const METHODS: readonly AdapterMethod[] = Object.keys({
  listRegistries: true,
  listPacks: true,
  getPack: true,
  getPackVersion: true,
  checkProfileName: true,
  createProfile: true,
  getReadme: true,
  getLogo: true,
  validateProfile: true,
  listMacros: true,
  listProviders: true,
  listProfiles: true,
  getProfile: true,
  updateProfile: true,
  createProfileVersion: true,
  deleteProfile: true,
  getPermissions: true,
} satisfies Record<AdapterMethod, true>) as AdapterMethod[];

const MALFORMED_ANSWERS: readonly unknown[] = [
  undefined,
  { items: 'none', nextCursor: 7, tags: null, values: 5, layers: {}, uid: 1 },
  42,
  [null, {}, 'text'],
  null,
  { items: [null, { name: 5, layer: 'unknown' }], nextCursor: null, tags: [{}], layers: [null] },
];

/**
 * Wraps an adapter so that its calls fail as planned, to test what a flow makes of it. It has the same
 * optional methods. Nothing waits for time: late answers wait for `release`.
 */
export function createFaultyAdapter(
  adapter: ProfileAdapter,
  plans: AdapterFaultPlans = {},
): FaultyAdapter {
  const calls: AdapterCall[] = [];
  let waiting: readonly WaitingAnswer[] = [];

  function call(method: AdapterMethod, perform: Perform, args: readonly unknown[]) {
    const callIndex = calls.filter((one) => one.method === method).length;
    calls.push({ method, callIndex, args });
    const plan = plans[method] ?? plans['*'] ?? null;
    const fault = typeof plan === 'function' ? plan(callIndex) : plan;
    switch (fault) {
      case null:
        return perform(...args);
      case 'reject':
        return Promise.reject(new Error(`${method} failed, as planned.`));
      case 'hang':
        return new Promise<never>(() => undefined);
      case 'late': {
        const released = new Promise<void>((letGo) => {
          waiting = [...waiting, { method, callIndex, letGo }];
        });
        const answer = perform(...withoutAbort(args));
        // Its rejection is passed on after the release; until then it is not an unhandled one.
        answer.catch(() => undefined);
        return released.then(() => answer);
      }
      case 'twice':
        return perform(...args).then(
          () => perform(...args),
          () => perform(...args),
        );
      case 'malformed':
        return Promise.resolve(MALFORMED_ANSWERS[callIndex % MALFORMED_ANSWERS.length]);
      default:
        return Promise.reject(errorOfStatus(fault, method));
    }
  }

  const faulty: Partial<Record<AdapterMethod, Perform>> = {};
  // Every method passes its arguments and its answer through, so the types are those of the original.
  const original = adapter as unknown as Readonly<Record<AdapterMethod, Perform>>;
  for (const method of METHODS) {
    if (!(method in adapter) || typeof original[method] !== 'function') continue;
    const perform: Perform = (...args) => original[method](...args);
    faulty[method] = async (...args) => call(method, perform, args);
  }

  return {
    adapter: faulty as unknown as ProfileAdapter,
    calls,
    release(method, callIndex) {
      const isMeant = (one: WaitingAnswer) =>
        (method === undefined || one.method === method) &&
        (callIndex === undefined || one.callIndex === callIndex);
      const released = waiting.filter(isMeant);
      waiting = waiting.filter((one) => !isMeant(one));
      for (const { letGo } of released) letGo();
      return released.length;
    },
  };
}

function withoutAbort(args: readonly unknown[]): readonly unknown[] {
  const context = args.at(-1) as RequestContext;
  return [...args.slice(0, -1), { ...context, signal: new AbortController().signal }];
}

type Status = Extract<AdapterFault, number>;

const OPTIONS: Readonly<Record<Status, ProfileErrorOptions>> = {
  401: { serverMessage: 'The session has expired.' },
  403: { serverMessage: 'The operation is not allowed.' },
  404: { serverMessage: 'The resource was not found.' },
  409: { serverMessage: 'The resource already exists or was changed.' },
  429: { serverMessage: 'Too many requests.', retryAfterMs: 1000 },
  500: { serverMessage: 'Internal server error.' },
  503: { serverMessage: 'The service is unavailable.' },
};

function errorOfStatus(status: Status, method: AdapterMethod): ProfileError {
  return new ProfileError(
    profileErrorCodeOfStatus(status),
    `${method} answered ${status}, as planned.`,
    OPTIONS[status],
  );
}
