import { waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import { demoAdapter, faultyVariables, profileOf } from '../../stories/support/demo';
import { DetailsHost, type DetailsHostProps } from '../../stories/support/ListHost';
import { demoProfiles } from '../../stories/support/profiles';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

type Canvas = ReturnType<typeof mount>['canvas'];

function openDetails(
  props: DetailsHostProps = {},
  adapter = demoAdapter({ profiles: demoProfiles }),
) {
  const updateProfile = vi.fn<NonNullable<ProfileAdapter['updateProfile']>>((update, context) => {
    if (adapter.updateProfile === undefined) throw new Error('The demo updates profiles.');
    return adapter.updateProfile(update, context);
  });
  const { canvas } = mount(
    <DetailsHost createAdapter={() => ({ ...adapter, updateProfile })} {...props} />,
  );
  return { canvas, updateProfile };
}

async function openNetwork(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: /^Layer 3 of 4, Network/ }));
  return canvas.findByRole('combobox', { name: 'Pack Version' });
}

async function changeVersion(canvas: Canvas) {
  const versions = await openNetwork(canvas);
  await userEvent.selectOptions(versions, '3.31.0');
  await canvas.findByText(/^Changed: Network\./);
  return versions;
}

/** A profile whose Network has edited values. */
const edited = {
  ...profileOf(),
  layers: profileOf().layers.map((layer) =>
    layer.kind === 'cni' ? { ...layer, values: `${layer.values}\nmine: true\n` } : layer,
  ),
};

describe('an opened profile', () => {
  it('says what became of edited values, and takes the change back', async () => {
    const { canvas } = openDetails({ uid: 'profile-1' }, demoAdapter({ profiles: [edited] }));
    const versions = await openNetwork(canvas);
    const before = (versions as HTMLSelectElement).value;
    await userEvent.selectOptions(versions, '3.31.0');
    await canvas.findByText(/1 edit of Calico .* carried over/);
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(versions).toHaveValue(before);
    });
    expect(canvas.getByText('No changes')).toBeVisible();
  });

  it('says each of two undos', async () => {
    const { canvas } = openDetails();
    const versions = await changeVersion(canvas);
    const others = [...(versions as HTMLSelectElement).options].filter(
      (option) => !option.selected,
    );
    const [other] = others;
    if (other === undefined) throw new Error('The pack has several versions.');
    await userEvent.selectOptions(versions, other.value);
    const undo = canvas.getByRole('button', { name: 'Undo' });
    await userEvent.click(undo);
    const first = await canvas.findByText('The last change was taken back.');
    await userEvent.click(undo);
    await waitFor(() => {
      expect(first.isConnected).toBe(false);
    });
    expect(canvas.getByText('The last change was taken back.')).toBeInTheDocument();
    expect(canvas.getByText('No changes')).toBeVisible();
  });

  it('asks before changes are given up on the way back', async () => {
    const onBack = vi.fn();
    const { canvas } = openDetails({ onBack });
    const versions = await changeVersion(canvas);
    const back = canvas.getByRole('button', { name: 'Back to profiles' });
    await userEvent.click(back);
    const dialog = await canvas.findByRole('dialog', { name: 'Discard your changes?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep editing' }));
    expect(onBack).not.toHaveBeenCalled();
    expect(versions).toHaveValue('3.31.0');
    await userEvent.click(back);
    await userEvent.click(await canvas.findByRole('button', { name: 'Discard' }));
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('opens the form of a variable from a problem, and keeps what was typed when it is closed', async () => {
    const adapter = demoAdapter({ profiles: [{ ...edited, variables: faultyVariables }] });
    const { canvas } = openDetails({ uid: 'profile-1' }, adapter);
    await changeVersion(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Open Variable replicas' }));
    const form = await canvas.findByRole('dialog', { name: 'Edit Replicas' });
    await waitFor(() => {
      expect(form).toContainElement(document.activeElement as HTMLElement);
    });
    await userEvent.type(within(form).getByRole('textbox', { name: 'Display name' }), ' of nodes');
    await userEvent.click(within(form).getByRole('button', { name: 'Cancel' }));
    const question = await canvas.findByRole('dialog', { name: 'Discard your changes?' });
    await userEvent.click(within(question).getByRole('button', { name: 'Keep editing' }));
    expect(within(form).getByRole('textbox', { name: 'Display name' })).toHaveValue(
      'Replicas of nodes',
    );
  });

  it('takes the focus to the problems once, not whenever there are some again', async () => {
    const adapter = demoAdapter({ profiles: [{ ...edited, variables: faultyVariables }] });
    const { canvas } = openDetails({ uid: 'profile-1' }, adapter);
    await changeVersion(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    const heading = await canvas.findByRole('heading', { name: 'Open problems' });
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
    await userEvent.click(canvas.getByRole('button', { name: 'All layers' }));
    await userEvent.click(canvas.getByRole('button', { name: /^Variables/ }));
    for (const name of ['Replicas', 'Node name']) {
      await userEvent.click(await canvas.findByRole('button', { name: `Delete ${name}` }));
    }
    await waitFor(() => {
      expect(canvas.queryByRole('heading', { name: 'Open problems' })).toBeNull();
    });
    const undo = await canvas.findByRole('button', { name: 'Undo' });
    await userEvent.click(undo);
    const again = await canvas.findByRole('heading', { name: 'Open problems' });
    expect(again).not.toHaveFocus();
  });

  it('asks for text that was typed last, and asks nothing where nothing changed', async () => {
    const onBack = vi.fn();
    const { canvas } = openDetails({ onBack });
    await openNetwork(canvas);
    const back = canvas.getByRole('button', { name: 'Back to profiles' });
    await userEvent.click(back);
    expect(onBack).toHaveBeenCalledTimes(1);
    await userEvent.click(await canvas.findByRole('textbox', { name: 'Values of Network' }));
    await userEvent.keyboard('x');
    await userEvent.click(back);
    expect(await canvas.findByRole('dialog', { name: 'Discard your changes?' })).toBeVisible();
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it('sends nothing where nothing changed', async () => {
    const { canvas, updateProfile } = openDetails();
    const save = await canvas.findByRole('button', { name: 'Save changes' });
    expect(save).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(save, { force: true });
    expect(updateProfile).not.toHaveBeenCalled();
    expect(canvas.getByText('No changes')).toBeVisible();
  });

  it('takes the focus once, not again when it is loaded again', async () => {
    const adapter = demoAdapter({ profiles: demoProfiles });
    const { canvas } = openDetails({ focusOnMount: true }, adapter);
    const heading = await canvas.findByRole('heading', { name: /payments-aws-production/ });
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
    await changeVersion(canvas);
    const { signal } = new AbortController();
    await adapter.updateProfile?.(
      { uid: 'profile-3', description: 'Changed elsewhere.' },
      { signal, idempotencyKey: 'elsewhere' },
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Load again' }));
    await canvas.findByText('Changed elsewhere.');
    expect(canvas.getByRole('heading', { name: /payments-aws-production/ })).not.toHaveFocus();
  });
});
