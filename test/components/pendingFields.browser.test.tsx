import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { ProfileWizard } from '../../src/components/ProfileWizard/ProfileWizard';
import type { CreateWorker } from '../../src/hooks/valuesTasks';
import type { ProfileAdapter } from '../../src/adapters/ProfileAdapter';
import type { ProfileWizardProps } from '../../src/components/ProfileWizard/ProfileWizard';
import { demoAdapter, demoDraft } from '../../stories/support/demo';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

const SLOW = { timeout: 20_000 };
const TYPED = '10.99.0.0/16';

/** A worker that keeps the changes of fields back until they are let go. */
function holdChanges() {
  const held: (() => void)[] = [];
  const createWorker: CreateWorker = () => {
    const worker = new Worker(new URL('../../src/worker.ts', import.meta.url), { type: 'module' });
    const post = worker.postMessage.bind(worker) as (message: unknown) => void;
    worker.postMessage = (message: unknown) => {
      if ((message as { name?: unknown }).name === 'setField') held.push(() => post(message));
      else post(message);
    };
    return worker;
  };
  return { createWorker, held, letGo: () => held.splice(0).forEach((go) => go()) };
}

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
