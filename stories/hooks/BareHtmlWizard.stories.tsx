import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ProfileAdapter } from 'cluster-profile-builder/adapters';
import { useEffect, useState } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { demoAdapter } from '../support/demo';
import { press, type Canvas } from '../support/flow';
import { BareHtmlWizard } from './BareHtmlWizard';

let lastAdapter: ProfileAdapter | null = null;

/** Each story starts with a backend of its own, which its play function reads. */
function Host() {
  const [adapter] = useState(() => demoAdapter());
  useEffect(() => {
    lastAdapter = adapter;
  }, [adapter]);
  return <BareHtmlWizard adapter={adapter} />;
}

const meta = {
  title: 'Hooks/BareHtmlWizard',
  component: Host,
  parameters: { layout: 'padded' },
} satisfies Meta<typeof Host>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Start: Story = {};

async function choosePack(canvas: Canvas, pack: string) {
  const packs = await canvas.findByRole('combobox', { name: 'Pack' });
  await waitFor(() => expect(packs.querySelector(`option[value="${pack}"]`)).not.toBeNull());
  await userEvent.selectOptions(packs, pack);
  await canvas.findByRole('textbox', { name: 'Values' });
}

/** A profile is created without any component of the library. */
export const CreateAProfile: Story = {
  play: async ({ canvas }) => {
    await press(canvas, 'Next');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Enter a name.');
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), 'bare');
    await press(canvas, 'Next');
    await userEvent.selectOptions(
      await canvas.findByRole('combobox', { name: 'Provider' }),
      'vsphere',
    );
    await press(canvas, 'Next');

    await choosePack(canvas, 'ubuntu-vsphere');
    await press(canvas, 'Next');
    await choosePack(canvas, 'kubernetes');
    const values = canvas.getByRole('textbox', { name: 'Values' });
    await userEvent.type(values, '# mine');
    await press(canvas, 'Next');
    await choosePack(canvas, 'cni-calico');
    await press(canvas, 'Next');
    await choosePack(canvas, 'csi-vsphere-csi');
    await press(canvas, 'Next');
    await expect(await canvas.findByRole('heading', { name: 'Profile stack' })).toBeVisible();
    await press(canvas, 'Next');
    await press(canvas, 'Finish');
    await expect(await canvas.findByRole('heading', { name: 'Profile created' })).toBeVisible();

    const { signal } = new AbortController();
    const list = await lastAdapter?.listProfiles?.({ text: '', cursor: null }, { signal });
    await expect(list?.items.map(({ name, cloudType }) => [name, cloudType])).toEqual([
      ['bare', 'vsphere'],
    ]);
    const profile = await lastAdapter?.getProfile?.(list?.items[0]?.uid ?? '', { signal });
    await expect(profile?.layers.map((layer) => layer.packName)).toEqual([
      'ubuntu-vsphere',
      'kubernetes',
      'cni-calico',
      'csi-vsphere-csi',
    ]);
    await expect(profile?.layers[1]?.values).toMatch(/# mine$/);
  },
};
