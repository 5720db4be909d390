import { render, within } from '@testing-library/react';
import { cloneElement, type ReactElement } from 'react';
import { afterAll, beforeAll } from 'vitest';
import '../../../src/styles.css';
import { demoAdapter, demoDraft } from '../../../stories/support/demo';
import { WizardHost, type WizardHostProps } from '../../../stories/support/WizardHost';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

/** Real input of the browser cannot be wrapped in `act`: React works as it does for users. */
export function workAsInTheBrowser(): void {
  beforeAll(() => {
    environment.IS_REACT_ACT_ENVIRONMENT = false;
  });
  afterAll(() => {
    environment.IS_REACT_ACT_ENVIRONMENT = true;
  });
}

/** Renders a page and gives the queries on it. */
export function mount(page: ReactElement) {
  const { container, rerender, unmount } = render(page);
  return {
    canvas: within(container),
    container,
    unmount,
    change: (props: object) => {
      rerender(cloneElement(page, props));
    },
  };
}

/** The wizard with a complete draft. */
export function mountWizard(props: WizardHostProps = {}) {
  return mount(
    <WizardHost defaultDraft={demoDraft} createAdapter={() => demoAdapter()} {...props} />,
  );
}
