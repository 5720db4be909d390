import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { demoDraft, kubernetesLayer, osLayer } from '../support/demo';
import { breakable } from '../support/faults';
import { alertSays, press, stepHeading } from '../support/flow';
import { DetailsHost, ListHost } from '../support/ListHost';
import { demoProfiles } from '../support/profiles';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Failed',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const atOs = { defaultDraft: { info: demoDraft.info }, defaultStepId: 'layers' as const };

export const Registries: Story = {
  args: { ...atOs, createAdapter: breakable('listRegistries', 500).createAdapter },
  play: async ({ canvas }) => {
    await alertSays(canvas, /registries could not be loaded/);
    await alertSays(canvas, /Internal server error/);
    // Still failing: the message stays, and so does the button.
    await press(canvas, 'Try again');
    await expect(await canvas.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const Packs: Story = {
  args: { ...atOs, createAdapter: breakable('listPacks', 401).createAdapter },
  play: async ({ canvas }) => {
    await alertSays(canvas, /packs could not be loaded.*Your session has expired/s);
  },
};

const atKubernetes = {
  defaultDraft: {
    info: demoDraft.info,
    layers: [osLayer, { ...kubernetesLayer, values: undefined }],
  },
  defaultStepId: 'layers' as const,
};

export const Versions: Story = {
  args: { ...atKubernetes, createAdapter: breakable('getPack', 404).createAdapter },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await alertSays(canvas, /versions of this pack could not be loaded/);
  },
};

export const Values: Story = {
  args: { ...atKubernetes, createAdapter: breakable('getPackVersion', 403).createAdapter },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await alertSays(canvas, /values of this version could not be loaded/);
  },
};

export const Readme: Story = {
  args: { ...atKubernetes, createAdapter: breakable('getReadme', 500).createAdapter },
  play: async ({ canvas, userEvent }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await userEvent.click(canvas.getByRole('tab', { name: 'README' }));
    await alertSays(canvas, /README could not be loaded/);
  },
};

/** An answer of another shape than agreed. */
export const MalformedAnswer: Story = {
  args: { ...atOs, createAdapter: breakable('listPacks', 'malformed').createAdapter },
  play: async ({ canvas }) => {
    await alertSays(canvas, /packs could not be loaded.*unexpected way/s);
  },
};

export const CustomClouds: Story = {
  args: {
    defaultDraft: { info: demoDraft.info },
    defaultStepId: 'cloud',
    createAdapter: () => ({
      ...breakable('listPacks', 500).createAdapter(),
      listProviders: () => Promise.reject(new Error('The clouds are gone.')),
    }),
  },
  play: async ({ canvas }) => {
    await alertSays(canvas, /Custom clouds could not be loaded/);
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
  },
};

/** It stops nobody: saving checks again. */
export const NameCheck: Story = {
  args: {
    defaultDraft: { info: demoDraft.info },
    createAdapter: breakable('checkProfileName', 500).createAdapter,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Name and version could not be checked/)).toBeVisible();
    await press(canvas, 'Next');
    await stepHeading(canvas, 'Cloud type');
    await press(canvas, 'Back');
    await expect(await canvas.findByText(/Name and version could not be checked/)).toBeVisible();
  },
};

export const ProfileList: StoryObj<typeof ListHost> = {
  render: () => (
    <ListHost
      createAdapter={breakable('listProfiles', 500, { profiles: demoProfiles }).createAdapter}
      onCreate={() => undefined}
    />
  ),
  play: async ({ canvas }) => {
    await alertSays(canvas, /profiles could not be loaded/);
    await expect(canvas.getByRole('button', { name: 'Add Cluster Profile' })).toBeEnabled();
  },
};

export const Profile: StoryObj<typeof DetailsHost> = {
  render: () => (
    <DetailsHost
      createAdapter={breakable('getProfile', 404, { profiles: demoProfiles }).createAdapter}
      onBack={() => undefined}
    />
  ),
  play: async ({ canvas }) => {
    await alertSays(canvas, /profile could not be loaded/);
  },
};

/** A part of the page crashes, here by a word of the host's; what was entered lives outside of it. */
export const Crash: Story = {
  args: {
    ...atKubernetes,
    messages: {
      LayerPicker: {
        versionsInGroup: () => {
          throw new Error('A crash, as planned.');
        },
      },
    },
  },
  parameters: { expectedConsole: [/A crash, as planned|error occurred in the <VersionField>/] },
  play: async ({ canvas }) => {
    await alertSays(canvas, /This part of the page failed.*Everything you entered is kept/s);
    await press(canvas, 'Back');
    await stepHeading(canvas, '1/4 Select your base OS pack');
  },
};
