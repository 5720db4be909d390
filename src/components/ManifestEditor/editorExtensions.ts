import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  ensureSyntaxTree,
  foldGutter,
  foldKeymap,
  foldService,
  indentService,
  indentUnit,
  syntaxTree,
  syntaxTreeAvailable,
} from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import * as state from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import * as view from '@codemirror/view';
import type { Command, KeyBinding } from '@codemirror/view';
import { indentationMarkers } from '@replit/codemirror-indentation-markers';
import type { CodeMirrorApi, EditorExtensions } from './CodeMirrorApi';
import { cursorBlink } from './cursorBlink';
import { editorTheme } from './editorTheme';
import { yamlHighlighting } from './yamlHighlighting';
import { yamlLanguage } from './yamlLanguage';

const { EditorState } = state;
const { EditorView, keymap } = view;

const codemirror: CodeMirrorApi = {
  language: { ensureSyntaxTree, foldService, indentService, syntaxTree, syntaxTreeAvailable },
  state,
  view,
};

/** Long enough to be no limit: another key ends it anyway. */
const UNTIL_THE_NEXT_KEY_MS = 3_600_000;

/** CodeMirror forgets Escape after two seconds, which is too short for some. */
const leaveByTab: Command = (editor) => {
  editor.setTabFocusMode(UNTIL_THE_NEXT_KEY_MS);
  return true;
};

const keys: readonly KeyBinding[] = [
  indentWithTab,
  ...searchKeymap,
  ...historyKeymap,
  ...foldKeymap,
  ...defaultKeymap,
  { key: 'Escape', run: leaveByTab },
];

/** As CodeMirror's own, without the carriage return: in a text of mixed line ends it is no rarity. */
const specialChars =
  // eslint-disable-next-line no-control-regex -- these are what it is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202d\u202e\u2066\u2067\u2069\ufeff\ufff9-\ufffc]/gu;

const fixed: Extension = [
  view.lineNumbers(),
  view.highlightActiveLineGutter(),
  view.highlightSpecialChars({ specialChars }),
  history(),
  foldGutter({ openText: '▾', closedText: '▸' }),
  view.drawSelection(),
  cursorBlink,
  view.dropCursor(),
  EditorState.allowMultipleSelections.of(true),
  EditorState.tabSize.of(2),
  indentUnit.of('  '),
  yamlHighlighting,
  bracketMatching(),
  view.highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  indentationMarkers({
    hideFirstIndent: true,
    colors: {
      light: 'var(--cpb-border)',
      dark: 'var(--cpb-border)',
      activeLight: 'var(--cpb-border-strong)',
      activeDark: 'var(--cpb-border-strong)',
    },
  }),
  // CodeMirror knows nothing of what floats above the page, such as a footer. CSS does.
  EditorView.scrollMargins.of(({ contentDOM }) => ({
    bottom: Number.parseFloat(getComputedStyle(contentDOM).scrollMarginBottom) || 0,
  })),
  keymap.of(keys),
  // What Escape allowed ends when the focus has left.
  EditorView.domEventHandlers({
    blur: (_event, editor) => {
      editor.setTabFocusMode(0);
    },
  }),
  EditorView.contentAttributes.of({
    autocapitalize: 'off',
    autocorrect: 'off',
    // Focusable as it is, but not every tool that checks accessibility knows.
    tabindex: '0',
  }),
  editorTheme,
];

export interface EditorExtensionOptions {
  readonly label: string;
  readonly describedBy: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly nonce: string | undefined;
  readonly hostExtensions: EditorExtensions | undefined;
  /** Whether the text is so long that the view comes first and its colours a moment later. */
  readonly isLong: boolean;
}

/** Everything the editor does, but for its document. Those of the host go first, so that they win. */
export function createEditorExtensions(options: EditorExtensionOptions): Extension {
  const { label, describedBy, phrases, nonce, hostExtensions, isLong } = options;
  return [
    hostExtensions?.(codemirror) ?? [],
    yamlLanguage(isLong),
    fixed,
    EditorState.phrases.of({ ...phrases }),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
    nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
  ];
}
