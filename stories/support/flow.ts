import type { StoryObj } from '@storybook/react-vite';
import { configure, expect, userEvent, waitFor, within } from 'storybook/test';

// Parts of the flow are loaded when they are first shown, which takes a while on a slow machine.
configure({ asyncUtilTimeout: 10_000 });

/** The queries that a play function is given. */
export type Canvas = Parameters<NonNullable<StoryObj['play']>>[0]['canvas'];

/** The heading of the step that is shown. */
export function stepHeading(canvas: Canvas, name: string | RegExp): Promise<HTMLElement> {
  return canvas.findByRole('heading', { level: 3, name });
}

/** Waits until a values editor is there with a text that reads so. */
export async function editorShows(canvas: Canvas, label: string, text: string): Promise<void> {
  const editor = await canvas.findByRole('textbox', { name: label });
  await waitFor(() => expect(editor).toHaveTextContent(text));
}

/** Presses a button, once it is there. */
export async function press(canvas: Canvas, name: string | RegExp): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }));
}

/** Chooses a pack of the open list. */
export async function choosePack(canvas: Canvas, name: string | RegExp): Promise<void> {
  const packs = await canvas.findByRole('listbox', { name: 'Packs' });
  await userEvent.click(await within(packs).findByRole('option', { name }));
}

/** Waits for a message that is read out at once. */
export async function alertSays(canvas: Canvas, text: string | RegExp): Promise<void> {
  await waitFor(async () => {
    const texts = canvas.getAllByRole('alert').map((alert) => alert.textContent);
    await expect(texts.join('\n')).toMatch(text);
  });
}
