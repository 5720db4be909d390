import { EditorView } from '@codemirror/view';
import { within } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { diagnosticsMessages } from '../../src/components/Diagnostics/messages';
import { mainThreadRunner } from '../../src/hooks/mainThreadRunner';
import { demoDraft } from '../../stories/support/demo';
import { mountWizard, workAsInTheBrowser } from '../components/support/mount';

workAsInTheBrowser();

const SLOW = { timeout: 30_000 };

/** Ten levels of lists, each nine times the one before: more than a billion values. */
const BOMB = Array.from({ length: 10 }, (_, at) => {
  const item = at === 0 ? 'x' : `*a${at - 1}`;
  return `a${at}: &a${at} [${Array(9).fill(item).join(', ')}]\n`;
}).join('');

/** The sentence of a code that says the same of every text. */
function said(code: 'yaml-alias-bomb' | 'yaml-too-deep' | 'yaml-too-large' | 'yaml-tab-indent') {
  const sentence = diagnosticsMessages[code];
  return typeof sentence === 'string' ? sentence : sentence({});
}

it.each<[string, string, RegExp | string]>([
  ['an alias bomb', BOMB, said('yaml-alias-bomb')],
  ['brackets, 100,000 deep', `a: ${'['.repeat(100_000)}`, said('yaml-too-deep')],
  ['lists, 100,000 deep', '- '.repeat(100_000), said('yaml-too-deep')],
  ['10 MB', 'key: value\n'.repeat(950_000), said('yaml-too-large')],
  ['keys of prototypes', '__proto__:\n  polluted: true\n', /__proto__/],
  ['a tab for indentation', 'a:\n\tb: 1\n', said('yaml-tab-indent')],
])('%s is told at its place, and never read by the page itself', async (_, text, sentence) => {
  const onPage = vi.spyOn(mainThreadRunner, 'run');
  onTestFinished(() => {
    onPage.mockRestore();
  });
  const { canvas } = mountWizard({ defaultDraft: demoDraft, defaultStepId: 'layers' });
  await userEvent.click(await canvas.findByRole('button', { name: /^Layer 3 of 4/ }, SLOW));
  const box = await canvas.findByRole('textbox', { name: 'Values of Network' }, SLOW);
  const view = EditorView.findFromDOM(box);
  if (view === null) throw new Error('The text box is no CodeMirror editor.');
  view.focus();
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    userEvent: 'input.paste',
  });

  const panel = within(await canvas.findByRole('tabpanel', { name: /^Values/ }));
  await userEvent.click(
    await panel.findByRole('button', { name: /error|warning/, expanded: false }, SLOW),
  );
  const list = await panel.findByRole('list', { name: 'Problems' }, SLOW);
  expect(await within(list).findByText(sentence, { exact: false }, SLOW)).toBeVisible();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(onPage).not.toHaveBeenCalled();
  // Typing goes on.
  view.focus();
  await userEvent.keyboard('#');
  expect(view.state.doc.sliceString(0, 1)).toBe('#');
});
