import type { Meta, StoryObj } from '@storybook/react-vite';
import { demoCatalog } from 'cluster-profile-builder/demo';
import type { ChoiceEvent } from 'cluster-profile-builder/model';
import { expect, fn, userEvent, within } from 'storybook/test';
import { demoAdapter, demoLayer, kubernetesLayer, networkLayer, osLayer } from '../support/demo';
import { breakable, silent } from '../support/faults';
import { press, type Canvas } from '../support/flow';
import { LayerPickerHost } from '../support/StackHost';

/** Two versions, or the same pack of two registries, are compared before one is chosen. */
const meta = {
  title: 'Components/ComparePacks',
  component: LayerPickerHost,
  args: {
    cloudName: 'AWS IaaS',
    layerId: 'cni',
    draft: { layers: [osLayer, kubernetesLayer, networkLayer] },
    onChoice: fn<(event: ChoiceEvent) => void>(),
  },
} satisfies Meta<typeof LayerPickerHost>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Opens the window and gives the queries on it and its sides. */
async function compare(canvas: Canvas, pack = 'Calico') {
  await press(canvas, `Compare versions of ${pack}`);
  const dialog = within(await canvas.findByRole('dialog', { name: `Compare ${pack}` }));
  const side = async (name: string) => within(await dialog.findByRole('group', { name }));
  return { dialog, left: await side('Left side'), right: await side('Right side') };
}

/** The chosen version at the left, the newest other at the right. */
export const Values: Story = {
  play: async ({ canvas, args }) => {
    const { dialog, left, right } = await compare(canvas);
    await expect(await left.findByRole('combobox', { name: 'Version' })).toHaveValue('3.30.3');
    await expect(left.getByText('Chosen now')).toBeVisible();
    await expect(await right.findByRole('combobox', { name: 'Version' })).toHaveValue('3.31.0');
    await expect(await dialog.findByText('3.30.3 · Palette Registry')).toBeVisible();
    await press(right, 'Use this version: 3.31.0 of Palette Registry');
    await expect(args.onChoice).toHaveBeenLastCalledWith(
      expect.objectContaining({
        type: 'packSelected',
        pack: expect.objectContaining({
          version: expect.objectContaining({ tag: '3.31.0' }) as unknown,
        }) as unknown,
      }),
    );
    await expect(canvas.queryByRole('dialog')).not.toBeInTheDocument();
    await expect(canvas.getByRole('combobox', { name: 'Pack Version' })).toHaveValue('3.31.0');
  },
};

export const Presets: Story = {
  args: {
    layerId: 'k8s',
    draft: { layers: [osLayer, demoLayer('kubernetes', '1.33.9')] },
    createAdapter: () =>
      demoAdapter(
        {},
        {
          packs: demoCatalog.packs.map((pack) =>
            pack.name === 'kubernetes'
              ? {
                  ...pack,
                  versions: pack.versions.map((version) => ({
                    ...version,
                    content: () => {
                      const content =
                        typeof version.content === 'function' ? version.content() : version.content;
                      return version.version === '1.34.2'
                        ? {
                            ...content,
                            presets: content.presets
                              .slice(1)
                              .map((preset, at) =>
                                at === 0 ? { ...preset, add: 'pack: {}\\n' } : preset,
                              ),
                          }
                        : content;
                    },
                  })),
                }
              : pack,
          ),
        },
      ),
  },
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas, 'Palette eXtended Kubernetes');
    await userEvent.click(await dialog.findByRole('tab', { name: 'Presets' }));
    const table = await dialog.findByRole('table', { name: 'Presets of both versions' });
    await expect(
      within(table).getByRole('row', {
        name: /Kube Controller Manager: Loopback only Here Not here/,
      }),
    ).toBeVisible();
    await expect(within(table).getAllByText('Other values')).toHaveLength(2);
    await expect(within(table).getAllByText('The same')).not.toHaveLength(0);
  },
};

/** Said once: a table of what is the same would say nothing more. */
export const SamePresets: Story = {
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas);
    await userEvent.click(await dialog.findByRole('tab', { name: 'Presets' }));
    await expect(await dialog.findByText('Both versions have the same presets.')).toBeVisible();
    await expect(dialog.queryByRole('table')).not.toBeInTheDocument();
  },
};

export const Readmes: Story = {
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas);
    await userEvent.click(await dialog.findByRole('tab', { name: 'README' }));
    await expect(await dialog.findByText('3.31.0 · Palette Registry')).toBeVisible();
  },
};

/** The same pack in another registry, in the version it has there. */
export const TwoRegistries: Story = {
  play: async ({ canvas, args }) => {
    const { right } = await compare(canvas);
    await userEvent.selectOptions(
      right.getByRole('combobox', { name: 'Registry' }),
      'registry-community',
    );
    await press(right, /^Use this version: .* of Palette Community Registry/);
    await expect(args.onChoice).toHaveBeenLastCalledWith(
      expect.objectContaining({
        type: 'packSelected',
        pack: expect.objectContaining({ registryUid: 'registry-community' }) as unknown,
      }),
    );
  },
};

const withOldKubernetes = {
  layers: [osLayer, demoLayer('kubernetes', '1.31.14'), networkLayer],
};

/** A version that does not fit the stack says so before it is taken; it can be taken all the same. */
export const Misfit: Story = {
  args: { draft: withOldKubernetes },
  play: async ({ canvas, args }) => {
    const { left, right } = await compare(canvas);
    await expect(
      await right.findByText('Works with Palette eXtended Kubernetes ≥ 1.32; 1.31.14 is chosen.'),
    ).toBeVisible();
    const versions = right.getByRole('combobox', { name: 'Version' });
    await expect(versions).toHaveAccessibleDescription(
      /does not fit the stack.*≥ 1\.32; 1\.31\.14/,
    );
    await expect(left.queryByText('It does not fit the stack')).not.toBeInTheDocument();
    // The others are looked up once somebody goes to the list.
    await userEvent.click(versions);
    await userEvent.selectOptions(versions, '3.30.3');
    await expect(
      await right.findByRole('option', {
        name: '3.31.0 · does not fit Palette eXtended Kubernetes',
      }),
    ).toBeInTheDocument();
    await userEvent.selectOptions(versions, '3.31.0');
    await press(right, 'Use this version: 3.31.0 of Palette Registry');
    await expect(args.onChoice).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'packSelected' }),
    );
  },
};

/** Marked as where versions are chosen. */
export const Deprecated: Story = {
  args: { today: '2026-03-16' },
  play: async ({ canvas }) => {
    const { right } = await compare(canvas);
    const versions = await right.findByRole('combobox', { name: 'Version' });
    const old = await right.findByRole('option', {
      name: '3.28.4 · deprecated · no support since 2025-08-31',
    });
    await userEvent.selectOptions(versions, old);
    await expect(await right.findByText('Deprecated')).toBeVisible();
    await expect(right.getByText('No support since 2025-08-31')).toBeVisible();
    await expect(
      right.getByRole('button', { name: 'Use this version: 3.28.4 of Palette Registry' }),
    ).not.toHaveAttribute('aria-disabled');
  },
};

/** What cannot be chosen for new profiles can be looked at, and says why it cannot be taken. */
export const Refused: Story = {
  args: {
    createAdapter: () =>
      demoAdapter(
        {},
        {
          packs: demoCatalog.packs.map((pack) => {
            if (pack.name !== 'cni-calico') return pack;
            if (pack.registryUid === 'registry-community') return { ...pack, state: 'deprecated' };
            return {
              ...pack,
              tags: pack.tags.map((tag) =>
                tag.tag === '3.29.5' ? { ...tag, state: 'disabled' } : tag,
              ),
            };
          }),
        },
      ),
  },
  play: async ({ canvas, args }) => {
    const { right } = await compare(canvas);
    const versions = await right.findByRole('combobox', { name: 'Version' });
    await userEvent.selectOptions(versions, '3.29.5');
    const use = await right.findByRole('button', { name: /^Use this version: 3\.29\.5/ });
    await expect(use).toHaveAttribute('aria-disabled', 'true');
    await expect(use).toHaveAccessibleDescription(
      '3.29.5 is disabled in Palette Registry: it cannot be chosen.',
    );
    await userEvent.selectOptions(
      right.getByRole('combobox', { name: 'Registry' }),
      'registry-community',
    );
    const other = await right.findByRole('button', { name: /of Palette Community Registry$/ });
    await expect(other).toHaveAccessibleDescription(
      'Calico is deprecated in Palette Community Registry: it cannot be chosen for new profiles.',
    );
    const calls = args.onChoice?.mock.calls.length;
    await userEvent.click(other);
    await expect(args.onChoice?.mock.calls.length).toBe(calls);
  },
};

export const DeprecatedAllowed: Story = {
  args: { ...Refused.args, allowsDeprecated: true },
  play: async ({ canvas }) => {
    const { right } = await compare(canvas);
    await userEvent.selectOptions(
      right.getByRole('combobox', { name: 'Registry' }),
      'registry-community',
    );
    await expect(
      await right.findByRole('button', { name: /of Palette Community Registry$/ }),
    ).not.toHaveAttribute('aria-disabled');
  },
};

export const NotInTheOtherRegistry: Story = {
  play: async ({ canvas }) => {
    const { right } = await compare(canvas);
    await userEvent.selectOptions(
      right.getByRole('combobox', { name: 'Registry' }),
      'registry-public-repo',
    );
    await expect(
      await right.findByText('Public Repo does not have Calico for this cloud.'),
    ).toBeVisible();
  },
};

export const SameVersion: Story = {
  play: async ({ canvas }) => {
    const { dialog, right } = await compare(canvas);
    await userEvent.selectOptions(
      await right.findByRole('combobox', { name: 'Version' }),
      '3.30.3',
    );
    await expect(await dialog.findByText(/Both sides show the same version/)).toBeVisible();
  },
};

/** Two files that say the same. */
export const NoDifferences: Story = {
  args: {
    createAdapter: () =>
      demoAdapter(
        {},
        {
          packs: demoCatalog.packs.map((pack) =>
            pack.name === 'cni-calico'
              ? {
                  ...pack,
                  versions: pack.versions.map(({ version, packUid }) => ({
                    version,
                    packUid,
                    content: {
                      packUid,
                      values: 'pack: {}\\n',
                      presets: [],
                      schema: [],
                      dependencies: [],
                    },
                  })),
                }
              : pack,
          ),
        },
      ),
  },
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas);
    await expect(await dialog.findByText('No differences')).toBeVisible();
    await userEvent.click(dialog.getByRole('tab', { name: 'Presets' }));
    await expect(await dialog.findByText('Neither version has presets.')).toBeVisible();
    await userEvent.click(dialog.getByRole('tab', { name: 'README' }));
    await expect(await dialog.findByText('Neither version has a README.')).toBeVisible();
  },
};

export const Loading: Story = {
  args: { createAdapter: silent('getPackVersion') },
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas);
    await expect(await dialog.findByText('Loading both versions …')).toBeInTheDocument();
  },
};

const broken = breakable('getPackVersion', 500);

export const Failed: Story = {
  args: { createAdapter: broken.createAdapter },
  play: async ({ canvas }) => {
    const { dialog } = await compare(canvas);
    await expect(await dialog.findByRole('alert')).toHaveTextContent(/could not be loaded/);
    broken.mend();
    await press(dialog, 'Try again');
    await expect(await dialog.findByText('3.30.3 · Palette Registry')).toBeVisible();
  },
};

/** One side above the other. */
export const Narrow: Story = {
  args: { width: 360 },
  globals: { viewport: { value: 'mobile1' } },
  play: async ({ canvas }) => {
    await compare(canvas);
  },
};
