import { useMemo } from 'react';
import { useStableCallback } from '../internal/useStableCallback';
import { checkVariables, type VariableDiagnostic } from '../model/variableChecks';
import type { ProfileVariable } from '../model/variables';
import { useTaskResult } from './useTaskResult';
import { useValuesTasks } from './valuesTasks';

export interface UseVariableChecksOptions {
  readonly variables: readonly ProfileVariable[];
  /** As the backend has them, where the profile is saved already. @default none */
  readonly saved?: readonly ProfileVariable[] | undefined;
}

export interface VariableChecks {
  /** `failed`: patterns could not be checked, as the engine could not be loaded. */
  readonly status: 'checking' | 'ready' | 'failed';
  /** In the order of the variables; those of patterns only once they are checked. */
  readonly findings: readonly VariableDiagnostic[];
  /**
   * All findings about variables that may be newer than what was rendered. Patterns that cannot be
   * checked are left out. Rejects with `aborted` when the signal says so.
   */
  readonly settle: (
    variables: readonly ProfileVariable[],
    signal: AbortSignal,
  ) => Promise<readonly VariableDiagnostic[]>;
  readonly retry: () => void;
}

const NONE: readonly VariableDiagnostic[] = [];

/** Checks the variables of a profile, and their patterns by an engine of RE2 beside the page. */
export function useVariableChecks({ variables, saved }: UseVariableChecksOptions): VariableChecks {
  const tasks = useValuesTasks();
  const input = useMemo(() => (hasPattern(variables) ? { variables } : null), [variables]);
  const patterns = useTaskResult('checkVariables', input);
  // Places in an older list of variables mean nothing in this one.
  const found = patterns.status === 'ready' ? (patterns.data ?? NONE) : NONE;
  const findings = useMemo(
    () => inOrder(checkVariables(variables, saved), found),
    [variables, saved, found],
  );
  const settle = useStableCallback(async (now: readonly ProfileVariable[], signal: AbortSignal) => {
    const known = checkVariables(now, saved);
    if (!hasPattern(now)) return known;
    try {
      return inOrder(known, await tasks.run('checkVariables', { variables: now }, signal));
    } catch (cause) {
      if (signal.aborted) throw cause;
      return known;
    }
  });
  const { retry } = patterns;
  const status = STATUS[patterns.status];
  return useMemo(() => ({ status, findings, settle, retry }), [status, findings, settle, retry]);
}

const STATUS = { idle: 'ready', working: 'checking', ready: 'ready', failed: 'failed' } as const;

function hasPattern(variables: readonly ProfileVariable[]): boolean {
  return variables.some(({ regex }) => regex !== '');
}

function inOrder(
  one: readonly VariableDiagnostic[],
  other: readonly VariableDiagnostic[],
): readonly VariableDiagnostic[] {
  return [...one, ...other].sort((a, b) => a.index - b.index);
}
