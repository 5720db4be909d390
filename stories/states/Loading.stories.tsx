import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { demoDraft, kubernetesLayer, osLayer } from '../support/demo';
import { silent } from '../support/faults';
import { press, stepHeading, type Canvas } from '../support/flow';
import { DetailsHost, ListHost } from '../support/ListHost';
import { demoProfiles } from '../support/profiles';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Loading',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const atOs = { defaultDraft: { info: demoDraft.info }, defaultStepId: 'layers' as const };

/** Said to screen readers; the layout that will be there is drawn in grey. */
async function isLoading(canvas: Canvas, what: string) {
  await waitFor(() => expect(canvas.getByText(`Loading ${what} …`)).toBeInTheDocument());
}

export const Registries: Story = {
  args: { ...atOs, createAdapter: silent('listRegistries') },
  play: async ({ canvas }) => {
    await isLoading(canvas, 'registries');
  },
};

export const Packs: Story = {
  args: { ...atOs, createAdapter: silent('listPacks') },
  play: async ({ canvas }) => {
    await isLoading(canvas, 'packs');
    await expect(canvas.getByRole('combobox', { name: 'Registry' })).toBeVisible();
  },
};

const kubernetesWithoutValues = { ...kubernetesLayer, values: undefined };
const atKubernetes = {
  defaultDraft: { info: demoDraft.info, layers: [osLayer, kubernetesWithoutValues] },
  defaultStepId: 'layers' as const,
};

export const Versions: Story = {
  args: { ...atKubernetes, createAdapter: silent('getPack') },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await isLoading(canvas, 'versions');
  },
};

export const Values: Story = {
  args: { ...atKubernetes, createAdapter: silent('getPackVersion') },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await isLoading(canvas, 'values');
    await press(canvas, 'Next layer');
    await expect(
      await canvas.findByText('The values are still loading. Go on once they are there.'),
    ).toBeVisible();
  },
};

/** The built-in providers can be used meanwhile. */
export const CustomClouds: Story = {
  args: {
    defaultDraft: { info: demoDraft.info },
    defaultStepId: 'cloud',
    createAdapter: () => {
      const adapter = silent('listPacks')();
      return { ...adapter, listProviders: () => new Promise<never>(() => undefined) };
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Looking for custom clouds …')).toBeVisible();
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
  },
};

/** It stops nobody. */
export const NameCheck: Story = {
  args: { defaultDraft: { info: demoDraft.info }, createAdapter: silent('checkProfileName') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Checking name and version …')).toBeVisible();
  },
};

export const ProfileList: StoryObj<typeof ListHost> = {
  render: () => (
    <ListHost
      createAdapter={silent('listProfiles', { profiles: demoProfiles })}
      onCreate={() => undefined}
    />
  ),
  play: async ({ canvas }) => {
    await isLoading(canvas, 'profiles');
  },
};

export const Profile: StoryObj<typeof DetailsHost> = {
  render: () => (
    <DetailsHost
      createAdapter={silent('getProfile', { profiles: demoProfiles })}
      onBack={() => undefined}
    />
  ),
  play: async ({ canvas }) => {
    await isLoading(canvas, 'profile');
  },
};
