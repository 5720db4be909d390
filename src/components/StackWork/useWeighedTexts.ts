import { useMemo } from 'react';
import type { StackChecks } from '../../hooks/useStackChecks';
import { applySeverities, type SeverityOverrides } from '../../model/severities';
import type { TextDiagnostic } from '../../model/textDiagnostic';

/** Findings by text with the host's severities; the same list for the same findings. */
export function useWeighedTexts(
  byText: StackChecks['byText'],
  severities: SeverityOverrides,
): StackChecks['byText'] {
  const weigh = useMemo(() => createWeigher(severities), [severities]);
  return useMemo(
    () => new Map([...byText].map(([textId, found]) => [textId, weigh(found)])),
    [byText, weigh],
  );
}

/** Gives the same list again for the same findings. */
function createWeigher(severities: SeverityOverrides) {
  const known = new WeakMap<readonly TextDiagnostic[], readonly TextDiagnostic[]>();
  return (found: readonly TextDiagnostic[]): readonly TextDiagnostic[] => {
    const weighed = known.get(found) ?? applySeverities(found, severities);
    known.set(found, weighed);
    return weighed;
  };
}
