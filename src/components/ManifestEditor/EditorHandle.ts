import type { TextFix, TextRange, ValuesPath } from '../../model/textDiagnostic';

/** A place to be shown. Another `token` shows it again. */
export type EditorTarget = { readonly token: number } & (TextRange | { readonly path: ValuesPath });

/** What the parts around the editor ask of it. */
export interface EditorCommands {
  /** Focuses the editor at a place of the text that the diagnostics are about. */
  readonly goTo: (place: TextRange) => void;
  /** Repairs as one change that can be undone; false where the text has changed there since. */
  readonly applyFix: (fix: TextFix) => boolean;
  readonly focus: () => void;
}

/** Leads to the commands of the view there is just now. */
export interface EditorHandle {
  readonly current: () => EditorCommands | null;
  /** Gives the commands; returns how to take them away. */
  readonly attach: (commands: EditorCommands) => () => void;
}

export function createEditorHandle(): EditorHandle {
  let current: EditorCommands | null = null;
  return {
    current: () => current,
    attach: (commands) => {
      current = commands;
      return () => {
        if (current === commands) current = null;
      };
    },
  };
}
