import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  ProfileInfoForm,
  useProfileInfoForm,
  type ProfileInfoFormProps,
  type UseProfileInfoFormOptions,
} from 'cluster-profile-builder';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import type { ProfileInfoValues } from 'cluster-profile-builder/model';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { demoAdapter, demoDraft, profileOf } from '../support/demo';
import { press } from '../support/flow';
import { breakable, silent } from '../support/faults';

interface HostProps extends Omit<ProfileInfoFormProps, 'form' | 'adapter'> {
  readonly defaultValues?: UseProfileInfoFormOptions['defaultValues'];
  readonly onValuesChange?: ((values: ProfileInfoValues) => void) | undefined;
  readonly createAdapter?: (() => ProfileAdapter) | undefined;
}

/** A form with a button of the host's. */
function Host({ defaultValues, onValuesChange, createAdapter = demoAdapter, ...props }: HostProps) {
  const [adapter] = useState(() => createAdapter());
  const form = useProfileInfoForm({
    defaultValues,
    onValuesChange,
    allowedTypes: props.allowedTypes,
  });
  return (
    <div className="story-panel">
      <ProfileInfoForm adapter={adapter} form={form} id="info" {...props} />
      <button type="submit" form="info" style={{ marginBlockStart: 20 }}>
        Submit
      </button>
    </div>
  );
}

const meta = {
  title: 'Components/ProfileInfoForm',
  component: Host,
  args: { onSubmit: fn<() => void>(), onValuesChange: fn<(values: ProfileInfoValues) => void>() },
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Version' })).toHaveValue('1.0.0');
    await expect(canvas.getByRole('radio', { name: 'Infrastructure' })).toBeChecked();
  },
};

export const Filled: Story = {
  args: { defaultValues: demoDraft.info },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText('Name and version are free.')).toBeVisible();
    await press(canvas, 'Submit');
    await expect(args.onSubmit).toHaveBeenCalledTimes(1);
  },
};

/** All faults at once, each at its field, the focus on the first. */
export const Faults: Story = {
  args: { defaultValues: { ...demoDraft.info, name: ' ', version: 'v1', tags: [':x'] } },
  play: async ({ canvas, args }) => {
    await press(canvas, 'Submit');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await expect(await canvas.findByText('Enter a name.')).toBeVisible();
    await expect(name).toHaveFocus();
    await expect(canvas.getByRole('textbox', { name: 'Version' })).toHaveAccessibleDescription(
      /Use 1\.0\.0/,
    );
    await expect(canvas.getByRole('textbox', { name: 'Tags' })).toHaveAccessibleDescription(
      /“:x” has no key/,
    );
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** Enter and comma add a tag; what is no tag stays in the field, to be mended. */
export const Tags: Story = {
  play: async ({ canvas, args, userEvent }) => {
    const field = canvas.getByRole('textbox', { name: 'Tags' });
    await userEvent.type(field, 'owner:platform{Enter}pci,');
    await userEvent.type(field, 'region:{Enter}');
    await expect(field).toHaveValue('region:');
    await expect(field).toHaveAccessibleDescription(/“region:” has no value/);
    await expect(args.onValuesChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ tags: ['owner:platform', 'pci'] }),
    );
    await expect(canvas.getByRole('button', { name: 'Remove tag pci' })).toBeVisible();
  },
};

export const DuplicateTagKeys: Story = {
  args: { defaultValues: { ...demoDraft.info, tags: ['owner:a', 'owner:b', 'region:eu'] } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Several tags have the key owner/)).toBeVisible();
  },
};

export const AllTypes: Story = {
  args: { allowedTypes: ['infra', 'cluster', 'add-on'] },
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Full' }));
    await expect(args.onValuesChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'cluster' }),
    );
  },
};

export const Checking: Story = {
  args: { defaultValues: demoDraft.info, createAdapter: silent('checkProfileName') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Checking name and version …')).toBeVisible();
  },
};

export const OtherVersion: Story = {
  args: {
    defaultValues: { ...demoDraft.info, version: '2.0.0' },
    createAdapter: () => demoAdapter({ profiles: [profileOf()] }),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/will be its new version 2\.0\.0/)).toBeVisible();
  },
};

/** The next version is one click away. */
export const Taken: Story = {
  args: {
    defaultValues: demoDraft.info,
    createAdapter: () => demoAdapter({ profiles: [profileOf()] }),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/payments-aws-production” 1\.2\.0 exists/)).toBeVisible();
  },
};

export const CheckFailed: Story = {
  args: {
    defaultValues: demoDraft.info,
    createAdapter: breakable('checkProfileName', 500).createAdapter,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/could not be checked/)).toBeVisible();
  },
};

/** What saving said against the version. */
export const RefusedByTheServer: Story = {
  args: {
    defaultValues: demoDraft.info,
    refusal: {
      name: demoDraft.info.name,
      version: demoDraft.info.version,
      reason: 'invalid',
      field: 'version',
      serverMessage: 'Versions must be 2.0.0 or later.',
      mayBeOurs: false,
    },
  },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('Versions must be 2.0.0 or later.')).toBeVisible();
    await press(canvas, 'Submit');
    await expect(canvas.getByRole('textbox', { name: 'Version' })).toHaveFocus();
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

export const MayBeOurs: Story = {
  args: {
    defaultValues: demoDraft.info,
    refusal: {
      name: demoDraft.info.name,
      version: demoDraft.info.version,
      reason: 'taken',
      field: 'name',
      serverMessage: null,
      mayBeOurs: true,
    },
  },
};
