import type { Meta, StoryObj } from '@storybook/react-vite';
import { StackReview } from 'cluster-profile-builder';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { expect, fn } from 'storybook/test';
import { demoDraft, demoInfo, networkLayer } from '../support/demo';
import { stackOf } from '../support/StackHost';

const meta = {
  title: 'Components/StackReview',
  component: StackReview,
  decorators: [
    (Story) => (
      <div className="story-panel">
        <Story />
      </div>
    ),
  ],
  args: {
    info: demoInfo,
    stack: stackOf(),
    cloudName: 'AWS IaaS',
    scopeName: 'Project Default',
    registries: demoCatalog.registries,
    onEdit: fn(),
  },
} satisfies Meta<typeof StackReview>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Complete: Story = {
  play: async ({ canvas, args, userEvent }) => {
    await expect(canvas.getByText('No open problems.')).toBeVisible();
    await expect(canvas.getByText('AWS IaaS')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Network' }));
    await expect(args.onEdit).toHaveBeenLastCalledWith({ stepId: 'layers', layerId: 'cni' });
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Basic information' }));
    await expect(args.onEdit).toHaveBeenLastCalledWith({ stepId: 'info' });
  },
};

/** Every problem names its place and leads there. */
export const WithProblems: Story = {
  args: {
    info: { ...demoInfo, name: '', version: '1' },
    stack: stackOf({
      layers: [
        ...demoDraft.layers.slice(0, 2),
        {
          ...networkLayer,
          manifests: [
            { name: 'policies', content: '' },
            { name: 'policies', content: 'kind: List' },
          ],
        },
      ],
    }),
  },
  play: async ({ canvas, args, userEvent }) => {
    await expect(canvas.getByText('Enter a name.')).toBeVisible();
    await expect(canvas.getByText('Two manifests are named “policies”.')).toBeVisible();
    await expect(canvas.getByText('The manifest “policies” is empty.')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Open Storage' }));
    await expect(args.onEdit).toHaveBeenLastCalledWith(
      expect.objectContaining({ stepId: 'layers', layerId: 'csi' }),
    );
    const [toName, toVersion] = canvas.getAllByRole('button', { name: 'Open Basic information' });
    if (toName === undefined || toVersion === undefined) throw new Error('Two are at fault.');
    await userEvent.click(toName);
    await expect(args.onEdit).toHaveBeenLastCalledWith({ stepId: 'info', field: 'name' });
    await userEvent.click(toVersion);
    await expect(args.onEdit).toHaveBeenLastCalledWith({ stepId: 'info', field: 'version' });
    const [, toEmpty] = canvas.getAllByRole('button', { name: /^Open Network, manifest/ });
    if (toEmpty === undefined) throw new Error('Two manifests are at fault.');
    await userEvent.click(toEmpty);
    await expect(args.onEdit).toHaveBeenLastCalledWith(
      expect.objectContaining({
        layerId: 'cni',
        place: expect.objectContaining({ textId: 'manifest/manifest-1' }) as unknown,
      }),
    );
  },
};

export const NameTaken: Story = {
  args: {
    nameRefusal: {
      name: demoInfo.name,
      version: demoInfo.version,
      reason: 'taken',
      field: 'name',
      serverMessage: null,
      mayBeOurs: false,
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('“payments-aws-production” 1.2.0 exists already.')).toBeVisible();
  },
};

export const Empty: Story = {
  args: {
    info: { ...demoInfo, name: '', description: '', tags: [] },
    stack: stackOf({}),
    scopeName: undefined,
  },
};

export const ReadOnly: Story = {
  render: ({ onEdit: _onEdit, ...args }) => <StackReview {...args} />,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360 }}>
        <Story />
      </div>
    ),
  ],
};
