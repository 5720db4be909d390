import { EditorView } from '@codemirror/view';
import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { ManifestEditor } from 'cluster-profile-builder';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import type { CodeEditorProps } from '../src/components/ManifestEditor/CodeEditor';
import { ManifestEditorFrame } from '../src/components/ManifestEditor/ManifestEditorFrame';
import type { CompletionData } from '../src/components/ManifestEditor/CompletionData';
import { lazyWithRetry } from '../src/components/ui/lazyWithRetry';
import type { TextDiagnostic } from '../src/model/textDiagnostic';

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

const faulty = `pack:
  k8sHardening: maybe
  podCIDR: {{ .spectro.var.pods }}
  timeout: 10m
  timeout: 20m
registry:
  host: '{{.spectro.system.cluster.nam}}'
`;

/** A finding at the `nth` place of `part` in the faulty text. */
function at(
  part: string,
  finding: Pick<TextDiagnostic, 'code' | 'severity' | 'path' | 'params' | 'fixes'>,
  nth = 0,
): TextDiagnostic {
  let from = faulty.indexOf(part);
  for (let i = 0; i < nth; i += 1) from = faulty.indexOf(part, from + 1);
  return { ...finding, from, to: from + part.length };
}

const reference = '{{ .spectro.var.pods }}';
const secondKey = faulty.lastIndexOf('  timeout');

const diagnostics: readonly TextDiagnostic[] = [
  at('maybe', {
    code: 'schema-type',
    severity: 'error',
    path: ['pack', 'k8sHardening'],
    params: { expected: 'boolean', value: 'maybe', hints: 'Switches on the CIS benchmark.' },
    fixes: [],
  }),
  at(reference, {
    code: 'reference-unquoted',
    severity: 'error',
    path: ['pack', 'podCIDR'],
    params: {},
    fixes: [
      {
        code: 'quote-reference',
        params: {},
        changes: [
          { from: faulty.indexOf(reference), to: faulty.indexOf(reference), insert: "'" },
          {
            from: faulty.indexOf(reference) + reference.length,
            to: faulty.indexOf(reference) + reference.length,
            insert: "'",
          },
        ],
      },
    ],
  }),
  at(
    'timeout',
    {
      code: 'yaml-duplicate-key',
      severity: 'warning',
      path: ['pack', 'timeout'],
      params: { key: 'timeout' },
      fixes: [
        {
          code: 'remove-duplicate-key',
          params: {},
          changes: [{ from: secondKey, to: secondKey + '  timeout: 20m\n'.length, insert: '' }],
        },
      ],
    },
    1,
  ),
  at('cluster.nam', {
    code: 'reference-system-unknown',
    severity: 'info',
    path: ['registry', 'host'],
    params: { name: 'cluster.nam' },
  }),
];

const completions: CompletionData = {
  variables: [
    { name: 'podCidr', description: 'Range of the pods, such as 192.168.0.0/16' },
    { name: 'registryHost', description: '' },
  ],
  macros: ['ntpServer'],
  packs: {
    kubernetes: ['pack.k8sHardening', 'pack.podCIDR', 'kubeadmconfig.apiServer'],
    'cni-calico': ['charts.calico.version'],
  },
  cloudType: 'aws',
};

const inContainer: Decorator = (Story) => (
  <div style={{ blockSize: 480, padding: 16 }}>
    <Story />
  </div>
);

const findEditor = () =>
  screen.findByRole('textbox', { name: 'Values of Kubernetes' }, { timeout: 20_000 });

/** The editor with what helps to write, which is loaded after it. */
async function findView(): Promise<EditorView> {
  const editor = await findEditor();
  await waitFor(() => expect(document.querySelector('.cm-gutter-lint')).not.toBeNull(), {
    timeout: 20_000,
  });
  const view = EditorView.findFromDOM(editor);
  if (view === null) throw new Error('There is no editor.');
  return view;
}

/** Types at the end of a line, in an editor that has the focus. */
async function typeInLine(line: number, text: string) {
  const view = await findView();
  const { to } = view.state.doc.line(line);
  view.focus();
  view.dispatch({
    changes: { from: to, insert: text },
    selection: { anchor: to + text.length },
    userEvent: 'input.type',
  });
}

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

/** Marks in the text and beside it, with what is wrong when the pointer rests there. */
export const Problems: Story = {
  args: { text: faulty, diagnostics },
  play: async () => {
    await findView();
    await waitFor(() =>
      expect(document.querySelectorAll('.cm-lintRange-error').length).toBeGreaterThan(1),
    );
  },
};

/** F8 goes from problem to problem; some can be repaired on the spot. */
export const ProblemExplained: Story = {
  ...Problems,
  play: async (context) => {
    await Problems.play?.(context);
    await userEvent.click(await findEditor());
    await userEvent.keyboard('{F8}{F8}');
    await screen.findByRole('button', { name: 'Put it in quotes' });
  },
};

/** Ctrl-Shift-M or the button below. */
export const ProblemsListed: Story = {
  ...Problems,
  play: async (context) => {
    await Problems.play?.(context);
    await userEvent.click(screen.getByRole('button', { name: /2 errors/ }));
    await expect(screen.getByRole('list', { name: 'Problems' })).toBeVisible();
  },
};

export const ProblemsNarrow: Story = {
  ...ProblemsListed,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360, blockSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
};

export const ProblemsReadOnly: Story = {
  ...ProblemsListed,
  args: { text: faulty, diagnostics, readOnly: true },
};

/** Typing `{{` offers what can be referred to; what is chosen comes with quotes where it needs them. */
export const Completion: Story = {
  args: { text: 'pack:\n  podCIDR: \n', completions },
  play: async () => {
    await typeInLine(2, '{{');
    await screen.findByRole('listbox', { name: 'Completions' });
  },
};

/** What each stands for is beside it. */
export const CompletionOfSystemMacros: Story = {
  args: { text: 'name: ', completions },
  play: async () => {
    await typeInLine(1, "'{{.spectro.system.cluster");
    await screen.findByRole('listbox', { name: 'Completions' });
    await waitFor(() => expect(document.querySelector('.cm-completionInfo')).toBeVisible());
  },
};

const schema = [
  {
    path: 'pack.podCIDR',
    schema:
      '{{ required | format "${string}/${number:[8-28]}" | hints "Must not overlap with the services" }}',
  },
  {
    path: 'pack.k8sHardening',
    schema: '{{ format "${boolean}" | hints "Applies the CIS benchmark" }}',
  },
  {
    path: 'kubeadmconfig.etcd.local.replicas',
    schema: '{{ readonly | format "${number:[1-7]}" }}',
  },
];

/** Opens what is known at a place, as Shift-F1 does. */
async function askAt(part: string) {
  const view = await findView();
  view.focus();
  view.dispatch({ selection: { anchor: view.state.doc.toString().indexOf(part) } });
  await userEvent.keyboard('{Shift>}{F1}{/Shift}');
  await waitFor(() => expect(document.querySelector('.cpb-Hint')).toBeVisible());
}

/** Where the pointer rests, or by Shift-F1: what the pack says of a value. */
export const Hint: Story = {
  args: { schema },
  play: async () => {
    await askAt('podCIDR');
  },
};

/** What a reference stands for, and what the pack says of the value that it is in. */
export const HintOfReference: Story = {
  args: {
    text: "pack:\n  podCIDR: '{{.spectro.var.podCidr}}'\n",
    schema,
    completions: {
      ...completions,
      variables: [
        { name: 'podCidr', description: 'Range of the pods', defaultValue: '192.168.0.0/16' },
      ],
    },
  },
  play: async () => {
    await askAt('podCidr}}');
  },
};

export const HintNarrow: Story = {
  ...HintOfReference,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360, blockSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
};

export const DarkHint: Story = { ...HintOfReference, globals: { colorScheme: 'dark' } };

/** A selected value offers to become a variable of the profile. */
export const MakeVariable: Story = {
  args: { onMakeVariable: fn() },
  play: async () => {
    const view = await findView();
    const from = values.indexOf('"192.168');
    view.focus();
    view.dispatch({ selection: { anchor: from + 1, head: from + 4 }, userEvent: 'select' });
    await screen.findByRole('button', { name: /Make a variable/ });
  },
};

/** The keys of the editor, as the keyboard of its user has them. */
export const Keys: Story = {
  args: { onMakeVariable: fn() },
  play: async () => {
    await findView();
    await userEvent.click(screen.getByRole('button', { name: 'Keys' }));
    await expect(screen.getByRole('region', { name: 'Keys of the editor' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(screen.getByRole('button', { name: 'Keys' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(screen.getByText('Leave the editor')).toBeVisible();
  },
};

export const KeysNarrow: Story = {
  ...Keys,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 360, blockSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
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

export const DarkProblems: Story = { ...ProblemExplained, globals: { colorScheme: 'dark' } };

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

/** What was found is listed below it as well, each leading to its place. */
export const FailedWithProblems: Story = {
  ...Failed,
  args: { text: faulty, diagnostics },
  play: async (context) => {
    await Failed.play?.(context);
    await userEvent.click(screen.getByRole('button', { name: /2 errors/ }));
    await userEvent.click(await screen.findByRole('button', { name: /Line 3/ }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: 'Values of Kubernetes',
    });
    await expect(field).toHaveFocus();
    const { value, selectionStart, selectionEnd } = field;
    await expect(value.slice(selectionStart, selectionEnd)).toBe(reference);
  },
};

/** A plain text field would change the line ends of this text, so it only shows it. */
export const FailedWithMixedLineEnds: Story = {
  ...Failed,
  args: { text: `${values}# Windows\r\n` },
};
