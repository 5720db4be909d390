import { yaml } from '@codemirror/lang-yaml';
import CodeMirror from '@uiw/react-codemirror';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { usualBox, type Box } from './bare';

function Controlled({ text, box }: { readonly text: string; readonly box: Box }) {
  const [value, setValue] = useState(text);
  return (
    <CodeMirror
      value={value}
      width={`${box.width}px`}
      height={`${box.height}px`}
      extensions={[yaml()]}
      onChange={(next) => {
        setValue(next);
      }}
    />
  );
}

/** `@uiw/react-codemirror` as its documentation shows it: the text in React state. */
export function mountControlled(parent: HTMLElement, text: string, box = usualBox): () => void {
  const root = createRoot(parent);
  root.render(<Controlled text={text} box={box} />);
  return () => {
    root.unmount();
  };
}
