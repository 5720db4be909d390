import { EditorView } from '@codemirror/view';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ProfileDraft } from '../../src/model/profileDraft';
import { createVariable, type ProfileVariable } from '../../src/model/variables';
import { demoDraft, demoLayer, kubernetesLayer, osLayer } from '../../stories/support/demo';
import {
  describedAdapter,
  describedDraft,
  describedValues,
} from '../../stories/support/describedPack';
import type { WizardHostProps } from '../../stories/support/WizardHost';
import { mountWizard, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const SLOW = { timeout: 20_000 };
const NETWORK = 'Values of Network';
const storageLayer = demoDraft.layers[3] ?? osLayer;

const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable(),
  ...fields,
});

/** A draft whose Network layer refers to a variable, in the values and in a comment. */
function draftWithMtu(variables: readonly ProfileVariable[]): ProfileDraft {
  const network = demoLayer('cni-calico', '3.30.3', {
    edit: (values) => values.replace('mtu: 0', "mtu: '{{.spectro.var.mtu}}'"),
  });
  return {
    ...demoDraft,
    layers: [osLayer, kubernetesLayer, network, storageLayer],
    variables,
  };
}

/** The wizard on its profile stack, with the newest draft it told of. */
function openStack(props: WizardHostProps = {}) {
  const onDraftChange = vi.fn<(draft: ProfileDraft) => void>();
  const mounted = mountWizard({ defaultStepId: 'layers', onDraftChange, ...props });
  const { canvas } = mounted;
  const press = async (name: string | RegExp) => {
    await userEvent.click(await canvas.findByRole('button', { name }, SLOW));
  };
  return {
    ...mounted,
    press,
    showVariables: async () => {
      await press(/^Variables/);
      await canvas.findByRole('heading', { level: 4, name: 'Variables' }, SLOW);
    },
    field: (name: string) => canvas.findByRole('textbox', { name }, SLOW),
    draft: () => onDraftChange.mock.lastCall?.[0],
    networkValues: () =>
      onDraftChange.mock.lastCall?.[0].layers.find(({ kind }) => kind === 'cni')?.values,
  };
}

/** The editor of a text, its cursor in the value behind a piece of text. */
async function putCursorBehind(label: string, text: string): Promise<EditorView> {
  const box = await screen.findByRole('textbox', { name: label }, SLOW);
  const view = EditorView.findFromDOM(box);
  if (view === null) throw new Error('The text box is no CodeMirror editor.');
  await waitFor(() => {
    expect(view.state.doc.toString()).toContain(text);
  });
  view.focus();
  view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(text) + text.length } });
  return view;
}

describe('the variables of a profile', () => {
  it('say in which layers they are used, by the texts, and ask before one of them is deleted', async () => {
    const variables = [variable({ name: 'mtu' }), variable({ name: 'other' })];
    const { canvas, showVariables, press, draft } = openStack({
      defaultDraft: draftWithMtu(variables),
    });
    await showVariables();
    expect(canvas.getByRole('button', { name: 'mtu' })).toHaveAccessibleDescription(
      /Used in 1 layer: Network/,
    );
    expect(canvas.getByRole('button', { name: 'other' })).toHaveAccessibleDescription(
      /Not used yet/,
    );
    await press('Delete mtu');
    const asked = within(await canvas.findByRole('dialog', { name: 'Delete “mtu”?' }));
    expect(asked.getByText(/used in 1 layer: Network/)).toBeVisible();
    await userEvent.click(asked.getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      expect(draft()?.variables?.map(({ name }) => name)).toEqual(['other']);
    });
    expect(canvas.getByText('“mtu” was deleted.', { selector: '.cpb-Notice *' })).toBeVisible();
  });

  it('take a new name into the texts, those of another version and of undo included', async () => {
    const { canvas, showVariables, press, field, draft, networkValues } = openStack({
      defaultDraft: draftWithMtu([variable({ name: 'mtu' })]),
    });
    await press(/^Layer 3 of 4/);
    const version = await canvas.findByRole('combobox', { name: 'Pack Version' }, SLOW);
    await userEvent.selectOptions(version, '3.31.0');
    await canvas.findByText(/1 edit of Calico 3\.30\.3 was carried over/, undefined, SLOW);
    await press('Confirm');
    await showVariables();
    await press('mtu');
    const name = await field('Name');
    await userEvent.fill(name, 'packet_size');
    expect(name).toHaveAccessibleDescription(/references in Network change with it/);
    await press('Apply');
    await waitFor(() => {
      expect(networkValues()).toContain("mtu: '{{.spectro.var.packet_size}}'");
    });
    expect(canvas.getByRole('button', { name: 'packet_size' })).toHaveAccessibleDescription(
      /Used in 1 layer: Network/,
    );
    // Back to the version before.
    await press('Undo');
    await waitFor(() => {
      expect(draft()?.layers.find(({ kind }) => kind === 'cni')?.pack?.version?.tag).toBe('3.30.3');
    });
    expect(networkValues()).toContain("mtu: '{{.spectro.var.packet_size}}'");
    expect(networkValues()).not.toContain('var.mtu');
    expect(canvas.getByRole('button', { name: 'packet_size' })).toHaveAccessibleDescription(
      /Used in 1 layer: Network/,
    );
  });
});

describe('a value that becomes a variable', () => {
  async function openWindow(props: WizardHostProps = {}, behind = 'mtu: ') {
    const stack = openStack(props);
    await stack.press(/^Layer 3 of 4/);
    const view = await putCursorBehind(NETWORK, behind);
    // The text is parsed a moment after it is shown.
    await waitFor(async () => {
      if (stack.canvas.queryByRole('dialog') === null) await userEvent.keyboard('{F2}');
      expect(stack.canvas.getByRole('dialog')).toBeVisible();
    }, SLOW);
    // What stands there while the form is loaded has no fields.
    await stack.field('Name');
    const form = stack.canvas.getByRole('dialog', { name: 'Make a variable of this value' });
    return { ...stack, view, form };
  }

  it('is replaced by a reference to it', async () => {
    const { canvas, field, press, draft, view, networkValues, form } = await openWindow();
    expect(await field('Name')).toHaveValue('mtu');
    expect(await field('Name')).toHaveFocus();
    expect(within(form).getByText(/value of charts\.calico\.installation\.mtu/)).toBeVisible();
    await userEvent.fill(await field('Name'), 'packet_size');
    await press('Create and replace');
    await waitFor(() => {
      expect(view.state.doc.toString()).toContain("mtu: '{{.spectro.var.packet_size}}'");
    });
    expect(draft()?.variables).toEqual([
      variable({ name: 'packet_size', defaultValue: '0', format: 'number' }),
    ]);
    expect(draft()?.variableInProgress).toBeNull();
    expect(networkValues()).toContain("mtu: '{{.spectro.var.packet_size}}'");
    await waitFor(() => {
      expect(view.hasFocus).toBe(true);
    });
    expect(
      canvas
        .getAllByRole('status')
        .some(({ textContent }) => /“packet_size” was created/.test(textContent)),
    ).toBe(true);
  });

  it('stays, when the window is cancelled, which asks where something was typed', async () => {
    const { canvas, field, press, view, form } = await openWindow();
    await userEvent.fill(await field('Description'), 'Typed');
    await userEvent.keyboard('{Escape}');
    const asked = within(await canvas.findByRole('dialog', { name: 'Discard your changes?' }));
    await userEvent.click(asked.getByRole('button', { name: 'Keep editing' }));
    expect(await field('Description')).toHaveValue('Typed');
    await userEvent.click(within(form).getByRole('button', { name: 'Cancel' }));
    await press('Discard');
    await waitFor(() => {
      expect(canvas.queryByRole('dialog')).toBeNull();
    });
    expect(view.state.doc.toString()).toContain('mtu: 0');
    expect(canvas.queryByRole('heading', { name: 'Variables' })).toBeNull();
  });

  it('is masked where the pack says that it is a secret', async () => {
    const { canvas, field, press, draft, view } = await openWindow(
      {
        createAdapter: () =>
          describedAdapter([
            { path: 'charts.calico.imageTag', schema: '{{ format "${password}" }}' },
          ]),
        defaultDraft: describedDraft(),
      },
      'imageTag: ',
    );
    expect(await field('Name')).toHaveValue('imageTag');
    expect(canvas.getByRole('checkbox', { name: 'Masked' })).toBeChecked();
    await press('Create and replace');
    await waitFor(() => {
      expect(view.state.doc.toString()).toContain("imageTag: '{{.spectro.var.imageTag}}'");
    });
    expect(draft()?.variables?.[0]).toMatchObject({ isSensitive: true, defaultValue: '********' });
  });
});

describe('what was typed for a variable', () => {
  it('is in the draft, and offered when the draft is given back', async () => {
    const first = openStack();
    await first.showVariables();
    await first.press('Create variable');
    await userEvent.fill(await first.field('Name'), 'region');
    await userEvent.fill(await first.field('Description'), 'Where it runs');
    first.unmount();
    const draft = first.draft();
    expect(draft?.variableInProgress).toEqual({
      name: null,
      variable: variable({ name: 'region', description: 'Where it runs' }),
    });
    expect(draft?.variables).toEqual([]);

    const second = openStack({ defaultDraft: draft });
    await second.canvas.findByText(/You began the variable “region”/, undefined, SLOW);
    await second.press('Continue');
    expect(await second.field('Description')).toHaveValue('Where it runs');
    await second.press('Create');
    await waitFor(() => {
      expect(second.draft()).toMatchObject({
        variables: [{ name: 'region' }],
        variableInProgress: null,
      });
    });
  });

  it('is asked for before the profile is created without it', async () => {
    const onCreated = vi.fn();
    const begun = { name: null, variable: variable({ name: 'region' }) };
    const { canvas, press, field } = openStack({
      defaultStepId: 'review',
      onCreated,
      defaultDraft: { ...demoDraft, variableInProgress: begun },
    });
    const title = 'Finish without the variable you began?';
    await press('Finish Configuration');
    expect(
      within(await canvas.findByRole('dialog', { name: title })).getByText(/“region”/),
    ).toBeVisible();
    await press('Continue the variable');
    await press('Continue');
    expect(await field('Name')).toHaveValue('region');
    const form = await canvas.findByRole('dialog', { name: 'Create variable' });
    await userEvent.click(within(form).getByRole('button', { name: 'Cancel' }));
    await press('Discard');
    await press('Next');
    await press('Finish Configuration');
    await waitFor(() => {
      expect(onCreated).toHaveBeenCalled();
    }, SLOW);
    expect(onCreated.mock.lastCall?.[0]).toMatchObject({ variables: [] });
  });

  it('counts when the wizard is cancelled, as variables do', async () => {
    for (const draft of [
      { variables: [variable({ name: 'a' })] },
      { variableInProgress: { name: null, variable: variable({ name: 'a' }) } },
    ]) {
      const onCancel = vi.fn();
      const { canvas, press, unmount } = openStack({
        defaultStepId: 'info',
        defaultDraft: draft,
        onCancel,
      });
      await press('Cancel');
      await canvas.findByRole('dialog', { name: 'Discard this profile?' });
      expect(onCancel).not.toHaveBeenCalled();
      unmount();
    }
  });
});

describe('a secret in the values', () => {
  it('never gets into a draft, and is asked for where it stood', async () => {
    const first = openStack({
      createAdapter: () => describedAdapter(),
      defaultDraft: describedDraft(),
    });
    await first.press(/^Layer 3 of 4/);
    const view = await putCursorBehind(NETWORK, 'password: "');
    await userEvent.keyboard('hunter2');
    await waitFor(() => {
      expect(view.state.doc.toString()).toContain('password: "hunter2"');
    });
    await first.press('Confirm');
    await waitFor(() => {
      expect(first.networkValues()).toContain('password: "********"');
    });
    expect(first.networkValues()).toBe(
      describedValues.replace('password: ""', 'password: "********"'),
    );
    const draft = first.draft();
    expect(JSON.stringify(draft)).not.toContain('hunter2');
    first.unmount();

    const second = openStack({
      createAdapter: () => describedAdapter(),
      defaultDraft: draft,
      defaultStepId: 'review',
    });
    await second.canvas.findByText(/Enter charts\.calico\.bgp\.password again/, undefined, SLOW);
    await second.press('Finish Configuration');
    await second.canvas.findByText(/Some things are still open/, undefined, SLOW);
  });
});
