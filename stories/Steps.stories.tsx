import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { demoDraft, kubernetesLayer, osLayer } from './support/demo';
import { editorShows, stepHeading, type Canvas } from './support/flow';
import { WizardHost } from './support/WizardHost';

const meta = {
  title: 'Flow/Steps',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

export const BasicInformation: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'info' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Name and version are free.')).toBeVisible();
  },
};

export const CloudType: Story = {
  args: { defaultDraft: { info: demoDraft.info }, defaultStepId: 'cloud' },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Cloud type');
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).toBeChecked();
  },
};

/** The Operating System is chosen, Kubernetes is at work, its address ranges are edited. */
const AT_KUBERNETES = {
  info: demoDraft.info,
  cloudType: 'aws',
  layers: [osLayer, kubernetesLayer],
};

async function openKubernetes(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: /^Layer 2 of 4, Kubernetes/ }));
  await stepHeading(canvas, '2/4 Select your Kubernetes pack');
  await expect(await canvas.findByRole('combobox', { name: 'Pack Version' })).toHaveValue('1.33.x');
}

export const Layer: Story = {
  args: { defaultDraft: AT_KUBERNETES, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await openKubernetes(canvas);
    await editorShows(canvas, 'Values of Kubernetes', 'podCIDR: "100.64.0.0/16"');
    await expect(await canvas.findByRole('tab', { name: 'Values Edited' })).toBeVisible();
  },
};

export const ProfileStack: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Profile stack');
    await userEvent.hover(await canvas.findByRole('button', { name: /^Layer 2 of 4, Kubernetes/ }));
    const summary = canvas.getByRole('region', { name: 'Selected layer' });
    await expect(within(summary).getByText('Palette eXtended Kubernetes')).toBeVisible();
    await waitFor(() => expect(within(summary).getByText(/lines differ/)).toBeVisible());
  },
};

export const Review: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'review' },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Review');
    await expect(await canvas.findByText('payments-aws-production')).toBeVisible();
  },
};

export const Saved: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'review', onOpenProfile: () => undefined },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Review');
    await userEvent.click(canvas.getByRole('button', { name: 'Finish Configuration' }));
    await expect(await stepHeading(canvas, 'Profile created')).toHaveFocus();
    await expect(canvas.getByRole('button', { name: 'Open profile' })).toBeVisible();
  },
};

/** The list of packs is open, for nothing is chosen yet. */
export const LayerList: Story = {
  args: { defaultDraft: { info: demoDraft.info, layers: [osLayer] }, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    const packs = await canvas.findByRole('listbox', { name: 'Packs' });
    await expect(
      await within(packs).findByRole('option', { name: /Palette eXtended Kubernetes/ }),
    ).toBeVisible();
  },
};

/** A sidebar's width: one column, the choice above the text. */
export const NarrowLayer: Story = {
  args: { defaultDraft: AT_KUBERNETES, defaultStepId: 'layers', width: 400 },
  play: async ({ canvas }) => {
    await openKubernetes(canvas);
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.body;
    await expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
};

/** The text takes the whole width. */
export const Expanded: Story = {
  args: { defaultDraft: AT_KUBERNETES, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await openKubernetes(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Expand' }));
    await expect(canvas.getByRole('button', { name: 'Expand' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await editorShows(canvas, 'Values of Kubernetes', 'podCIDR: "100.64.0.0/16"');
  },
};
