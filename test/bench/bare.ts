import { yaml } from '@codemirror/lang-yaml';
import { basicSetup, EditorView } from 'codemirror';

/** In pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export const usualBox: Box = { width: 600, height: 600 };

/** CodeMirror with its usual setup and YAML, and nothing of ours. */
export function mountBare(parent: HTMLElement, doc: string, box = usualBox): () => void {
  const view = new EditorView({ doc, parent, extensions: [basicSetup, yaml()] });
  view.dom.style.width = `${box.width}px`;
  view.dom.style.height = `${box.height}px`;
  return () => {
    view.destroy();
  };
}
