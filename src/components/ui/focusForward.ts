/**
 * What was pressed goes away with what it ended, so the focus goes to the button that starts it anew:
 * the one with `data-cpb-forward` in the same foot.
 */
export function focusForward(pressed: HTMLElement): void {
  pressed.closest('.cpb-Foot')?.querySelector<HTMLElement>('[data-cpb-forward]')?.focus();
}
