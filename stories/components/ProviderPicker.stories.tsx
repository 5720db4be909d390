import type { Meta, StoryObj } from '@storybook/react-vite';
import { ProviderPicker, type ProviderPickerProps } from 'cluster-profile-builder';
import { BUILT_IN_PROVIDERS, joinProviders, type Provider } from 'cluster-profile-builder/model';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { privateCloud } from '../support/catalogs';

/** A host that keeps the choice. */
function Host({ value: first, onChange, ...props }: ProviderPickerProps) {
  const [value, setValue] = useState(first);
  return (
    <div className="story-panel">
      <ProviderPicker
        {...props}
        value={value}
        onChange={(provider) => {
          setValue(provider.cloudType);
          onChange(provider);
        }}
      />
    </div>
  );
}

const meta = {
  title: 'Components/ProviderPicker',
  component: ProviderPicker,
  render: (args) => <Host {...args} />,
  args: {
    providers: BUILT_IN_PROVIDERS,
    value: 'aws',
    onChange: fn<(provider: Provider) => void>(),
  },
} satisfies Meta<typeof ProviderPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const BuiltIn: Story = {
  play: async ({ canvas, args, userEvent }) => {
    await expect(canvas.getByRole('group', { name: 'Infrastructure provider' })).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'Managed Kubernetes' })).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: 'AWS EKS' }));
    await expect(canvas.getByRole('radio', { name: 'AWS EKS' })).toBeChecked();
    await expect(canvas.getByRole('radio', { name: 'AWS IaaS' })).not.toBeChecked();
    await expect(args.onChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ cloudType: 'eks', isManaged: true }),
    );
  },
};

export const CustomClouds: Story = {
  args: {
    value: 'nimbus',
    providers: joinProviders([
      privateCloud,
      {
        ...privateCloud,
        cloudType: 'harbour',
        displayName: 'Ein Name, der länger ist, als jede Karte breit ist',
        layers: ['os'],
      },
    ]),
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('radio', { name: /Nimbus Private Cloud.*Custom.*2 layers/ }),
    ).toBeChecked();
  },
};

export const LoadingCustomClouds: Story = { args: { status: 'loading' } };

export const CustomCloudsFailed: Story = {
  args: {
    status: 'failed',
    error: { code: 'unavailable', retryable: true, serverMessage: null, field: null },
    onRetry: fn(),
  },
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledTimes(1);
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
