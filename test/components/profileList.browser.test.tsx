import { waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProfileBuilderProvider } from '../../src/components/ProfileBuilderProvider/ProfileBuilderProvider';
import { ProfileList } from '../../src/components/ProfileList/ProfileList';
import { demoAdapter } from '../../stories/support/demo';
import { breakable } from '../../stories/support/faults';
import { ListHost } from '../../stories/support/ListHost';
import { demoProfiles } from '../../stories/support/profiles';
import { mount, workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

describe('the search for profiles', () => {
  it('stays under the cursor while it is cleared, and claims nothing meanwhile', async () => {
    const { canvas, container } = mount(<ListHost />);
    // There while the profiles load, too.
    const field = canvas.getByRole('searchbox', { name: 'Search profiles' });
    await userEvent.fill(field, 'nothing like it');
    await canvas.findByText('No profile matches “nothing like it”');
    const claims: string[] = [];
    const observer = new MutationObserver(() => {
      if (container.textContent.includes('No cluster profiles yet')) claims.push('empty');
    });
    observer.observe(container, { childList: true, subtree: true, characterData: true });
    await userEvent.click(field);
    await userEvent.clear(field);
    await canvas.findByText('retail-edge');
    observer.disconnect();
    expect(claims).toEqual([]);
    expect(field).toBeInTheDocument();
    expect(field).toHaveFocus();
  });

  it('gets the focus from the button that clears it', async () => {
    const { canvas } = mount(<ListHost />);
    const field = canvas.getByRole('searchbox', { name: 'Search profiles' });
    await userEvent.fill(field, 'nothing like it');
    await userEvent.click(await canvas.findByRole('button', { name: 'Clear the search' }));
    expect(field).toHaveFocus();
    expect(await canvas.findByText('retail-edge')).toBeVisible();
  });
});

describe('profiles with two tags of one key', () => {
  it('are shown without a complaint', async () => {
    // React's complaint about keys fails every test.
    const tags = [
      { key: 'owner', value: 'a' },
      { key: 'owner', value: 'b' },
    ];
    const createAdapter = () => {
      const adapter = demoAdapter({ profiles: demoProfiles });
      return {
        ...adapter,
        listProfiles: async (...args: Parameters<NonNullable<typeof adapter.listProfiles>>) => {
          const page = await adapter.listProfiles?.(...args);
          return {
            items: (page?.items ?? []).map((item) => ({ ...item, tags })),
            nextCursor: page?.nextCursor ?? null,
          };
        },
      };
    };
    const { canvas } = mount(<ListHost createAdapter={createAdapter} />);
    expect((await canvas.findAllByText('owner:b')).length).toBeGreaterThan(0);
  });
});

describe('a provider in another one', () => {
  it('tells the outer one of failed requests', async () => {
    const onError = vi.fn();
    const { createAdapter } = breakable('listProfiles', 500);
    const adapter = createAdapter();
    mount(
      <ProfileBuilderProvider adapter={demoAdapter()} onError={onError}>
        <ProfileList adapter={adapter} />
      </ProfileBuilderProvider>,
    );
    await waitFor(() => {
      expect(onError).toHaveBeenCalledWith(expect.anything(), { area: 'profiles' });
    });
  });
});
