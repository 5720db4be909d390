import { Suspense, useId, useState } from 'react';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { Icon } from '../ui/Icon';
import type { RetryableLazy } from '../ui/lazyWithRetry';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import type { CodeEditorProps } from './CodeEditor';
import type { EditorExtensions } from './CodeMirrorApi';
import { manifestEditorMessages } from './messages';
import { PlainEditor } from './PlainEditor';
import { useTextSession } from './useTextSession';

const COMMIT_DELAY_MS = 300;

export interface ManifestEditorProps {
  /** Accessible name, such as *Values of Kubernetes*. */
  readonly label: string;
  /** The text to begin with. Later it is taken over only together with a new `revision`. */
  readonly text: string;
  /**
   * Another number means that `text` was changed by something else than this editor. The editor then
   * takes it over as one change, so that undo, selection and scroll position stay. @default 0
   */
  readonly revision?: number | undefined;
  /** Called with the whole text after a pause in typing, on blur, and before the text could be lost. */
  readonly onCommit: (text: string) => void;
  /** The pause in typing after which `onCommit` is called, in milliseconds. @default 300 */
  readonly commitDelayMs?: number | undefined;
  /** @default false */
  readonly readOnly?: boolean | undefined;
  /** Shown while the text is empty. */
  readonly placeholder?: string | undefined;
  /** Makes further CodeMirror extensions. Keep the function stable: a new one reconfigures the editor. */
  readonly extensions?: EditorExtensions | undefined;
  readonly className?: string | undefined;
}

/** The editor once it is loaded, and until then or without it what stands in for it. */
export function ManifestEditorFrame({
  label,
  text,
  revision = 0,
  onCommit,
  commitDelayMs = COMMIT_DELAY_MS,
  readOnly = false,
  placeholder = '',
  extensions,
  className,
  codeEditor,
}: ManifestEditorProps & { readonly codeEditor: RetryableLazy<CodeEditorProps> }) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const { nonce } = useBuilder();
  const session = useTextSession({ text, revision, onCommit, commitDelayMs });
  const hintId = useId();
  const [CodeEditor, setCodeEditor] = useState(() => codeEditor.current());
  const common = { label, describedBy: hintId, text, revision, session, readOnly, placeholder };

  return (
    <Root
      className={['cpb-ManifestEditor', className].filter(Boolean).join(' ')}
      data-readonly={readOnly ? '' : undefined}
      onBlur={session.flush}
    >
      <ErrorBoundary
        fallback={(_error, reset) => (
          <PlainEditor
            {...common}
            onRetry={() => {
              codeEditor.retry();
              setCodeEditor(() => codeEditor.current());
              reset();
            }}
          />
        )}
      >
        <Suspense
          fallback={
            <div className="cpb-ManifestEditor-frame" data-loading="">
              <Loading what={messages.editor}>
                <SkeletonLines count={9} />
              </Loading>
            </div>
          }
        >
          <div className="cpb-ManifestEditor-frame" dir="ltr">
            <CodeEditor
              {...common}
              phrases={messages.phrases}
              extensions={extensions}
              nonce={nonce}
            />
          </div>
          {readOnly ? null : (
            <p className="cpb-ManifestEditor-hint" id={hintId} data-while-focused="">
              {messages.tabHint}
            </p>
          )}
        </Suspense>
      </ErrorBoundary>
      {readOnly ? (
        <p className="cpb-ManifestEditor-hint" id={hintId}>
          <Icon name="lock" />
          {messages.readOnly}
        </p>
      ) : null}
    </Root>
  );
}
