import type { Meta, StoryObj } from '@storybook/react-vite';
import { VariablesPanel, type VariablesPanelProps } from 'cluster-profile-builder';
import {
  createVariable,
  reduceVariables,
  type ProfileVariable,
} from 'cluster-profile-builder/model';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { press } from '../support/flow';

/** A host that keeps the variables, and the references to them. */
function Host({ variables: first, usage: firstUsage, ...props }: VariablesPanelProps) {
  const [variables, setVariables] = useState(first);
  const [usage, setUsage] = useState(firstUsage);
  return (
    <VariablesPanel
      {...props}
      variables={variables}
      usage={usage}
      onAdd={(variable, index) => {
        props.onAdd(variable, index);
        setVariables((now) => reduceVariables(now, { type: 'variableAdded', variable, index }));
      }}
      onChange={(index, variable, details) => {
        props.onChange(index, variable, details);
        setVariables((now) => reduceVariables(now, { type: 'variableChanged', index, variable }));
        const { renamedFrom } = details;
        if (renamedFrom === null) return;
        setUsage(
          (now) =>
            new Map(
              [...now].map(([name, in_]) => [name === renamedFrom ? variable.name : name, in_]),
            ),
        );
      }}
      onRemove={(index) => {
        props.onRemove(index);
        setVariables((now) => reduceVariables(now, { type: 'variableRemoved', index }));
      }}
      onMove={(index, toIndex) => {
        props.onMove(index, toIndex);
        setVariables((now) => reduceVariables(now, { type: 'variableMoved', index, toIndex }));
      }}
    />
  );
}

const variable = (fields: Partial<ProfileVariable>): ProfileVariable => ({
  ...createVariable(),
  ...fields,
});

const some: readonly ProfileVariable[] = [
  variable({
    name: 'pod_cidr',
    displayName: 'Pod network',
    description: 'Addresses of the pods. Must not overlap with the network of the site.',
    format: 'ipv4cidr',
    isRequired: true,
    defaultValue: '192.168.0.0/16',
  }),
  variable({
    name: 'registry_mirror',
    displayName: 'Registry mirror',
    inputType: 'dropdown',
    options: [
      {
        value: 'eu.mirror.local',
        label: 'Europe',
        description: 'Frankfurt, with a copy in Paris.',
      },
      { value: 'us.mirror.local', label: 'America', description: 'Oregon.' },
      { value: 'none', label: '', description: '' },
    ],
    defaultValue: 'eu.mirror.local',
  }),
  variable({
    name: 'kube_vip_password',
    displayName: 'Password of the virtual address',
    isRequired: true,
    isHidden: true,
    isSensitive: true,
    defaultValue: 'correct horse battery staple',
  }),
  variable({
    name: 'storage_class',
    isReadOnly: true,
    defaultValue: 'fast-ssd',
  }),
  variable({ name: 'ca_bundle', displayName: 'CA bundle', inputType: 'multiline' }),
];

const someUsage: VariablesPanelProps['usage'] = new Map([
  ['pod_cidr', ['Kubernetes', 'Network']],
  ['registry_mirror', ['Operating System']],
  ['storage_class', ['Storage']],
]);

const meta = {
  title: 'Components/VariablesPanel',
  component: VariablesPanel,
  render: (args) => <Host {...args} />,
  decorators: [
    (Story) => (
      <div style={{ padding: 20, maxInlineSize: 1120 }}>
        <Story />
      </div>
    ),
  ],
  args: {
    variables: some,
    usage: someUsage,
    onAdd: fn<VariablesPanelProps['onAdd']>(),
    onChange: fn<VariablesPanelProps['onChange']>(),
    onRemove: fn<VariablesPanelProps['onRemove']>(),
    onMove: fn<VariablesPanelProps['onMove']>(),
    onClose: fn<() => void>(),
  },
} satisfies Meta<typeof VariablesPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

const narrow: NonNullable<Story['decorators']> = [
  (Story) => (
    <div style={{ inlineSize: 360 }}>
      <Story />
    </div>
  ),
];

export const Some: Story = {};

export const Dark: Story = { globals: { colorScheme: 'dark' } };

export const Narrow: Story = { decorators: narrow };

export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};

/** It teaches what a variable is. */
export const Empty: Story = { args: { variables: [], usage: new Map() } };

/** As they may come from an import: one masked, two of one name. */
export const Faulty: Story = {
  args: {
    variables: [
      ...some,
      variable({ name: 'token', isSensitive: true, defaultValue: '********' }),
      variable({
        name: 'pod_cidr',
        displayName: 'Pod network',
        format: 'number',
        defaultValue: 'x',
      }),
    ],
  },
};

export const LongNames: Story = {
  args: {
    variables: [
      variable({
        name: 'a'.repeat(90),
        displayName: 'Everything that the data centre in Frankfurt has to know '.repeat(3),
        isRequired: true,
        isHidden: true,
        isReadOnly: true,
        isSensitive: true,
        defaultValue: 'x'.repeat(400),
      }),
      variable({ name: 'b', defaultValue: 'x'.repeat(400) }),
    ],
    usage: new Map([['b', ['Operating System', 'Kubernetes', 'Network', 'Storage']]]),
  },
  decorators: narrow,
};

export const Creating: Story = {
  play: async ({ canvas }) => {
    await press(canvas, 'Create variable');
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  },
};

export const EditingNarrow: Story = {
  args: { defaultOpen: { type: 'edit', name: 'registry_mirror' } },
  decorators: narrow,
};

/** A format is fixed once the variable is saved; a new name changes the references. */
export const Renaming: Story = {
  args: {
    defaultOpen: { type: 'edit', name: 'pod_cidr' },
    savedNames: new Set(['pod_cidr']),
  },
  play: async ({ canvas, args, userEvent }) => {
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'pods');
    await expect(name).toHaveAccessibleDescription(
      /in 2 layers change with it: Kubernetes, Network/,
    );
    await expect(canvas.getByRole('textbox', { name: 'Format' })).toHaveAttribute('readonly');
    await press(canvas, 'Apply');
    await expect(args.onChange).toHaveBeenCalledWith(
      0,
      { ...some[0], name: 'pods' },
      { renamedFrom: 'pod_cidr' },
    );
    await expect(canvas.getByRole('button', { name: 'Pod network' })).toHaveFocus();
  },
};

export const Dropdown: Story = {
  args: { defaultOpen: { type: 'edit', name: 'registry_mirror' } },
  play: async ({ canvas, userEvent }) => {
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    const field = preview.getByRole('combobox', { name: 'Registry mirror' });
    await expect(field).toHaveAccessibleDescription(/Frankfurt/);
    await userEvent.selectOptions(field, 'America');
    await expect(field).toHaveAccessibleDescription(/Oregon/);
  },
};

export const DropdownDark: Story = {
  args: { defaultOpen: { type: 'edit', name: 'registry_mirror' } },
  globals: { colorScheme: 'dark' },
};

/** Hidden at deployment; in the form, the secret is shown on request. */
export const Masked: Story = {
  args: { defaultOpen: { type: 'edit', name: 'kube_vip_password' } },
  play: async ({ canvas, canvasElement }) => {
    const field = canvas.getByLabelText('Default value');
    await expect(field).toHaveAttribute('type', 'password');
    await expect(canvasElement).not.toHaveTextContent('correct horse');
    await press(canvas, 'Show default value');
    await expect(field).toHaveAttribute('type', 'text');
  },
};

/** All faults at once, each at its field, the focus on the first. */
export const FaultsInTheForm: Story = {
  args: {
    defaultOpen: {
      type: 'create',
      variable: variable({
        name: 'a b',
        displayName: 'Pod network',
        format: 'number',
        inputType: 'dropdown',
        options: [
          { value: 'one', label: '', description: '' },
          { value: '', label: '', description: '' },
        ],
        defaultValue: 'two',
        regex: '(',
        isSensitive: true,
      }),
    },
    checkRegex: async () => 'invalid-regex',
  },
  play: async ({ canvas, args }) => {
    await press(canvas, 'Create');
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await waitFor(() => expect(name).toHaveFocus());
    await expect(name).toHaveAccessibleDescription(/Use letters, digits/);
    const pattern = canvas.getByLabelText('Pattern');
    await waitFor(() => expect(pattern).toHaveAccessibleDescription(/no look-around/));
    await expect(args.onAdd).not.toHaveBeenCalled();
  },
};

/** What was typed before the page was left is offered. */
export const Begun: Story = {
  args: {
    begun: { name: null, variable: variable({ name: 'region', description: 'Where it runs' }) },
    onBegunChange: fn<NonNullable<VariablesPanelProps['onBegunChange']>>(),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/You began the variable “region”/)).toBeVisible();
  },
};

/** As a list of problems leads here: the focus on what is wrong. */
export const OpenedAtAFault: Story = {
  args: {
    variables: [...some, variable({ name: 'nodes', format: 'number', defaultValue: 'three' })],
    openName: 'nodes',
  },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('textbox', { name: 'Default value' })).toHaveFocus(),
    );
  },
};

/** The preview says what the deployment would say. */
export const TriedAgainstThePattern: Story = {
  args: {
    defaultOpen: {
      type: 'create',
      variable: variable({ name: 'fs', displayName: 'File system', regex: '^(ext4|xfs)$' }),
    },
    checkRegex: async (regex, value) => (new RegExp(regex).test(value) ? 'ok' : 'no-match'),
  },
  play: async ({ canvas, userEvent }) => {
    const preview = within(canvas.getByRole('region', { name: 'Preview' }));
    const field = preview.getByRole('textbox', { name: 'File system' });
    await userEvent.type(field, 'ntfs');
    await waitFor(() => expect(field).toHaveAccessibleDescription(/does not match the pattern/));
  },
};

export const DeletingAUsedOne: Story = {
  play: async ({ canvas, args }) => {
    await press(canvas, 'Delete Pod network');
    const dialog = within(await canvas.findByRole('dialog', { name: 'Delete “Pod network”?' }));
    await expect(dialog.getByText(/used in 2 layers: Kubernetes, Network/)).toBeVisible();
    await expect(args.onRemove).not.toHaveBeenCalled();
  },
};

export const Deleted: Story = {
  play: async ({ canvas, args }) => {
    await press(canvas, 'Delete CA bundle');
    await expect(args.onRemove).toHaveBeenCalledWith(4);
    await expect(canvas.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
};
