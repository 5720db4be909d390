import type { ProfileVariable } from '../../model/variables';
import { check, checkEqual } from '../check';
import { whereAllowed } from './contractProfiles';
import { live, liveWrite } from './contractSamples';
import { cleanUp, profileOf, withCreated, type ContractTest } from './contractTest';

/** Two variables that differ in everything but what a backend may refuse together. */
const VARIABLES: readonly ProfileVariable[] = [
  {
    name: 'replicas',
    displayName: 'Replicas',
    description: 'How many of it run.',
    format: 'number',
    inputType: 'text',
    options: [],
    regex: '^[1-9]$',
    isRequired: true,
    defaultValue: '3',
    isSensitive: false,
    isHidden: false,
    isReadOnly: false,
  },
  {
    name: 'region',
    displayName: 'Region',
    description: '',
    format: 'string',
    inputType: 'dropdown',
    options: [
      { value: 'eu', label: 'Europe', description: 'Frankfurt' },
      { value: 'us', label: '', description: '' },
    ],
    regex: '',
    isRequired: false,
    defaultValue: 'eu',
    isSensitive: false,
    isHidden: false,
    isReadOnly: true,
  },
];

/** Promises about the variables of a profile, where profiles can be read again. */
export const variablesContract: readonly ContractTest[] = [
  {
    name: 'variables are kept as they were sent, in their order',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.getProfile === undefined) return;
      const profile = { ...profileOf(subject), variables: VARIABLES };
      await withCreated(subject, profile, async (uid) => {
        const saved = await adapter.getProfile?.(uid, live());
        checkEqual(saved?.variables, VARIABLES, 'The variables');
      });
    }),
  },
  {
    name: 'updateProfile replaces variables, and leaves them where they are left out',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.getProfile === undefined || adapter.updateProfile === undefined) return;
      const profile = { ...profileOf(subject), variables: VARIABLES };
      await withCreated(subject, profile, async (uid) => {
        const kept = await adapter.updateProfile?.({ uid, description: 'new' }, liveWrite());
        checkEqual(kept?.variables, VARIABLES, 'The variables, which were left out,');
        const variables = VARIABLES.slice(1);
        const replaced = await adapter.updateProfile?.({ uid, variables }, liveWrite());
        checkEqual(replaced?.variables, variables, 'The variables after an update');
      });
    }),
  },
  {
    name: 'createProfileVersion copies the variables',
    run: whereAllowed(async (subject) => {
      const { adapter } = subject;
      if (adapter.getProfile === undefined || adapter.createProfileVersion === undefined) return;
      const profile = { ...profileOf(subject), variables: VARIABLES };
      await withCreated(subject, profile, async (uid) => {
        const source = { uid, version: '2.0.0' };
        const copy = await adapter.createProfileVersion?.(source, liveWrite());
        check(copy !== undefined, 'createProfileVersion must answer the uid.');
        try {
          const saved = await adapter.getProfile?.(copy.uid, live());
          checkEqual(saved?.variables, VARIABLES, 'The variables of the copy');
        } finally {
          await cleanUp(adapter, copy.uid);
        }
      });
    }),
  },
];
