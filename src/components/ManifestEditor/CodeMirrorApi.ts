import type { Extension } from '@codemirror/state';

/**
 * The CodeMirror modules the editor runs on. Extensions must be made with these: CodeMirror does not
 * recognise what was made with another copy of it.
 */
export interface CodeMirrorApi {
  /** What extensions need of `@codemirror/language`: the rest would be loaded for nothing. */
  readonly language: Pick<
    typeof import('@codemirror/language'),
    'ensureSyntaxTree' | 'foldService' | 'indentService' | 'syntaxTree' | 'syntaxTreeAvailable'
  >;
  /** `@codemirror/state` */
  readonly state: typeof import('@codemirror/state');
  /** `@codemirror/view` */
  readonly view: typeof import('@codemirror/view');
}

/**
 * Makes further extensions of the editor. In them a document has `\n` between its lines, whatever the
 * line ends of the text are.
 */
export type EditorExtensions = (codemirror: CodeMirrorApi) => Extension;
