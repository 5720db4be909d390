import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { ProfileLayer } from '../../src/model/profile';
import { END_TO_END_STORY, readDefaults, readProfiles } from './support/flow';
import { keyboardOf } from './support/keyboard';
import { e2e } from './support/page';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const editor = (page: Page, layer: string) =>
  page.getByRole('textbox', { name: `Values of ${layer}` });
const version = (page: Page) => page.getByRole('combobox', { name: 'Pack Version' });
const preflight = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Open / }) });
const noProblems = (page: Page) => page.getByText(/^No open problems/);

const MARKER = '# spectrocloud.com/enabled-presets: Kube Controller Manager:';
const NOT_READY = 'default-not-ready-toleration-seconds: ';

async function choosePack(page: Page, title: string, name: string): Promise<void> {
  await heading(page, title).waitFor();
  await page
    .getByRole('listbox', { name: 'Packs' })
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
}

/** Selects the next place of a text with the editor's own search, however far down it is. */
async function selectInEditor(page: Page, layer: string, text: string): Promise<void> {
  await editor(page, layer).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+F');
  await page.getByRole('textbox', { name: 'Find' }).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

const lineOf = (page: Page, layer: string, text: string) =>
  editor(page, layer).locator('.cm-line', { hasText: text });

/** Lines that one text has and the other has not, in their order. */
function differingLines(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

e2e('shows, checks and carries over what is done to the values of layers', async ({ story }) => {
  const page = await story.openStory(END_TO_END_STORY);
  const { tabTo, expectFocus, press, type } = keyboardOf(page);

  await button(page, 'Add Cluster Profile').click();
  await page.getByLabel('Name', { exact: true }).fill('full-strength');
  await button(page, 'Next').click();
  await heading(page, 'Cloud type').waitFor();
  await page.getByRole('radio', { name: 'AWS IaaS' }).click();
  await button(page, 'Next').click();
  await choosePack(page, '1/4 Select your base OS pack', 'ubuntu-aws');
  await editor(page, 'Operating System').waitFor();
  await button(page, 'Next layer').click();

  // Kubernetes: a preset, a field of the form, and two edits in the text
  await choosePack(page, '2/4 Select your Kubernetes pack', 'kubernetes');
  await version(page).selectOption('1.31.14');
  await editor(page, 'Kubernetes').waitFor();
  const controller = page.getByRole('group', { name: 'Kube Controller Manager' });
  await expect
    .poll(() => controller.getByRole('radio', { name: 'Loopback only' }).isChecked())
    .toBe(true);
  await controller.getByRole('radio', { name: /^All interfaces/ }).click();
  await lineOf(page, 'Kubernetes', 'Kube Controller Manager:public-ctrlmgr').waitFor();

  await button(page, 'Fields').click();
  const fields = page.getByRole('region', { name: 'Fields of Kubernetes' });
  await fields.getByLabel('serviceClusterIpRange').click();
  await press('ControlOrMeta+A');
  await type('10.112.0.0/40');
  await fields.getByText(/must be an IPv4 address/).waitFor();
  await press('Backspace', 'Backspace');
  await type('12');
  await press('Tab');
  await expect.poll(() => fields.getByText(/must be an IPv4 address/).count()).toBe(0);
  await button(page, 'Fields').click();

  await selectInEditor(page, 'Kubernetes', 'podCIDR: "192.168.0.0/16"');
  await type('podCIDR: "100.64.0.0/16" # agreed');
  await selectInEditor(page, 'Kubernetes', `${NOT_READY}"`);
  await press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await type('120');
  await lineOf(page, 'Kubernetes', `${NOT_READY}"120"`).waitFor();
  await button(page, 'Next layer').click();

  // Network: the newest one says already that it does not fit.
  await choosePack(page, '3/4 Select your network pack', 'cni-calico');
  await version(page).selectOption('3.31.0');
  await editor(page, 'Network').waitFor();
  await page.getByText('It does not fit the stack').waitFor();
  await button(page, 'Next layer').click();
  await choosePack(page, '4/4 Select your storage pack', 'csi-aws-ebs');
  await editor(page, 'Storage').waitFor();
  await button(page, 'Confirm').click();

  // The profile stack: a variable, made by keyboard
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Variables').click();
  await heading(page, 'Variables').waitFor();
  await tabTo('button "Create variable"');
  await press('Enter');
  await expectFocus('textbox "Name"');
  await type('fs_type');
  await tabTo('textbox "Default value"');
  await type('ext4');
  await tabTo('textbox "Pattern"');
  await type('^(ext4|xfs)$');
  await press('Enter');
  await page.getByRole('list', { name: 'Variables' }).getByText('Not used yet').waitFor();

  // … and put into a text by completion
  await button(page, /^Layer 4 of 4/).click();
  await selectInEditor(page, 'Storage', 'defaultFsType: ext4');
  await type('defaultFsType: {{.spectro.var.');
  await page.getByRole('listbox', { name: 'Completions' }).getByText('fs_type').waitFor();
  await press('Enter');
  await lineOf(page, 'Storage', "defaultFsType: '{{.spectro.var.fs_type}}'").waitFor();
  await button(page, 'Confirm').click();
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Next').click();

  // Review: the dependency is an error, which keeps the profile from being created.
  await heading(page, 'Open problems').waitFor();
  // What the server knows stands behind it.
  await expect
    .poll(() => preflight(page).allInnerTexts())
    .toEqual([
      expect.stringMatching(
        /^Network: Calico needs Palette eXtended Kubernetes ≥ 1\.32, but 1\.31\.14 is chosen/,
      ),
      expect.stringMatching(/^Kubernetes \(server\): kubernetes 1\.31\.14 is deprecated/),
    ]);
  await button(page, 'Finish Configuration').click();
  await page.getByText('Some things are still open.').waitFor();
  await expectFocus('heading "Open problems"');
  expect(await readProfiles(page)).toEqual([]);

  // Its link leads to the layer, where it is solved.
  await tabTo('button "Open Network"');
  await press('Enter');
  await expectFocus('heading "3/4 Select your network pack"');
  await page.getByText('It does not fit the stack').waitFor();
  await version(page).selectOption('3.30.3');
  await page.getByText('It does not fit the stack').waitFor({ state: 'detached' });
  await button(page, 'Confirm').click();
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Next').click();
  await expect
    .poll(() => preflight(page).allInnerTexts())
    .toEqual([expect.stringMatching(/^Kubernetes \(server\)/)]);

  // The other one's leads to another version: the edits come along but for one, which is decided by
  // keyboard.
  await button(page, 'Open Kubernetes').click();
  await heading(page, '2/4 Select your Kubernetes pack').waitFor();
  await version(page).selectOption('1.33.9');
  await page
    .getByText(/edits of Palette eXtended Kubernetes 1\.31\.14 were carried over/)
    .waitFor();
  await button(page, 'Decide 1 conflict').click();
  const conflicts = page.getByRole('region', { name: 'Your edits and the new defaults' });
  await expectFocus('radio "Keep mine…');
  const conflict = conflicts.getByRole('group', { name: /default-not-ready-toleration-seconds/ });
  await conflicts.getByText('1 of 1 undecided').waitFor();
  expect(await conflict.innerText()).toMatch(/"300"[^]*Keep mine\s+"120"[^]*new default\s+"60"/);
  await press('ArrowDown');
  await page.getByText('All contradictions are decided.').waitFor();
  await button(page, 'Confirm').click();
  await heading(page, 'Profile stack').waitFor();
  await button(page, 'Next').click();
  await noProblems(page).waitFor();
  await button(page, 'Finish Configuration').click();

  // What is open then is what was done.
  await heading(page, 'Profile created').waitFor();
  await button(page, 'Open profile').click();
  await heading(page, 'Layers').waitFor();
  await button(page, /^Layer 4 of 4/).click();
  await selectInEditor(page, 'Storage', 'defaultFsType');
  await lineOf(page, 'Storage', "defaultFsType: '{{.spectro.var.fs_type}}'").waitFor();

  const [profile, ...others] = await readProfiles(page);
  expect(others).toEqual([]);
  expect(profile).toMatchObject({ name: 'full-strength', cloudType: 'aws' });
  expect(profile!.variables).toMatchObject([
    { name: 'fs_type', format: 'string', defaultValue: 'ext4', regex: '^(ext4|xfs)$' },
  ]);
  const [, k8s, cni, csi] = profile!.layers;
  expect(k8s).toMatchObject({ packName: 'kubernetes', tag: '1.33.9' });
  const defaultsOf = (kind: 'k8s' | 'cni' | 'csi', { packName, tag }: ProfileLayer) =>
    readDefaults(page, {
      registryUid: 'registry-palette',
      layer: kind,
      name: packName,
      cloudType: 'aws',
      version: tag,
    });
  expect(differingLines(await defaultsOf('k8s', k8s!), k8s!.values)).toEqual({
    gone: [
      `${MARKER}loopback-ctrlmgr,Kube Scheduler:loopback-scheduler`,
      '  podCIDR: "192.168.0.0/16"',
      '  serviceClusterIpRange: "10.96.0.0/12"',
    ],
    come: [
      `${MARKER}public-ctrlmgr,Kube Scheduler:loopback-scheduler`,
      '  podCIDR: "100.64.0.0/16" # agreed',
      '  serviceClusterIpRange: "10.112.0.0/12"',
      '      # Metrics are reachable from other nodes.',
      '      bind-address: 0.0.0.0',
    ],
  });
  expect(k8s!.values).toContain(`${NOT_READY}"60"`);
  expect(cni).toMatchObject({ packName: 'cni-calico', tag: '3.30.3' });
  expect(cni!.values).toBe(await defaultsOf('cni', cni!));
  expect(csi!.values).toBe(
    (await defaultsOf('csi', csi!)).replace(
      'defaultFsType: ext4',
      "defaultFsType: '{{.spectro.var.fs_type}}'",
    ),
  );
});
