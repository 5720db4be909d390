import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMemoryAdapter } from 'cluster-profile-builder/adapters';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { useState } from 'react';
import { Portal } from './Portal';

const meta = {
  title: 'Flow/Portal',
  component: Portal,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Portal>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Each story starts with a backend of its own. */
function DemoPortal() {
  const [adapter] = useState(() => createMemoryAdapter(demoCatalog, { latency: 120 }));
  return <Portal adapter={adapter} />;
}

/** The guide from its first to its last line, on the embedded catalogue. */
export const CreateAnInfrastructureProfile: Story = {
  name: 'Create an infrastructure profile',
  args: { adapter: createMemoryAdapter(demoCatalog) },
  render: () => <DemoPortal />,
};
