import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorTheme } from '../ManifestEditor/editorTheme';
import { yamlHighlighting } from '../ManifestEditor/yamlHighlighting';

const gone = 'var(--cpb-error)';
const come = 'var(--cpb-success)';
/** Faint, so that every colour of the text can be read on it. */
const line = (colour: string) => ({
  backgroundColor: `color-mix(in srgb, ${colour} 5%, transparent)`,
});
const words = (colour: string) => ({
  background: `color-mix(in srgb, ${colour} 6%, transparent)`,
  boxShadow: `inset 0 -2px 0 ${colour}`,
  textDecoration: 'none',
});

const theme = EditorView.theme({
  '&': { blockSize: 'auto' },
  '.cm-collapsedLines': {
    padding: '2px 12px',
    color: 'var(--cpb-text-muted)',
    background: 'var(--cpb-surface)',
    borderBlock: '1px solid var(--cpb-border)',
    fontFamily: 'var(--cpb-font)',
    fontSize: 'var(--cpb-font-size-12)',
  },
  '.cm-collapsedLines:hover': { color: 'var(--cpb-text)', background: 'var(--cpb-surface-hover)' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '""', margin: '0' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': line(gone),
  '&.cm-merge-b .cm-changedLine, .cm-changedLine': line(come),
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': words(gone),
  '&.cm-merge-b .cm-changedText, .cm-changedText': words(come),
  '.cm-changeGutter': { inlineSize: '4px', paddingInlineStart: '0' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: gone },
  '&.cm-merge-b .cm-changedLineGutter, .cm-changedLineGutter': { background: come },
  '.cm-deletedChunk': { paddingInlineStart: 'var(--cpb-space-1)' },
});

const fixed: Extension = [
  lineNumbers(),
  drawSelection(),
  highlightActiveLine(),
  search({ top: true }),
  keymap.of([...searchKeymap, ...defaultKeymap]),
  // To be read: the cursor can go there, and Tab goes on.
  EditorState.readOnly.of(true),
  EditorState.lineSeparator.of('\n'),
  EditorView.contentAttributes.of({ 'aria-readonly': 'true', tabindex: '0' }),
  editorTheme,
  theme,
];

export interface CompareExtensionOptions {
  readonly label: string;
  readonly isYaml: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  readonly nonce: string | undefined;
}

/** A text that is shown beside another one. */
export function createCompareExtensions(options: CompareExtensionOptions): Extension {
  const { label, isYaml, phrases, nonce } = options;
  return [
    fixed,
    isYaml ? [yaml(), yamlHighlighting] : [],
    EditorState.phrases.of({ ...phrases }),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
  ];
}
