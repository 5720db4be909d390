import { yaml } from '@codemirror/lang-yaml';
import { basicSetup, EditorView } from 'codemirror';

/** CodeMirror with its usual setup and YAML, and nothing of ours. */
export function mountBare(parent: HTMLElement, doc: string): () => void {
  const view = new EditorView({ doc, parent, extensions: [basicSetup, yaml()] });
  view.dom.style.height = '600px';
  return () => {
    view.destroy();
  };
}
