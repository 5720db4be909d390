import { describe, expect, it } from 'vitest';
import type { AdapterFault, AdapterMethod } from '../../src/testing/createFaultyAdapter';
import { openFlowPage, passTime, setUpFlowPages, type FlowPage } from '../support/flowPage';
import { expectCreated, TYPED, walk, type FlowPoint } from '../support/flowWalk';
import { smallCatalog } from '../support/smallCatalog';

setUpFlowPages();

const FAULTS = ['reject', 'hang', 'late', 'twice', 'malformed', 401, 429, 500] as const;
type Fault = AdapterFault;

/** What the page says of the reason, and what to do. */
const REASONS: Partial<Record<Fault, string>> = {
  reject: 'The server answered in an unexpected way. Try again',
  malformed: 'The server answered in an unexpected way. Try again',
  500: 'The server answered in an unexpected way. Try again',
  401: 'Your session has expired. Sign in again',
  429: 'The server gets too many requests. Wait a moment, then try again.',
};
const TYPING_RESTS_MS = 400;
const SLOW_MS = 8_000;
/** More than all tries that are made before the user is told. */
const ALL_TRIES_MS = 10_000;

/** A read and what the page makes of it. */
interface Read {
  readonly method: AdapterMethod;
  readonly at: FlowPoint;
  /** What happened, where it is told. */
  readonly failed: string | null;
  /** What stands there while the answer is awaited. */
  readonly pending: string | null;
  /** Offered when the answer takes long. @default true */
  readonly offersRetry?: boolean;
  /** The reason stands below. @default true */
  readonly tellsReason?: boolean;
}

const READS: readonly Read[] = [
  {
    method: 'listProfiles',
    at: 'list',
    failed: 'The profiles could not be loaded.',
    pending: 'Loading profiles …',
  },
  { method: 'getPermissions', at: 'list', failed: null, pending: null },
  {
    method: 'checkProfileName',
    at: 'info',
    failed: 'Name and version could not be checked. You can go on',
    pending: 'Checking name and version …',
    offersRetry: false,
    tellsReason: false,
  },
  {
    method: 'listProviders',
    at: 'cloud',
    failed: 'Custom clouds could not be loaded. The ones shown can be used all the same.',
    pending: 'Looking for custom clouds …',
    offersRetry: false,
  },
  {
    method: 'listRegistries',
    at: 'packs',
    failed: 'The registries could not be loaded.',
    pending: 'Loading registries …',
  },
  {
    method: 'listPacks',
    at: 'packs',
    failed: 'The packs could not be loaded.',
    pending: 'Loading packs …',
  },
  { method: 'getLogo', at: 'packs', failed: null, pending: null },
  {
    method: 'getPack',
    at: 'pack',
    failed: 'The versions of this pack could not be loaded.',
    pending: 'Loading versions …',
  },
  {
    method: 'getPackVersion',
    at: 'pack',
    failed: 'The values of this version could not be loaded.',
    pending: 'Loading values …',
  },
  {
    method: 'getReadme',
    at: 'readme',
    failed: 'The README could not be loaded.',
    pending: 'Loading README …',
  },
  {
    method: 'getProfile',
    at: 'profile',
    failed: 'The profile could not be loaded.',
    pending: 'Loading profile …',
  },
];

/** Everything an adapter can do is there, so that every call is made. */
function openWith(method: AdapterMethod, fault: Fault): FlowPage {
  const catalog = smallCatalog({
    permissions: [
      'clusterProfile.create',
      'clusterProfile.get',
      'clusterProfile.list',
      'clusterProfile.update',
      'clusterProfile.publish',
    ],
    providers: [],
  });
  const packs = catalog.packs.map(({ logoUrl: _, ...pack }) => pack);
  return openFlowPage({ catalog: { ...catalog, packs }, faults: { [method]: fault } });
}

/** Sees that the page tells what happened, and tries again. */
async function recoverRead(flow: FlowPage, read: Read, fault: Fault): Promise<void> {
  const { driver, see, seeGone, mend, release } = flow;
  const { failed, pending, offersRetry = true, tellsReason = true } = read;
  // Nothing is asked while somebody types.
  if (read.at === 'info') await passTime(TYPING_RESTS_MS);
  if (fault === 'twice') return;
  if (fault === 'late') {
    if (pending !== null) await see(pending);
    mend();
    release();
    if (pending !== null) await seeGone(pending);
    return;
  }
  if (fault === 'hang') {
    if (pending !== null) await see(pending);
    if (pending === null || !offersRetry) return;
    await passTime(SLOW_MS);
    await see('This takes longer than usual.');
    mend();
    await driver.press('Try again');
    await seeGone(pending);
    return;
  }
  if (fault === 429) await passTime(ALL_TRIES_MS);
  if (failed === null) return;
  await see(failed);
  if (tellsReason) await see(REASONS[fault] ?? '');
  mend();
  await driver.press('Try again');
  await seeGone(failed);
}

describe.each(READS)('$method', (read) => {
  it.each(FAULTS)('%s: says so, keeps what was typed and goes on', async (fault) => {
    const flow = openWith(read.method, fault);
    for await (const point of walk(flow)) {
      if (point === read.at) await recoverRead(flow, read, fault);
      if (point === 'profile') break;
    }
    expect(flow.calls.map(({ method }) => method)).toContain(read.method);
    expectCreated(await flow.profiles());
    expect(flow.calls.filter(({ method }) => method === 'createProfile')).toHaveLength(1);
  });

  it('is left while it waits', async () => {
    const flow = openWith(read.method, 'late');
    for await (const point of walk(flow)) {
      if (point !== read.at) continue;
      if (read.pending !== null) await flow.see(read.pending);
      break;
    }
    flow.unmount();
    flow.mend();
    flow.release();
    await passTime(ALL_TRIES_MS);
    expect(flow.root.textContent).toBe('');
  });
});

const WRITES = [
  {
    method: 'createProfile',
    at: 'save',
    button: 'Finish Configuration',
    pending: 'Creating the profile …',
    kept: 'Everything you entered is kept.',
  },
  {
    method: 'updateProfile',
    at: 'update',
    button: 'Save changes',
    pending: 'Saving the changes …',
    kept: 'Your changes are kept.',
  },
] as const;

describe.each(WRITES)('$method', ({ method, at, button, pending, kept }) => {
  it.each(FAULTS)('%s: says so, keeps what was typed and writes once', async (fault) => {
    const flow = openWith(method, fault);
    const { driver, see, mend, release } = flow;
    let isRetried = false;
    for await (const point of walk(flow)) {
      if (point !== at) continue;
      if (fault === 'twice') continue;
      if (fault === 'late') {
        await see(pending);
        release();
        continue;
      }
      if (fault === 'hang') {
        await see(pending);
        await driver.press('Stop waiting');
        await see(REASON_OF_STOPPED);
      } else {
        await see(REASONS[fault] ?? '');
      }
      await see(kept);
      mend();
      isRetried = true;
      await driver.press(button);
    }
    const writes = flow.calls.filter((call) => call.method === method);
    expect(writes).toHaveLength(isRetried ? 2 : 1);
    // The same try, so that a backend that had done it knows it again.
    const keys = writes.map(({ args }) => (args[1] as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
    expect(await flow.profiles()).toHaveLength(1);
  });

  it('is left while it waits', async () => {
    const flow = openWith(method, 'late');
    for await (const point of walk(flow)) {
      if (point !== at) continue;
      await flow.see(pending);
      break;
    }
    flow.unmount();
    flow.release();
    await passTime(ALL_TRIES_MS);
    // What was sent was sent, and nothing is sent again.
    expect(await flow.profiles()).toHaveLength(1);
    expect(flow.calls.filter((call) => call.method === method)).toHaveLength(1);
  });
});

const REASON_OF_STOPPED = 'The request was stopped before it was answered. Try again.';

it('leads back to the name that was taken meanwhile, with everything kept', async () => {
  const flow = openWith('createProfile', 409);
  const { driver, see, mend } = flow;
  for await (const point of walk(flow)) if (point === 'save') break;
  await driver.heading('Basic information');
  await see('was taken when saving. Use another version or another name');
  await expect
    .poll(() => document.activeElement)
    .toBe(flow.root.querySelector('input[aria-invalid="true"]'));
  mend();
  await driver.fill('Name', 'another name');
  await driver.press('Next');
  await driver.heading('Cloud type');
  await driver.press('Next');
  await driver.heading('Profile stack');
  await driver.press('Next');
  await driver.heading('Review');
  await driver.finish();
  const [profile, ...others] = await flow.profiles();
  expect(others).toEqual([]);
  expect(profile?.name).toBe('another name');
  expectCreated([{ ...profile!, name: TYPED.name }]);
  const keys = flow.calls
    .filter(({ method }) => method === 'createProfile')
    .map(({ args }) => (args[1] as { idempotencyKey: string }).idempotencyKey);
  expect(new Set(keys).size, 'Another profile is another try.').toBe(2);
});
