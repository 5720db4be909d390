import { EditorView } from '@codemirror/view';
import { expect, it, vi } from 'vitest';
import type { Catalog } from '../../src/adapters/memory/Catalog';
import { createMemoryAdapter } from '../../src/adapters/memory/createMemoryAdapter';
import type { NewProfile } from '../../src/model/profile';
import type { AdapterCall, AdapterMethod } from '../../src/testing/createFaultyAdapter';
import { openFlowPage, passTime, setUpFlowPages, type FlowPage } from '../support/flowPage';
import { walk } from '../support/flowWalk';
import { publicRegistry, smallCatalog, smallPack } from '../support/smallCatalog';

setUpFlowPages();

const TYPING_RESTS_MS = 400;

async function walkTo(flow: FlowPage, point: string): Promise<void> {
  for await (const reached of walk(flow)) if (reached === point) return;
}

/** Waits until the call that is meant was made. */
async function callOf(
  flow: FlowPage,
  method: AdapterMethod,
  isMeant: (argument: unknown) => boolean,
): Promise<AdapterCall> {
  const find = () => flow.calls.findLast((call) => call.method === method && isMeant(call.args[0]));
  await vi.waitFor(() => {
    expect(find(), `${method} is called.`).toBeDefined();
  });
  return find()!;
}

const isAbout = (field: string, value: string) => (argument: unknown) =>
  (argument as Readonly<Record<string, unknown>>)[field] === value;

async function readEditor(flow: FlowPage, name: string): Promise<string> {
  const box = await flow.seeTextbox(name);
  return EditorView.findFromDOM(box)?.state.doc.toString() ?? '';
}

it('shows the values of the pack that is chosen, whichever answer comes last', async () => {
  const flow = openFlowPage({ catalog: smallCatalog(), faults: { getPackVersion: 'late' } });
  await walkTo(flow, 'packs');
  await flow.driver.choose('Packs', 'ALPHA for os');
  await callOf(flow, 'getPackVersion', isAbout('name', 'os-alpha'));
  await flow.driver.press('Change pack ALPHA for os');
  await flow.driver.choose('Packs', 'BETA for os');
  const latest = await callOf(flow, 'getPackVersion', isAbout('name', 'os-beta'));
  flow.release('getPackVersion', latest.callIndex);
  expect(await readEditor(flow, 'Values of Operating System')).toMatch(/^# BETA for os/);
  flow.release();
  await passTime(TYPING_RESTS_MS);
  expect(await readEditor(flow, 'Values of Operating System')).toMatch(/^# BETA for os/);
});

it('shows the versions of the pack that is chosen, whichever answer comes last', async () => {
  const catalog = smallCatalog();
  const packs = [
    smallPack({ name: 'os-old', displayName: 'OLD', layer: 'os', tags: [{ tag: '7.7.7' }] }),
    ...catalog.packs,
  ];
  const flow = openFlowPage({ catalog: { ...catalog, packs }, faults: { getPack: 'late' } });
  await walkTo(flow, 'packs');
  await flow.driver.choose('Packs', 'OLD');
  await callOf(flow, 'getPack', isAbout('name', 'os-old'));
  await flow.driver.press('Change pack OLD');
  await flow.driver.choose('Packs', 'BETA for os');
  const latest = await callOf(flow, 'getPack', isAbout('name', 'os-beta'));
  flow.release('getPack', latest.callIndex);
  await flow.see('1.1.2');
  flow.release();
  await passTime(TYPING_RESTS_MS);
  await flow.see('1.1.2');
  expect(flow.root.textContent).not.toContain('7.7.7');
});

it('lists the packs of the registry that is chosen, whichever answer comes last', async () => {
  const second = { ...publicRegistry, uid: 'second', name: 'Second', isDefault: false };
  const base = smallCatalog();
  const catalog: Catalog = {
    registries: [publicRegistry, second],
    packs: [
      ...base.packs,
      { ...smallPack({ name: 'os-second', layer: 'os' }), registryUid: 'second' },
      { ...smallPack({ name: 'os-other', layer: 'os' }), registryUid: 'second' },
    ],
  };
  const flow = openFlowPage({ catalog, faults: { listPacks: 'late' } });
  await walkTo(flow, 'packs');
  await callOf(flow, 'listPacks', isAbout('registryUid', publicRegistry.uid));
  await flow.driver.choose('Registry', 'Second');
  const latest = await callOf(flow, 'listPacks', isAbout('registryUid', 'second'));
  flow.release('listPacks', latest.callIndex);
  await flow.see('os-second');
  flow.release();
  await passTime(TYPING_RESTS_MS);
  await flow.see('os-second');
  expect(flow.root.textContent).not.toContain('os-alpha');
});

it('says of the typed name what was answered for it, whichever answer comes last', async () => {
  const catalog = smallCatalog();
  const memory = createMemoryAdapter(catalog, { profiles: [profile('taken')] });
  const flow = openFlowPage({ catalog, memory, faults: { checkProfileName: 'late' } });
  await flow.driver.press('Add Cluster Profile');
  await flow.driver.fill('Name', 'taken');
  await passTime(TYPING_RESTS_MS);
  await callOf(flow, 'checkProfileName', isAbout('name', 'taken'));
  await flow.driver.fill('Name', 'free one');
  await passTime(TYPING_RESTS_MS);
  const latest = await callOf(flow, 'checkProfileName', isAbout('name', 'free one'));
  flow.release('checkProfileName', latest.callIndex);
  await flow.see('Name and version are free.');
  flow.release();
  await passTime(TYPING_RESTS_MS);
  await flow.see('Name and version are free.');
});

it('shows the README of the version that is chosen, whichever answer comes last', async () => {
  const flow = openFlowPage({ catalog: smallCatalog(), faults: { getReadme: 'late' } });
  await walkTo(flow, 'readme');
  await callOf(flow, 'getReadme', isAbout('name', 'os-alpha'));
  await flow.driver.press('Change pack ALPHA for os');
  await flow.driver.choose('Packs', 'BETA for os');
  const latest = await callOf(flow, 'getReadme', isAbout('name', 'os-beta'));
  flow.release('getReadme', latest.callIndex);
  const heading = () => flow.root.querySelector('[role="tabpanel"] h4')?.textContent;
  await vi.waitFor(() => {
    expect(heading()).toBe('beta');
  });
  flow.release();
  await passTime(TYPING_RESTS_MS);
  expect(heading()).toBe('beta');
});

it('shows the profile that is opened, whichever answer comes last', async () => {
  const catalog = smallCatalog();
  const memory = createMemoryAdapter(catalog, { profiles: [profile('first'), profile('second')] });
  const flow = openFlowPage({ catalog, memory, faults: { getProfile: 'late' } });
  await flow.driver.press('Open first 1.0.0');
  await flow.see('Back to profiles');
  await flow.driver.press('Back to profiles');
  await flow.driver.press('Open second 1.0.0');
  await vi.waitFor(() => {
    const asked = flow.calls.filter(({ method }) => method === 'getProfile');
    expect(new Set(asked.map(({ args }) => args[0])).size).toBe(2);
  });
  const latest = flow.calls.findLast(({ method }) => method === 'getProfile');
  flow.release('getProfile', latest?.callIndex);
  await flow.see('About second');
  flow.release();
  await passTime(TYPING_RESTS_MS);
  await flow.see('About second');
  expect(flow.root.textContent).not.toContain('About first');
});

it('sends one request however often Finish is pressed', async () => {
  const flow = openFlowPage({ catalog: smallCatalog(), faults: { createProfile: 'late' } });
  await walkTo(flow, 'save');
  const finish = [...flow.root.querySelectorAll('button')].find(
    (button) => button.textContent === 'Finish Configuration',
  );
  for (let press = 0; press < 5; press += 1) finish?.click();
  await vi.waitFor(() => {
    expect(flow.calls.some(({ method }) => method === 'createProfile')).toBe(true);
  });
  flow.release();
  await flow.see('Profile created');
  expect(flow.calls.filter(({ method }) => method === 'createProfile')).toHaveLength(1);
  expect(await flow.profiles()).toHaveLength(1);
});

function profile(name: string): NewProfile {
  return {
    name,
    version: '1.0.0',
    description: `About ${name}`,
    type: 'infra',
    tags: [],
    cloudType: 'aws',
    layers: (['os', 'k8s', 'cni', 'csi'] as const).map((kind) => ({
      kind,
      registryUid: publicRegistry.uid,
      packName: `${kind}-alpha`,
      packDisplayName: `ALPHA for ${kind}`,
      packType: 'oci',
      packUid: `${kind}-alpha-1.0.0`,
      tag: '1.0.0',
      version: '1.0.0',
      cloudTypes: ['all'],
      values: '',
      manifests: [],
    })),
  };
}
