import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { madePack } from '../support/catalogs';
import { demoAdapter, demoDraft, kubernetesLayer, osLayer } from '../support/demo';
import { demoCatalog } from 'cluster-profile-builder/demo';
import { choosePack, press, stepHeading } from '../support/flow';
import { WizardHost } from '../support/WizardHost';

const meta = {
  title: 'Flow/States/Look',
  component: WizardHost,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof WizardHost>;

export default meta;
type Story = StoryObj<typeof meta>;

const WORD = 'sehr-lange-bezeichnung-ohne-jedes-leerzeichen-'.repeat(4);
const SENTENCE =
  'Ein langer Anzeigename, wie ihn Fachabteilungen gern vergeben, mit Zusatz. '.repeat(3);

const createLong = () =>
  demoAdapter(
    {},
    {
      registries: demoCatalog.registries.map((registry) => ({
        ...registry,
        name: `${registry.name} ${WORD}`,
      })),
      packs: [
        ...demoCatalog.packs,
        madePack({
          name: `os-${WORD}`,
          displayName: SENTENCE,
          layer: 'os',
          cloudType: 'aws',
          changes: {
            isVerified: true,
            isTechPreview: true,
            hint: { text: SENTENCE, link: { label: WORD, href: 'https://example.org' } },
          },
        }),
      ],
    },
  );

async function scrollsOnlyDown() {
  const page = document.scrollingElement ?? document.body;
  await waitFor(() => expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth));
}

export const LongNames: Story = {
  args: {
    createAdapter: createLong,
    defaultDraft: {
      info: { ...demoDraft.info, name: WORD, description: SENTENCE, tags: [WORD, `key:${WORD}`] },
    },
    defaultStepId: 'layers',
    scopeName: WORD,
  },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '1/4 Select your base OS pack');
    await choosePack(canvas, /Ein langer Anzeigename/);
    await canvas.findByRole('textbox', { name: 'Values of Operating System' });
    await scrollsOnlyDown();
  },
};

export const LongNamesReview: Story = {
  args: {
    ...LongNames.args,
    defaultDraft: {
      ...demoDraft,
      info: { ...demoDraft.info, name: WORD, description: SENTENCE, tags: [WORD, `key:${WORD}`] },
    },
    defaultStepId: 'review',
  },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Review');
    await scrollsOnlyDown();
  },
};

export const LongNamesNarrow: Story = {
  args: { ...LongNames.args, width: 400 },
  play: async ({ canvas }) => {
    await stepHeading(canvas, '1/4 Select your base OS pack');
    await choosePack(canvas, /Ein langer Anzeigename/);
    await scrollsOnlyDown();
  },
};

const atKubernetes = {
  defaultDraft: { info: demoDraft.info, layers: [osLayer, kubernetesLayer] },
  defaultStepId: 'layers' as const,
};

export const RightToLeft: Story = {
  args: { ...atKubernetes, locale: 'ar' },
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4/);
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    // Code stays as it is: from left to right.
    const editor = await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await expect(getComputedStyle(editor).direction).toBe('ltr');
    await scrollsOnlyDown();
  },
};

/** Dark by a setting of the host's, whatever the page around it. */
export const Dark: Story = {
  args: { ...atKubernetes, colorScheme: 'dark' },
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4/);
    await stepHeading(canvas, '2/4 Select your Kubernetes pack');
    await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
  },
};

/** The place that a portal with a sidebar leaves. */
export const Medium: Story = {
  args: { ...atKubernetes, width: 900 },
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4/);
    await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await scrollsOnlyDown();
  },
};

export const NarrowStack: Story = {
  args: { defaultDraft: demoDraft, defaultStepId: 'layers', width: 400 },
  play: async ({ canvas }) => {
    await stepHeading(canvas, 'Profile stack');
    await scrollsOnlyDown();
  },
};

export const NarrowText: Story = {
  args: { ...atKubernetes, width: 400 },
  play: async ({ canvas }) => {
    await press(canvas, /^Layer 2 of 4/);
    await press(canvas, 'Text');
    await expect(
      await canvas.findByRole('textbox', { name: 'Values of Kubernetes' }),
    ).toBeVisible();
    await scrollsOnlyDown();
  },
};
