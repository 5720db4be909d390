import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { ManifestEditor } from 'cluster-profile-builder';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import type { CodeEditorProps } from '../src/components/ManifestEditor/CodeEditor';
import { ManifestEditorFrame } from '../src/components/ManifestEditor/ManifestEditorFrame';
import { lazyWithRetry } from '../src/components/ui/lazyWithRetry';

const values = `# spectrocloud.com/enabled-presets: Kube Controller Manager:loopback-ctrlmgr
pack:
  content:
    images:
      - image: registry.k8s.io/kube-proxy:v1.33.5
  k8sHardening: True
  # CIDR range for pods in the cluster
  podCIDR: "192.168.0.0/16"
  # Services must not overlap with the pods
  serviceClusterIpRange: "10.96.0.0/12"
  palette:
    config:
      dashboard:
        identityProvider: palette

kubeadmconfig:
  apiServer:
    extraArgs:
      secure-port: "6443"
      anonymous-auth: "true"
      profiling: "false"
      admission-control-config-file: /etc/kubernetes/pod-security-standard.yaml
    timeoutForControlPlane: 10m0s
  scheduler: &defaults
    extraArgs:
      profiling: "false"
  etcd:
    local: { dataDir: /var/lib/etcd, replicas: 3, unsafe: false, quota: ~ }
  preKubeadmCommands:
    - |
      echo "preparing {{.spectro.system.cluster.name}}"
      swapoff -a
`;

const onlyComments = `# This pack works without values.
#
# Every key below may be set; what is commented out is its default.
#
# replicas: 2
# resources:
#   limits:
#     memory: 128Mi
`;

/** As long as the longest values of a real pack. */
const long = Array.from(
  { length: 4_000 },
  (_, index) =>
    `component-${index}:\n  enabled: ${index % 3 > 0}\n  replicas: ${index % 5} # per zone\n`,
).join('');

const inContainer: Decorator = (Story) => (
  <div style={{ blockSize: 480, padding: 16 }}>
    <Story />
  </div>
);

const findEditor = () =>
  screen.findByRole('textbox', { name: 'Values of Kubernetes' }, { timeout: 20_000 });

const meta = {
  title: 'Components/ManifestEditor',
  component: ManifestEditor,
  decorators: [inContainer],
  args: { label: 'Values of Kubernetes', text: values, onCommit: fn() },
  play: async () => {
    await findEditor();
  },
} satisfies Meta<typeof ManifestEditor>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Values: Story = {};

/** With the focus it says how the keyboard leaves it. */
export const Focused: Story = {
  play: async () => {
    await userEvent.click(await findEditor());
    await expect(screen.getByText(/press Escape, then Tab/)).toBeVisible();
  },
};

/** Ctrl-F or Cmd-F. */
export const Searching: Story = {
  play: async () => {
    await userEvent.click(await findEditor());
    await userEvent.keyboard('{Control>}f{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Find' }), 'profiling');
    await waitFor(() =>
      expect(document.querySelectorAll('.cm-searchMatch').length).toBeGreaterThan(0),
    );
  },
};

export const OnlyComments: Story = { args: { text: onlyComments } };

export const Empty: Story = {
  args: { text: '', placeholder: 'Paste or type Kubernetes resources' },
};

/** Line ends stay as they are, whatever is typed. */
export const WindowsLineEnds: Story = { args: { text: values.replaceAll('\n', '\r\n') } };

/** 12,000 lines. */
export const Long: Story = { args: { text: long } };

/** Long lines scroll inside the editor; they are never wrapped. */
export const LongLines: Story = {
  args: { text: `certificate: ${'MIIDdzCCAl+gAwIBAgIE'.repeat(40)}\nshort: true\n` },
};

export const UnusualCharacters: Story = {
  args: { text: 'name: "zero\u200bwidth"\nbell: "\u0007"\nbidi: "\u202eabc\u202c"\ntab:\t1\n' },
};

export const ReadOnly: Story = { args: { readOnly: true } };

export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360, blockSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
};

/** The text stays on the left in a page that is written from right to left. */
export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div dir="rtl" style={{ blockSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
};

export const Dark: Story = { globals: { colorScheme: 'dark' } };

const never = lazyWithRetry<CodeEditorProps>(() => new Promise(() => undefined));

export const Loading: Story = {
  render: (args) => <ManifestEditorFrame {...args} codeEditor={never} />,
  play: async () => {
    await screen.findByText('Loading the editor …');
  },
};

const gone = lazyWithRetry<CodeEditorProps>(() =>
  Promise.reject(new Error('The chunk of the editor is gone.')),
);

/** A plain text field does until the editor can be loaded. */
export const Failed: Story = {
  parameters: { expectedConsole: [/The chunk of the editor is gone/] },
  render: (args) => <ManifestEditorFrame {...args} codeEditor={gone} />,
  play: async () => {
    await screen.findByText('The editor could not be loaded.');
  },
};

/** A plain text field would change the line ends of this text, so it only shows it. */
export const FailedWithMixedLineEnds: Story = {
  ...Failed,
  args: { text: `${values}# Windows\r\n` },
};
