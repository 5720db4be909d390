import { Suspense, useState } from 'react';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { RetryableLazy } from '../ui/lazyWithRetry';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { readmeMessages } from './messages';
import type { ReadmeContentProps } from './ReadmeContent';

export interface ReadmeProps {
  /** Null when the pack has none. */
  readonly markdown: string | null;
  /** Accessible name, such as *README of Kubernetes*. */
  readonly title: string;
}

/** The README once its parser is loaded, and until then or without it what stands in for it. */
export function ReadmeFrame({
  markdown,
  title,
  content,
}: ReadmeProps & { readonly content: RetryableLazy<ReadmeContentProps> }) {
  const messages = useMessages('Readme', readmeMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [ReadmeContent, setReadmeContent] = useState(() => content.current());

  if (markdown === null || markdown.trim() === '') {
    return (
      <div className="cpb-Readme cpb-Empty">
        <p className="cpb-Empty-title">{messages.none}</p>
        <p>{messages.noneAdvice}</p>
      </div>
    );
  }
  return (
    <article className="cpb-Readme" aria-label={title}>
      <ErrorBoundary
        // Another README may be one that does not fail.
        key={markdown}
        fallback={(_error, reset) => (
          <>
            <Notice
              tone="warning"
              title={messages.failed}
              actions={
                <Button
                  onClick={() => {
                    content.retry();
                    setReadmeContent(() => content.current());
                    reset();
                  }}
                >
                  {shared.retry}
                </Button>
              }
            >
              {messages.failedAdvice}
            </Notice>
            <pre className="cpb-Readme-plain">{markdown}</pre>
          </>
        )}
      >
        <Suspense
          fallback={
            <Loading what={messages.readme}>
              <SkeletonLines count={9} />
            </Loading>
          }
        >
          <ReadmeContent markdown={markdown} />
        </Suspense>
      </ErrorBoundary>
    </article>
  );
}
