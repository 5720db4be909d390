import type { FocusEvent } from 'react';

/**
 * For `onBlurCapture` of a form: a window that is left takes the focus from no field, which has it again when
 * the window does. Whoever looks something up elsewhere is not told of a field that is still empty.
 */
export function ignoreWindowBlur(event: FocusEvent): void {
  const root = event.target.getRootNode();
  const isKept =
    (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === event.target;
  if (isKept) event.stopPropagation();
}
