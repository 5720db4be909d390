import { render, within } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/styles.css';
import { demoDraft } from '../../stories/support/demo';
import { WizardHost } from '../../stories/support/WizardHost';
import { workAsInTheBrowser } from './support/mount';

workAsInTheBrowser();

/** How long the editor waits before what was typed is in the state, and then the checks. */
const PAUSES_MS = 1000;

it('renders nothing of the whole flow for a key, with checks, fields and stepper', async () => {
  // Room for the fields beside the text.
  const { innerWidth, innerHeight } = window;
  await page.viewport(1920, 1080);
  onTestFinished(() => page.viewport(innerWidth, innerHeight));
  const onRender = vi.fn();
  const profiled = (wizard: ReactNode) => (
    <Profiler id="wizard" onRender={onRender}>
      {wizard}
    </Profiler>
  );
  const { container } = render(
    profiled(<WizardHost defaultDraft={demoDraft} defaultStepId="layers" />),
  );
  const canvas = within(container);
  await userEvent.click(await canvas.findByRole('button', { name: /^Layer 2 of 4/ }));
  const editor = await canvas.findByRole('textbox', { name: 'Values of Kubernetes' });
  await userEvent.click(await canvas.findByRole('button', { name: 'Fields' }));
  const fields = await canvas.findByRole('region', { name: 'Fields of Kubernetes' });
  await within(fields).findByRole('textbox', { name: 'podCIDR' });
  editor.focus();
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}');
  const steps = canvas.getByRole('navigation', { name: 'Steps' });

  // The first finding: from here on the problems of this text are shown, too.
  await userEvent.keyboard('twice: 1{Enter}twice: 2{Enter}');
  await expect.poll(() => steps.textContent, { timeout: 10_000 }).toContain('1 error');

  // What waits for a pause in typing does so until this test pauses.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  onRender.mockClear();
  await userEvent.keyboard('twice: 3{Enter}more: 4{Enter}');
  expect(editor.textContent).toContain('more: 4');
  expect(onRender).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(PAUSES_MS);
  await expect.poll(() => steps.textContent, { timeout: 10_000 }).toContain('2 errors');
  expect(onRender).toHaveBeenCalled();
});
