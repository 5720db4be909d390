import { useEffect, useState, type ReactNode } from 'react';
import type { ProfileErrorInfo } from '../../model/ProfileError';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from './Button';
import { sharedMessages } from './messages';
import { Notice } from './Notice';

/** How long a wait may last before it is called slow, in milliseconds. */
const SLOW_AFTER_MS = 8_000;

export interface LoadingProps {
  /** What is loading, such as `packs`. */
  readonly what: string;
  /** Asks again; offered once the wait is long. */
  readonly onRetry?: (() => void) | undefined;
  /** The final layout in grey. @default three lines */
  readonly children?: ReactNode;
}

/** In place of content that is loading. */
export function Loading({ what, onRetry, children }: LoadingProps) {
  const messages = useMessages('Shared', sharedMessages);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="cpb-Loading">
      <span className="cpb-visually-hidden" role="status">
        {messages.loading(what)}
      </span>
      <div aria-hidden="true">{children ?? <SkeletonLines count={3} />}</div>
      {isSlow && onRetry !== undefined ? (
        <Notice tone="info" actions={<Button onClick={onRetry}>{messages.retry}</Button>}>
          {messages.slow}
        </Notice>
      ) : null}
    </div>
  );
}

export function SkeletonLines({ count }: { readonly count: number }) {
  return (
    <div className="cpb-Skeleton">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className="cpb-Skeleton-line" />
      ))}
    </div>
  );
}

export interface RequestFailureProps {
  /** What happened, such as *The packs could not be loaded.* */
  readonly title: string;
  readonly error: ProfileErrorInfo | null;
  readonly onRetry?: (() => void) | undefined;
}

/** In place of content that could not be loaded: what happened, why, and what to do. */
export function RequestFailure({ title, error, onRetry }: RequestFailureProps) {
  const messages = useMessages('Shared', sharedMessages);
  return (
    <Notice
      tone="error"
      title={title}
      actions={onRetry === undefined ? null : <Button onClick={onRetry}>{messages.retry}</Button>}
    >
      <FailureReason error={error} />
    </Notice>
  );
}

/** Why a request failed, in our words and the server's. */
export function FailureReason({ error }: { readonly error: ProfileErrorInfo | null }) {
  const messages = useMessages('Shared', sharedMessages);
  return (
    <>
      <p>{messages.reasons[error?.code ?? 'unknown']}</p>
      {error?.serverMessage == null ? null : (
        <p className="cpb-ServerMessage">
          {messages.serverSays} <q>{error.serverMessage}</q>
        </p>
      )}
    </>
  );
}
