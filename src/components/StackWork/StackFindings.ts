import { createContext, useContext, useMemo } from 'react';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import type { QueryState } from '../../hooks/useAdapterQuery';
import type { StackChecks } from '../../hooks/useStackChecks';
import { checkLayers, type LayerDiagnostic } from '../../model/diagnostics';
import type { LayerStack } from '../../model/layerStack';
import { applySeverities } from '../../model/severities';
import { checkVariables, type VariableDiagnostic } from '../../model/variableChecks';
import { useBuilder } from '../ProfileBuilderProvider/BuilderContext';

/** What is known about the stack that is worked on, with the host's severities. */
export interface StackFindings {
  /** The stack that the findings are about. */
  readonly stack: LayerStack;
  /** Structure, dependencies and texts together. */
  readonly findings: readonly LayerDiagnostic[];
  readonly variables: readonly VariableDiagnostic[];
  /** The backend's own check; undefined where it is not asked. */
  readonly server: QueryState<readonly ProfileFinding[]> | undefined;
  /** Of texts and variables. `checking`: their findings are still of earlier ones. */
  readonly status: StackChecks['status'];
  /** Checks again what could not be checked. */
  readonly retry: () => void;
  readonly byText: StackChecks['byText'];
  readonly checkedText: StackChecks['checkedText'];
  /** Checks a text that is too large to be checked unasked. */
  readonly checkText: StackChecks['check'];
  /** User macros; null where they are not known. */
  readonly macros: readonly string[] | null;
}

export const FindingsContext = createContext<StackFindings | null>(null);
FindingsContext.displayName = 'StackFindingsContext';

/** What is known about a stack: outside of `StackWork` only what its choices tell. */
export function useFindings(stack: LayerStack): StackFindings {
  const known = useContext(FindingsContext);
  const { severities } = useBuilder();
  return useMemo(
    () =>
      known ?? {
        ...NOTHING,
        stack,
        findings: applySeverities(checkLayers(stack), severities),
        variables: applySeverities(checkVariables(stack.variables), severities),
      },
    [known, stack, severities],
  );
}

const NOTHING = {
  server: undefined,
  status: 'ready',
  retry: () => undefined,
  byText: new Map(),
  checkedText: () => null,
  checkText: () => undefined,
  macros: null,
} satisfies Partial<StackFindings>;
