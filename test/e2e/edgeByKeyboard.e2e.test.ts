import { expect } from 'vitest';
import { END_TO_END_STORY, readDefaults, readProfiles } from './support/flow';
import { keyboardOf } from './support/keyboard';
import { e2e } from './support/page';

const OS_TITLE = '1/4 Select your base OS pack';
const K8S_TITLE = '2/4 Select your Kubernetes pack';
const CNI_TITLE = '3/4 Select your network pack';
const CSI_TITLE = '4/4 Select your storage pack';
/** In one line, which the editor does not indent. */
const FIRST = '{apiVersion: v1, kind: Namespace, metadata: {name: first}}';
const SECOND = '{apiVersion: v1, kind: Namespace, metadata: {name: second}}';
const REFUSAL = 'Choose a pack.';

e2e('creates an Edge Native profile with BYO-OS by keyboard alone', async ({ story }) => {
  const page = await story.openStory(END_TO_END_STORY);
  const { tabTo, expectFocus, press, type } = keyboardOf(page);

  await tabTo('button "Add Cluster Profile"');
  await press('Enter');

  // Basic information: the first fault takes the focus, then the fields are filled in.
  await tabTo('button "Next"');
  await press('Enter');
  await expectFocus('textbox "Name"');
  await type('edge-infra');
  await tabTo('textbox "Description"');
  await type('Shops');
  await tabTo('textbox "Tags"');
  await type('site:north');
  await press('Enter');
  await expectFocus('textbox "Tags"');
  await type('retail');
  await tabTo('button "Next"');
  await press('Space');

  // Cloud type: arrow keys move in one group of radio buttons.
  await expectFocus('heading "Cloud type"');
  await tabTo('radio "AWS IaaS"');
  await press('ArrowDown', 'ArrowDown');
  await expectFocus('radio "Edge Native"');
  await tabTo('button "Next"');
  await press('Enter');

  // 1/4: without a pack the fault takes the focus, which is the search over the packs.
  await expectFocus(`heading "${OS_TITLE}"`);
  await tabTo('button "Next layer"');
  await press('Enter');
  await expectFocus('searchbox "Pack Name"');
  expect(await page.getByText(REFUSAL).count()).toBe(1);
  await type('edge-native-byoi');
  await expect
    .poll(() => page.getByRole('listbox', { name: 'Packs' }).getByRole('option').count())
    .toBe(1);
  await press('ArrowDown', 'Enter');
  await expectFocus('button "Change pack Bring Your Own OS (BYO-OS)"');
  await tabTo('combobox "Pack Version"');
  await type('2.0.0');
  await expect
    .poll(() => page.getByLabel('Pack Version', { exact: true }).inputValue())
    .toBe('2.0.0');
  await tabTo('tab "Values…');
  await tabTo('textbox "Values of Operating System"');
  // Tab stays in the editor and indents, until Escape.
  await press('ControlOrMeta+Home');
  await type('# Wählt das Abbild der Läden');
  await press('Enter', 'Tab');
  await expectFocus('textbox "Values of Operating System"');
  await type('# eingerückt');
  // The new line begins as deep as the one before it, which the values must not.
  await press('Enter', 'Shift+Tab', 'ControlOrMeta+End');
  await type('# ganz am Ende');
  await press('Escape', 'Tab');
  await tabTo('button "Next layer"');
  await press('Enter');

  // 2/4: two manifests, which change places
  await expectFocus(`heading "${K8S_TITLE}"`);
  await tabTo('searchbox "Pack Name"');
  await type('k3s');
  await expect
    .poll(() => page.getByRole('listbox', { name: 'Packs' }).getByRole('option').count())
    .toBe(1);
  await press('ArrowDown', 'Enter');
  await expectFocus('button "Change pack Palette Optimized K3s"');
  await tabTo('tab "Values…');
  await press('End');
  await expectFocus('tab "Manifests"');
  await tabTo('button "New manifest"');
  await press('Enter');
  await expectFocus('textbox "Name of manifest"');
  await type('first');
  await press('Enter');
  await expectFocus('button "first"');
  await tabTo('textbox "Manifest first"');
  await type(FIRST);
  await press('Escape', 'Shift+Tab');
  await tabTo('button "New manifest"', 'Shift+Tab');
  await press('Enter');
  await expectFocus('textbox "Name of manifest"');
  await type('second');
  await press('Enter');
  await expectFocus('button "second"');
  await tabTo('textbox "Manifest second"');
  await type(SECOND);
  await press('Escape', 'Shift+Tab');
  await tabTo('button "second"', 'Shift+Tab');
  await press('Alt+ArrowUp');
  await expectFocus('button "second"');
  await expect
    .poll(() => page.locator('.cpb-ManifestRow-select').allInnerTexts())
    .toEqual(['second', 'first']);
  await tabTo('button "Next layer"');
  await press('Enter');

  // 3/4 and 4/4
  await expectFocus(`heading "${CNI_TITLE}"`);
  await tabTo('searchbox "Pack Name"');
  await type('calico');
  await press('ArrowDown', 'Enter');
  await expectFocus('button "Change pack Calico"');
  await page.getByRole('textbox', { name: 'Values of Network' }).waitFor();
  await tabTo('button "Next layer"');
  await press('Enter');
  await expectFocus(`heading "${CSI_TITLE}"`);
  await tabTo('searchbox "Pack Name"');
  await type('longhorn');
  await press('ArrowDown', 'Enter');
  await expectFocus('button "Change pack Longhorn"');
  await page.getByRole('textbox', { name: 'Values of Storage' }).waitFor();
  await tabTo('button "Confirm"');
  await press('Enter');

  // The stack, the review, and the created profile
  await expectFocus('heading "Profile stack"');
  await tabTo('button "Next"');
  await press('Enter');
  await expectFocus('heading "Review"');
  await tabTo('button "Finish Configuration"');
  await press('Enter', 'Enter');
  await expectFocus('heading "Profile created"');
  await tabTo('button "Open profile"');
  await press('Enter');
  await page.getByRole('heading', { name: 'Layers', exact: true }).waitFor();
  await tabTo('button "Layer 2 of 4…');
  await press('Enter');
  await expectFocus('heading "Kubernetes"');
  await page.getByRole('textbox', { name: 'Values of Kubernetes' }).waitFor();
  await tabTo('button "All layers"');
  await press('Enter');
  await expectFocus('heading "Layers"');

  const [profile, ...others] = await readProfiles(page);
  expect(others).toEqual([]);
  expect(profile).toMatchObject({
    name: 'edge-infra',
    version: '1.0.0',
    description: 'Shops',
    tags: [
      { key: 'site', value: 'north' },
      { key: 'retail', value: null },
    ],
    cloudType: 'edge-native',
  });
  const [os, k8s, cni, csi] = profile!.layers;
  const defaults = await readDefaults(page, {
    registryUid: 'registry-palette',
    layer: 'os',
    name: 'edge-native-byoi',
    cloudType: 'edge-native',
    version: '2.0.0',
  });
  expect(os).toMatchObject({ packName: 'edge-native-byoi', tag: '2.0.0' });
  expect(os!.values).toBe(
    `# Wählt das Abbild der Läden\n  # eingerückt\n${defaults}# ganz am Ende`,
  );
  expect(k8s!.packName).toBe('edge-k3s');
  expect(k8s!.manifests).toMatchObject([
    { name: 'second', content: SECOND },
    { name: 'first', content: FIRST },
  ]);
  expect(cni!.packName).toBe('cni-calico');
  expect(csi!.packName).toBe('csi-longhorn');
});
