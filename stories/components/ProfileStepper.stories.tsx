import type { Meta, StoryObj } from '@storybook/react-vite';
import { ProfileStepper } from 'cluster-profile-builder';
import { expect, fn } from 'storybook/test';

const meta = {
  title: 'Components/ProfileStepper',
  component: ProfileStepper,
  decorators: [
    (Story) => (
      <div className="story-panel">
        <Story />
      </div>
    ),
  ],
  args: {
    currentId: 'layers',
    onSelect: fn(),
    steps: [
      { id: 'info', status: 'done' },
      { id: 'cloud', status: 'done' },
      { id: 'layers', status: 'open', detail: '2/4' },
      { id: 'review', status: 'upcoming' },
    ],
  },
} satisfies Meta<typeof ProfileStepper>;

export default meta;
type Story = StoryObj<typeof meta>;

export const UnderWay: Story = {
  play: async ({ canvas, args, userEvent }) => {
    const current = canvas.getByRole('button', { name: /^Profile layers 2\/4/ });
    await expect(current).toHaveAttribute('aria-current', 'step');
    await expect(canvas.getByRole('button', { name: /^Review/ })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: /^Cloud type.*completed/ }));
    await expect(args.onSelect).toHaveBeenCalledTimes(1);
    await expect(args.onSelect).toHaveBeenCalledWith('cloud');
  },
};

export const AtTheStart: Story = {
  args: {
    currentId: 'info',
    steps: [
      { id: 'info', status: 'open' },
      { id: 'cloud', status: 'upcoming' },
      { id: 'layers', status: 'upcoming' },
      { id: 'review', status: 'upcoming' },
    ],
  },
};

export const WithProblems: Story = {
  args: {
    currentId: 'review',
    steps: [
      { id: 'info', status: 'open', errors: 1 },
      { id: 'cloud', status: 'done' },
      { id: 'layers', status: 'open', detail: '3/4', errors: 2, warnings: 1 },
      { id: 'review', status: 'open' },
    ],
  },
};

/** While saving no step can be opened. */
export const Disabled: Story = {
  args: { ...WithProblems.args, disabled: true },
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Cloud type/ }));
    await expect(args.onSelect).not.toHaveBeenCalled();
  },
};

export const Narrow: Story = {
  args: WithProblems.args ?? {},
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360 }}>
        <Story />
      </div>
    ),
  ],
};
