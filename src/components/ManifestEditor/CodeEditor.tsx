import { useCodeMirror } from '@uiw/react-codemirror';
import { useEffect, useMemo, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import type { EditorExtensions } from './CodeMirrorApi';
import { createEditorCommands, placesNow, showTarget } from './editorCommands';
import { createEditorDocument, type EditorDocument } from './editorDocument';
import { createEditorExtensions } from './editorExtensions';
import type { EditorHandle, EditorTarget } from './EditorHandle';
import type { ServiceHolder } from './EditorServices';
import type { TextSession } from './textSession';
import { useAssistance } from './useAssistance';

export interface CodeEditorProps {
  readonly label: string;
  /** The id of the hint under the editor. */
  readonly describedBy: string;
  readonly text: string;
  readonly revision: number;
  readonly session: TextSession;
  readonly readOnly: boolean;
  readonly placeholder: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly extensions: EditorExtensions | undefined;
  readonly nonce: string | undefined;
  readonly diagnostics: readonly TextDiagnostic[];
  /** Undefined means the text that was last committed when they came. */
  readonly diagnosticsText: string | undefined;
  readonly target: EditorTarget | undefined;
  readonly services: ServiceHolder;
  readonly handle: EditorHandle;
}

/** In UTF-16 code units. */
const LONG_TEXT = 50_000;

/**
 * CodeMirror. Its state is the truth while the user types: nothing renders then, and the text is read
 * out of it only to be committed.
 */
export function CodeEditor(props: CodeEditorProps) {
  const [editorDocument] = useState(() => createEditorDocument(props.session, props.revision));
  const [generation, setGeneration] = useState(0);
  // React hides a tree that waits and shows it again by ending and repeating its effects. The view
  // does not stand that; a new one goes on with the document as it was.
  useIsoLayoutEffect(
    () => () => {
      setGeneration((count) => count + 1);
    },
    [],
  );
  return <CodeView key={generation} {...props} editorDocument={editorDocument} />;
}

function CodeView({
  editorDocument,
  ...props
}: CodeEditorProps & { readonly editorDocument: EditorDocument }) {
  const { label, describedBy, text, revision, readOnly, placeholder, session } = props;
  const { phrases, extensions: hostExtensions, nonce, services, handle } = props;
  const { diagnostics, diagnosticsText, target } = props;
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const [isLong] = useState(() => session.current().length > LONG_TEXT);
  const assistance = useAssistance();
  const extensions = useMemo(
    () => [
      // In front of the editor's own keys.
      assistance?.createExtension({
        services,
        commands: { applyFix: (fix) => handle.current()?.applyFix(fix) ?? false },
        flush: session.flush,
      }) ?? [],
      createEditorExtensions({ label, describedBy, phrases, nonce, hostExtensions, isLong }),
      editorDocument.extension,
    ],
    [
      assistance,
      label,
      describedBy,
      phrases,
      nonce,
      hostExtensions,
      isLong,
      editorDocument,
      services,
      handle,
      session,
    ],
  );
  // No `value` and no `onChange`: with them the whole text would be read and compared at every key.
  const { view } = useCodeMirror({
    container,
    initialState: editorDocument.initialState,
    extensions,
    readOnly,
    placeholder,
    basicSetup: false,
    indentWithTab: false,
    theme: 'none',
  });

  useIsoLayoutEffect(() => {
    if (view !== undefined) editorDocument.take(view, text, revision);
  }, [view, editorDocument, text, revision]);

  const { checkedText } = editorDocument;
  const commandOptions = useMemo(
    () => (view === undefined ? null : { view, session, services, checkedText }),
    [view, session, services, checkedText],
  );

  useIsoLayoutEffect(
    () =>
      commandOptions === null ? undefined : handle.attach(createEditorCommands(commandOptions)),
    [commandOptions, handle],
  );

  useIsoLayoutEffect(() => {
    editorDocument.setChecked(diagnostics, diagnosticsText);
  }, [editorDocument, diagnostics, diagnosticsText]);

  // After the effect by which the editor is configured anew, once the assistance is there.
  useEffect(() => {
    if (commandOptions === null || assistance === null) return;
    assistance.showDiagnostics(commandOptions.view, diagnostics, {
      places: placesNow(commandOptions),
      services,
      commands: { applyFix: (fix) => handle.current()?.applyFix(fix) ?? false },
    });
    // The same problems in another text: what was marked may be gone.
  }, [commandOptions, assistance, diagnostics, diagnosticsText, services, handle]);

  useIsoLayoutEffect(() => {
    if (commandOptions === null || target === undefined) return;
    if (editorDocument.takeTarget(target.token)) showTarget(target, commandOptions);
  }, [commandOptions, editorDocument, target]);

  return <div className="cpb-ManifestEditor-code" ref={setContainer} />;
}
