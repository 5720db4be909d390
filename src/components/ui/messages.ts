import type { ProfileErrorCode } from '../../model/ProfileError';

/** Words that several components use. */
export const sharedMessages = {
  /** Button beside a failed request. */
  retry: 'Try again',
  /** In place of content that is loading, for screen readers. */
  loading: (what: string) => `Loading ${what} …`,
  /** Shown when an answer takes long. */
  slow: 'This takes longer than usual.',
  /** Why a request failed and what to do, by the error's code. */
  reasons: {
    aborted: 'The request was stopped before it was answered. Try again.',
    unauthorized:
      'Your session has expired. Sign in again, in another tab if you like, and try again: nothing you entered is lost.',
    forbidden: 'You have no permission for this. Ask an administrator for access, then try again.',
    'not-found': 'It does not exist, or no longer. Choose another one.',
    conflict: 'It was changed or created elsewhere meanwhile.',
    invalid: 'The server did not accept what was sent. Check what it says, then try again.',
    'rate-limited': 'The server gets too many requests. Wait a moment, then try again.',
    unavailable: 'The server could not be reached. Check the connection, then try again.',
    unknown:
      'The server answered in an unexpected way. Try again; if it stays, tell an administrator.',
  } satisfies Record<ProfileErrorCode, string> as Record<ProfileErrorCode, string>,
  /** In front of the server's own words. */
  serverSays: 'The server says:',
  /** While the code of a part loads; completes *Loading …*. */
  part: 'this part',
  /** A part of the page itself failed. */
  partFailed: 'This part of the page failed.',
  partFailedHint: 'Everything you entered is kept. Try again; if it stays, reload the page.',
  /** Names of the kinds of layer. */
  layerNames: {
    os: 'Operating System',
    k8s: 'Kubernetes',
    cni: 'Network',
    csi: 'Storage',
    addon: 'Add-on',
  },
  /** Names of the types of profile. */
  profileTypes: {
    infra: 'Infrastructure',
    cluster: 'Full',
    'add-on': 'Add-on',
  },
  /** While a command waits for a change that is on its way into the text, and the button that ends the wait. */
  settling: 'Your last change is on its way into the text. This goes on as soon as it is there.',
  stopSettling: 'Stop waiting',
  /** Button on a notice. */
  dismiss: 'Dismiss',
  /** Button that takes back a change. */
  undo: 'Undo',
  /** Button that brings back what was undone. */
  redo: 'Redo',
  /** Said after them. */
  undone: 'The last change was taken back.',
  redone: 'The change was made again.',
  /** Names in one line. */
  list: (items: readonly string[]) => items.join(', '),
  /** A name and what belongs to it. */
  labelled: (label: string, text: string) => `${label}: ${text}`,
  /** Counts of problems. */
  errorCount: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  warningCount: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  /** Behind a link that opens a new tab, for screen readers. */
  opensInNewTab: '(opens in a new tab)',
};

export type SharedMessages = typeof sharedMessages;
