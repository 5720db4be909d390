import type { Page } from 'playwright';
import { expect } from 'vitest';
import { focused } from './flow';

/** What somebody can do who has a keyboard only, and what it says has the focus. */
export interface Keyboard {
  /** Presses Tab until the control has the focus; `role "name"`, or the beginning of it with `…`. */
  tabTo(control: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Waits until the focus is there without anything being pressed. */
  expectFocus(control: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

/** More stops than any page of the flow has. */
const MAX_TABS = 80;

function isMeant(control: string, current: string): boolean {
  return control.endsWith('…') ? current.startsWith(control.slice(0, -1)) : current === control;
}

function isInEditor(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable,
  );
}

export function keyboardOf(page: Page): Keyboard {
  return {
    async tabTo(control, key = 'Tab') {
      const seen: string[] = [];
      for (let tabs = 0; tabs < MAX_TABS; tabs += 1) {
        const current = await focused(page);
        if (isMeant(control, current)) return;
        seen.push(current);
        // An editor on the way is left as its hint says.
        if (await isInEditor(page)) await page.keyboard.press('Escape');
        await page.keyboard.press(key);
      }
      throw new Error(`${key} does not lead to ${control}, but to:\n${seen.join('\n')}`);
    },
    async expectFocus(control) {
      await expect
        .poll(() => focused(page), { timeout: 15_000, message: `The focus goes to ${control}.` })
        .toSatisfy((current: string) => isMeant(control, current));
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
  };
}
