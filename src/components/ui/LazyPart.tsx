import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from './Button';
import { ErrorBoundary } from './ErrorBoundary';
import type { RetryableLazy } from './lazyWithRetry';
import { sharedMessages } from './messages';
import { Notice } from './Notice';
import { Loading, SkeletonLines } from './RequestStates';

/** Keeps the failure of a part in its place; what was entered lives outside of it. */
export function PartBoundary({
  onRetry,
  frame = unframed,
  children,
}: {
  readonly onRetry?: () => void;
  /** What the message stands in. @default nothing */
  readonly frame?: Frame | undefined;
  readonly children: ReactNode;
}) {
  const messages = useMessages('Shared', sharedMessages);
  return (
    <ErrorBoundary
      fallback={(_error, reset) =>
        frame(
          <Notice
            tone="error"
            title={messages.partFailed}
            actions={
              <Button
                onClick={() => {
                  onRetry?.();
                  reset();
                }}
              >
                {messages.retry}
              </Button>
            }
          >
            {messages.partFailedHint}
          </Notice>,
        )
      }
    >
      {children}
    </ErrorBoundary>
  );
}

type Frame = (content: ReactNode) => ReactNode;

const unframed: Frame = (content) => content;

/** A part whose code is loaded when it is first shown. */
export function LazyPart<Props extends object>({
  part,
  props,
  frame = unframed,
}: {
  readonly part: RetryableLazy<Props>;
  readonly props: Props;
  /** What stands around the part's place until the part is there, such as its window. @default nothing */
  readonly frame?: Frame | undefined;
}) {
  const messages = useMessages('Shared', sharedMessages);
  const [, setTries] = useState(0);
  const Part = part.current() as ComponentType<Props>;
  return (
    <PartBoundary
      frame={frame}
      onRetry={() => {
        part.retry();
        setTries((tries) => tries + 1);
      }}
    >
      <Suspense
        fallback={frame(
          <Loading what={messages.part}>
            <SkeletonLines count={9} />
          </Loading>,
        )}
      >
        <Part {...props} />
      </Suspense>
    </PartBoundary>
  );
}
