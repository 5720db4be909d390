import { waitFor } from '@testing-library/react';
import { useFormContext } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProfileError } from '../../src/model/ProfileError';
import { demoAdapter, demoDraft } from '../../stories/support/demo';
import { mountWizard, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const { name } = demoDraft.info;

function mountTaken() {
  return mountWizard({
    defaultStepId: 'review',
    createAdapter: () => ({
      ...demoAdapter(),
      createProfile: () =>
        Promise.reject(new ProfileError('conflict', 'Taken.', { field: 'name' })),
    }),
  });
}

describe('the step of basic information', () => {
  it('leaves the focus where somebody types while a refusal goes away and comes back', async () => {
    const { canvas } = mountTaken();
    await userEvent.click(await canvas.findByRole('button', { name: 'Finish Configuration' }));
    const nameField = await canvas.findByRole('textbox', { name: 'Name' });
    await waitFor(() => {
      expect(nameField).toHaveFocus();
    });
    expect(nameField).toBeInvalid();
    const version = canvas.getByRole('textbox', { name: 'Version' });
    await userEvent.click(version);
    await userEvent.keyboard('{End}1{Backspace}');
    expect(version).toHaveValue(demoDraft.info.version);
    expect(version).toHaveFocus();
  });

  it('does not go on with a tag that is none, and keeps it', async () => {
    const { canvas } = mountWizard();
    const tags = canvas.getByRole('textbox', { name: 'Tags' });
    await userEvent.click(tags);
    await userEvent.keyboard('region:');
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }));
    await waitFor(() => {
      expect(tags).toHaveFocus();
    });
    expect(tags).toHaveAccessibleDescription(/“region:” has no value/);
    expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
    expect(canvas.getByRole('list', { name: 'Added so far' })).toHaveTextContent('region:');
  });

  it('keeps a tag that was typed when the step is left', async () => {
    const { canvas } = mountWizard();
    await userEvent.click(canvas.getByRole('textbox', { name: 'Tags' }));
    await userEvent.keyboard('team:core');
    canvas.getByRole('button', { name: 'Next' }).click();
    await canvas.findByRole('radio', { name: /vSphere/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    expect(await canvas.findByText('team:core')).toBeVisible();
  });

  it('gives its form to a field of the host', async () => {
    const { canvas } = mountWizard({ defaultStepId: 'review', nextStep: <HostField /> });
    await userEvent.click(await canvas.findByRole('button', { name: 'Finish Configuration' }));
    expect(await canvas.findByText(`Host: ${name}`)).toBeVisible();
  });
});

function HostField() {
  const form = useFormContext<{ name: string }>();
  return <p>Host: {form.watch('name')}</p>;
}
