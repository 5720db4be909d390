/** A text is too large to be worked on unasked where the page has to do it itself. */
export class TextTooLargeError extends Error {
  override readonly name = 'TextTooLargeError';
}

/** Whether that is why something failed, directly or as its cause. */
export function isTextTooLarge(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'TextTooLargeError') return true;
  return 'cause' in error && isTextTooLarge(error.cause);
}
