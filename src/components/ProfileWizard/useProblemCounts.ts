import { useMemo } from 'react';
import { countSeverities, shownFindings } from '../../model/diagnostics';
import { checkInfo } from '../../model/infoChecks';
import { useFindings } from '../StackWork/StackFindings';
import { stepOfFinding } from '../StackWork/serverFindings';
import { useWizardState } from './WizardContext';

type Counts = ReturnType<typeof countSeverities>;

export interface WizardProblemCounts {
  readonly info: Counts;
  /** Of the layers and the variables; what is missing counts only where it was asked for. */
  readonly layers: Counts;
  /** What the server has against the profile as a whole. */
  readonly review: Counts;
  /** All that the review lists. */
  readonly all: Counts;
}

/** Errors and warnings by the step they are solved in, those of texts, variables and server included. */
export function useProblemCounts(): WizardProblemCounts {
  const info = useWizardState('useProblemCounts', (state) => state.info);
  const nameRefusal = useWizardState('useProblemCounts', (state) => state.nameRefusal);
  const stack = useWizardState('useProblemCounts', (state) => state.stack);
  const refused = useWizardState('useProblemCounts', (state) => state.refused);
  const isLeft = useWizardState(
    'useProblemCounts',
    (state) => state.visited.includes('layers') && state.stepId !== 'layers',
  );
  const { findings, variables, server } = useFindings(stack);
  const answers = server?.data;
  return useMemo(() => {
    const infoFindings = checkInfo({ info, nameRefusal });
    const isAsked = isLeft || refused.includes('layers');
    const ofServer = (step: ReturnType<typeof stepOfFinding>) =>
      (answers ?? []).filter((found) => stepOfFinding(stack, found) === step);
    return {
      info: countSeverities([...infoFindings, ...ofServer('info')]),
      layers: countSeverities([
        ...(isAsked ? findings : shownFindings(findings, refused)),
        ...variables,
        ...ofServer('layers'),
      ]),
      review: countSeverities(ofServer('review')),
      all: countSeverities([...infoFindings, ...findings, ...variables, ...(answers ?? [])]),
    };
  }, [info, nameRefusal, stack, refused, isLeft, findings, variables, answers]);
}
