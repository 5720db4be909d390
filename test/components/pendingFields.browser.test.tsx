import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { ProfileDetails } from '../../src/components/ProfileDetails/ProfileDetails';
import { ProfileWizard } from '../../src/components/ProfileWizard/ProfileWizard';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import type { ProfileWizardProps } from '../../src/components/ProfileWizard/ProfileWizard';
import { demoAdapter, demoDraft } from '../../stories/support/demo';
import { demoProfiles } from '../../stories/support/profiles';
import { holdTasks } from './support/holdTasks';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const SLOW = { timeout: 20_000 };
const TYPED = '10.99.0.0/16';

const holdChanges = () => holdTasks('setField');

type Held = ReturnType<typeof holdChanges>;

function mountFlow(changes: Held, props: Partial<ProfileWizardProps>, adapter = demoAdapter()) {
  mount(
    <ProfileBuilderProvider adapter={adapter} createWorker={changes.createWorker}>
      <ProfileWizard defaultDraft={demoDraft} defaultStepId="layers" {...props} />
    </ProfileBuilderProvider>,
  );
}

/** Types into a field of the Kubernetes layer, which changes the text after a pause only. */
async function typeIntoField() {
  await userEvent.click(await screen.findByRole('button', { name: 'Fields' }, SLOW));
  const fields = await screen.findByRole('region', { name: 'Fields of Kubernetes' }, SLOW);
  const input = await within(fields).findByRole<HTMLInputElement>(
    'textbox',
    { name: 'podCIDR' },
    SLOW,
  );
  input.focus();
  input.select();
  await userEvent.keyboard(TYPED);
}

const forward = () => screen.getByRole('button', { name: /^(Next|Confirm|Finish)/ });

/** Types into a field of a wizard and presses Next, for which the worker then has no answer. */
async function pressNextTooEarly(changes: Held) {
  mountFlow(changes, {});
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByRole('textbox', { name: 'Values of Kubernetes' }, SLOW);
  await typeIntoField();
  await userEvent.click(forward());
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
}

it('says what Next waits for, and lets go of it', async () => {
  const changes = holdChanges();
  await pressNextTooEarly(changes);
  await screen.findByText(/last change is on its way/, undefined, SLOW);
  await userEvent.click(screen.getByRole('button', { name: 'Stop waiting' }));
  await waitFor(() => {
    expect(screen.queryByText(/last change is on its way/)).toBeNull();
  });
  expect(forward()).toHaveFocus();
  changes.letGo();
  await screen.findByRole('button', { name: /^Restore default of .*podCIDR/ }, SLOW);
  expect(screen.getByRole('heading', { name: /^2\/4/ })).toBeVisible();
  await userEvent.click(forward());
  await screen.findByRole('heading', { name: 'Profile stack' }, SLOW);
});

it('lets the browser ask before a page goes with a change on its way, and only then', async () => {
  const mayGo = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const changes = holdChanges();
  mountFlow(changes, {});
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByRole('textbox', { name: 'Values of Kubernetes' }, SLOW);
  expect(mayGo()).toBe(true);
  await typeIntoField();
  // Typed a moment ago: even the pause before it is taken over is not waited for.
  expect(mayGo()).toBe(false);
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
  changes.letGo();
  await waitFor(() => {
    expect(mayGo()).toBe(true);
  }, SLOW);
});

const LATEST = '10.98.0.0/16';

/** An opened profile with a change, and the next one on its way into the values of its Kubernetes layer. */
async function changeProfile() {
  const changes = holdChanges();
  const adapter = demoAdapter({ profiles: demoProfiles });
  const updateProfile = vi.fn<NonNullable<ProfileAdapter['updateProfile']>>((update, context) => {
    if (adapter.updateProfile === undefined) throw new Error('The demo updates profiles.');
    return adapter.updateProfile(update, context);
  });
  mount(
    <ProfileBuilderProvider
      adapter={{ ...adapter, updateProfile }}
      createWorker={changes.createWorker}
    >
      <ProfileDetails uid="profile-3" />
    </ProfileBuilderProvider>,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /^Layer 2 of 4, Kubernetes/ }, SLOW),
  );
  await screen.findByRole('textbox', { name: 'Values of Kubernetes' }, SLOW);
  await typeIntoField();
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
  changes.letGo();
  await screen.findByText(/^Changed: Kubernetes\./, undefined, SLOW);
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'podCIDR' });
  input.focus();
  input.select();
  await userEvent.keyboard(LATEST);
  return { changes, updateProfile, input };
}

it('Save of an opened profile waits for what was typed into a field', async () => {
  const { changes, updateProfile } = await changeProfile();
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await screen.findByText(/last change is on its way/, undefined, SLOW);
  expect(updateProfile).not.toHaveBeenCalled();
  changes.letGo();
  await waitFor(() => {
    expect(updateProfile).toHaveBeenCalledOnce();
  }, SLOW);
  expect(JSON.stringify(updateProfile.mock.calls[0]?.[0])).toContain(LATEST);
});

it('Discard takes back what is still on its way, too', async () => {
  const { changes, input } = await changeProfile();
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
  changes.letGo();
  await screen.findByText('No changes', undefined, SLOW);
  await waitFor(() => {
    expect(input).not.toHaveValue(LATEST);
  }, SLOW);
  expect(input).not.toHaveValue(TYPED);
  expect(screen.getByText('No changes')).toBeVisible();
});

it('Next waits for what was typed into a field, and moves once', async () => {
  const changes = holdChanges();
  const onDraftChange = vi.fn<NonNullable<ProfileWizardProps['onDraftChange']>>();
  mountFlow(changes, { onDraftChange });
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByRole('textbox', { name: 'Values of Kubernetes' }, SLOW);
  await typeIntoField();
  await userEvent.click(forward());
  await userEvent.click(forward());
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
  expect(screen.getByRole('heading', { name: /^2\/4/ })).toBeVisible();
  changes.letGo();
  await screen.findByRole('heading', { name: 'Profile stack' }, SLOW);
  await waitFor(() => {
    expect(JSON.stringify(onDraftChange.mock.lastCall)).toContain(TYPED);
  }, SLOW);
});

it('Finish sends what was typed into a field whose layer was left at once', async () => {
  const changes = holdChanges();
  const adapter = demoAdapter();
  const createProfile = vi.fn<ProfileAdapter['createProfile']>(adapter.createProfile);
  mountFlow(changes, { defaultStepId: 'review' }, { ...adapter, createProfile });
  const steps = within(await screen.findByRole('navigation', { name: 'Steps' }, SLOW));
  await userEvent.click(steps.getByRole('button', { name: /layers/i }));
  await userEvent.click(await screen.findByRole('button', { name: /^Layer 2 of 4/ }, SLOW));
  await screen.findByRole('textbox', { name: 'Values of Kubernetes' }, SLOW);
  await typeIntoField();
  await userEvent.click(steps.getByRole('button', { name: /review/i }));
  const finish = await screen.findByRole('button', { name: /^Finish/ }, SLOW);
  await userEvent.click(finish);
  await waitFor(() => {
    expect(changes.held).not.toHaveLength(0);
  }, SLOW);
  changes.letGo();
  await waitFor(() => {
    expect(createProfile).toHaveBeenCalledOnce();
  }, SLOW);
  expect(JSON.stringify(createProfile.mock.calls[0]?.[0])).toContain(TYPED);
});
