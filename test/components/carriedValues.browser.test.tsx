import { EditorView } from '@codemirror/view';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { ProfileWizard } from '../../src/components/ProfileWizard/ProfileWizard';
import type { ProfileDraft } from '../../src/model/profileDraft';
import { demoAdapter, demoDraft, demoLayer } from '../../stories/support/demo';
import { holdTasks } from './support/holdTasks';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const SLOW = { timeout: 20_000 };
const VALUES = { name: 'Values of Kubernetes' };

/** Another version of Kubernetes, whose values were edited, while the merge of them is held back. */
async function changeVersion() {
  const merges = holdTasks('mergeValues');
  const drafts: ProfileDraft[] = [];
  const layers = demoDraft.layers.map((layer) =>
    layer.kind === 'k8s'
      ? demoLayer('kubernetes', '1.32.12', {
          edit: (values) => values.replace('"192.168.0.0/16"', '"100.64.0.0/16"'),
        })
      : layer,
  );
  const adapter = demoAdapter();
  const { unmount } = mount(
    <ProfileBuilderProvider adapter={adapter} createWorker={merges.createWorker}>
      <ProfileWizard
        defaultDraft={{ ...demoDraft, layers }}
        defaultStepId="layers"
        onDraftChange={(draft) => drafts.push(draft)}
      />
    </ProfileBuilderProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByRole('textbox', VALUES, SLOW);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pack Version' }), '1.33.9');

  await screen.findByText(/^Bringing your edits of .* along/, {}, SLOW);
  await screen.findByText('Loading values …', {}, SLOW);
  expect(screen.queryByRole('textbox', VALUES)).toBeNull();
  return { ...merges, unmount, lastDraft: () => drafts.at(-1) };
}

const findView = async () =>
  EditorView.findFromDOM(await screen.findByRole('textbox', VALUES, SLOW));

it('shows the values of another version once the edits are in them, and no text before', async () => {
  const merges = await changeVersion();
  merges.letGo();
  const view = await findView();
  expect(view?.state.doc.toString()).toContain('podCIDR: "100.64.0.0/16"');
  expect(screen.getByText(/1 edit of .* was carried over/)).toBeVisible();
});

it('waits no longer than the user does', async () => {
  const merges = await changeVersion();
  await userEvent.click(screen.getByRole('button', { name: 'Go on without them' }));
  const view = await findView();
  expect(view?.state.doc.toString()).toContain('podCIDR: "192.168.0.0/16"');
  await waitFor(() => {
    expect(document.activeElement).not.toBe(document.body);
  });
  // What comes too late changes nothing.
  merges.letGo();
  await userEvent.click(screen.getByRole('tab', { name: /^Your changes/ }));
  await screen.findByRole('tabpanel', { name: /^Your changes/ }, SLOW);
  expect(view?.state.doc.toString()).not.toContain('100.64.0.0');
  // The edits are still where they were made.
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await userEvent.click(screen.getByRole('tab', { name: /^Values/ }));
  const before = await findView();
  await waitFor(() => {
    expect(before?.state.doc.toString()).toContain('podCIDR: "100.64.0.0/16"');
  });
});

it('brings edits along whose page was closed on the way', async () => {
  const { unmount, lastDraft } = await changeVersion();
  unmount();
  const draft = JSON.parse(JSON.stringify(lastDraft())) as ProfileDraft;
  mount(
    <ProfileBuilderProvider adapter={demoAdapter()}>
      <ProfileWizard defaultDraft={draft} defaultStepId="layers" />
    </ProfileBuilderProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByText(/1 edit of .* was carried over/, {}, SLOW);
  const view = await findView();
  expect(view?.state.doc.toString()).toContain('podCIDR: "100.64.0.0/16"');
  expect(screen.getByRole('combobox', { name: 'Pack Version' })).toHaveDisplayValue(/1\.33\.9/);
});
