import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { CompareTexts } from '../../src/components/CompareEditor/CompareTexts';
import { newDefaults, oldDefaults } from '../support/mergeTexts';

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
  title: 'Components/CompareTexts',
  component: CompareTexts,
  decorators: [
    (Story) => (
      <div style={{ padding: 16 }}>
        <Story />
      </div>
    ),
  ],
  args: {
    left: { label: 'Kubernetes 1.32.4, Public Repo', text: oldDefaults },
    right: { label: 'Kubernetes 1.33.9, Public Repo', text: newDefaults },
  },
  play: findTexts,
} satisfies Meta<typeof CompareTexts>;

export default meta;
type Story = StoryObj<typeof meta>;

export const TwoVersions: Story = {};

export const UnchangedLinesShown: Story = {
  play: async (context) => {
    await findTexts();
    await userEvent.click(context.canvas.getByRole('button', { name: 'Show unchanged lines' }));
    await expect(document.querySelector('.cm-collapsedLines')).toBeNull();
  },
};

/** One column, with what is gone above what came. */
export const Narrow: Story = { decorators: [narrow] };

export const Dark: Story = { globals: { colorScheme: 'dark' } };

/** Line ends are no difference. */
export const Same: Story = {
  args: {
    left: { label: 'Public Repo', text: oldDefaults },
    right: { label: 'Private Registry', text: oldDefaults.replaceAll('\n', '\r\n') },
  },
  play: async () => {
    await screen.findByText('No differences', undefined, { timeout: 20_000 });
  },
};
