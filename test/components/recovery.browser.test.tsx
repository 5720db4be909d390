import { waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AdapterMethod } from '../../src/testing/createFaultyAdapter';
import { demoDraft, kubernetesLayer, osLayer } from '../../stories/support/demo';
import { breakable } from '../../stories/support/faults';
import { DetailsHost, ListHost } from '../../stories/support/ListHost';
import { demoProfiles } from '../../stories/support/profiles';
import { demoAdapter } from '../../stories/support/demo';
import { mount, mountWizard, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

type Canvas = ReturnType<typeof mount>['canvas'];

/** Mends the backend and presses the button at once: something else may ask again, too. */
async function tryAgain(canvas: Canvas, title: string, mend: () => void) {
  const alert = (await canvas.findByText(title)).closest<HTMLElement>('[role=alert]');
  if (alert === null) throw new Error(`“${title}” is not read out.`);
  const button = within(alert).getByRole('button', { name: 'Try again' });
  mend();
  button.click();
  await waitFor(() => {
    expect(canvas.queryByText(title)).toBeNull();
  });
}

const atOs = { defaultDraft: { info: demoDraft.info }, defaultStepId: 'layers' as const };
const atKubernetes = {
  defaultDraft: {
    info: demoDraft.info,
    layers: [osLayer, { ...kubernetesLayer, values: undefined }],
  },
  defaultStepId: 'layers' as const,
};

describe('after a failure, Try again goes on', () => {
  it.each<[AdapterMethod, typeof atOs, string, (canvas: Canvas) => Promise<HTMLElement>]>([
    [
      'listRegistries',
      atOs,
      'The registries could not be loaded.',
      (canvas) => canvas.findByRole('combobox', { name: 'Registry' }),
    ],
    [
      'listPacks',
      atOs,
      'The packs could not be loaded.',
      (canvas) => canvas.findByRole('option', { name: /^Ubuntu/ }),
    ],
    [
      'getPack',
      atKubernetes,
      'The versions of this pack could not be loaded.',
      (canvas) => canvas.findByRole('combobox', { name: 'Pack Version' }),
    ],
    [
      'getPackVersion',
      atKubernetes,
      'The values of this version could not be loaded.',
      (canvas) => canvas.findByRole('textbox', { name: 'Values of Kubernetes' }),
    ],
  ])('with %s', async (method, props, title, result) => {
    const { createAdapter, mend } = breakable(method, 500);
    const onError = vi.fn();
    const { canvas } = mountWizard({ ...props, createAdapter, onError });
    await canvas.findByText(title);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'unknown' }),
      expect.anything(),
    );
    await tryAgain(canvas, title, mend);
    expect(await result(canvas)).toBeVisible();
  });

  it('with listProfiles', async () => {
    const { createAdapter, mend } = breakable('listProfiles', 500, { profiles: demoProfiles });
    const { canvas } = mount(<ListHost createAdapter={createAdapter} />);
    await canvas.findByText('The profiles could not be loaded.');
    await tryAgain(canvas, 'The profiles could not be loaded.', mend);
    expect(await canvas.findByText('retail-edge')).toBeVisible();
  });

  it('with getProfile', async () => {
    const { createAdapter, mend } = breakable('getProfile', 500, { profiles: demoProfiles });
    const { canvas } = mount(<DetailsHost createAdapter={createAdapter} />);
    await canvas.findByText('The profile could not be loaded.');
    await tryAgain(canvas, 'The profile could not be loaded.', mend);
    expect(await canvas.findByRole('heading', { name: /payments-aws-production/ })).toBeVisible();
  });

  it('with createProfile, by the same button', async () => {
    const { createAdapter, mend } = breakable('createProfile', 401);
    const { canvas } = mountWizard({ defaultStepId: 'review', createAdapter });
    await canvas.findByRole('heading', { level: 3, name: 'Review' });
    const finish = canvas.getByRole('button', { name: 'Finish Configuration' });
    await userEvent.click(finish);
    await canvas.findByText(/Your session has expired/);
    mend();
    await userEvent.click(finish);
    await canvas.findByRole('heading', { name: 'Profile created' });
  });
});

describe('an opened profile', () => {
  async function changeVersion(canvas: Canvas) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Layer 3 of 4, Network/ }));
    const versions = await canvas.findByRole('combobox', { name: 'Pack Version' });
    await userEvent.selectOptions(versions, '3.31.0');
    await canvas.findByText(/^Changed: Network\./);
    return versions;
  }

  it('is changed and saved', async () => {
    const adapter = demoAdapter({ profiles: demoProfiles });
    const onSaved = vi.fn();
    const { canvas } = mount(<DetailsHost createAdapter={() => adapter} onSaved={onSaved} />);
    await changeVersion(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await canvas.findByText('The changes are saved and published.');
    expect(onSaved).toHaveBeenCalledTimes(1);
    const { signal } = new AbortController();
    const profile = await adapter.getProfile?.('profile-3', { signal });
    expect(profile?.layers.map(({ version }) => version)).toEqual([
      '22.04',
      '1.33.9',
      '3.31.0',
      '1.48.0',
    ]);
  });

  it('keeps the changes when somebody else saved meanwhile', async () => {
    const adapter = demoAdapter({ profiles: demoProfiles });
    const { canvas } = mount(<DetailsHost createAdapter={() => adapter} />);
    const versions = await changeVersion(canvas);
    const { signal } = new AbortController();
    await adapter.updateProfile?.(
      { uid: 'profile-3', description: 'Changed elsewhere.' },
      { signal, idempotencyKey: 'elsewhere' },
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Save changes' }));
    await canvas.findByText(/Somebody else changed this profile/);
    expect(versions).toHaveValue('3.31.0');
    expect(canvas.getByText(/^Changed: Network\./)).toBeVisible();
  });
});
