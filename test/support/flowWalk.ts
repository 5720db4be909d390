import { expect } from 'vitest';
import type { Profile } from '../../src/model/profile';
import type { FlowPage } from './flowPage';

/** Where a walk through the flow stops by, in this order. What is asked for there may have failed. */
export type FlowPoint =
  'list' | 'info' | 'cloud' | 'packs' | 'pack' | 'readme' | 'save' | 'profile' | 'update';

export const TYPED = {
  name: 'typed by a user',
  version: '2.3.4',
  description: 'What was typed\nmust not be lost.',
  tags: 'owner:platform',
  osValues: 'typed: values\r\nof: the operating system',
  csiValues: '# typed at the end\n',
};

const PACKS = {
  os: 'ALPHA for os',
  k8s: 'BETA for k8s',
  cni: 'GAMMA for cni',
  csi: 'ALPHA for csi',
};

async function choosePack(
  { driver, seeTextbox }: FlowPage,
  kind: keyof typeof PACKS,
  name: string,
) {
  await driver.choose('Packs', PACKS[kind]);
  await seeTextbox(`Values of ${name}`);
}

/** Goes through the flow on `smallCatalog()` from the list to a profile that is changed and saved. */
export async function* walk(flow: FlowPage): AsyncGenerator<FlowPoint, void, void> {
  const { driver, see, seeTextbox } = flow;
  yield 'list';
  await see('No cluster profiles yet');
  await driver.press('Add Cluster Profile');
  await driver.fill('Name', TYPED.name);
  await driver.fill('Version', TYPED.version);
  await driver.fill('Description', TYPED.description);
  await driver.fill('Tags', TYPED.tags);
  yield 'info';
  await driver.press('Next');
  await driver.heading('Cloud type');
  yield 'cloud';
  await driver.press('Next');
  await driver.heading('1/4 Select your base OS pack');
  yield 'packs';
  await driver.choose('Packs', PACKS.os);
  yield 'pack';
  await seeTextbox('Values of Operating System');
  await see('1.1.2');
  await driver.fill('Values of Operating System', TYPED.osValues);
  await driver.choose('Text of Operating System', 'README');
  yield 'readme';
  await see('alpha');
  await driver.press('Next layer');
  await driver.heading('2/4 Select your Kubernetes pack');
  await choosePack(flow, 'k8s', 'Kubernetes');
  await driver.press('Next layer');
  await driver.heading('3/4 Select your network pack');
  await choosePack(flow, 'cni', 'Network');
  await driver.press('Next layer');
  await driver.heading('4/4 Select your storage pack');
  await choosePack(flow, 'csi', 'Storage');
  await driver.press('Confirm');
  await driver.heading('Profile stack');
  await driver.press('Next');
  await driver.heading('Review');
  await driver.press('Finish Configuration');
  yield 'save';
  await driver.heading('Profile created');
  expectCreated(await flow.profiles());
  await driver.press('Open profile');
  yield 'profile';
  await see('Open a layer to review or change it.');
  const layer = [...flow.root.querySelectorAll<HTMLElement>('button.cpb-Slab')][0];
  layer?.click();
  await seeTextbox('Values of Storage');
  await driver.fill('Values of Storage', TYPED.csiValues);
  await driver.press('Save changes');
  yield 'update';
  await see('The changes are saved and published.');
  const [profile] = await flow.profiles();
  expect(profile?.layers[3]?.values).toBe(TYPED.csiValues);
}

/** There is one profile, and it holds what was typed. */
export function expectCreated(profiles: readonly Profile[]): void {
  expect(profiles).toHaveLength(1);
  const [profile] = profiles;
  expect(profile).toMatchObject({
    name: TYPED.name,
    version: TYPED.version,
    description: TYPED.description,
    tags: [{ key: 'owner', value: 'platform' }],
    cloudType: 'aws',
  });
  const [os, k8s, cni, csi] = profile?.layers ?? [];
  // Pasted line ends become those of the text that was there.
  expect(os).toMatchObject({
    packName: 'os-alpha',
    values: TYPED.osValues.replace(/\r\n/g, '\n'),
  });
  expect(k8s?.packName).toBe('k8s-beta');
  expect(cni?.packName).toBe('cni-gamma');
  expect(csi).toMatchObject({
    packName: 'csi-alpha',
    values: expect.stringMatching(/^# ALPHA for csi 1\.1\.2\n/) as unknown,
  });
}
