import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { demoAdapter, demoDraft, profileOf } from '../support/demo';
import { press, stepHeading } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Name',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
  args: { createAdapter: () => demoAdapter({ profiles: [profileOf()] }) },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Free: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'another-name');
    await expect(await canvas.findByText('Name and version are free.')).toBeVisible();
  },
};

export const Taken: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), demoDraft.info.name);
    const version = canvas.getByRole('textbox', { name: 'Version' });
    await userEvent.clear(version);
    await userEvent.type(version, demoDraft.info.version);
    await expect(await canvas.findByText(/payments-aws-production” 1\.2\.0 exists/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Use version 1.2.1' })).toBeVisible();
  },
};

/** It will be a new version of the profile there is. */
export const OtherVersion: Story = {
  args: { defaultDraft: { info: { ...demoDraft.info, version: '1.3.0' } } },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/exists already: this will be its new version/),
    ).toBeVisible();
  },
};

/** Next with faults: each is told at its field, the first has the focus. */
export const Faults: Story = {
  args: {
    defaultDraft: { info: { ...demoDraft.info, name: '', version: '1.0', tags: ['owner:'] } },
  },
  play: async ({ canvas }) => {
    await press(canvas, 'Next');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await expect(await canvas.findByText('Enter a name.')).toBeVisible();
    await expect(name).toHaveFocus();
    await expect(name).toHaveAccessibleDescription(/Enter a name/);
    await expect(canvas.getByText(/“1\.0” is not in the form .* Use 1\.0\.0\./)).toBeVisible();
    await expect(canvas.getByText(/“owner:” has no value/)).toBeVisible();
    await stepHeading(canvas, 'Basic information');
  },
};
