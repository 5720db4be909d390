import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import {
  ConflictView,
  type ConflictViewProps,
} from '../../src/components/CompareEditor/ConflictView';
import type { ConflictSide } from '../../src/model/valuesCarry';
import { conflicts, editedValues, newDefaults } from '../support/mergeTexts';

/** Keeps the decisions, as the layer does. */
function Host(props: ConflictViewProps) {
  const [decisions, setDecisions] = useState<readonly (ConflictSide | null)[]>(props.decisions);
  return (
    <ConflictView
      {...props}
      decisions={decisions}
      onTake={(indexes, side) => {
        props.onTake(indexes, side);
        setDecisions((before) =>
          before.map((taken, index) => (indexes.includes(index) ? side : taken)),
        );
      }}
    />
  );
}

const narrow: Decorator = (Story) => (
  <div style={{ inlineSize: 368 }}>
    <Story />
  </div>
);

const findTexts = async () => {
  await waitFor(() => expect(document.querySelector('.cm-changedLine')).toBeVisible(), {
    timeout: 20_000,
  });
};

const meta = {
  title: 'Components/ConflictView',
  component: ConflictView,
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
  ],
  args: {
    conflicts,
    mine: editedValues,
    theirs: newDefaults,
    mineLabel: 'Your values of 1.32.4',
    theirsLabel: 'Defaults of 1.33.9',
    decisions: [null, null, null],
    onTake: fn(),
    onClose: fn(),
  },
  render: (args) => <Host {...args} />,
  play: findTexts,
} satisfies Meta<typeof ConflictView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Undecided: Story = {};

/** By keyboard: Tab goes from conflict to conflict, arrow keys take a side. */
export const Deciding: Story = {
  play: async ({ args }) => {
    await findTexts();
    const [first] = screen.getAllByRole('group', { name: /podCIDR/ });
    if (first === undefined) throw new Error('There is no conflict.');
    await userEvent.click(within(first).getByRole('radio', { name: /Take the new default/ }));
    await expect(args.onTake).toHaveBeenLastCalledWith([0], 'theirs');
    await expect(screen.getByText('2 of 3 undecided')).toBeVisible();
  },
};

export const AllTaken: Story = {
  play: async ({ args }) => {
    await findTexts();
    await userEvent.click(screen.getByRole('button', { name: 'Keep all mine' }));
    await expect(args.onTake).toHaveBeenLastCalledWith([0, 1, 2], 'mine');
    await expect(screen.getByText('All 3 decided')).toBeVisible();
  },
};

export const Narrow: Story = { ...Deciding, decorators: [narrow] };

export const Dark: Story = { ...Deciding, globals: { colorScheme: 'dark' } };
