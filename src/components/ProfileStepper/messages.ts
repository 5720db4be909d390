import type { WizardStepId } from '../../model/wizardState';

export const profileStepperMessages = {
  /** Accessible name of the list of steps. */
  label: 'Steps',
  /** Names of the steps, also their headings. */
  stepNames: {
    info: 'Basic information',
    cloud: 'Cloud type',
    layers: 'Profile layers',
    review: 'Review',
  } satisfies Record<WizardStepId, string> as Record<WizardStepId, string>,
  /** Behind a step's name, for screen readers. */
  done: 'completed',
  upcoming: 'not reached yet',
  /** Behind the name of the layers' step: how many are chosen. */
  layerCount: (chosen: number, all: number) => `${chosen}/${all}`,
};

export type ProfileStepperMessages = typeof profileStepperMessages;
