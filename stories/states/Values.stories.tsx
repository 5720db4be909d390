import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { createVariable } from 'cluster-profile-builder/model';
import { mergeValues } from 'cluster-profile-builder/values';
import { ValuesTasksContext, type ValuesTasks } from '../../src/hooks/valuesTasks';
import { describedAdapter, describedDraft } from '../support/describedPack';
import {
  demoChoice,
  demoDraft,
  demoLayer,
  kubernetesLayer,
  networkLayer,
  osLayer,
} from '../support/demo';
import { failingTasks, tasksWithout } from '../support/faults';
import { editorShows, press, stepHeading } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Values',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const storageLayer = demoDraft.layers[3] ?? osLayer;
const KUBERNETES_VALUES = 'Values of Kubernetes';
const NEXT_VERSION = '1.33.9';
const NETWORK_VALUES = 'Values of Network';

/** The profile stack with this Network layer, which is then opened. */
const withNetwork = (network: typeof networkLayer) => ({
  defaultDraft: { ...demoDraft, layers: [osLayer, kubernetesLayer, network, storageLayer] },
  defaultStepId: 'layers' as const,
});

const editedMtu = demoLayer('cni-calico', '3.30.3', {
  edit: (values) => values.replace('mtu: 0', 'mtu: 8951').replace('blockSize: 26', 'blockSize: 24'),
});

/** Presets stand in groups; one changes several values, and undo takes it back. */
export const PresetChosen: Story = {
  args: withNetwork(networkLayer),
  play: async ({ canvas, userEvent }) => {
    await press(canvas, /^Layer 3 of 4/);
    await stepHeading(canvas, '3/4 Select your network pack');
    await editorShows(canvas, NETWORK_VALUES, 'mtu: 0');
    const group = await canvas.findByRole('group', { name: 'Encapsulation' });
    await userEvent.click(within(group).getByRole('radio', { name: /VXLAN/ }));
    await editorShows(canvas, NETWORK_VALUES, 'Encapsulation:vxlan');
    await expect(within(group).getByRole('radio', { name: /VXLAN/ })).toBeChecked();
    await press(canvas, 'Undo');
    await waitFor(() =>
      expect(within(group).getByRole('radio', { name: /VXLAN/ })).not.toBeChecked(),
    );
  },
};

/** A preset that would drop edits asks before it does. */
export const PresetOverEdits: Story = {
  args: withNetwork(editedMtu),
  play: async ({ canvas, userEvent }) => {
    await press(canvas, /^Layer 3 of 4/);
    await editorShows(canvas, NETWORK_VALUES, 'mtu: 8951');
    const group = await canvas.findByRole('group', { name: 'Encapsulation' });
    await userEvent.click(within(group).getByRole('radio', { name: /VXLAN/ }));
    await expect(await canvas.findByText(/This replaces/)).toBeVisible();
    await editorShows(canvas, NETWORK_VALUES, 'mtu: 8951');
  },
};

/** Whoever lets the edits go goes on at the preset that was chosen. */
export const PresetOverEditsTaken: Story = {
  args: withNetwork(editedMtu),
  play: async (context) => {
    await PresetOverEdits.play?.(context);
    await press(context.canvas, 'Replace');
    await editorShows(context.canvas, NETWORK_VALUES, 'Encapsulation:vxlan');
    const group = await context.canvas.findByRole('group', { name: 'Encapsulation' });
    await waitFor(() => expect(within(group).getByRole('radio', { name: /VXLAN/ })).toBeChecked());
    await expect(within(group).getByRole('radio', { name: /VXLAN/ })).toHaveFocus();
  },
};

/** Whoever keeps the edits goes on at the preset that stays. */
export const PresetOverEditsKept: Story = {
  args: withNetwork(editedMtu),
  play: async (context) => {
    await PresetOverEdits.play?.(context);
    await press(context.canvas, 'Keep my edits');
    const group = await context.canvas.findByRole('group', { name: 'Encapsulation' });
    await expect(within(group).getByRole('radio', { name: 'No preset' })).toHaveFocus();
  },
};

const editedKubernetes = demoLayer('kubernetes', '1.32.12', {
  edit: (values) =>
    values
      .replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "100.64.0.0/16"')
      .replace(/(default-not-ready-toleration-seconds: )"\d+"/, '$1"120"'),
});

/** The Kubernetes layer with another version chosen. */
async function upgrade({ canvas, userEvent }: Parameters<NonNullable<Story['play']>>[0]) {
  await press(canvas, /^Layer 2 of 4/);
  await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
  await userEvent.selectOptions(
    await canvas.findByRole('combobox', { name: 'Pack Version' }),
    NEXT_VERSION,
  );
}

/** Edits come along to another version; what contradicts it is decided here. */
export const EditsCarried: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [osLayer, editedKubernetes, networkLayer, storageLayer],
    },
    defaultStepId: 'layers',
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await upgrade(context);
    await expect(
      await canvas.findByText(/1 edit of .*Kubernetes 1\.32\.12 was carried over/),
    ).toBeVisible();
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
    await press(canvas, 'Decide 1 conflict');
    const conflicts = await canvas.findByRole('region', {
      name: 'Your edits and the new defaults',
    });
    await userEvent.click(within(conflicts).getByRole('radio', { name: /Take the new default/ }));
    await expect(await canvas.findByText(/All contradictions are decided/)).toBeVisible();
  },
};

/** What was read goes, and the choice of the pack goes on. */
export const CarryDismissed: Story = {
  args: EditsCarried.args ?? {},
  play: async (context) => {
    const { canvas } = context;
    await EditsCarried.play?.(context);
    await press(canvas, 'Close');
    await press(canvas, 'Dismiss');
    await expect(canvas.queryByText(/was carried over/)).toBeNull();
    await expect(await canvas.findByRole('combobox', { name: 'Registry' })).toHaveFocus();
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
  },
};

const withTasks =
  (tasks: ValuesTasks): Decorator =>
  (Story) => (
    <ValuesTasksContext.Provider value={tasks}>
      <Story />
    </ValuesTasksContext.Provider>
  );

/** Where they take their time, nothing else is shown as theirs, and nobody has to wait. */
export const EditsOnTheirWay: Story = {
  args: EditsCarried.args ?? {},
  decorators: [withTasks(tasksWithout(['mergeValues']))],
  play: async (context) => {
    await upgrade(context);
    await expect(
      await context.canvas.findByText(/^Bringing your edits of .*Kubernetes 1\.32\.12 along/),
    ).toBeVisible();
    await expect(
      await context.canvas.findByRole('button', { name: 'Go on without them' }),
    ).toBeVisible();
    await expect(context.canvas.queryByRole('textbox', { name: KUBERNETES_VALUES })).toBeNull();
  },
};

/** Where they do not come, they are kept, and can be taken as they are. */
export const EditsNotCarried: Story = {
  args: EditsCarried.args ?? {},
  decorators: [withTasks(failingTasks(['mergeValues']))],
  play: async (context) => {
    const { canvas } = context;
    await upgrade(context);
    await expect(await canvas.findByText(/could not be carried over/)).toBeVisible();
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "192.168.0.0/16"');
    await press(canvas, 'Use my edited values as they are');
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
    await expect(canvas.queryByText(/could not be carried over/)).toBeNull();
    // What was pressed is gone with its notice.
    await expect(await canvas.findByRole('combobox', { name: 'Registry' })).toHaveFocus();
  },
};

/** What was not decided before the page was left waits in the draft. */
export const ConflictsRestored: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [osLayer, undecidedKubernetes(), networkLayer, storageLayer],
    },
    defaultStepId: 'layers',
  },
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4/);
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
    await press(canvas, 'Decide 1 conflict');
    await expect(
      await canvas.findByRole('region', { name: 'Your edits and the new defaults' }),
    ).toBeVisible();
  },
};

/** The edits in another version, with the conflict that this made. */
function undecidedKubernetes() {
  const next = demoLayer('kubernetes', NEXT_VERSION);
  const { text, conflicts, carried } = mergeValues({
    base: demoLayer('kubernetes', '1.32.12').values ?? '',
    mine: editedKubernetes.values ?? '',
    theirs: next.values ?? '',
  });
  return {
    ...next,
    values: text,
    carried: {
      pack: demoChoice('kubernetes', '1.32.12'),
      cloudType: demoDraft.cloudType,
      values: editedKubernetes.values ?? '',
      carriedCount: carried.length,
      conflicts: conflicts.map((conflict) => ({ ...conflict, taken: null })),
    },
  };
}

/** The new defaults in place of all edits can be taken back where they were asked for. */
export const EditsReplaced: Story = {
  args: EditsCarried.args ?? {},
  play: async (context) => {
    const { canvas } = context;
    await EditsCarried.play?.(context);
    await press(canvas, 'Use the new defaults');
    const notice = (await canvas.findByText(/without your edits of/)).closest('.cpb-Notice');
    if (!(notice instanceof HTMLElement)) throw new Error('There is no notice.');
    const undo = within(notice).getByRole('button', { name: 'Undo' });
    await waitFor(() => expect(undo).toHaveFocus());
    await context.userEvent.click(undo);
    await editorShows(canvas, KUBERNETES_VALUES, 'podCIDR: "100.64.0.0/16"');
    await press(canvas, 'Use the new defaults');
    await canvas.findByText(/without your edits of/);
  },
};

/** What is wrong stands in the review with the way to it, and keeps the profile from being created. */
export const Preflight: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [
        osLayer,
        demoLayer('kubernetes', '1.31.14', {
          edit: (values) => values.replace('podCIDR: "192.168.0.0/16"', 'podCIDR: "192.168.0.0"'),
        }),
        demoLayer('cni-calico', '3.31.0'),
        storageLayer,
      ],
    },
    defaultStepId: 'review',
  },
  play: async ({ canvas }) => {
    const heading = await canvas.findByRole('heading', { name: 'Open problems' });
    await expect(heading).toBeVisible();
    await canvas.findByText(/needs .*1\.32/);
    await press(canvas, 'Finish Configuration');
    await canvas.findByText(/Some things are still open/);
    await press(canvas, /^Open Kubernetes, line \d+, column \d+/);
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    const editor = await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => expect(editor).toHaveFocus());
  },
};

/** Variables are made beside the profile stack. */
export const Variables: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'layers' },
  play: async ({ canvas }) => {
    await press(canvas, 'Variables');
    await expect(await canvas.findByRole('heading', { level: 4, name: 'Variables' })).toBeVisible();
  },
};

/** A draft has no secrets: where one stood, it is asked for. */
export const SecretToBeEnteredAgain: Story = {
  args: {
    createAdapter: () => describedAdapter(),
    defaultDraft: describedDraft((values) =>
      values.replace('password: ""', 'password: "********"'),
    ),
    defaultStepId: 'review',
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(/Enter charts\.calico\.bgp\.password again/),
    ).toBeVisible();
  },
};

/** What was typed for a variable before the page was left is part of the draft. */
export const VariableBegun: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      variableInProgress: { name: null, variable: createVariable('region') },
    },
    defaultStepId: 'layers',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/You began the variable “region”/)).toBeVisible();
  },
};
