import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ChoiceEvent } from 'cluster-profile-builder/model';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { expect, fn, waitFor, within } from 'storybook/test';
import { manyPacks } from '../support/catalogs';
import {
  demoAdapter,
  demoDraft,
  demoLayer,
  kubernetesLayer,
  networkLayer,
  osLayer,
} from '../support/demo';
import { breakable, silent } from '../support/faults';
import { choosePack, press } from '../support/flow';
import { LayerPickerHost } from '../support/StackHost';

const meta = {
  title: 'Components/LayerPicker',
  component: LayerPickerHost,
  args: { cloudName: 'AWS IaaS', onChoice: fn<(event: ChoiceEvent) => void>() },
} satisfies Meta<typeof LayerPickerHost>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ListOpen: Story = {
  args: { layerId: 'k8s' },
  play: async ({ canvas }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    await within(packs).findByRole('option', { name: /Palette eXtended Kubernetes/ });
    await expect(canvas.getByText('3 packs')).toBeVisible();
  },
};

/** Arrow keys in the search field move in the list, Enter chooses. */
export const ByKeyboard: Story = {
  args: { layerId: 'k8s' },
  // Simulated keys move the focus outside of `act`, which only the test runner minds.
  parameters: { expectedConsole: [/wrapped in act|inside an `act` scope/] },
  play: async ({ canvas, args, userEvent }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    await within(packs).findByRole('option', { name: /RKE2/ });
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Pack Name' }), 'extended');
    await expect(await canvas.findByText('1 of 3 packs')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(await canvas.findByRole('button', { name: /^Change pack Palette/ })).toHaveFocus();
    await expect(args.onChoice).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'packSelected', layerId: 'k8s' }),
    );
  },
};

/** Arrow keys only move: nothing is chosen before Enter, and Keep leaves everything as it was. */
export const ChangeAndKeep: Story = {
  args: { layerId: 'k8s', draft: { layers: [osLayer, kubernetesLayer] } },
  play: async ({ canvas, args, userEvent }) => {
    await canvas.findByRole('combobox', { name: 'Pack Version' });
    args.onChoice?.mockClear();
    await press(canvas, /^Change pack/);
    const search = await canvas.findByRole('searchbox', { name: 'Pack Name' });
    await expect(search).toHaveFocus();
    await canvas.findByRole('listbox', { name: 'Packs' });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect(canvas.getByRole('listbox', { name: 'Packs' })).toBeVisible();
    await press(canvas, 'Keep Palette eXtended Kubernetes');
    await expect(canvas.getByRole('button', { name: /^Change pack/ })).toHaveFocus();
    await expect(args.onChoice).not.toHaveBeenCalled();
  },
};

/** What the pack means for the choice stands on its card. */
export const WithHint: Story = {
  args: { layerId: 'os', draft: { layers: [demoLayer('byoi-aws', '1.1.0')] } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link')).toBeVisible();
  },
};

/** A group follows new releases; a version stays. */
export const GroupChosen: Story = {
  args: { layerId: 'k8s', draft: { layers: [osLayer, kubernetesLayer] } },
  play: async ({ canvas }) => {
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await expect(versions).toHaveDisplayValue('1.33.x → 1.33.9 today');
    await expect(versions).toHaveAccessibleDescription(/stands for 1\.33\.9 today and follows/);
    await expect(
      within(versions).getByRole('group', { name: 'Versions in 1.32.x' }),
    ).toBeInTheDocument();
    await expect(
      within(versions).getByRole('option', { name: /1\.31\.14 · deprecated/ }),
    ).toBeInTheDocument();
  },
};

export const VersionPinned: Story = {
  args: { layerId: 'os', draft: { layers: [osLayer] } },
  play: async ({ canvas }) => {
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await expect(versions).toHaveAccessibleDescription('Stays on 22.04.');
  },
};

/** Deprecated packs are shown and cannot be chosen … */
export const DeprecatedShown: Story = {
  args: { layerId: 'cni' },
  play: async ({ canvas, args, userEvent }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    const cilium = await within(packs).findByRole('option', {
      name: /cni-cilium .*Cannot be chosen/,
    });
    await userEvent.click(cilium);
    await expect(args.onChoice).not.toHaveBeenCalled();
    await expect(packs).toBeVisible();
  },
};

/** … unless the host allows it. */
export const DeprecatedAllowed: Story = {
  args: { layerId: 'cni', allowsDeprecated: true },
  play: async ({ canvas }) => {
    await choosePack(canvas, /cni-cilium .*Deprecated/);
    await expect(await canvas.findByRole('button', { name: /^Change pack/ })).toBeVisible();
  },
};

const oldKubernetes = demoLayer('kubernetes', '1.31.14');

/** What chosen packs say of a pack stands in its row, before it is chosen; it can be chosen all the same. */
export const ListWithMisfits: Story = {
  args: { layerId: 'cni', draft: { layers: [osLayer, kubernetesLayer] }, allowsDeprecated: true },
  play: async ({ canvas }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    const cilium = await within(packs).findByRole('option', {
      name: /cni-cilium Does not fit.*1\.14\.9: Palette eXtended Kubernetes does not work with ≤ 1\.14/,
    });
    await expect(cilium).not.toHaveAttribute('aria-disabled', 'true');
    await expect(within(packs).getByRole('option', { name: /^Calico/ })).not.toHaveAccessibleName(
      /fit/,
    );
  },
};

/** A pack's own rules mark its row as well: those of its newest version, as another one may fit. */
export const ListWithOwnRules: Story = {
  args: { layerId: 'cni', draft: { layers: [osLayer, oldKubernetes] } },
  play: async ({ canvas }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    const calico = await within(packs).findByRole('option', {
      name: /^Calico cni-calico .*Does not fit .*Newest version 3\.31\.0: Works with Palette eXtended Kubernetes ≥ 1\.32; 1\.31\.14 is chosen\./,
    });
    await expect(calico).not.toHaveAttribute('aria-disabled', 'true');
  },
};

/** Versions whose rules speak against what is chosen are marked once somebody looks at them. */
export const VersionMisfit: Story = {
  args: {
    layerId: 'cni',
    draft: { layers: [osLayer, oldKubernetes, demoLayer('cni-calico', '3.31.0')] },
  },
  play: async ({ canvas, args, userEvent }) => {
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await expect(
      await canvas.findByText('Works with Palette eXtended Kubernetes ≥ 1.32; 1.31.14 is chosen.'),
    ).toBeVisible();
    await expect(versions).toHaveAccessibleDescription(/Stays on 3\.31\.0.*≥ 1\.32; 1\.31\.14/);
    await userEvent.click(versions);
    await expect(
      await within(versions).findByRole('option', {
        name: '3.31.x → 3.31.0 today · does not fit Palette eXtended Kubernetes',
      }),
    ).toBeInTheDocument();
    await expect(
      within(versions).getByRole('option', {
        name: '3.28.4 · deprecated · no support since 2025-08-31',
      }),
    ).toBeInTheDocument();
    // What does not fit can be chosen all the same.
    await userEvent.selectOptions(versions, '3.30.3');
    await userEvent.selectOptions(versions, '3.31.x');
    await expect(args.onChoice).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'versionSelected' }),
    );
    await expect(await canvas.findByText('It does not fit the stack')).toBeVisible();
  },
};

/** What was taken out of use stands in the list and cannot be chosen. */
export const VersionDisabled: Story = {
  args: {
    layerId: 'cni',
    draft: { layers: [osLayer, kubernetesLayer, networkLayer] },
    createAdapter: () =>
      demoAdapter(
        {},
        {
          packs: demoCatalog.packs.map((pack) => ({
            ...pack,
            tags: pack.tags.map((tag) =>
              pack.name === 'cni-calico' && tag.tag === '3.29.5'
                ? { ...tag, state: 'disabled' as const }
                : tag,
            ),
          })),
        },
      ),
  },
  play: async ({ canvas }) => {
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await expect(
      await within(versions).findByRole('option', { name: '3.29.5 · disabled' }),
    ).toBeDisabled();
  },
};

/** A version without support, from a registry that is not the default one. */
export const SupportEnded: Story = {
  args: {
    today: '2026-11-01',
    layerId: 'k8s',
    draft: {
      layers: [osLayer, demoLayer('kubernetes', '1.31.4', { registryUid: 'registry-public-repo' })],
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('From Public Repo')).toBeVisible();
    await expect(canvas.getByText('No support since 2026-10-28')).toBeVisible();
  },
};

/** The README of the version, without leaving the choice. */
export const ReadmeOpen: Story = {
  args: { layerId: 'cni', draft: { layers: [osLayer, kubernetesLayer, networkLayer] } },
  play: async ({ canvas }) => {
    await press(canvas, 'README of Calico 3.30.3');
    const dialog = await canvas.findByRole('dialog', { name: 'README of Calico 3.30.3' });
    await expect(await within(dialog).findByRole('article')).toBeVisible();
  },
};

/** Asked of the registry, which knows. */
export const FipsOnly: Story = {
  args: { layerId: 'k8s' },
  play: async ({ canvas, userEvent }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    await within(packs).findByRole('option', { name: /RKE2 .*FIPS/ });
    await userEvent.click(canvas.getByRole('checkbox', { name: 'FIPS-validated packs only' }));
    await waitFor(() =>
      expect(within(canvas.getByRole('listbox')).getAllByRole('option')).toHaveLength(1),
    );
    await expect(canvas.getByText('1 pack')).toBeVisible();
  },
};

export const NoFipsPack: Story = {
  args: { layerId: 'csi' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('checkbox', { name: 'FIPS-validated packs only' }),
    );
    await expect(await canvas.findByText('No FIPS-validated pack')).toBeVisible();
    await press(canvas, 'Show all packs');
    await canvas.findByRole('listbox', { name: 'Packs' });
  },
};

/** A backend that knows nothing of it has no such filter. */
export const WithoutFips: Story = {
  args: {
    layerId: 'k8s',
    createAdapter: () =>
      demoAdapter(
        {},
        {
          registries: demoCatalog.registries.map((registry) => ({ ...registry, knowsFips: false })),
          packs: demoCatalog.packs.map((pack) => ({ ...pack, isFips: undefined })),
        },
      ),
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('listbox', { name: 'Packs' });
    await expect(canvas.queryByRole('checkbox')).not.toBeInTheDocument();
  },
};

export const Typed: Story = {
  args: {
    draft: {
      layers: [
        {
          kind: 'os',
          pack: {
            registryUid: 'registry-platform-helm',
            name: 'hardened-linux',
            displayName: 'hardened-linux',
            type: 'helm',
            cloudTypes: ['all'],
            state: 'active',
            isTyped: true,
            version: { tag: '2026.1.0', version: '2026.1.0', packUid: null, cloudTypes: ['all'] },
          },
        },
      ],
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('textbox', { name: 'Pack Name' })).toHaveValue(
      'hardened-linux',
    );
    await expect(canvas.getByRole('textbox', { name: 'Pack Version' })).toHaveValue('2026.1.0');
  },
};

export const TypedFaults: Story = {
  args: {
    showsFaults: true,
    draft: { layers: [{ kind: 'os', registryUid: 'registry-platform-helm' }] },
  },
  play: async ({ canvas }) => {
    const name = await canvas.findByRole('textbox', { name: 'Pack Name' });
    await expect(name).toBeInvalid();
    await expect(name).toHaveAccessibleDescription('Enter the name of the pack.');
    await expect(canvas.getByText('Enter the version of the pack.')).toBeVisible();
  },
};

export const PackMissing: Story = {
  args: { showsFaults: true, layerId: 'k8s' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Choose a pack.')).toBeVisible();
  },
};

/** Hundreds of packs: a part of them, the count of all, and a search over all. */
export const Many: Story = {
  args: { createAdapter: () => demoAdapter({ pageSize: 500 }, manyPacks(480)) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('480 packs')).toBeVisible();
    const packs = canvas.getByRole('listbox', { name: 'Packs' });
    await expect(within(packs).getAllByRole('option')).toHaveLength(40);
    await press(canvas, 'Show more');
    await expect(within(packs).getAllByRole('option')).toHaveLength(200);
    await press(canvas, 'Show more');
    await expect(within(packs).getAllByRole('option')).toHaveLength(360);
  },
};

/** Ten thousand packs that come in one page: the search runs in the browser. */
export const TenThousand: Story = {
  args: { createAdapter: () => demoAdapter({ pageSize: 10_000 }, manyPacks(10_000)) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('10000 packs')).toBeVisible();
  },
};

/** Ten thousand packs in pages: the backend is searched. */
export const TenThousandInPages: Story = {
  args: { createAdapter: () => demoAdapter({}, manyPacks(10_000)) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('50 of 10000 packs')).toBeVisible();
  },
};

export const VersionsFailed: Story = {
  args: {
    draft: { info: demoDraft.info, layers: [osLayer] },
    createAdapter: breakable('getPack', 500).createAdapter,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/versions of this pack/);
  },
};

export const LoadingPacks: Story = {
  args: { createAdapter: silent('listPacks') },
};

/** The cloud type was changed; the version that is chosen does not work there. */
export const CloudMismatch: Story = {
  args: {
    cloudName: 'VMware vSphere',
    layerId: 'os',
    draft: { cloudType: 'vsphere', layers: [osLayer] },
  },
};
