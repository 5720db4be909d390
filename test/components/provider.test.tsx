import { render, screen, waitFor } from '@testing-library/react';
import {
  ProfileBuilderProvider,
  ProfileList,
  ProfileWizard,
  useFormContext,
  type ErrorReporter,
} from 'cluster-profile-builder';
import { createMemoryAdapter } from 'cluster-profile-builder/adapters';
import { createFaultyAdapter } from 'cluster-profile-builder/testing';
import { describe, expect, it, vi } from 'vitest';
import { smallCatalog } from '../support/smallCatalog';

const memory = () => createMemoryAdapter(smallCatalog());

describe('ProfileBuilderProvider', () => {
  it('is told of failures of a component that brings its own adapter', async () => {
    const onError = vi.fn<ErrorReporter>();
    const { adapter } = createFaultyAdapter(memory(), { listProfiles: 403 });
    render(
      <ProfileBuilderProvider adapter={memory()} onError={onError}>
        <ProfileList adapter={adapter} />
      </ProfileBuilderProvider>,
    );
    await waitFor(() => {
      expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'forbidden' }), {
        area: 'profiles',
      });
    });
  });

  it('knows the rights that the host gives, without asking the adapter', async () => {
    const { adapter, calls } = createFaultyAdapter(
      createMemoryAdapter(smallCatalog({ permissions: ['clusterProfile.create'] })),
      {},
    );
    render(
      <ProfileBuilderProvider adapter={adapter} permissions={['clusterProfile.list']}>
        <ProfileWizard />
      </ProfileBuilderProvider>,
    );
    expect(await screen.findByText('You cannot create cluster profiles')).toBeVisible();
    expect(calls.map(({ method }) => method)).not.toContain('getPermissions');
  });
});

describe('ProfileWizard', () => {
  it('gives its form to a field of the host', () => {
    function NameAgain() {
      const form = useFormContext<{ name: string }>();
      return <output aria-label="Name again">{form.watch('name')}</output>;
    }
    render(
      <ProfileWizard
        adapter={memory()}
        defaultDraft={{
          info: { name: 'edge', version: '1.0.0', description: '', type: 'infra', tags: [] },
        }}
        infoFields={<NameAgain />}
      />,
    );
    expect(screen.getByLabelText('Name again')).toHaveTextContent('edge');
  });
});
