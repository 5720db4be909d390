import { lazyWithRetry } from '../ui/lazyWithRetry';
import { ManifestEditorFrame, type ManifestEditorProps } from './ManifestEditorFrame';

export type { ManifestEditorProps };

const codeEditor = lazyWithRetry(() => import('./CodeEditor').then((module) => module.CodeEditor));

/**
 * A YAML editor that gives back the text it was given, byte for byte, plus what the user changed.
 * Give each text a `key` of its own. Fills the height of its container, and is never lower than the
 * CSS variable `--cpb-editor-min-height`.
 */
export function ManifestEditor(props: ManifestEditorProps) {
  return <ManifestEditorFrame {...props} codeEditor={codeEditor} />;
}
