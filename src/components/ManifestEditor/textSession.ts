/**
 * A text while it is typed. It outlives the editor that shows it, so that nothing is lost when that
 * editor fails, and takes the text out of the editor only when it is time to commit.
 */
export interface TextSession {
  /** The text as it stands, committed or not. */
  readonly current: () => string;
  /** The text as it was last committed or taken over. */
  readonly committed: () => string;
  /** Whether nothing was changed since. */
  readonly isCommitted: () => boolean;
  /** The user changed the text; `read` gives it as of then. Commits after a pause. */
  readonly changed: (read: () => string) => void;
  /** The text was changed elsewhere; what was not committed is dropped. */
  readonly replaced: (text: string) => void;
  /** Commits now, if the text changed since the last time. */
  readonly flush: () => void;
}

export function createTextSession(
  text: string,
  onCommit: (text: string) => void,
  delayMs: () => number,
): TextSession {
  let committed = text;
  let pending: (() => string) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    if (pending === null) return;
    const next = pending();
    pending = null;
    if (next === committed) return;
    committed = next;
    onCommit(next);
  };
  return {
    current: () => pending?.() ?? committed,
    committed: () => committed,
    isCommitted: () => pending === null,
    changed: (read) => {
      pending = read;
      clearTimeout(timer);
      timer = setTimeout(flush, delayMs());
    },
    replaced: (next) => {
      clearTimeout(timer);
      pending = null;
      committed = next;
    },
    flush,
  };
}
