import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { demoAdapter } from '../support/demo';
import { press } from '../support/flow';
import { ListHost } from '../support/ListHost';
import { demoProfiles, manyProfiles } from '../support/profiles';

const meta = {
  title: 'Components/ProfileList',
  component: ListHost,
  args: { onOpen: fn(), onCreate: fn() },
} satisfies Meta<typeof ListHost>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Versions stand under their name, the newest first. */
export const GroupedVersions: Story = {
  play: async ({ canvas, args, userEvent }) => {
    const versions = await canvas.findByRole('list', { name: 'Versions payments-aws-production' });
    await expect(
      within(versions)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual(['1.1.0', '1.0.0']);
    await userEvent.click(
      canvas.getByRole('button', { name: 'Open payments-aws-production 1.0.0' }),
    );
    await expect(args.onOpen).toHaveBeenLastCalledWith(
      expect.objectContaining({ name: 'payments-aws-production', version: '1.0.0' }),
    );
    await press(canvas, 'Add Cluster Profile');
    await expect(args.onCreate).toHaveBeenCalledTimes(1);
  },
};

export const Empty: Story = {
  args: { createAdapter: () => demoAdapter() },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No cluster profiles yet')).toBeVisible();
    // Where it is on every other list, so that it never goes away under the cursor.
    await expect(canvas.getByRole('searchbox')).toBeVisible();
  },
};

export const Many: Story = {
  args: { createAdapter: () => demoAdapter({ profiles: manyProfiles(60) }) },
  play: async ({ canvas }) => {
    await canvas.findByText('team-60-production');
    await press(canvas, 'Show more');
    await expect(await canvas.findByText('team-01-production')).toBeInTheDocument();
  },
};

export const NoMatch: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Search profiles' }), 'zzz');
    await expect(await canvas.findByText('No profile matches “zzz”')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Clear the search' })).toBeVisible();
  },
};

/** The adapter has no list. */
export const Unsupported: Story = {
  args: {
    createAdapter: () => {
      const { listProfiles: _, ...adapter } = demoAdapter();
      return adapter;
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('This portal does not list profiles.')).toBeVisible();
  },
};

export const ShownOnly: Story = {
  render: ({ onOpen: _onOpen, onCreate: _onCreate, ...args }) => <ListHost {...args} />,
};

export const LongNames: Story = {
  args: {
    createAdapter: () =>
      demoAdapter({
        profiles: demoProfiles.map((profile) => ({
          ...profile,
          name: `${profile.name}-${'mit-einem-sehr-langen-namen-'.repeat(4)}`,
          tags: [{ key: 'kostenstelle', value: 'x'.repeat(80) }],
        })),
      }),
  },
};

export const Narrow: Story = { args: { width: 400 } };

export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <Story />
      </div>
    ),
  ],
};
