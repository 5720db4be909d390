import type { Meta, StoryObj } from '@storybook/react-vite';
import { createFaultyAdapter } from 'cluster-profile-builder/testing';
import type { ProfileFinding } from 'cluster-profile-builder/adapters';
import { expect, fn, waitFor, within } from 'storybook/test';
import { ValuesTasksContext } from '../../src/hooks/valuesTasks';
import { demoAdapter, demoDraft, demoLayer, faultyVariables } from '../support/demo';
import { breakable, breakableTasks, finding } from '../support/faults';
import { alertSays, press, stepHeading, type Canvas } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Preflight',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
  args: { defaultDraft: demoDraft, defaultStepId: 'review', onCreated: fn() },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const FINISH = 'Finish Configuration';
const CLEAR = 'No open problems, neither here nor on the server.';

async function finish(canvas: Canvas) {
  await stepHeading(canvas, 'Review');
  await press(canvas, FINISH);
}

const quota: ProfileFinding = {
  severity: 'error',
  code: 'QuotaExceeded',
  message: 'The project may hold 20 profiles, and it does.',
};

/** Finish waits for a check that the server has not answered. */
export const ServerRunning: Story = {
  args: { createAdapter: breakable('validateProfile', 'hang').createAdapter },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText('The server checks the profile …')).toBeVisible();
    await finish(canvas);
    await expect(
      await canvas.findByText('The server checks the profile before it is created …'),
    ).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
    await expect(args.onCreated).not.toHaveBeenCalled();
  },
};

/** … and the user need not wait for it, either way. */
export const ServerNotAwaited: Story = {
  args: ServerRunning.args ?? {},
  play: async ({ canvas, args }) => {
    await finish(canvas);
    await press(canvas, 'Stop waiting');
    await expect(canvas.getByRole('button', { name: FINISH })).toHaveFocus();
    await expect(canvas.queryByText(/before it is created/)).toBeNull();
    await press(canvas, FINISH);
    await press(canvas, 'Create without this check');
    await expect(await canvas.findByRole('heading', { name: 'Profile created' })).toBeVisible();
    await expect(args.onCreated).toHaveBeenCalledTimes(1);
  },
};

const late = () =>
  createFaultyAdapter(
    { ...demoAdapter(), validateProfile: () => Promise.resolve([quota]) },
    { validateProfile: 'late' },
  );
/** In strict mode one is made that is not used. */
const lateServers: ReturnType<typeof late>[] = [];

/** What the server finds while Finish waits stops it, and is shown. */
export const ServerErrorsArrive: Story = {
  args: {
    createAdapter: () => {
      const server = late();
      lateServers.push(server);
      return server.adapter;
    },
  },
  play: async ({ canvas, args }) => {
    await finish(canvas);
    await canvas.findByText(/before it is created/);
    for (const server of lateServers) server.release('validateProfile');
    await alertSays(canvas, /Some things are still open/);
    await expect(canvas.getByText(quota.message, { exact: false })).toBeVisible();
    await waitFor(() =>
      expect(canvas.getByRole('heading', { name: 'Open problems' })).toHaveFocus(),
    );
    await expect(canvas.getByRole('button', { name: /^Review/ })).toHaveTextContent('1 error');
    await expect(args.onCreated).not.toHaveBeenCalled();
  },
};

const failingServer = breakable('validateProfile', 403);

/** The server could not check; that stops nobody. */
export const ServerFailed: Story = {
  args: { createAdapter: failingServer.createAdapter },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText(/The server could not check the profile/)).toBeVisible();
    await finish(canvas);
    await expect(await canvas.findByRole('heading', { name: 'Profile created' })).toBeVisible();
    await expect(args.onCreated).toHaveBeenCalledTimes(1);
  },
};

export const ServerAskedAgain: Story = {
  args: { createAdapter: failingServer.createAdapter },
  play: async ({ canvas }) => {
    await canvas.findByText(/The server could not check the profile/);
    failingServer.mend();
    await press(canvas, 'Ask again');
    await expect(await canvas.findByText(CLEAR)).toBeVisible();
  },
};

/** The part that checks texts does not load: nothing is called right, and nobody is stopped. */
export const ChecksFailed: Story = {
  decorators: [
    (Story) => (
      <ValuesTasksContext.Provider value={failing.tasks}>
        <Story />
      </ValuesTasksContext.Provider>
    ),
  ],
  beforeEach: () => {
    failing = breakableTasks();
  },
  play: async ({ canvas, args }) => {
    await expect(
      await canvas.findByText('Values, manifests and variables could not be checked.'),
    ).toBeVisible();
    await expect(canvas.queryByText(/No open problems/)).toBeNull();
    await finish(canvas);
    await expect(await canvas.findByRole('heading', { name: 'Profile created' })).toBeVisible();
    await expect(args.onCreated).toHaveBeenCalledTimes(1);
  },
};

let failing = breakableTasks();

export const ChecksTriedAgain: Story = {
  ...ChecksFailed,
  play: async ({ canvas }) => {
    const notice = await canvas.findByText('Values, manifests and variables could not be checked.');
    failing.mend();
    await press(canvas, 'Try again');
    await expect(await canvas.findByText(CLEAR)).toBeVisible();
    await expect(notice).not.toBeInTheDocument();
  },
};

/** A host takes some errors for warnings, a server's among them: they are listed and stop nobody. */
export const SeveritiesOfTheHost: Story = {
  args: {
    defaultDraft: {
      ...demoDraft,
      layers: [...demoDraft.layers.slice(0, 3), demoLayer('csi-azure', '1.33.5')],
      variables: faultyVariables.slice(0, 2),
    },
    defaultStepId: 'layers',
    severities: {
      'cloud-type-mismatch': 'warning',
      'default-regex': 'warning',
      QuotaExceeded: 'warning',
    },
    createAdapter: finding([quota]),
  },
  play: async ({ canvas, args }) => {
    await stepHeading(canvas, 'Profile stack');
    await press(canvas, /^Layer 4 of 4/);
    await press(canvas, 'Confirm');
    await stepHeading(canvas, 'Profile stack');
    await press(canvas, 'Next');
    await stepHeading(canvas, 'Review');
    await canvas.findByText(quota.message, { exact: false });
    await expect(canvas.getByText(/does not work on AWS IaaS/)).toBeVisible();
    await expect(canvas.getByText(/The default value does not match/)).toBeVisible();
    await press(canvas, FINISH);
    await expect(await canvas.findByRole('heading', { name: 'Profile created' })).toBeVisible();
    await expect(args.onCreated).toHaveBeenCalledTimes(1);
  },
};

/** Errors of variables stop Finish, count at their step and lead to the form of the variable. */
export const Variables: Story = {
  args: { defaultDraft: { ...demoDraft, variables: faultyVariables } },
  play: async ({ canvas, args }) => {
    await canvas.findByText(/The default value does not match/);
    await finish(canvas);
    await alertSays(canvas, /Some things are still open/);
    await expect(args.onCreated).not.toHaveBeenCalled();
    await expect(canvas.getByRole('button', { name: /^Profile layers/ })).toHaveTextContent(
      '2 errors',
    );
    await press(canvas, 'Open Variable replicas');
    await stepHeading(canvas, 'Profile stack');
    await expect(await canvas.findByRole('heading', { name: /Edit Replicas/ })).toBeVisible();
    await expect(await canvas.findByRole('textbox', { name: 'Name' })).toHaveValue('replicas');
    await expect(canvas.getByRole('button', { name: /^Variables/ })).toHaveTextContent('2 errors');
  },
};

/** The server may say where: in which manifest, at which line, at which key. */
export const ServerPlaces: Story = {
  args: {
    createAdapter: finding([
      quota,
      {
        severity: 'error',
        message: 'The policy selects nothing.',
        packName: 'cni-calico',
        manifest: 'default-deny',
        line: 7,
        column: 3,
      },
      {
        severity: 'warning',
        message: 'The block is used by another cluster.',
        packName: 'kubernetes',
        path: ['pack', 'podCIDR'],
      },
      { severity: 'error', message: 'The name is reserved.', field: 'name' },
    ]),
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/The name is reserved/);
    await press(canvas, 'Open Kubernetes, pack.podCIDR');
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    const values = await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => expect(values).toHaveFocus());
    const stack = canvas.getByRole('list', { name: 'Profile stack' });
    await expect(within(stack).getByRole('button', { name: /^Layer 3/ })).toHaveTextContent(
      '1 error',
    );
    await press(canvas, /^Review/);
    await press(canvas, 'Open Network, manifest “default-deny”, line 7, column 3');
    const manifest = await canvas.findByRole('textbox', { name: /default-deny/ });
    await waitFor(() => expect(manifest).toHaveFocus());
    await press(canvas, /^Review/);
    await press(canvas, 'Open Basic information');
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus());
  },
};

/** Many problems of all kinds, in a narrow place. */
export const Narrow: Story = {
  args: {
    width: 400,
    defaultDraft: {
      ...demoDraft,
      info: { ...demoDraft.info, name: '' },
      variables: faultyVariables,
      layers: demoDraft.layers.map((layer) =>
        layer.kind === 'cni'
          ? { ...layer, manifests: [{ name: 'policies-of-the-payments-team', content: '' }] }
          : layer,
      ),
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/The default value does not match/);
    await finish(canvas);
    await alertSays(canvas, /Some things are still open/);
    await waitFor(() => expect(canvas.getByText('3 errors')).toBeVisible());
    const layers = canvas.getByRole('button', { name: /^Profile layers/ });
    await expect(layers).toHaveTextContent('2 errors');
    const [count] = layers.querySelectorAll('[data-count="2"]');
    await expect(count?.getBoundingClientRect().width).toBeGreaterThan(20);
    await press(canvas, /^Open Network, manifest/);
    const manifest = await canvas.findByRole('textbox', { name: /policies-of-the/ });
    await waitFor(() => expect(manifest).toHaveFocus());
    await press(canvas, /^Review/);
    await press(canvas, 'Open Basic information');
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus());
    await press(canvas, /^Review/);
    await canvas.findByText(/The default value does not match/);
  },
};
