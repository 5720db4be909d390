import { Suspense, useId, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { PackSchemaField } from '../../model/packs';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { RetryableLazy } from '../ui/lazyWithRetry';
import { Loading, SkeletonLines } from '../ui/RequestStates';
import { Root } from '../ui/Root';
import type { CodeEditorProps } from './CodeEditor';
import type { EditorExtensions } from './CodeMirrorApi';
import type { CompletionData, ScalarSelection } from './CompletionData';
import { EditorFoot, type FootPanel } from './EditorFoot';
import { createEditorHandle, type EditorTarget } from './EditorHandle';
import { createServiceHolder, type EditorServices } from './EditorServices';
import { manifestEditorMessages } from './messages';
import { PlainEditor } from './PlainEditor';
import { useTextSession } from './useTextSession';

const COMMIT_DELAY_MS = 300;

const NO_DIAGNOSTICS: readonly TextDiagnostic[] = [];

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
  /**
   * What was found in the text, by `checkValues` or `checkManifest`; marked in the editor and listed below
   * it. A new array is shown as it is, and followed while the user types on. Left out where nothing checks.
   */
  readonly diagnostics?: readonly TextDiagnostic[] | undefined;
  /** The text that `diagnostics` count in. @default what was last committed or given as `text` */
  readonly diagnosticsText?: string | undefined;
  /** Name of the cloud type, for the words of `diagnostics`. */
  readonly cloudName?: string | undefined;
  /** A place that is shown and gets the focus, once for each `token`. Ranges count as `diagnostics` do. */
  readonly gotoRange?: EditorTarget | undefined;
  /** What is offered while a reference `{{.spectro.…}}` is typed. Left out for none. */
  readonly completions?: CompletionData | undefined;
  /** What the pack says of the values: its form, whether it is required, its hints. Told at each value. */
  readonly schema?: readonly PackSchemaField[] | undefined;
  /** Called when the user wants to make a variable of a value. Without it that is not offered. */
  readonly onMakeVariable?: ((selection: ScalarSelection) => void) | undefined;
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
  diagnostics,
  diagnosticsText,
  cloudName,
  gotoRange,
  completions,
  schema,
  onMakeVariable,
  className,
  codeEditor,
}: ManifestEditorProps & { readonly codeEditor: RetryableLazy<CodeEditorProps> }) {
  const messages = useMessages('ManifestEditor', manifestEditorMessages);
  const { nonce } = useBuilder();
  const session = useTextSession({ text, revision, onCommit, commitDelayMs });
  const footId = useId();
  const [panel, setPanel] = useState<FootPanel>(null);
  const [handle] = useState(createEditorHandle);
  const sentences = useMessages('Diagnostics', diagnosticsMessages);
  const current: EditorServices = {
    words: messages,
    sentences,
    cloudName,
    completions,
    schema,
    makeVariable: onMakeVariable,
    toggleProblems: () => {
      setPanel((open) => (open === 'problems' ? null : 'problems'));
    },
  };
  const [services] = useState(() => createServiceHolder(current));
  useIsoLayoutEffect(() => {
    services.update(current);
  });
  const found = diagnostics ?? NO_DIAGNOSTICS;
  const [CodeEditor, setCodeEditor] = useState(() => codeEditor.current());
  const common = { label, describedBy: footId, text, revision, session, readOnly, placeholder };
  const foot = (kind: 'code' | 'plain') => (
    <EditorFoot
      kind={kind}
      id={footId}
      diagnostics={found}
      text={diagnosticsText ?? session.committed()}
      canMakeVariable={onMakeVariable !== undefined}
      onPanelChange={setPanel}
      {...{ cloudName, readOnly, handle, panel }}
    />
  );

  return (
    <Root
      className={['cpb-ManifestEditor', className].filter(Boolean).join(' ')}
      data-readonly={readOnly ? '' : undefined}
      onBlur={session.flush}
    >
      <ErrorBoundary
        fallback={(_error, reset) => (
          <>
            <PlainEditor
              {...common}
              diagnosticsText={diagnosticsText}
              target={gotoRange}
              handle={handle}
              onRetry={() => {
                codeEditor.retry();
                setCodeEditor(() => codeEditor.current());
                reset();
              }}
            />
            {foot('plain')}
          </>
        )}
      >
        <Suspense
          fallback={
            <>
              <div className="cpb-ManifestEditor-frame" data-loading="">
                <Loading what={messages.editor}>
                  <SkeletonLines count={9} />
                </Loading>
              </div>
              {readOnly ? foot('plain') : null}
            </>
          }
        >
          <div className="cpb-ManifestEditor-frame" dir="ltr">
            <CodeEditor
              {...common}
              phrases={messages.phrases}
              extensions={extensions}
              nonce={nonce}
              diagnostics={found}
              diagnosticsText={diagnosticsText}
              target={gotoRange}
              services={services}
              handle={handle}
            />
          </div>
          {foot('code')}
        </Suspense>
      </ErrorBoundary>
    </Root>
  );
}
