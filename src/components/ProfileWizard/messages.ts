export const profileWizardMessages = {
  /** Heading of the wizard. */
  title: 'Create cluster profile',
  /** Headings of the steps that are no names of steps. */
  stackTitle: 'Profile stack',
  /** Below the headings. */
  infoIntro: 'Name the profile, so that it is found when clusters are created from it.',
  cloudIntro: 'Choose the infrastructure provider or managed Kubernetes for your environment.',
  stackIntro: 'These layers make up the profile. Open one to change it.',
  reviewIntro: 'This is what will be created. Finishing saves and publishes the profile.',
  /** Heading of a layer: a counter and what to choose. */
  layerTitle: (position: number, all: number, title: string) => `${position}/${all} ${title}`,
  /** Buttons of the footer. */
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  nextLayer: 'Next layer',
  confirm: 'Confirm',
  finish: 'Finish Configuration',
  /** Above the profile stack: the variables of the profile, and how many there are. */
  variables: 'Variables',
  /** Beside it: one was begun and is not created yet. */
  variableBegun: '1 begun',
  /** Above the profile stack: opens the text of the selected layer. */
  editor: 'Editor',
  /** While saving. */
  saving: 'Creating the profile …',
  stopWaiting: 'Stop waiting',
  /** Before saving, while values and manifests are checked. */
  checking: 'Checking values and manifests …',
  /** … and while the server checks the profile; the button does not wait for it any longer. */
  serverChecking: 'The server checks the profile before it is created …',
  skipServerCheck: 'Create without this check',
  /** When saving failed; the reason follows. */
  saveFailed: 'The profile was not created.',
  /** … and nobody knows whether it was. */
  saveUnknown:
    'It is not known whether the profile was created: look into the list of profiles. Trying again creates nothing twice where the server recognises the try.',
  nothingLost: 'Everything you entered is kept.',
  /** Finish was pressed with errors open. */
  finishRefused: 'Some things are still open. Solve the errors listed at the top first.',
  /** In a step whose fault stops the way on. */
  /** … what it is follows. */
  layerRefused: 'This layer is not complete. Solve this first, then go on:',
  stackRefused: 'Some layers are not complete. Open and complete them first.',
  valuesPending: 'The values are still loading. Go on once they are there.',
  /** After success. */
  savedTitle: 'Profile created',
  saved: (name: string, version: string) =>
    `“${name}” ${version} is saved and published. Clusters can be created from it.`,
  openProfile: 'Open profile',
  createAnother: 'Create another',
  /** The user may not create. */
  notAllowedTitle: 'You cannot create cluster profiles',
  notAllowed:
    'Your role lacks the permission clusterProfile.create. Ask an administrator for a role that has it.',
  /** Leaving with something entered. */
  leaveTitle: 'Discard this profile?',
  leave: 'What you entered will be lost.',
  leaveKeep: 'Keep editing',
  leaveDiscard: 'Discard',
  /** Finishing with a variable that was begun and not created. */
  begunTitle: 'Finish without the variable you began?',
  begun: (name: string) => `What you entered for “${name}” is not part of the profile.`,
  /** … where it has no name yet. */
  begunUnnamed: 'What you entered for a variable is not part of the profile.',
  begunContinue: 'Continue the variable',
  begunDiscard: 'Finish without it',
  /** Side heading in the profile stack. */
  selectedLayer: 'Selected layer',
  openLayer: 'Open layer',
};

export type ProfileWizardMessages = typeof profileWizardMessages;
