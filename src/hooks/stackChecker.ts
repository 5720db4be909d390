import type { TextDiagnostic } from '../model/textDiagnostic';
import { createStore, type ReadonlyStore } from './createStore';
import { readEnabledPresets } from '../values/readEnabledPresets';
import { isSameCheck, type TextCheck } from './textChecks';
import type { ValuesTasks } from './valuesTasks';
import { orAborted } from './writes';

/** What was found the last time that a text was checked. */
export interface CheckResult {
  readonly check: TextCheck;
  /** Null where the check could not be run. */
  readonly diagnostics: readonly TextDiagnostic[] | null;
}

/** By the id of the text. */
export type CheckResults = ReadonlyMap<string, CheckResult>;

/** Checks the texts of one stack after another, and each only when something changed. */
export interface StackChecker {
  readonly results: ReadonlyStore<CheckResults>;
  /** These are the texts now. What changed is checked after a pause; older answers are dropped. */
  readonly follow: (checks: readonly TextCheck[], delayMs: number) => void;
  /** Checks what is still to be checked at once, and tries again what failed. Resolves with what the texts are then. */
  readonly settle: (
    checks: readonly TextCheck[],
    signal?: AbortSignal,
  ) => Promise<readonly TextCheck[]>;
  /** Checks one text at once, however large it is. */
  readonly force: (check: TextCheck) => void;
  readonly stop: () => void;
}

interface RunningCheck {
  readonly check: TextCheck;
  readonly controller: AbortController;
  readonly finished: Promise<void>;
}

type CheckEvent =
  | { readonly type: 'checked'; readonly result: CheckResult }
  /** It is tried again, and until then it counts as not checked. */
  | { readonly type: 'failureForgotten'; readonly textId: string };

function reduceResults(results: CheckResults, event: CheckEvent): CheckResults {
  const next = new Map(results);
  if (event.type === 'checked') next.set(event.result.check.textId, event.result);
  else next.delete(event.textId);
  return next;
}

const NONE: readonly TextDiagnostic[] = [];

export function createStackChecker(tasks: ValuesTasks): StackChecker {
  const store = createStore<CheckResults, CheckEvent>(reduceResults, new Map());
  const running = new Map<string, RunningCheck>();
  let current: readonly TextCheck[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function isDue(check: TextCheck): boolean {
    const under = running.get(check.textId);
    if (under !== undefined && isSameCheck(under.check, check)) return false;
    return !isChecked(store.getState(), check);
  }

  function take(checks: readonly TextCheck[]): void {
    current = checks;
    const byId = new Map(checks.map((check) => [check.textId, check]));
    for (const [textId, { check, controller }] of running) {
      const now = byId.get(textId);
      if (now !== undefined && isSameCheck(check, now)) continue;
      running.delete(textId);
      controller.abort();
    }
  }

  function startAll(): void {
    clearTimeout(timer);
    for (const check of current.filter(isDue)) start(check, false);
  }

  function start(check: TextCheck, isForced: boolean): void {
    running.get(check.textId)?.controller.abort();
    const controller = new AbortController();
    const finished = run(check, isForced, controller.signal);
    running.set(check.textId, { check, controller, finished });
  }

  async function run(check: TextCheck, force: boolean, signal: AbortSignal): Promise<void> {
    const before = store.getState().get(check.textId)?.diagnostics ?? NONE;
    let result: CheckResult;
    try {
      const found = await runTextCheck(tasks, check, force, signal);
      result = { check, diagnostics: isEqual(found, before) ? before : found };
    } catch {
      result = { check, diagnostics: null };
    }
    if (signal.aborted) return;
    running.delete(check.textId);
    store.send({ type: 'checked', result });
  }

  return {
    results: store,
    follow: (checks, delayMs) => {
      take(checks);
      clearTimeout(timer);
      if (checks.some(isDue)) timer = setTimeout(startAll, delayMs);
    },
    settle: async (checks, signal) => {
      take(checks);
      for (const check of checks) {
        const { textId } = check;
        if (store.getState().get(textId)?.diagnostics !== null) continue;
        store.send({ type: 'failureForgotten', textId });
      }
      do {
        startAll();
        const finished = Promise.all([...running.values()].map((each) => each.finished));
        await (signal === undefined ? finished : orAborted(finished, signal));
      } while (running.size > 0 || current.some(isDue));
      return current;
    },
    force: (check) => {
      start(check, true);
    },
    stop: () => {
      clearTimeout(timer);
      for (const { controller } of running.values()) controller.abort();
      running.clear();
    },
  };
}

/** Whether a text was checked as it is now, or could not be. */
export function isChecked(results: CheckResults, check: TextCheck): boolean {
  const result = results.get(check.textId);
  return result !== undefined && isSameCheck(result.check, check);
}

function runTextCheck(
  tasks: ValuesTasks,
  { text, schema, base, presets: packPresets, context, manifestId }: TextCheck,
  force: boolean,
  signal: AbortSignal,
): Promise<readonly TextDiagnostic[]> {
  if (manifestId !== undefined) {
    return tasks.run('checkManifest', { text, options: context, force }, signal);
  }
  // What they add is not sent along. Some packs name presets in their own values that they do not have.
  const presets = packPresets
    ?.map(({ group, name }) => ({ group, name }))
    .concat(readEnabledPresets(base ?? ''));
  const compared = schema.length === 0 ? undefined : base;
  const options = { ...context, schema, base: compared, presets };
  return tasks.run('checkValues', { text, options, force }, signal);
}

/** Findings are plain data. */
function isEqual(a: readonly TextDiagnostic[], b: readonly TextDiagnostic[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
