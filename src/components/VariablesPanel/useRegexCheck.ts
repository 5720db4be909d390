import { useEffect, useRef, useState } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';

/** What an engine of RE2 says of a pattern and a value. An empty value is not matched against it. */
export type RegexVerdict = 'ok' | 'invalid-regex' | 'no-match';

/** Asks such an engine. May reject: then nothing is said against the pattern. */
export type CheckRegex = (
  regex: string,
  value: string,
  signal: AbortSignal,
) => Promise<RegexVerdict>;

/** `unchecked` when the check itself failed. */
export type RegexAnswer = RegexVerdict | 'unchecked';

interface Answer {
  readonly regex: string;
  readonly value: string;
  readonly verdict: RegexAnswer;
}

/** How long typing rests before a pattern is checked, in milliseconds. */
const PAUSE_MS = 300;

/** Checks a pattern against the default value while both are typed, and at once on demand. */
export function useRegexCheck(regex: string, value: string, check: CheckRegex | undefined) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asked = useRef<AbortController | null>(null);
  const isOn = check !== undefined && regex !== '';

  /** The latest question stops the one before. Null when it was stopped itself. */
  const ask = useStableCallback(async (): Promise<RegexAnswer | null> => {
    asked.current?.abort();
    if (check === undefined || regex === '') return 'ok';
    if (answer?.regex === regex && answer.value === value) return answer.verdict;
    const controller = new AbortController();
    asked.current = controller;
    const verdict = await check(regex, value, controller.signal).catch(() => 'unchecked' as const);
    if (controller.signal.aborted) return null;
    setAnswer({ regex, value, verdict });
    return verdict;
  });

  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.current?.abort();
    };
  }, [isOn, regex, value, ask]);

  const isCurrent = isOn && answer?.regex === regex && answer.value === value;
  return { verdict: isCurrent ? answer.verdict : null, ask };
}
