import { useMemo, useState } from 'react';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useProfilePreflight } from '../../hooks/useProfilePreflight';
import type { NewProfile } from '../../model/profile';
import { buildNewProfile } from '../../model/wizardContent';
import { applySeverities } from '../../model/severities';
import { useBuilder } from '../ProfileBuilderProvider/BuilderContext';
import { useCheckSource } from '../ui/CheckGate';
import { useWizard, useWizardState } from './WizardContext';

/**
 * The backend's own check of what would be created. It is asked from the review on, and its answer is
 * known wherever the user goes from there, until something that is sent changes.
 */
export function useWizardPreflight(): QueryState<readonly ProfileFinding[]> | undefined {
  const { severities } = useBuilder();
  const { wizard } = useWizard('useWizardPreflight');
  const info = useWizardState('useWizardPreflight', (state) => state.info);
  const stack = useWizardState('useWizardPreflight', (state) => state.stack);
  const nameRefusal = useWizardState('useWizardPreflight', (state) => state.nameRefusal);
  const isReview = useWizardState('useWizardPreflight', (state) => state.stepId === 'review');
  // Made anew only where something that is sent has changed.
  const profile = useMemo(
    () => buildNewProfile({ info, stack, nameRefusal }, severities),
    [info, stack, nameRefusal, severities],
  );
  const [reviewed, setReviewed] = useState<NewProfile | null>(null);
  if (isReview && profile !== reviewed) setReviewed(profile);
  const { settle, ...query } = useProfilePreflight({
    profile: profile === reviewed ? profile : null,
  });
  useCheckSource('server', async (signal) => {
    const now = wizard.store.getState();
    const isRendered = now.info === info && now.stack === stack && now.nameRefusal === nameRefusal;
    const sent = isRendered ? profile : buildNewProfile(now, severities);
    return applySeverities(await settle(sent, signal), severities);
  });
  const { status, data, error, retry } = query;
  return useMemo(
    () => (status === 'idle' ? undefined : { status, data, error, retry }),
    [status, data, error, retry],
  );
}
