import { useCodeMirror } from '@uiw/react-codemirror';
import { useMemo, useState } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import type { EditorExtensions } from './CodeMirrorApi';
import { createEditorDocument, type EditorDocument } from './editorDocument';
import { createEditorExtensions } from './editorExtensions';
import type { TextSession } from './textSession';

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
}

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
  const { label, describedBy, text, revision, readOnly, placeholder } = props;
  const { phrases, extensions: hostExtensions, nonce } = props;
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const extensions = useMemo(
    () => [
      createEditorExtensions({ label, describedBy, phrases, nonce, hostExtensions }),
      editorDocument.extension,
    ],
    [label, describedBy, phrases, nonce, hostExtensions, editorDocument],
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

  return <div className="cpb-ManifestEditor-code" ref={setContainer} />;
}
