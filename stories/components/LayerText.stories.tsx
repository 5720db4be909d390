import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  findLayer,
  manifestTextId,
  valuesTextId,
  type LayerStackEvent,
} from 'cluster-profile-builder/model';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { demoAdapter, demoDraft, osLayer } from '../support/demo';
import {
  describedAdapter,
  describedDraft,
  describedValues,
  editDescribed,
} from '../support/describedPack';
import { breakable, failingTasks, silent, tasksWithout } from '../support/faults';
import { editorShows, press, type Canvas } from '../support/flow';
import { LayerTextHost, stackOf } from '../support/StackHost';

const meta = {
  title: 'Components/LayerText',
  component: LayerTextHost,
  args: {
    createAdapter: () => describedAdapter(),
    draft: describedDraft(),
    onSend: fn<(event: LayerStackEvent) => void>(),
  },
} satisfies Meta<typeof LayerTextHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const EDITED = describedDraft(editDescribed);
const EDITOR = 'Values of Network';

/** The id of a layer's values. */
function textIdOf(layerId: string): string {
  const layer = findLayer(stackOf(describedDraft()), layerId);
  return (layer === null ? null : valuesTextId(layer)) ?? '';
}

async function openTab(canvas: Canvas, name: RegExp): Promise<HTMLElement> {
  await userEvent.click(await canvas.findByRole('tab', { name }));
  return canvas.findByRole('tabpanel', { name });
}

async function openFields(canvas: Canvas) {
  await press(canvas, 'Fields');
  return within(await canvas.findByRole('region', { name: 'Fields of Network' }));
}

/** Where the pack describes nothing, there is the text alone. */
export const NothingDescribed: Story = {
  args: { createAdapter: () => describedAdapter([]) },
  play: async ({ canvas }) => {
    await editorShows(canvas, EDITOR, 'podCIDR');
    await expect(canvas.queryByRole('button', { name: 'Fields' })).not.toBeInTheDocument();
  },
};

/** Beside the text, a field for each value that the pack describes. */
export const Fields: Story = {
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    const podCidr = await form.findByRole('textbox', { name: 'podCIDR' });
    await expect(podCidr).toHaveValue('192.168.0.0/16');
    await expect(podCidr).toBeRequired();
    await expect(podCidr).toHaveAccessibleDescription(
      /charts\.calico\.podCIDR.*The same as in the Kubernetes layer/,
    );
    await expect(form.getByRole('combobox', { name: 'encapsulation' })).toHaveValue('VXLAN');
    await expect(form.getByRole('combobox', { name: 'enabled' })).toHaveValue('false');
    await expect(form.getByLabelText('password')).toHaveAttribute('type', 'password');
    await expect(form.getAllByRole('textbox', { name: 'address' })).toHaveLength(2);
    await expect(form.getByRole('textbox', { name: 'region' })).toHaveAccessibleDescription(
      /put in at deployment/,
    );
    await expect(form.getByRole('textbox', { name: 'license' })).toBeDisabled();
    await expect(canvas.getByRole('textbox', { name: EDITOR })).toBeVisible();
  },
};

/** Where there is no room beside it, the form takes the place of the text. */
export const FieldsNarrow: Story = {
  args: { width: 400 },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    await form.findByRole('textbox', { name: 'podCIDR' });
    await expect(canvas.queryByRole('textbox', { name: EDITOR })).not.toBeInTheDocument();
    await userEvent.click(
      form.getByRole('button', { name: 'Edit in the text: charts.calico.privateKey' }),
    );
    await waitFor(() => expect(canvas.getByRole('textbox', { name: EDITOR })).toBeVisible());
  },
};

/** Several lines have a box of several lines; in the text they stay a block. */
export const FieldOfLines: Story = {
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    const certificate = await form.findByRole('textbox', { name: 'certificate' });
    await expect(certificate).toHaveValue(
      '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    );
    await userEvent.clear(certificate);
    await userEvent.paste('-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n');
    await editorShows(canvas, EDITOR, 'MIIC');
    await expect(certificate).toHaveFocus();
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText(/^1 value differs/);
    await expect(await panel.findByRole('textbox', { name: 'As YAML' })).toHaveTextContent(
      /certificate: \|-? -----BEGIN CERTIFICATE----- MIIC/,
    );
  },
};

/** A field changes its line of the text and nothing else. */
export const FieldChanged: Story = {
  play: async ({ canvas, args }) => {
    const form = await openFields(canvas);
    const replicas = await form.findByRole('textbox', { name: 'replicas' });
    await userEvent.clear(replicas);
    await userEvent.type(replicas, '5');
    await userEvent.tab();
    await editorShows(canvas, EDITOR, 'replicas: 5');
    await expect(args.onSend).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'textReplaced' }),
    );
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'encapsulation' }), 'IPIP');
    await editorShows(canvas, EDITOR, 'encapsulation: IPIP');
    await canvas.findByRole('tab', { name: 'Your changes 2' });
    await userEvent.click(
      await form.findByRole('button', { name: 'Restore default of charts.calico.replicas' }),
    );
    await editorShows(canvas, EDITOR, 'replicas: 2');
    await waitFor(() => expect(replicas).toHaveValue('2'));
    await expect(replicas).toHaveFocus();
  },
};

export const PasswordShown: Story = {
  args: { draft: EDITED },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    const password = await form.findByLabelText('password');
    await expect(password).toHaveAttribute('type', 'password');
    await userEvent.click(form.getByRole('button', { name: 'Show charts.calico.bgp.password' }));
    await expect(password).toHaveAttribute('type', 'text');
    await expect(password).toHaveValue('geheim-42');
  },
};

/** What the checks say about a value stands at its field. */
export const FieldFaults: Story = {
  args: {
    diagnostics: new Map([
      [
        textIdOf('cni'),
        [
          {
            code: 'schema-range',
            severity: 'error',
            path: ['charts', 'calico', 'replicas'],
            params: { min: '1', max: '9', value: '12' },
            from: describedValues.indexOf('2\n    encapsulation'),
            to: describedValues.indexOf('\n    encapsulation'),
          },
        ],
      ],
    ]),
  },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    const replicas = await form.findByRole('textbox', { name: 'replicas' });
    await expect(replicas).toBeInvalid();
    await expect(replicas).toHaveAccessibleDescription(/must be between 1 and 9/);
  },
};

export const NoFields: Story = {
  args: {
    // Items of a list that the text does not have.
    createAdapter: () => describedAdapter([{ path: 'absent.$[]', schema: '{{ required }}' }]),
  },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    await form.findByText(/none of the values/);
  },
};

export const FieldsLoading: Story = {
  args: { tasks: tasksWithout(['readFields']) },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    await form.findByText('Loading fields …');
  },
};

export const FieldsFailed: Story = {
  args: { tasks: failingTasks(['readFields']) },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    await form.findByText('The fields could not be read from the text.');
  },
};

/** A change that the text does not take stays in its field, which says so. */
export const FieldNotTaken: Story = {
  args: { tasks: failingTasks(['setField']) },
  play: async ({ canvas }) => {
    const form = await openFields(canvas);
    const replicas = await form.findByRole('textbox', { name: 'replicas' });
    await userEvent.clear(replicas);
    await userEvent.type(replicas, '5');
    await userEvent.tab();
    await waitFor(() =>
      expect(replicas).toHaveAccessibleDescription(/could not be put into the text/),
    );
    await expect(replicas).toHaveValue('5');
  },
};

/** What differs from the defaults, as the smallest YAML. Passwords are masked. */
export const Changes: Story = {
  args: { draft: EDITED },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('5 values differ from the defaults of Calico 3.30.3.');
    const yaml = await panel.findByRole('textbox', { name: 'As YAML' });
    await expect(yaml).toHaveTextContent('100.64.0.0/16');
    await expect(yaml).toHaveTextContent('••••••••');
    await expect(yaml).not.toHaveTextContent('geheim-42');
    await expect(yaml).toHaveTextContent('# @removed charts.calico.imageTag');
    await expect(panel.getByText('Removed')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Show passwords' }));
    await expect(yaml).toHaveTextContent('geheim-42');
    await userEvent.click(panel.getByRole('button', { name: 'Show passwords' }));
  },
};

export const ChangesNarrow: Story = {
  args: { draft: EDITED, width: 400 },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByRole('textbox', { name: 'As YAML' });
  },
};

export const NoChanges: Story = {
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('Nothing differs from the defaults of Calico 3.30.3.');
    await expect(
      panel.queryByRole('button', { name: 'Restore all defaults' }),
    ).not.toBeInTheDocument();
  },
};

/** Comments are the user's, but no values. */
export const OnlyCommentsChanged: Story = {
  args: { draft: describedDraft((values) => `# Ours\n${values}`) },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText(/^No value differs from the defaults of Calico 3\.30\.3/);
  },
};

export const RestoredOne: Story = {
  args: { draft: EDITED },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await userEvent.click(
      await panel.findByRole('button', { name: 'Restore default of charts.calico.replicas' }),
    );
    await panel.findByText('The default of charts.calico.replicas is back.');
    await panel.findByText(/^4 values differ/);
    await userEvent.click(panel.getByRole('button', { name: 'Undo' }));
    await panel.findByText(/^5 values differ/);
  },
};

/** All of them are restored after a question, and one undo brings them back. */
export const RestoredAll: Story = {
  args: { draft: EDITED },
  play: async ({ canvas, args }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await userEvent.click(await panel.findByRole('button', { name: 'Restore all defaults' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Restore all defaults?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Keep my changes' }));
    await expect(args.onSend).not.toHaveBeenCalledWith(
      expect.objectContaining({ type: 'textReplaced' }),
    );
    await userEvent.click(panel.getByRole('button', { name: 'Restore all defaults' }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Restore all defaults',
      }),
    );
    await panel.findByText('All defaults are back.');
    await panel.findByText('Nothing differs from the defaults of Calico 3.30.3.');
  },
};

export const AskedBeforeRestoring: Story = {
  args: { draft: EDITED },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await userEvent.click(await panel.findByRole('button', { name: 'Restore all defaults' }));
    await screen.findByRole('dialog', { name: 'Restore all defaults?' });
  },
};

/** The changes made in another version. */
export const Pasted: Story = {
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await userEvent.click(await panel.findByRole('button', { name: 'Paste changes' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Paste changes' }));
    const field = dialog.getByRole('textbox', { name: 'Changes as YAML' });
    await userEvent.click(field);
    await userEvent.paste(
      'charts:\n  calico:\n    replicas: 7\n# @removed charts.calico.license\n',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Put into the values' }));
    await panel.findByText('Your changes are in the values.');
    await panel.findByText(/^2 values differ/);
    await expect(await panel.findByRole('textbox', { name: 'As YAML' })).toHaveTextContent(
      'charts: calico: replicas: 7 # @removed charts.calico.license',
    );
  },
};

export const PastedWrongly: Story = {
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await userEvent.click(await panel.findByRole('button', { name: 'Paste changes' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Paste changes' }));
    const apply = dialog.getByRole('button', { name: 'Put into the values' });
    const field = dialog.getByRole('textbox', { name: 'Changes as YAML' });
    await userEvent.click(apply);
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Paste some YAML first/));
    await userEvent.click(field);
    await userEvent.paste('charts:\n  calico: {\n');
    await userEvent.click(apply);
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Line \d: /));
    await expect(field).toHaveFocus();
  },
};

export const ChangesLoading: Story = {
  args: { draft: EDITED, tasks: tasksWithout(['diffValues']) },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('Loading your changes …');
  },
};

export const ChangesFailed: Story = {
  args: { draft: EDITED, tasks: failingTasks(['diffValues']) },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('Your changes could not be found out.');
  },
};

/** A text that is not YAML has no values to compare. */
export const ChangesUnreadable: Story = {
  args: { draft: describedDraft((values) => values.replace('podCIDR: "', 'podCIDR: "" "')) },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText(/not valid YAML, so it cannot be compared/);
  },
};

/** Pasted values have no defaults. */
export const ChangesOfTypedPack: Story = {
  args: {
    createAdapter: () => demoAdapter(),
    layerId: 'os',
    draft: {
      ...demoDraft,
      layers: [
        {
          ...osLayer,
          pack: {
            registryUid: 'registry-typed',
            name: 'edge-os',
            displayName: 'edge-os',
            type: 'oci',
            cloudTypes: ['all'],
            state: 'active',
            isTyped: true,
            version: { tag: '1.0.0', version: '1.0.0', packUid: null, cloudTypes: ['all'] },
          },
          values: 'stages: {}\n',
        },
      ],
    },
  },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('Nothing to compare with');
  },
};

export const ChangesOfNoPack: Story = {
  args: { draft: { ...demoDraft, layers: [] } },
  play: async ({ canvas }) => {
    const panel = within(await openTab(canvas, /^Your changes/));
    await panel.findByText('No values yet');
  },
};

export const ValuesLoading: Story = {
  args: { createAdapter: silent('getPackVersion'), draft: EDITED },
};

export const ValuesFailed: Story = {
  args: {
    createAdapter: breakable('getPackVersion', 503).createAdapter,
    draft: EDITED,
  },
};

/** A finding elsewhere leads to its manifest. */
export const AtManifest: Story = {
  args: {
    createAdapter: () => demoAdapter(),
    draft: demoDraft,
    goto: { textId: manifestTextId('manifest-1'), from: 12, to: 30, token: 1 },
  },
  play: async ({ canvas }) => {
    const manifests = await canvas.findByRole('tab', { name: /^Manifests/ });
    await waitFor(() => expect(manifests).toHaveAttribute('aria-selected', 'true'));
    await canvas.findByRole('textbox', { name: 'Manifest default-deny' });
  },
};
