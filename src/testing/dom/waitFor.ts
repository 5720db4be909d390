/** What a look at the page gives: the thing itself, or why it is not there yet. */
export type Sighting<Found> = { readonly found: Found } | { readonly missing: string };

/** Some changes, such as that of a property, are no mutation: they are looked for at this interval. */
const POLL_MS = 50;

/**
 * Looks until it finds, again after every change of the document. Rejects after `timeout` milliseconds
 * with the reason of the last look.
 */
export function waitFor<Found>(
  document: Document,
  timeout: number,
  look: () => Sighting<Found>,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const view = document.defaultView;
    if (view === null) {
      reject(
        new Error('cluster-profile-builder: the document of the wizard driver has no window.'),
      );
      return;
    }
    let missing = '';
    const attempt = () => {
      try {
        const sighting = look();
        if ('found' in sighting) {
          stop();
          resolve(sighting.found);
        } else {
          missing = sighting.missing;
        }
      } catch (thrown) {
        stop();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      }
    };
    const observer = new view.MutationObserver(attempt);
    const poll = setInterval(attempt, POLL_MS);
    const limit = setTimeout(() => {
      stop();
      reject(new Error(`cluster-profile-builder: ${missing} Waited ${timeout} ms.`));
    }, timeout);
    const stop = () => {
      observer.disconnect();
      clearInterval(poll);
      clearTimeout(limit);
    };
    observer.observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    attempt();
  });
}

/**
 * Runs what acts on the page and waits. React's test environment expects every update inside `act`,
 * which a driver that knows only the DOM cannot call: meanwhile the expectation is off.
 */
export async function asUser<Result>(run: () => Promise<Result>): Promise<Result> {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined };
  const before = environment.IS_REACT_ACT_ENVIRONMENT;
  if (before !== true) return run();
  environment.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    const result = await run();
    // What the action set off, such as an effect, ends before the expectation is back.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return result;
  } finally {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
  }
}
