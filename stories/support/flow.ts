import { expect, waitFor, within } from 'storybook/test';

export type Canvas = ReturnType<typeof within>;

/** The heading of the step that is shown. */
export function stepHeading(canvas: Canvas, name: string | RegExp): Promise<HTMLElement> {
  return canvas.findByRole('heading', { level: 3, name }, { timeout: 10_000 });
}

/** Waits until a values editor is there with a text that reads so. */
export async function editorShows(canvas: Canvas, label: string, text: string): Promise<void> {
  const editor = await canvas.findByRole('textbox', { name: label }, { timeout: 20_000 });
  await waitFor(() => expect(editor).toHaveTextContent(text));
}
