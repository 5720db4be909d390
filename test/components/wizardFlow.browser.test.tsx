import { waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NewProfile } from '../../src/model/profile';
import { createFaultyAdapter } from '../../src/testing/createFaultyAdapter';
import {
  demoAdapter,
  demoDraft,
  kubernetesLayer,
  osLayer,
  profileOf,
  withoutPreflight,
} from '../../stories/support/demo';
import { mountWizard, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

type Wizard = ReturnType<typeof mountWizard>;

const press = async ({ canvas }: Wizard, name: string | RegExp) => {
  await userEvent.click(await canvas.findByRole('button', { name }));
};
const heading = ({ canvas }: Wizard, name: string) =>
  canvas.findByRole('heading', { level: 3, name });

const atKubernetes = {
  defaultDraft: { info: demoDraft.info, layers: [osLayer, kubernetesLayer] },
  defaultStepId: 'layers' as const,
};

async function openKubernetes(wizard: Wizard) {
  await press(wizard, /^Layer 2 of 4/);
  await heading(wizard, '2/4 Select your Kubernetes pack');
  await wizard.canvas.findByRole('tab', { name: 'Values Edited' });
  const versions = await wizard.canvas.findByRole('combobox', { name: 'Pack Version' });
  const editor = await wizard.canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
  return { versions, editor };
}

describe('choices', () => {
  it('are taken back and made again', async () => {
    const wizard = mountWizard(atKubernetes);
    const { versions } = await openKubernetes(wizard);
    const undo = wizard.canvas.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveAttribute('aria-disabled', 'true');
    await userEvent.selectOptions(versions, '1.32.12');
    await userEvent.selectOptions(versions, '1.34.0');
    await userEvent.click(undo);
    await waitFor(() => {
      expect(versions).toHaveValue('1.32.12');
    });
    await userEvent.click(undo);
    await waitFor(() => {
      expect(versions).toHaveValue('1.33.x');
    });
    // The button stays where it is, so that the focus does.
    expect(undo).toHaveFocus();
    await press(wizard, 'Redo');
    await waitFor(() => {
      expect(versions).toHaveValue('1.32.12');
    });
    await userEvent.selectOptions(versions, '1.33.6');
    expect(wizard.canvas.getByRole('button', { name: 'Redo' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('carry edited values to the new version, and Undo leads back to them', async () => {
    const wizard = mountWizard(atKubernetes);
    const { versions } = await openKubernetes(wizard);
    await userEvent.selectOptions(versions, '1.32.12');
    await wizard.canvas.findByText(/2 edits of Palette eXtended .* carried over/);
    const editor = await wizard.canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => {
      expect(editor).toHaveTextContent('kube-apiserver:v1.32.12');
      expect(editor).toHaveTextContent('podCIDR: "100.64.0.0/16"');
    });
    await press(wizard, 'Undo');
    await waitFor(() => {
      expect(versions).toHaveValue('1.33.x');
    });
    expect(wizard.canvas.queryByText(/carried over/)).toBeNull();
  });

  it('give way to the new defaults where that is wanted', async () => {
    const wizard = mountWizard(atKubernetes);
    const { versions } = await openKubernetes(wizard);
    await userEvent.selectOptions(versions, '1.32.12');
    await press(wizard, 'Use the new defaults');
    const editor = await wizard.canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => {
      expect(editor).toHaveTextContent('podCIDR: "192.168.0.0/16"');
    });
    expect(wizard.canvas.queryByText(/carried over/)).toBeNull();
  });

  it('set edited values aside where another pack takes their place', async () => {
    const wizard = mountWizard(atKubernetes);
    await openKubernetes(wizard);
    await press(wizard, /^Change pack/);
    const packs = await wizard.canvas.findByRole('listbox', { name: 'Packs' });
    const others = await within(packs).findAllByRole('option');
    const other = others.find((option) => option.getAttribute('aria-selected') !== 'true');
    await userEvent.click(other ?? packs);
    const notice = await wizard.canvas.findByText(/edited values of Palette eXtended/);
    const status = notice.closest<HTMLElement>('[role=status]');
    if (status === null) throw new Error('The notice is not read out.');
    await userEvent.click(within(status).getByRole('button', { name: 'Undo' }));
    const editor = await wizard.canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await waitFor(() => {
      expect(editor).toHaveTextContent('podCIDR: "100.64.0.0/16"');
    });
  });
});

describe('another provider that is asked about', () => {
  const region = (wizard: Wizard) =>
    wizard.canvas.findByRole('region', { name: 'Change to VMware vSphere?' });

  it('has to be answered before the flow goes on, and is not dropped on the way', async () => {
    const wizard = mountWizard({ defaultStepId: 'cloud' });
    await userEvent.click(await wizard.canvas.findByRole('radio', { name: 'VMware vSphere' }));
    await region(wizard);
    await press(wizard, 'Next');
    const question = await region(wizard);
    await waitFor(() => {
      expect(question).toHaveFocus();
    });
    expect(question).toHaveAccessibleDescription(
      'Answer this before you go on: change to VMware vSphere, or keep AWS IaaS.',
    );
    expect(wizard.canvas.getByRole('heading', { level: 3, name: 'Cloud type' })).toBeVisible();
    // Back is no answer either.
    await press(wizard, 'Back');
    await heading(wizard, 'Basic information');
    await press(wizard, 'Next');
    await heading(wizard, 'Cloud type');
    await region(wizard);
    await press(wizard, 'Keep AWS IaaS');
    await waitFor(() => {
      expect(wizard.canvas.queryByRole('region')).toBeNull();
    });
    expect(wizard.canvas.getByRole('radio', { name: 'AWS IaaS' })).toHaveFocus();
    await press(wizard, 'Next');
    await heading(wizard, 'Profile stack');
  });

  it('goes on with the new provider once it is changed', async () => {
    const wizard = mountWizard({ defaultStepId: 'cloud' });
    await userEvent.click(await wizard.canvas.findByRole('radio', { name: 'VMware vSphere' }));
    await press(wizard, 'Next');
    await press(wizard, 'Change to VMware vSphere');
    await wizard.canvas.findByText('The cloud type was changed.');
    await press(wizard, 'Next');
    await heading(wizard, '1/4 Select your base OS pack');
  });

  it('is asked beside its card, in view, on a narrow page as well', async () => {
    await page.viewport(400, 800);
    try {
      const wizard = mountWizard({ defaultStepId: 'cloud' });
      const radio = await wizard.canvas.findByRole('radio', { name: 'Azure IaaS' });
      await userEvent.click(radio);
      const question = await wizard.canvas.findByRole('region', { name: 'Change to Azure IaaS?' });
      const card = radio.closest('label')?.getBoundingClientRect();
      expect(question.getBoundingClientRect().top - (card?.bottom ?? 0)).toBeLessThan(20);
      await waitFor(() => {
        const title = within(question).getByRole('heading').getBoundingClientRect();
        expect(title.top).toBeGreaterThan(0);
        expect(title.bottom).toBeLessThan(window.innerHeight);
      });
    } finally {
      await page.viewport(1280, 900);
    }
  });
});

describe('the README', () => {
  it('of the chosen version stands beside its values', async () => {
    const wizard = mountWizard(atKubernetes);
    const { versions } = await openKubernetes(wizard);
    await userEvent.click(wizard.canvas.getByRole('tab', { name: 'README' }));
    const panel = await wizard.canvas.findByRole('tabpanel', { name: 'README' });
    await within(panel).findByRole('heading', { name: 'Palette eXtended Kubernetes' });
    await waitFor(() => {
      expect(panel).toHaveTextContent('This text describes version 1.33.9.');
    });
    await userEvent.selectOptions(versions, '1.32.12');
    await waitFor(() => {
      expect(panel).toHaveTextContent('This text describes version 1.32.12.');
    });
    expect(panel).not.toHaveTextContent('1.33.9');
  });
});

describe('the flow', () => {
  it('loses nothing on the way back and forth', async () => {
    const onCreated = vi.fn<(profile: NewProfile) => void>();
    const wizard = mountWizard({ defaultStepId: 'info', onCreated });
    await userEvent.fill(wizard.canvas.getByRole('textbox', { name: 'Name' }), 'renamed');
    await press(wizard, 'Next');
    await heading(wizard, 'Cloud type');
    await press(wizard, 'Next');
    await heading(wizard, 'Profile stack');
    await press(wizard, /^Layer 2 of 4/);
    const editor = await wizard.canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
    await userEvent.click(editor);
    await userEvent.keyboard('{Control>}{End}{/Control}# typed last');
    // At once, before the editor has told anybody.
    await press(wizard, 'Back');
    await heading(wizard, 'Profile stack');
    for (const [button, next] of [
      ['Back', '4/4 Select your storage pack'],
      ['Back', '3/4 Select your network pack'],
      ['Back', '2/4 Select your Kubernetes pack'],
      ['Back', '1/4 Select your base OS pack'],
      ['Back', 'Cloud type'],
      ['Back', 'Basic information'],
    ] as const) {
      await press(wizard, button);
      const shown = await heading(wizard, next);
      await waitFor(() => {
        expect(shown).toHaveFocus();
      });
    }
    expect(wizard.canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('renamed');
    await press(wizard, 'Next');
    await heading(wizard, 'Cloud type');
    await press(wizard, 'Next');
    await heading(wizard, '1/4 Select your base OS pack');
    await press(wizard, 'Next layer');
    await heading(wizard, '2/4 Select your Kubernetes pack');
    await press(wizard, 'Next layer');
    await heading(wizard, '3/4 Select your network pack');
    await press(wizard, 'Next layer');
    await heading(wizard, '4/4 Select your storage pack');
    await press(wizard, 'Confirm');
    await heading(wizard, 'Profile stack');
    await press(wizard, 'Next');
    await heading(wizard, 'Review');
    await press(wizard, 'Finish Configuration');
    await heading(wizard, 'Profile created');
    const expected = profileOf();
    expect(onCreated).toHaveBeenCalledTimes(1);
    expect(onCreated.mock.lastCall?.[0]).toMatchObject({
      ...expected,
      name: 'renamed',
      layers: expected.layers.map((layer) =>
        layer.kind === 'k8s' ? { ...layer, values: `${layer.values}# typed last` } : layer,
      ),
    });
  });

  it('asks once, however often Finish is pressed', async () => {
    const faulty = createFaultyAdapter(demoAdapter(), { createProfile: 'late' });
    const onCreated = vi.fn();
    const wizard = mountWizard({
      defaultStepId: 'review',
      createAdapter: () => faulty.adapter,
      onCreated,
    });
    const finish = await wizard.canvas.findByRole('button', { name: 'Finish Configuration' });
    await heading(wizard, 'Review');
    await userEvent.dblClick(finish);
    finish.click();
    await wizard.canvas.findByText('Creating the profile …');
    faulty.release('createProfile');
    await heading(wizard, 'Profile created');
    expect(faulty.calls.filter(({ method }) => method === 'createProfile')).toHaveLength(1);
    expect(onCreated).toHaveBeenCalledTimes(1);
  });

  it('asks before what was entered is given up', async () => {
    const onCancel = vi.fn();
    const wizard = mountWizard({ defaultStepId: 'info', onCancel });
    await press(wizard, 'Cancel');
    await wizard.canvas.findByRole('dialog', { name: 'Discard this profile?' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(wizard.canvas.queryByRole('dialog')).toBeNull();
    });
    expect(onCancel).not.toHaveBeenCalled();
    expect(wizard.canvas.getByRole('textbox', { name: 'Name' })).toHaveValue(demoDraft.info.name);
    expect(wizard.canvas.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await press(wizard, 'Cancel');
    await press(wizard, 'Keep editing');
    expect(onCancel).not.toHaveBeenCalled();
    await press(wizard, 'Cancel');
    await press(wizard, 'Discard');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('starts over where the host does not take the user away', async () => {
    const wizard = mountWizard({ defaultStepId: 'info' });
    await press(wizard, 'Cancel');
    await press(wizard, 'Discard');
    await waitFor(() => {
      expect(wizard.canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('');
    });
  });

  it('leaves at once where nothing was entered', async () => {
    const onCancel = vi.fn();
    const wizard = mountWizard({ defaultDraft: {}, onCancel });
    await press(wizard, 'Cancel');
    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('keeps everything when the name was taken meanwhile, and goes on with another', async () => {
    const wizard = mountWizard({
      defaultStepId: 'review',
      createAdapter: () => withoutPreflight(demoAdapter({ profiles: [profileOf()] })),
    });
    await heading(wizard, 'Review');
    await press(wizard, 'Finish Configuration');
    await heading(wizard, 'Basic information');
    const version = wizard.canvas.getByRole('textbox', { name: 'Version' });
    await userEvent.fill(version, '1.3.0');
    await press(wizard, /^Review/);
    await heading(wizard, 'Review');
    await press(wizard, 'Finish Configuration');
    await heading(wizard, 'Profile created');
    expect(wizard.canvas.getByText(/“payments-aws-production” 1\.3\.0 is saved/)).toBeVisible();
  });

  it('starts over after Create another', async () => {
    const wizard = mountWizard({ defaultStepId: 'review' });
    await heading(wizard, 'Review');
    await press(wizard, 'Finish Configuration');
    await press(wizard, 'Create another');
    await heading(wizard, 'Basic information');
    expect(wizard.canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('');
    expect(wizard.canvas.getByRole('textbox', { name: 'Version' })).toHaveValue('1.0.0');
  });
});
