import { useRef, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useStableCallback } from '../../internal/useStableCallback';
import { useFlushOnLeave } from '../ui/useFlushOnLeave';
import { createTextSession, type TextSession } from './textSession';

interface TextSessionOptions {
  readonly text: string;
  readonly revision: number;
  readonly onCommit: (text: string) => void;
  readonly commitDelayMs: number;
}

/** A session for as long as the component is mounted; commits before the text could be lost. */
export function useTextSession(options: TextSessionOptions): TextSession {
  const { text, revision } = options;
  const commit = useStableCallback(options.onCommit);
  const delayMs = useStableCallback(() => options.commitDelayMs);
  const [session] = useState(() => createTextSession(text, commit, delayMs));
  const { flush, replaced } = session;

  const taken = useRef(revision);
  useIsoLayoutEffect(() => {
    if (taken.current === revision) return;
    taken.current = revision;
    replaced(text);
  }, [revision, text, replaced]);

  useFlushOnLeave(flush);
  return session;
}
