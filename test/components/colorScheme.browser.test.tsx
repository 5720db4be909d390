import { render, waitFor } from '@testing-library/react';
import { ProfileBuilderProvider, ProfileStepper, type ColorScheme } from 'cluster-profile-builder';
import { createMemoryAdapter } from 'cluster-profile-builder/adapters';
import { afterEach, describe, expect, it } from 'vitest';
import { smallCatalog } from '../support/smallCatalog';
import '../../src/styles.css';

const adapter = createMemoryAdapter(smallCatalog());

function show(colorScheme?: ColorScheme): HTMLElement {
  const { container } = render(
    <ProfileBuilderProvider adapter={adapter} colorScheme={colorScheme}>
      <ProfileStepper
        currentId="info"
        steps={[{ id: 'info', status: 'open' }]}
        onSelect={() => undefined}
      />
    </ProfileBuilderProvider>,
  );
  const root = container.querySelector<HTMLElement>('.cpb-root');
  if (root === null) throw new Error('There is no root.');
  return root;
}

const background = (element: HTMLElement) => getComputedStyle(element).backgroundColor;
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(21, 24, 29)';

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
});

describe('the colour scheme', () => {
  it('is light where nothing around says otherwise', () => {
    expect(background(show())).toBe(LIGHT);
  });

  it('is that of the page, and follows it', async () => {
    document.documentElement.style.colorScheme = 'dark';
    const root = show();
    expect(background(root)).toBe(DARK);
    document.documentElement.style.colorScheme = 'light';
    await waitFor(() => {
      expect(background(root)).toBe(LIGHT);
    });
    document.body.style.colorScheme = 'dark';
    await waitFor(() => {
      expect(background(root)).toBe(DARK);
    });
  });

  it('is what the host says, whatever is around', () => {
    document.documentElement.style.colorScheme = 'dark';
    expect(background(show('light'))).toBe(LIGHT);
    expect(getComputedStyle(show('dark')).colorScheme).toBe('dark');
  });
});
