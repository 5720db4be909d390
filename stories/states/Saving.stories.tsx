import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { AdapterFault } from 'cluster-profile-builder/testing';
import { demoAdapter, demoDraft, profileOf, withoutPreflight } from '../support/demo';
import { breakable } from '../support/faults';
import { alertSays, press, stepHeading, type Canvas } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Saving',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
  args: { defaultDraft: demoDraft, defaultStepId: 'review', onCreated: fn() },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

async function finish(canvas: Canvas) {
  await stepHeading(canvas, 'Review');
  await press(canvas, 'Finish Configuration');
}

function failing(fault: AdapterFault, message: RegExp): Story {
  return {
    args: { createAdapter: breakable('createProfile', fault).createAdapter },
    play: async ({ canvas, args }) => {
      await finish(canvas);
      await alertSays(canvas, message);
      await alertSays(canvas, /Everything you entered is kept/);
      await expect(canvas.getByRole('button', { name: 'Finish Configuration' })).toBeEnabled();
      await expect(args.onCreated).not.toHaveBeenCalled();
    },
  };
}

export const Saving: Story = {
  args: { createAdapter: breakable('createProfile', 'hang').createAdapter },
  play: async ({ canvas }) => {
    await finish(canvas);
    await expect(await canvas.findByText('Creating the profile …')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Back' })).toBeDisabled();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  },
};

/** Nobody knows whether the profile was created. */
export const StoppedWaiting: Story = {
  args: { createAdapter: breakable('createProfile', 'hang').createAdapter },
  play: async ({ canvas }) => {
    await finish(canvas);
    await press(canvas, 'Stop waiting');
    await alertSays(canvas, /It is not known whether the profile was created/);
    await expect(canvas.getByRole('button', { name: 'Finish Configuration' })).toBeEnabled();
  },
};

export const Failed401: Story = failing(401, /was not created.*Your session has expired/s);
export const Failed403: Story = failing(403, /was not created.*no permission/s);
export const Failed429: Story = failing(429, /was not created.*too many requests/s);
export const Failed500: Story = failing(500, /not known whether.*Internal server error/s);
export const Unavailable: Story = failing(503, /not known whether.*could not be reached/s);

/** Somebody took the name meanwhile: back to the name, everything else kept. */
export const NameTaken: Story = {
  args: { createAdapter: () => withoutPreflight(demoAdapter({ profiles: [profileOf()] })) },
  play: async ({ canvas }) => {
    await finish(canvas);
    await stepHeading(canvas, 'Basic information');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await expect(name).toHaveFocus();
    await expect(name).toHaveAccessibleDescription(/was taken when saving/);
    await expect(name).toHaveValue('payments-aws-production');
  },
};

/** Finish with things still open: they are listed, the focus is on the list. */
export const Refused: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      info: { ...demoDraft.info, name: '' },
      layers: demoDraft.layers.slice(0, 2),
    },
  },
  play: async ({ canvas, args }) => {
    await finish(canvas);
    await alertSays(canvas, /Some things are still open/);
    await expect(canvas.getByRole('heading', { name: 'Open problems' })).toHaveFocus();
    await expect(args.onCreated).not.toHaveBeenCalled();
  },
};

export const LeaveDialog: Story = {
  args: { onCancel: fn() },
  play: async ({ canvas, args }) => {
    await press(canvas, 'Cancel');
    const dialog = await canvas.findByRole('dialog', { name: 'Discard this profile?' });
    await expect(dialog).toHaveAccessibleDescription('What you entered will be lost.');
    await press(canvas, 'Keep editing');
    await expect(canvas.queryByRole('dialog')).toBeNull();
    await expect(args.onCancel).not.toHaveBeenCalled();
    await press(canvas, 'Cancel');
    await expect(await canvas.findByRole('dialog')).toBeVisible();
  },
};
