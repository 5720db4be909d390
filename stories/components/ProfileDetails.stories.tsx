import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { createVariable } from 'cluster-profile-builder/model';
import { expect, fn, waitFor, within } from 'storybook/test';
import type { AdapterFault } from 'cluster-profile-builder/testing';
import { ValuesTasksContext } from '../../src/hooks/valuesTasks';
import {
  demoAdapter,
  demoDraft,
  demoLayer,
  demoVariable,
  faultyVariables,
  profileOf,
} from '../support/demo';
import { breakable, breakableTasks } from '../support/faults';
import { alertSays, choosePack, press, type Canvas } from '../support/flow';
import { DetailsHost } from '../support/ListHost';
import { demoProfiles } from '../support/profiles';

const meta = {
  title: 'Components/ProfileDetails',
  component: DetailsHost,
  args: { onBack: fn(), onSaved: fn() },
} satisfies Meta<typeof DetailsHost>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Unchanged: Story = {
  play: async ({ canvas, args }) => {
    await expect(
      await canvas.findByRole('heading', { level: 2, name: 'payments-aws-production 1.1.0' }),
    ).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: /^Layer \d of 4/ })).toHaveLength(4);
    await expect(canvas.getByText('No changes')).toBeVisible();
    await press(canvas, 'Back to profiles');
    await expect(args.onBack).toHaveBeenCalledTimes(1);
  },
};

/** Network changes from Calico to Cilium. */
async function changeNetwork(canvas: Canvas) {
  await press(canvas, /^Layer 3 of 4, Network/);
  await press(canvas, 'Change pack Calico');
  await choosePack(canvas, /cni-cilium-oss/);
  await canvas.findByRole('combobox', { name: 'Pack Version' });
  await canvas.findByRole('textbox', { name: 'Values of Network' });
}

export const Changed: Story = {
  play: async ({ canvas }) => {
    await changeNetwork(canvas);
    await expect(await canvas.findByText(/^Changed: Network\./)).toBeVisible();
  },
};

export const LayerOpen: Story = {
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4, Kubernetes/);
    await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await expect(canvas.getByText('No changes')).toBeVisible();
  },
};

export const Discarded: Story = {
  play: async ({ canvas }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Discard changes');
    await expect(await canvas.findByText('No changes')).toBeVisible();
    await expect(await canvas.findByRole('button', { name: /^Change pack Calico/ })).toBeVisible();
  },
};

/** As something else may have saved them: the faults stand at the variables, masked defaults do not. */
export const VariablesAtFault: Story = {
  args: {
    createAdapter: () => {
      const variables = [
        { ...createVariable('nodes'), format: 'number', defaultValue: 'three' },
        { ...createVariable('token'), isSensitive: true, defaultValue: '********' },
      ] as const;
      const profiles = demoProfiles.map((profile) => ({ ...profile, variables }));
      return demoAdapter({ profiles });
    },
  },
  play: async ({ canvas }) => {
    await press(canvas, /^Variables/);
    const faulty = await canvas.findByRole('button', { name: 'nodes' });
    await expect(faulty).toHaveAccessibleDescription(/Enter a number/);
    await expect(canvas.getByRole('button', { name: 'token' })).not.toHaveAccessibleDescription(
      /asterisks/,
    );
    await expect(canvas.getByRole('heading', { level: 4, name: 'Variables' })).toBeVisible();
    await press(canvas, 'nodes');
    await expect(await canvas.findByRole('dialog', { name: 'Edit nodes' })).toBeVisible();
  },
};

export const Saved: Story = {
  play: async ({ canvas, args }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await expect(await canvas.findByText('The changes are saved and published.')).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledTimes(1);
    await press(canvas, 'All layers');
    const stack = canvas.getByRole('list', { name: 'Profile stack' });
    await expect(within(stack).getByText('Cilium')).toBeVisible();
  },
};

function saving(fault: AdapterFault): { createAdapter: () => ProfileAdapter } {
  return {
    createAdapter: breakable('updateProfile', fault, { profiles: demoProfiles }).createAdapter,
  };
}

export const Saving: Story = {
  args: saving('hang'),
  play: async ({ canvas }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await expect(await canvas.findByText('Saving the changes …')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
  },
};

export const SaveFailed: Story = {
  args: saving(500),
  play: async ({ canvas }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await alertSays(canvas, /The changes were not saved.*Your changes are kept/s);
  },
};

/** Somebody else saved meanwhile. */
export const Conflict: Story = {
  args: saving(409),
  play: async ({ canvas, args }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await alertSays(canvas, /Somebody else changed this profile/);
    await expect(canvas.getByRole('button', { name: 'Load again' })).toBeVisible();
    await expect(canvas.getByText(/^Changed: Network\./)).toBeVisible();
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

/** The adapter cannot save changes. */
export const ReadOnly: Story = {
  args: {
    createAdapter: () => {
      const { updateProfile: _, ...adapter } = demoAdapter({ profiles: demoProfiles });
      return adapter;
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('This portal does not save changes of profiles.'),
    ).toBeVisible();
  },
};

const withProblems = () =>
  demoAdapter({
    profiles: [
      profileOf({
        variables: faultyVariables,
        layers: demoDraft.layers.map((layer) =>
          layer.kind === 'k8s'
            ? demoLayer('kubernetes', '1.33.x', {
                edit: (values) =>
                  values.replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "192.168.0.0"'),
              })
            : layer,
        ),
      }),
    ],
  });

/** What keeps changes from being saved is listed, each with the way to it. */
export const Refused: Story = {
  args: { uid: 'profile-1', createAdapter: withProblems },
  play: async ({ canvas, args, userEvent }) => {
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await alertSays(canvas, /Solve the errors listed at the top before you save/);
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'Open problems' })).toHaveFocus(),
    );
    await expect(
      canvas.getByText(/podCIDR must be an IPv4 address \/ a number from \d+ to \d+, such as 10/),
    ).toBeVisible();
    await press(canvas, /^Open Kubernetes, line \d+, column \d+/);
    const values = await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => expect(values).toHaveFocus());
    await press(canvas, 'Open Variable replicas');
    const form = within(await canvas.findByRole('dialog', { name: 'Edit Replicas' }));
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('replicas');
    await waitFor(() => expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus());
    await userEvent.click(form.getByRole('button', { name: 'Cancel' }));
    await press(canvas, 'Open Variable node-name');
    await canvas.findByRole('dialog', { name: 'Edit Node name' });
    await expect(args.onSaved).not.toHaveBeenCalled();
  },
};

/** A secret that was not handed out is kept, and is no reason not to save. */
export const MaskedVariable: Story = {
  args: {
    uid: 'profile-1',
    createAdapter: () =>
      demoAdapter({
        profiles: [
          profileOf({
            variables: [
              demoVariable('token', {
                displayName: 'Token',
                isSensitive: true,
                regex: '^[a-f0-9]{32}$',
                defaultValue: '********',
              }),
            ],
          }),
        ],
      }),
  },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByRole('button', { name: /^Variables/ })).toHaveTextContent(
      /^Variables 1 ?$/,
    );
    await changeNetwork(canvas);
    await press(canvas, 'Save changes');
    await expect(await canvas.findByText('The changes are saved and published.')).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledTimes(1);
  },
};

/** The part that checks texts does not load: it is said, and stops nobody. */
export const ChecksFailed: Story = {
  decorators: [
    (Story) => (
      <ValuesTasksContext.Provider value={failing.tasks}>
        <Story />
      </ValuesTasksContext.Provider>
    ),
  ],
  beforeEach: () => {
    failing = breakableTasks();
  },
  play: async ({ canvas, args }) => {
    await changeNetwork(canvas);
    await expect(
      await canvas.findByText('Values, manifests and variables could not be checked.'),
    ).toBeVisible();
    await press(canvas, 'Save changes');
    await expect(await canvas.findByText('The changes are saved and published.')).toBeVisible();
    await expect(args.onSaved).toHaveBeenCalledTimes(1);
  },
};

let failing = breakableTasks();

export const RefusedNarrow: Story = {
  args: { ...Refused.args, width: 400 },
  play: async ({ canvas, userEvent }) => {
    await press(canvas, /^Layer 3 of 4, Network/);
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await userEvent.selectOptions(versions, '3.31.0');
    await press(canvas, 'All layers');
    await press(canvas, 'Save changes');
    await alertSays(canvas, /Solve the errors listed at the top/);
  },
};

export const Narrow: Story = { args: { width: 400 } };
