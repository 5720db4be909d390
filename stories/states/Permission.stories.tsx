import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { demoAdapter, demoDraft } from '../support/demo';
import { DetailsHost, ListHost } from '../support/ListHost';
import { demoProfiles } from '../support/profiles';
import { WizardHost } from '../support/WizardHost';

const createReader = () =>
  demoAdapter(
    { profiles: demoProfiles },
    { permissions: ['clusterProfile.list', 'clusterProfile.get'] },
  );

const meta = {
  title: 'Flow/States/No permission',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;

export const Wizard: StoryObj<typeof meta> = {
  args: { createAdapter: createReader, defaultDraft: demoDraft },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('You cannot create cluster profiles')).toBeVisible();
    await expect(canvas.queryByRole('button', { name: 'Next' })).toBeNull();
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  },
};

export const List: StoryObj<typeof ListHost> = {
  args: { createAdapter: createReader, onCreate: fn(), onOpen: fn() },
  render: (args) => <ListHost {...args} />,
  play: async ({ canvas, args, userEvent }) => {
    const why = await canvas.findByText(/you cannot add profiles/);
    const add = canvas.getByRole('button', { name: 'Add Cluster Profile' });
    await expect(add).toHaveAttribute('aria-disabled', 'true');
    await expect(add).toHaveAccessibleDescription(why.textContent);
    await userEvent.click(add);
    await expect(args.onCreate).not.toHaveBeenCalled();
  },
};

/** The server refuses the list itself. */
export const ListForbidden: StoryObj<typeof ListHost> = {
  args: {
    createAdapter: () => demoAdapter({ profiles: demoProfiles }, { permissions: [] }),
    onCreate: fn(),
  },
  render: (args) => <ListHost {...args} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The profiles could not be loaded.')).toBeVisible();
    await expect(canvas.getByText(/You have no permission for this/)).toBeVisible();
  },
};

export const Details: StoryObj<typeof DetailsHost> = {
  args: { createAdapter: createReader },
  render: (args) => <DetailsHost {...args} />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/changes cannot be saved/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Save changes' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};
