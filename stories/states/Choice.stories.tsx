import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { privateCloud, privateCloudCatalog, withDefaultRegistry } from '../support/catalogs';
import {
  demoAdapter,
  demoChoice,
  demoDraft,
  demoLayer,
  kubernetesLayer,
  networkLayer,
  osLayer,
} from '../support/demo';
import { breakable, silent } from '../support/faults';
import { choosePack, editorShows, press, stepHeading } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Choice',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const atOs = { defaultDraft: { info: demoDraft.info }, defaultStepId: 'layers' as const };
const atKubernetes = {
  defaultDraft: { info: demoDraft.info, layers: [osLayer, kubernetesLayer] },
  defaultStepId: 'layers' as const,
};

/** Nothing is changed before it is said what becomes of each layer; afterwards it can be taken back. */
export const ProviderChanged: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'cloud' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'VMware vSphere' }));
    const question = await canvas.findByRole('region', { name: 'Change to VMware vSphere?' });
    await within(question).findByText('2 layers stay, 2 fall away. Nothing is changed yet.');
    const rows = within(question).getAllByRole('listitem');
    await expect(rows.map((row) => row.textContent)).toEqual([
      'Operating System: Ubuntu 22.04Does not work on VMware vSphere: has to be chosen anew',
      'Kubernetes: Palette eXtended Kubernetes 1.33.xStays as it is',
      'Network: Calico 3.30.3Stays as it is',
      'Storage: Amazon EBS CSI 1.48.0Does not work on VMware vSphere: has to be chosen anew',
    ]);
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
    await press(canvas, 'Keep AWS IaaS');
    await waitFor(() => expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toHaveFocus());
    await expect(canvas.queryByRole('region')).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('radio', { name: 'VMware vSphere' }));
    await press(canvas, 'Change to VMware vSphere');
    await expect(await canvas.findByText('The cloud type was changed.')).toBeVisible();
    await waitFor(() =>
      expect(canvas.getByRole('radio', { name: 'VMware vSphere' })).toHaveFocus(),
    );
    await expect(canvas.getByText(/^Kept: .*Calico 3\.30\.3/)).toBeVisible();
    await expect(canvas.getByText(/To be chosen anew.*Ubuntu 22\.04/)).toBeVisible();
    await press(canvas, 'Undo');
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
  },
};

/** The question as it stands: every way a layer can go. */
export const ProviderAsked: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [osLayer, demoLayer('kubernetes', '1.31.14'), ...demoDraft.layers.slice(2)],
    },
    defaultStepId: 'cloud',
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Apache CloudStack' }));
    await expect(
      await canvas.findByText('Changes to version 1.34.2; your edits are carried over'),
    ).toBeVisible();
    await expect(
      canvas.getByText(/^1 layer stays, 1 changes its version, 2 fall away\./),
    ).toBeVisible();
  },
};

/** Next demands an answer: the wizard does not go on with the old provider without a word. */
export const ProviderAnswerDemanded: Story = {
  ...ProviderAsked,
  play: async (context) => {
    await ProviderAsked.play?.(context);
    const { canvas } = context;
    await press(canvas, 'Next');
    const question = canvas.getByRole('region', { name: 'Change to Apache CloudStack?' });
    await waitFor(() => expect(question).toHaveFocus());
    await expect(question).toHaveAccessibleDescription(/Answer this before you go on/);
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
  },
};

/** The change is made: the pack that goes on in another version is chosen already. */
export const ProviderChangedWithVersion: Story = {
  ...ProviderAsked,
  play: async (context) => {
    await ProviderAsked.play?.(context);
    const { canvas } = context;
    await press(canvas, 'Change to Apache CloudStack');
    await expect(
      await canvas.findByText(
        'Now in another version: Kubernetes: Palette eXtended Kubernetes 1.34.2.',
      ),
    ).toBeVisible();
    await expect(canvas.getByText(/To be chosen anew/)).not.toHaveTextContent(/Kubernetes/);
  },
};

export const ProviderAskedLoading: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'cloud', createAdapter: silent('getPack') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'VMware vSphere' }));
    await expect(await canvas.findByText(/Looking up what becomes/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Change to VMware vSphere' })).toBeEnabled();
  },
};

/** What could not be looked up stops nobody. */
export const ProviderAskedFailed: Story = {
  args: {
    defaultDraft: demoDraft,
    defaultStepId: 'cloud',
    createAdapter: breakable('getPack', 403).createAdapter,
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: 'VMware vSphere' }));
    await expect(await canvas.findAllByText(/Could not be looked up/)).toHaveLength(4);
    await press(canvas, 'Change to VMware vSphere');
    await expect(await canvas.findByText('The cloud type was changed.')).toBeVisible();
  },
};

/** A cloud with fewer layers: what is in the others goes. */
export const ProviderWithFewerLayers: Story = {
  args: {
    defaultDraft: demoDraft,
    defaultStepId: 'cloud',
    createAdapter: () => demoAdapter({}, privateCloudCatalog),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('radio', { name: /Nimbus Private Cloud/ }));
    await expect(
      await canvas.findAllByText(/Falls away: profiles for Nimbus Private Cloud/),
    ).toHaveLength(2);
  },
};

/** Edited values belong to the pack that was left; they come back with it. */
export const ValuesSetAside: Story = {
  args: atKubernetes,
  play: async ({ canvas, userEvent }) => {
    await press(canvas, /^Layer 2 of 4/);
    await expect(await canvas.findByRole('tab', { name: 'Values Edited' })).toBeVisible();
    await press(canvas, /^Change pack/);
    await choosePack(canvas, /RKE2/);
    const said = await canvas.findByText(
      /edited values of Palette eXtended Kubernetes 1\.33\.x are kept/,
    );
    await expect(said).toBeVisible();
    await editorShows(canvas, 'Values of Kubernetes', 'rke2');
    const notice = canvas.getAllByRole('status').find((status) => status.contains(said));
    if (notice === undefined) throw new Error('It is not said in a notice.');
    await userEvent.click(within(notice).getByRole('button', { name: 'Undo' }));
    await editorShows(canvas, 'Values of Kubernetes', 'podCIDR: "100.64.0.0/16"');
  },
};

export const NoPackInRegistry: Story = {
  args: {
    defaultDraft: {
      info: demoDraft.info,
      layers: [osLayer, kubernetesLayer, { kind: 'cni', registryUid: 'registry-public-repo' }],
    },
    defaultStepId: 'layers',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No Network packs for AWS IaaS')).toBeVisible();
    await expect(canvas.getByText(/Public Repo has none that fit/)).toBeVisible();
  },
};

export const NoMatch: Story = {
  args: atOs,
  play: async ({ canvas, userEvent }) => {
    const search = await canvas.findByRole('searchbox', { name: 'Pack Name' });
    await userEvent.type(search, 'debian');
    await expect(await canvas.findByText('No pack matches “debian”')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Clear the search' })).toBeVisible();
  },
};

export const NoRegistries: Story = {
  args: { ...atOs, createAdapter: () => demoAdapter({}, { registries: [], packs: [] }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No registries')).toBeVisible();
  },
};

export const SynchronisationFailed: Story = {
  args: {
    ...atOs,
    createAdapter: () =>
      demoAdapter(
        {},
        withDefaultRegistry({ sync: { status: 'failed', message: 'Credentials were refused.' } }),
      ),
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/synchronisation of Palette Registry failed.*Credentials/),
    ).toBeVisible();
  },
};

export const NeverSynchronised: Story = {
  args: {
    ...atOs,
    createAdapter: () =>
      demoAdapter(
        {},
        {
          ...withDefaultRegistry({ sync: { status: 'never' } }),
          packs: demoCatalog.packs.filter((pack) => pack.layer !== 'os'),
        },
      ),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/was not synchronised yet/)).toBeVisible();
  },
};

/** Its packs cannot be listed: name and version are typed, values pasted. */
export const UnsearchableRegistry: Story = {
  args: atOs,
  play: async ({ canvas, userEvent }) => {
    const registry = await canvas.findByRole('combobox', { name: 'Registry' });
    await userEvent.selectOptions(registry, 'registry-platform-helm');
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'Pack Name' }),
      'hardened-linux',
    );
    await userEvent.type(canvas.getByRole('textbox', { name: 'Pack Version' }), '2026.1.0');
    await expect(canvas.getByText(/cannot be searched: enter/)).toBeVisible();
    await expect(
      await canvas.findByRole('textbox', { name: 'Values of Operating System' }),
    ).toBeVisible();
    await expect(
      canvas.getByRole('button', { name: /^Layer 1 of 4, Operating System, hardened-linux/ }),
    ).toBeVisible();
  },
};

/** Next layer without a pack. */
export const LayerRefused: Story = {
  args: atOs,
  play: async ({ canvas }) => {
    await canvas.findByRole('listbox', { name: 'Packs' });
    await press(canvas, 'Next layer');
    const search = canvas.getByRole('searchbox', { name: 'Pack Name' });
    await expect(search).toHaveFocus();
    await expect(search).toHaveAccessibleDescription(/Choose a pack/);
  },
};

/** A deprecated pack is shown, but not for new profiles. */
export const Deprecated: Story = {
  args: {
    ...atOs,
    createAdapter: () =>
      demoAdapter(
        {},
        {
          packs: demoCatalog.packs.map((pack) =>
            pack.name === 'ubuntu-aws' ? { ...pack, state: 'deprecated' as const } : pack,
          ),
        },
      ),
  },
  play: async ({ canvas }) => {
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    const ubuntu = await within(packs).findByRole('option', { name: /Ubuntu/ });
    await expect(ubuntu).toHaveAttribute('aria-disabled', 'true');
    await expect(ubuntu).toHaveTextContent(/Deprecated.*Cannot be chosen/);
  },
};

/** The version was taken out of the registry since the draft was kept. */
export const VersionGone: Story = {
  args: {
    defaultDraft: {
      info: demoDraft.info,
      layers: [
        {
          ...osLayer,
          pack: {
            ...demoChoice('ubuntu-aws', null),
            version: { tag: '18.04', version: '18.04', packUid: 'gone', cloudTypes: ['aws'] },
          },
        },
      ],
    },
    defaultStepId: 'layers',
  },
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 1 of 4/);
    await expect(await canvas.findByText(/18\.04 is not offered for AWS IaaS/)).toBeVisible();
  },
};

/** A cloud the host brings, with two layers. */
export const CustomCloud: Story = {
  args: {
    defaultDraft: { info: demoDraft.info },
    defaultStepId: 'cloud',
    createAdapter: () => demoAdapter({}, privateCloudCatalog),
  },
  play: async ({ canvas, userEvent }) => {
    const card = await canvas.findByRole('radio', { name: /Nimbus Private Cloud/ });
    await userEvent.click(card);
    await press(canvas, 'Next');
    await stepHeading(canvas, '1/2 Select your base OS pack');
    // The only candidate is chosen, visibly.
    await expect(
      await canvas.findByText('Nimbus Linux', { selector: '.cpb-PackList-name' }),
    ).toBeVisible();
    await editorShows(canvas, 'Values of Operating System', 'namespace: nimbus-linux');
    await press(canvas, 'Next layer');
    await stepHeading(canvas, '2/2 Select your Kubernetes pack');
    await expect(canvas.getByRole('button', { name: 'Confirm' })).toBeVisible();
  },
};

/** A draft that names it is opened with its two layers. */
export const CustomCloudDraft: Story = {
  args: {
    defaultDraft: { info: demoDraft.info, cloudType: privateCloud.cloudType },
    providers: [privateCloud],
    defaultStepId: 'layers',
    createAdapter: () => demoAdapter({}, privateCloudCatalog),
  },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '1/2 Select your base OS pack');
  },
};

/** An empty manifest is a warning: told in the stack, in the footer and in the review. */
export const Warnings: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [
        osLayer,
        kubernetesLayer,
        { ...networkLayer, manifests: [{ name: 'policies', content: '' }] },
        ...demoDraft.layers.slice(3),
      ],
    },
    defaultStepId: 'review',
  },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Review');
    await expect(await canvas.findByText(/The manifest “policies” is empty/)).toBeVisible();
    await press(canvas, /^Open Network/);
    await stepHeading(canvas, '3/4 Select your network pack');
  },
};

/** What the stack needs: requests are read from the values, edits included, where a pack says where. */
export const ResourcesRead: Story = {
  args: {
    defaultDraft: {
      info: demoDraft.info,
      cloudType: 'vsphere',
      layers: [
        demoLayer('ubuntu-vsphere', '22.04'),
        demoLayer('kubernetes', '1.33.9'),
        demoLayer('cni-calico', '3.30.3'),
        demoLayer('csi-rook-ceph', '1.18.6', {
          edit: (values) => values.replace(/cpu: 500m/, 'cpu: 700m'),
        }),
      ],
    },
    defaultStepId: 'review',
  },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Review');
    // 2 of Kubernetes and 0.25 of Calico; three monitors, two managers and a disk of Rook Ceph.
    await expect(
      await canvas.findByText(/^7\.65 CPU · 8\.3 GiB memory · 140 GB disk/),
    ).toBeVisible();
    await expect(
      await canvas.findByText('Requests read from the values of Rook Ceph.'),
    ).toBeVisible();
    await expect(
      canvas.getByText('Minimum as stated by Palette eXtended Kubernetes, Calico, Rook Ceph.'),
    ).toBeVisible();
  },
};

export const PackChosen: Story = {
  args: { defaultDraft: { info: demoDraft.info, layers: [osLayer] }, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await choosePack(canvas, /Palette eXtended Kubernetes/);
    const change = await canvas.findByRole('button', {
      name: 'Change pack Palette eXtended Kubernetes',
    });
    await expect(change).toHaveFocus();
    await expect(await canvas.findByRole('link', { name: /Identity provider/ })).toBeVisible();
    await editorShows(canvas, 'Values of Kubernetes', 'k8sHardening');
  },
};
