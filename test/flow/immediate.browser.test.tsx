import { EditorView } from '@codemirror/view';
import { expect, it, vi } from 'vitest';
import { openFlowPage, setUpFlowPages, type FlowPage } from '../support/flowPage';
import { smallCatalog } from '../support/smallCatalog';

setUpFlowPages();

/** A press of which no field hears: nothing is focused and nothing is left. */
function clickAtOnce({ root }: FlowPage, name: string): void {
  const button = [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (button === undefined) throw new Error(`There is no button ${name}.`);
  button.click();
}

async function editorOf(flow: FlowPage, name: string): Promise<EditorView> {
  const view = EditorView.findFromDOM(await flow.seeTextbox(name));
  if (view === null) throw new Error(`${name} is no editor.`);
  return view;
}

const typeInto = (view: EditorView, insert: string) => {
  view.focus();
  view.dispatch({ changes: { from: 0, insert }, userEvent: 'input.type' });
};

/** As a key does it: the field keeps the focus. */
function typeIntoField({ root }: FlowPage, name: string, text: string): void {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent === name);
  const field = root.querySelector<HTMLInputElement>(`[id="${label?.htmlFor ?? ''}"]`);
  if (field === null) throw new Error(`There is no field ${name}.`);
  field.focus();
  field.setRangeText(text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  expect(document.activeElement).toBe(field);
}

const MANIFEST = '{kind: Secret, apiVersion: v1, metadata: {name: a, namespace: b}}';

it('keeps what was typed the moment before Next, Confirm and Finish were pressed', async () => {
  const flow = openFlowPage({ catalog: smallCatalog() });
  const { driver, seeTextbox } = flow;
  await driver.press('Add Cluster Profile');
  await driver.fill('Name', 'at once');
  typeIntoField(flow, 'Tags', 'owner:me');
  typeIntoField(flow, 'Description', 'typed last');
  clickAtOnce(flow, 'Next');
  await driver.heading('Cloud type');
  clickAtOnce(flow, 'Next');

  await driver.heading('1/4 Select your base OS pack');
  await driver.choose('Packs', 'ALPHA for os');
  typeInto(await editorOf(flow, 'Values of Operating System'), '# os\n');
  clickAtOnce(flow, 'Next layer');
  await driver.heading('2/4 Select your Kubernetes pack');
  await driver.choose('Packs', 'ALPHA for k8s');
  await seeTextbox('Values of Kubernetes');
  await driver.choose('Text of Kubernetes', 'Manifests');
  await driver.press('New manifest');
  const view = await editorOf(flow, 'Manifest manifest');
  typeInto(view, MANIFEST);
  clickAtOnce(flow, 'Next layer');
  await driver.heading('3/4 Select your network pack');
  await driver.choose('Packs', 'ALPHA for cni');
  await seeTextbox('Values of Network');
  await driver.press('Next layer');
  await driver.heading('4/4 Select your storage pack');
  await driver.choose('Packs', 'ALPHA for csi');
  typeInto(await editorOf(flow, 'Values of Storage'), '# csi\n');
  clickAtOnce(flow, 'Confirm');
  await driver.heading('Profile stack');
  clickAtOnce(flow, 'Next');
  await driver.heading('Review');
  clickAtOnce(flow, 'Finish Configuration');
  await driver.heading('Profile created');

  const [profile] = await flow.profiles();
  expect(profile).toMatchObject({
    name: 'at once',
    description: 'typed last',
    tags: [{ key: 'owner', value: 'me' }],
  });
  const values = profile?.layers.map((layer) => layer.values.split('\n')[0]);
  expect(values?.[0]).toBe('# os');
  expect(values?.[3]).toBe('# csi');
  expect(profile?.layers[1]?.manifests).toMatchObject([{ name: 'manifest', content: MANIFEST }]);
});

it('keeps a tag that was not ended by Enter when Next is pressed at once', async () => {
  const flow = openFlowPage({ catalog: smallCatalog() });
  await flow.driver.press('Add Cluster Profile');
  await flow.driver.fill('Name', 'at once');
  typeIntoField(flow, 'Tags', 'owner:me');
  clickAtOnce(flow, 'Next');
  await flow.driver.heading('Cloud type');
  await flow.driver.press('Back');
  await flow.driver.heading('Basic information');
  await vi.waitFor(() => {
    const list = flow.root.querySelector('[aria-label="Added so far"]');
    expect(list?.textContent).toBe('owner:me');
  });
});

it('keeps what was typed in an opened profile the moment before it is saved', async () => {
  const flow = openFlowPage({ catalog: smallCatalog() });
  const { driver } = flow;
  await driver.press('Add Cluster Profile');
  await driver.fill('Name', 'saved at once');
  await driver.press('Next');
  await driver.heading('Cloud type');
  await driver.press('Next');
  for (const kind of ['os', 'k8s', 'cni', 'csi']) {
    await driver.choose('Packs', `BETA for ${kind}`);
    await vi.waitFor(() => {
      expect(flow.root.querySelector('.cm-content')).not.toBeNull();
    });
    await driver.press(kind === 'csi' ? 'Confirm' : 'Next layer');
  }
  await driver.heading('Profile stack');
  await driver.press('Next');
  await driver.finish();
  await driver.press('Open profile');
  await flow.see('Open a layer to review or change it.');
  flow.root.querySelector<HTMLElement>('button.cpb-Slab')?.click();
  typeInto(await editorOf(flow, 'Values of Storage'), '# changed\n');
  clickAtOnce(flow, 'Save changes');
  await flow.see('The changes are saved and published.');
  const [profile] = await flow.profiles();
  expect(profile?.layers[3]?.values).toMatch(/^# changed\n# BETA for csi/);
});
