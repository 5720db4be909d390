import { yaml } from '@codemirror/lang-yaml';
import CodeMirror from '@uiw/react-codemirror';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Controlled({ text }: { readonly text: string }) {
  const [value, setValue] = useState(text);
  return (
    <CodeMirror
      value={value}
      height="600px"
      extensions={[yaml()]}
      onChange={(next) => {
        setValue(next);
      }}
    />
  );
}

/** `@uiw/react-codemirror` as its documentation shows it: the text in React state. */
export function mountControlled(parent: HTMLElement, text: string): () => void {
  const root = createRoot(parent);
  root.render(<Controlled text={text} />);
  return () => {
    root.unmount();
  };
}
