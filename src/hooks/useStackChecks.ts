import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStableCallback } from '../internal/useStableCallback';
import type { LayerDiagnostic } from '../model/diagnostics';
import type { LayerStack } from '../model/layerStack';
import type { TextDiagnostic } from '../model/textDiagnostic';
import { createStackChecker, isChecked, type CheckResults } from './stackChecker';
import { createFindings } from './stackFindings';
import { textChecksOf, type TextCheck } from './textChecks';
import type { LayerContents } from './useLayerContents';
import { useStoreSelector } from './useStoreSelector';
import { useValuesTasks, type ValuesTasks } from './valuesTasks';

export interface UseStackChecksOptions {
  readonly stack: LayerStack;
  /** What the chosen versions bring along, as `useLayerContents` has it: their schemas are checked. */
  readonly contents: LayerContents;
  /** Names of the macros that there are; null while unknown, and no macro is then called unknown. */
  readonly macros: readonly string[] | null;
  /** @default those of the surrounding provider */
  readonly tasks?: ValuesTasks | undefined;
  /** How long texts must stand still before they are checked, in milliseconds. @default 300 */
  readonly delayMs?: number | undefined;
}

export interface StackChecks {
  /**
   * `checking`: something changed since the findings were made. `failed`: a text could not be checked,
   * as the engine could not be loaded; `settle` tries again.
   */
  readonly status: 'checking' | 'ready' | 'failed';
  /** Findings about the texts of the stack, lowest layer first. The same array while nothing changes. */
  readonly findings: readonly LayerDiagnostic[];
  /** The same by the id of the text. A text that was never checked is not in it. */
  readonly byText: ReadonlyMap<string, readonly TextDiagnostic[]>;
  /** The text that `byText` is about, which may be older than the stack's; null before the first check. */
  readonly checkedText: (textId: string) => string | null;
  /**
   * Checks what is still to be checked, at once, and resolves with all findings about the texts as they
   * are then. Rejects with `aborted` when the signal says so; a text that cannot be checked is left out.
   *
   * @param stack where it is newer than what was rendered last
   */
  readonly settle: (
    signal?: AbortSignal,
    stack?: LayerStack,
  ) => Promise<readonly LayerDiagnostic[]>;
  /** Checks one text now, even one that is only checked on request for its size. */
  readonly check: (textId: string) => void;
}

/** Checks the texts of a stack beside the page: those that changed, once they stand still. */
export function useStackChecks(options: UseStackChecksOptions): StackChecks {
  const inherited = useValuesTasks();
  const { stack, contents, macros, delayMs = DELAY_MS, tasks = inherited } = options;
  const checker = useMemo(() => createStackChecker(tasks), [tasks]);
  const [findingsOf] = useState(createFindings);
  const checks = useMemo(
    () => textChecksOf({ stack, contents, macros }),
    [stack, contents, macros],
  );
  const results = useStoreSelector(checker.results, identity);

  useEffect(() => {
    checker.follow(checks, delayMs);
  }, [checker, checks, delayMs]);
  useEffect(
    () => () => {
      checker.stop();
    },
    [checker],
  );

  const checkedText = useCallback(
    (textId: string) => {
      const result = checker.results.getState().get(textId);
      return result === undefined || result.diagnostics === null ? null : result.check.text;
    },
    [checker],
  );
  const settle = useStableCallback(async (signal?: AbortSignal, newer?: LayerStack) => {
    const now = newer === undefined ? checks : textChecksOf({ stack: newer, contents, macros });
    const settled = await checker.settle(now, signal);
    return findingsOf(settled, checker.results.getState()).findings;
  });
  const check = useStableCallback((textId: string) => {
    const found = checks.find((each) => each.textId === textId);
    if (found !== undefined) checker.force(found);
  });

  const status = statusOf(checks, results);
  const { findings, byText } = findingsOf(checks, results);
  return useMemo(
    () => ({ status, findings, byText, checkedText, settle, check }),
    [status, findings, byText, checkedText, settle, check],
  );
}

const DELAY_MS = 300;

function identity<Value>(value: Value): Value {
  return value;
}

function statusOf(checks: readonly TextCheck[], results: CheckResults): StackChecks['status'] {
  if (!checks.every((check) => isChecked(results, check))) return 'checking';
  return checks.some(({ textId }) => results.get(textId)?.diagnostics === null)
    ? 'failed'
    : 'ready';
}
