export const profileDetailsMessages = {
  /** Button that leads back to the list. */
  back: 'Back to profiles',
  /** While the profile loads; completes *Loading …*. */
  thing: 'profile',
  failed: 'The profile could not be loaded.',
  /** Heading above the layers. */
  layers: 'Layers',
  layersHint: 'Open a layer to review or change it.',
  /** Button that closes an open layer. */
  closeLayer: 'All layers',
  /** Buttons for changes. */
  save: 'Save changes',
  discard: 'Discard changes',
  /** Beside them: how many layers were changed. */
  changed: (layers: string) => `Changed: ${layers}.`,
  unchanged: 'No changes',
  /** What saving means. */
  saveHint: 'Saving changes this version of the profile and publishes it.',
  saving: 'Saving the changes …',
  /** Before saving, while values and manifests are checked. */
  checking: 'Checking values and manifests …',
  /** Among what was changed, and the button that shows them. */
  variables: 'Variables',
  /** Badge beside it while a variable was begun and is neither created nor given up. */
  variableBegun: '1 begun',
  stopWaiting: 'Stop waiting',
  saved: 'The changes are saved and published.',
  saveFailed: 'The changes were not saved.',
  /** The profile was changed by somebody else since it was opened. */
  conflict:
    'Somebody else changed this profile since you opened it. Your changes are kept here: copy what you need, then load the profile again.',
  /** … or by a try of the user's own whose answer was lost. */
  conflictMayBeOurs:
    'This profile was changed since you opened it, perhaps by your own try before, whose answer was lost. Your changes are kept here: copy what you need, then load the profile again.',
  reload: 'Load again',
  nothingLost: 'Your changes are kept.',
  /** Leaving with unsaved changes. */
  leaveTitle: 'Discard your changes?',
  leave: 'What you changed is not saved and will be lost.',
  leaveKeep: 'Keep editing',
  leaveDiscard: 'Discard',
  /** The profile cannot be saved as it is; why stands in the list of problems. */
  incomplete: 'Some things are still open. Solve the errors listed at the top before you save.',
  /** Rights. */
  notAllowed: 'Your role lacks the permission clusterProfile.update, so changes cannot be saved.',
  readOnly: 'This portal does not save changes of profiles.',
};

export type ProfileDetailsMessages = typeof profileDetailsMessages;
