import type { Meta, StoryObj } from '@storybook/react-vite';
import { ManifestList, type ManifestListProps } from 'cluster-profile-builder';
import { useState } from 'react';
import { expect, fn, screen, userEvent } from 'storybook/test';

type Manifests = ManifestListProps['manifests'];

const manifestsOf = (...names: readonly string[]): Manifests =>
  names.map((name, index) => ({ id: `manifest-${index + 1}`, name }));

/** A host that keeps the list. */
function Host({ manifests: first, activeId: firstActive, ...props }: ManifestListProps) {
  const [manifests, setManifests] = useState(first);
  const [before, setBefore] = useState(first);
  const [activeId, setActiveId] = useState(firstActive);
  const [nextId, setNextId] = useState(first.length + 1);
  const change = (next: (current: Manifests) => Manifests) => {
    setBefore(manifests);
    setManifests(next);
  };
  return (
    <ManifestList
      {...props}
      manifests={manifests}
      activeId={activeId}
      onActiveChange={(id) => {
        props.onActiveChange(id);
        setActiveId(id);
      }}
      onAdd={(name, content) => {
        props.onAdd(name, content);
        setNextId((id) => id + 1);
        change((current) => [...current, { id: `manifest-${nextId}`, name }]);
      }}
      onRename={(id, name) => {
        props.onRename(id, name);
        change((current) => current.map((row) => (row.id === id ? { ...row, name } : row)));
      }}
      onMove={(id, toIndex) => {
        props.onMove(id, toIndex);
        change((current) => {
          const moved = current.filter((row) => row.id === id);
          return current.filter((row) => row.id !== id).toSpliced(toIndex, 0, ...moved);
        });
      }}
      onRemove={(id) => {
        props.onRemove(id);
        change((current) => current.filter((row) => row.id !== id));
      }}
      onUndo={() => {
        props.onUndo?.();
        setManifests(before);
      }}
    />
  );
}

const meta = {
  title: 'Components/ManifestList',
  component: ManifestList,
  render: (args) => <Host {...args} />,
  decorators: [
    (Story) => (
      <div style={{ padding: 16, maxInlineSize: 640 }}>
        <Story />
      </div>
    ),
  ],
  args: {
    layerName: 'Storage',
    manifests: manifestsOf('storage-class', 'snapshot-class', 'csi-credentials'),
    activeId: 'manifest-2',
    onActiveChange: fn(),
    onAdd: fn(),
    onRename: fn(),
    onMove: fn(),
    onRemove: fn(),
    onUndo: fn(),
  },
} satisfies Meta<typeof ManifestList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = {};

export const Empty: Story = { args: { manifests: [], activeId: null } };

export const Many: Story = {
  args: {
    manifests: manifestsOf(...Array.from({ length: 24 }, (_, index) => `tenant-${index + 1}`)),
  },
};

export const FaultyNames: Story = {
  args: {
    manifests: manifestsOf('storage-class', 'storage-class', ''),
    activeId: 'manifest-1',
    faults: new Map([
      ['manifest-2', 'Another manifest of this layer has this name.'],
      ['manifest-3', 'A manifest needs a name.'],
    ]),
  },
};

export const LongNames: Story = {
  args: {
    manifests: manifestsOf(
      'storage-class-for-the-databases-of-all-the-tenants-in-the-frankfurt-data-centre',
      'a'.repeat(120),
      'short',
    ),
  },
};

export const Renaming: Story = {
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Rename snapshot-class' }));
    await expect(screen.getByRole('textbox', { name: 'Name of snapshot-class' })).toHaveFocus();
  },
};

export const Removed: Story = {
  play: async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Remove snapshot-class' }));
    await expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
};

function dragFiles(type: 'dragenter' | 'drop', ...files: readonly File[]) {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  screen.getByRole('list').dispatchEvent(event);
}

export const FilesOverIt: Story = {
  play: async () => {
    dragFiles('dragenter', new File(['a: 1'], 'a.yaml'));
    await screen.findByText('Drop files to add them as manifests');
  },
};

export const FilesRefused: Story = {
  play: async () => {
    dragFiles(
      'drop',
      new File([new Uint8Array([0xff, 0xfe])], 'diagram.png'),
      new File(['\0'], 'archive.tgz'),
    );
    await screen.findByText('2 files were not added.');
  },
};

export const Narrow: Story = {
  ...FaultyNames,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 328 }}>
        <Story />
      </div>
    ),
  ],
};

export const RightToLeft: Story = {
  ...FaultyNames,
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};

export const Dark: Story = { ...FaultyNames, globals: { colorScheme: 'dark' } };
