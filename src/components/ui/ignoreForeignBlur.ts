import type { FocusEvent } from 'react';

/**
 * For `onBlurCapture` of a form: a field that loses the focus with its window was not left by its user, so
 * nothing is said of what is still missing in it. A window of the browser gives the focus back when it is
 * returned to; a dialog is closed, in StrictMode as soon as it was opened, and opened again.
 */
export function ignoreForeignBlur(event: FocusEvent): void {
  const { target } = event;
  const root = target.getRootNode();
  const isStillActive =
    (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === target;
  const isClosed = target.closest('dialog')?.open === false;
  if (isStillActive || isClosed) event.stopPropagation();
}
