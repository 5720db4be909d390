import type { Meta, StoryObj } from '@storybook/react-vite';
import { LayerStackView } from 'cluster-profile-builder';
import { expect, fn } from 'storybook/test';
import { demoChoice, demoDraft, kubernetesLayer, networkLayer, osLayer } from '../support/demo';
import { stackOf } from '../support/StackHost';

const meta = {
  title: 'Components/LayerStackView',
  component: LayerStackView,
  decorators: [
    (Story, { args }) => (
      <div className="story-panel" style={{ inlineSize: args.size === 'large' ? 760 : 280 }}>
        <Story />
      </div>
    ),
  ],
  args: { stack: stackOf(), activeLayerId: 'k8s', onSelect: fn(), onPoint: fn() },
} satisfies Meta<typeof LayerStackView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Compact: Story = {
  play: async ({ canvas, args, userEvent }) => {
    const [top] = canvas.getAllByRole('button');
    await expect(top).toHaveAccessibleName(/^Layer 4 of 4, Storage, Amazon EBS CSI 1\.48\.0/);
    const current = canvas.getByRole('button', { name: /^Layer 2 of 4, Kubernetes/ });
    await expect(current).toHaveAttribute('aria-current', 'true');
    await userEvent.click(canvas.getByRole('button', { name: /^Layer 3 of 4, Network, Calico/ }));
    await expect(args.onSelect).toHaveBeenCalledTimes(1);
    await expect(args.onSelect).toHaveBeenCalledWith('cni');
  },
};

export const Large: Story = { args: { size: 'large', activeLayerId: null } };

export const Empty: Story = {
  args: { stack: stackOf({}), activeLayerId: 'os', refusedLayerIds: [] },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('button', { name: 'Layer 1 of 4, Operating System, Not chosen' }),
    ).toBeVisible();
  },
};

/** Layers that stopped the way on tell their errors; an empty manifest is a warning. */
export const WithProblems: Story = {
  args: {
    stack: stackOf({
      layers: [
        osLayer,
        { ...kubernetesLayer, pack: demoChoice('kubernetes', null), values: undefined },
        { ...networkLayer, manifests: [{ name: 'policies', content: '' }] },
      ],
    }),
    activeLayerId: 'cni',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: /Kubernetes.*1 error/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /Network.*1 warning/ })).toBeVisible();
  },
};

const addons = Array.from({ length: 4 }, (_, index) => ({
  ...networkLayer,
  kind: 'addon' as const,
  manifests: [],
  pack: {
    ...demoChoice('cni-calico', '3.30.3'),
    name: `addon-${index + 1}`,
    displayName: ['Ingress', 'Monitoring', 'Certificates', 'Backup of everything'][index] ?? '',
  },
}));

/** Above six layers the rows are lower. */
export const EightLayers: Story = {
  args: {
    stack: stackOf({
      info: { ...demoDraft.info, type: 'cluster' },
      layers: [...demoDraft.layers, ...addons],
    }),
    activeLayerId: 'addon-2',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button')).toHaveLength(8);
  },
};

export const EightLayersLarge: Story = {
  args: { ...EightLayers.args, size: 'large' },
};

export const TwoLayers: Story = {
  args: { stack: { ...stackOf(), layers: stackOf().layers.slice(0, 2) } },
};

export const LongNames: Story = {
  args: {
    stack: stackOf({
      layers: [
        {
          ...osLayer,
          pack: {
            ...demoChoice('ubuntu-aws', '22.04'),
            displayName: 'Ein Betriebssystem mit einem Namen, der keine Zeile kennt',
          },
        },
      ],
    }),
  },
};

/** Nothing can be opened. */
export const ReadOnly: Story = {
  args: { activeLayerId: null },
  render: ({ onSelect: _onSelect, onPoint: _onPoint, ...args }) => <LayerStackView {...args} />,
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4);
  },
};
