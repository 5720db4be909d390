import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { countCalls, END_TO_END_STORY, focused, readDefaults, readProfiles } from './support/flow';
import { e2e } from './support/page';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const pack = (page: Page, name: string) =>
  page
    .getByRole('listbox', { name: 'Packs' })
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) });
const editor = (page: Page, label: string) => page.getByRole('textbox', { name: label });

/** Clicks behind the last character that the line shows, as somebody does who wants to go on there. */
async function clickBehind(line: Locator): Promise<void> {
  await line.scrollIntoViewIfNeeded();
  const box = await line.boundingBox();
  if (box === null) throw new Error('The line is not shown.');
  await line.page().mouse.click(box.x + box.width - 4, box.y + box.height / 2);
}

const MANIFEST = `apiVersion: v1
kind: ConfigMap
metadata:
  name: größe
  namespace: kube-system
data:
  note: "a: b # no comment"
`;

e2e('creates an AWS IaaS profile by mouse, step by step as the guide says', async ({ story }) => {
  const page = await story.openStory(END_TO_END_STORY);

  // Profiles → Add Cluster Profile
  await page
    .getByRole('navigation', { name: 'Main Menu' })
    .getByRole('button', { name: 'Profiles' })
    .click();
  await button(page, 'Add Cluster Profile').click();

  // Basic information
  await page.getByLabel('Name', { exact: true }).click();
  await page.keyboard.type('aws-infra');
  await page.getByLabel('Version', { exact: true }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2.3.4');
  await page.getByLabel('Description', { exact: true }).click();
  await page.keyboard.type('Production in eu-central-1,\nfor team “Größe”.');
  await page.getByRole('radio', { name: 'Infrastructure' }).click();
  await page.getByLabel('Tags', { exact: true }).click();
  await page.keyboard.type('owner:platform:eu');
  await page.keyboard.press('Enter');
  await page.keyboard.type('production');
  await button(page, 'Next').click();

  // Cloud type
  await heading(page, 'Cloud type').waitFor();
  expect(await page.getByRole('radio', { name: 'AWS IaaS' }).isChecked()).toBe(true);
  await button(page, 'Next').click();

  // 1/4: Registry, Pack Name, Pack Version
  await heading(page, '1/4 Select your base OS pack').waitFor();
  const registry = page.getByLabel('Registry', { exact: true });
  expect(await registry.locator('option:checked').innerText()).toBe('Palette Registry (default)');
  await pack(page, 'ubuntu-aws').click();
  await page.getByLabel('Pack Version', { exact: true }).selectOption('24.04');
  await editor(page, 'Values of Operating System').waitFor();
  await button(page, 'Next layer').click();

  // 2/4: a version, values edited in the editor, a manifest
  await heading(page, '2/4 Select your Kubernetes pack').waitFor();
  await pack(page, 'kubernetes').click();
  await page.getByLabel('Pack Version', { exact: true }).selectOption('1.33.9');
  const values = editor(page, 'Values of Kubernetes');
  const line = values.locator('.cm-line', { hasText: 'podCIDR: "192.168.0.0/16"' });
  await clickBehind(line);
  await page.keyboard.press('Backspace');
  await page.keyboard.type('" # übernommen');
  await page.getByRole('tab', { name: 'Manifests' }).click();
  await button(page, 'New manifest').click();
  const name = page.getByRole('textbox', { name: 'Name of manifest' });
  await name.waitFor();
  expect(await focused(page)).toBe('textbox "Name of manifest"');
  await page.keyboard.type('settings');
  await editor(page, 'Manifest manifest').click();
  const manifest = editor(page, 'Manifest settings');
  await manifest.waitFor();
  // Typed line by line; where the editor has indented for the user, the user's own lines start at once.
  for (const text of MANIFEST.split('\n').slice(0, -1)) {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText(text === '' ? ' ' : text);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await button(page, 'Next layer').click();

  // 3/4 and 4/4
  await heading(page, '3/4 Select your network pack').waitFor();
  await pack(page, 'cni-calico').click();
  await editor(page, 'Values of Network').waitFor();
  await button(page, 'Next layer').click();
  await heading(page, '4/4 Select your storage pack').waitFor();
  await pack(page, 'csi-aws-ebs').click();
  await page.getByLabel('Pack Version', { exact: true }).waitFor();
  await editor(page, 'Values of Storage').waitFor();
  await button(page, 'Confirm').click();

  // The profile stack, a layer of which opens for change
  await heading(page, 'Profile stack').waitFor();
  await page.getByRole('button', { name: /Layer 3 of 4/ }).click();
  await heading(page, '3/4 Select your network pack').waitFor();
  await page.getByLabel('Pack Version', { exact: true }).selectOption('3.31.0');
  await button(page, 'Confirm').click();
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Next').click();

  // Review: everything that will be created
  await heading(page, 'Review').waitFor();
  const fact = (term: string) =>
    page
      .locator('.cpb-StackReview-fact')
      .filter({ has: page.getByText(term, { exact: true }) })
      .locator('dd')
      .innerText();
  expect(await fact('Name')).toBe('aws-infra');
  expect(await fact('Version')).toBe('2.3.4');
  expect(await fact('Type')).toBe('Infrastructure');
  expect(await fact('Description')).toMatch(/Production in eu-central-1,\s+for team “Größe”\./);
  expect(await fact('Tags')).toMatch(/owner:platform:eu\s+production/);
  expect(await fact('Environment')).toBe('AWS IaaS');
  expect(await fact('Scope')).toBe('Project Default');
  const layers = page.locator('.cpb-StackReview-layers > li');
  const shown = await layers.allInnerTexts();
  const parts = [
    ['Amazon EBS CSI', 'Default values'],
    ['Calico', '3.31.0', 'Default values'],
    ['Palette eXtended Kubernetes', '1.33.9', 'Values edited: 1 line differs', 'settings'],
    ['Ubuntu', '24.04', 'Default values'],
  ];
  expect(shown).toHaveLength(parts.length);
  parts.flatMap((texts, index) => texts.map((text) => expect(shown[index]).toContain(text)));
  await page.getByText(/^No open problems/).waitFor();
  await button(page, 'Finish Configuration').dblclick();

  // Validate: open it, and find it in the list
  await heading(page, 'Profile created').waitFor();
  expect(await countCalls(page, 'createProfile')).toBe(1);
  await button(page, 'Open profile').click();
  await heading(page, 'Layers').waitFor();
  await page.getByRole('button', { name: /Layer 2 of 4/ }).click();
  await editor(page, 'Values of Kubernetes')
    .locator('.cm-line', { hasText: 'podCIDR: "192.168.0.0/16" # übernommen' })
    .waitFor();
  await button(page, 'Back to profiles').click();
  const row = page
    .getByRole('list', { name: 'Profiles', exact: true })
    .getByRole('listitem')
    .first();
  await row.getByRole('button', { name: 'Open aws-infra 2.3.4' }).waitFor();

  // What was typed is what was created, byte for byte.
  const cloudType = 'aws';
  const registryUid = 'registry-palette';
  const defaults = (kind: 'os' | 'k8s' | 'cni', packName: string, version: string) =>
    readDefaults(page, { registryUid, layer: kind, name: packName, cloudType, version });
  const [profile, ...others] = await readProfiles(page);
  expect(others).toEqual([]);
  expect(profile).toMatchObject({
    name: 'aws-infra',
    version: '2.3.4',
    description: 'Production in eu-central-1,\nfor team “Größe”.',
    type: 'infra',
    cloudType,
    tags: [
      { key: 'owner', value: 'platform:eu' },
      { key: 'production', value: null },
    ],
    isPublished: true,
  });
  const [os, k8s, cni, csi] = profile!.layers;
  expect(os).toMatchObject({ kind: 'os', packName: 'ubuntu-aws', tag: '24.04', manifests: [] });
  expect(os!.values).toBe(await defaults('os', 'ubuntu-aws', '24.04'));
  expect(k8s).toMatchObject({ kind: 'k8s', packName: 'kubernetes', tag: '1.33.9' });
  const podCidr = 'podCIDR: "192.168.0.0/16"';
  const before = await defaults('k8s', 'kubernetes', '1.33.9');
  expect(before.split(podCidr)).toHaveLength(2);
  expect(k8s!.values).toBe(before.replace(podCidr, `${podCidr} # übernommen`));
  expect(k8s!.manifests).toMatchObject([{ name: 'settings', content: MANIFEST }]);
  expect(cni).toMatchObject({ kind: 'cni', packName: 'cni-calico', tag: '3.31.0', manifests: [] });
  expect(cni!.values).toBe(await defaults('cni', 'cni-calico', '3.31.0'));
  expect(csi).toMatchObject({ kind: 'csi', packName: 'csi-aws-ebs', manifests: [] });
});
