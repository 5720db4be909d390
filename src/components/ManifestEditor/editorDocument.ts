import { historyField, invertedEffects, isolateHistory } from '@codemirror/commands';
import { EditorState, StateEffect, StateField, Text, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { TextDiagnostic } from '../../model/textDiagnostic';
import { changeBetween, lineBreakOf, withoutCrlf, type LineBreak } from './lineEnds';
import type { TextSession } from './textSession';

const setLineBreak = StateEffect.define<LineBreak>();

/** What stands between the lines when the text is read. */
const lineBreakField = StateField.define<LineBreak>({
  create: () => '\n',
  update: (value, transaction) =>
    transaction.effects.reduce(
      (current, effect) => (effect.is(setLineBreak) ? effect.value : current),
      value,
    ),
  toJSON: (value) => value,
  fromJSON: (value) => (value === '\r\n' ? '\r\n' : '\n'),
});

/** What is kept when the view has to be made anew. */
const fields = { history: historyField, lineBreak: lineBreakField };

export function lineBreakOfState(state: EditorState): LineBreak {
  return state.field(lineBreakField);
}

/** The text of a state, byte for byte. */
export function readText(state: EditorState): string {
  return state.doc.sliceString(0, state.doc.length, lineBreakOfState(state));
}

/** What a view shows; it outlives the view. */
export interface EditorDocument {
  readonly extension: Extension;
  readonly initialState: { readonly json: unknown; readonly fields: typeof fields };
  /** Takes over a text that was changed elsewhere, once for each revision. */
  readonly take: (view: EditorView, text: string, revision: number) => void;
  /** Keeps in mind which text was checked last. Left out, it is what was committed last. */
  readonly setChecked: (diagnostics: readonly TextDiagnostic[], text: string | undefined) => void;
  /** The text that the diagnostics count in. */
  readonly checkedText: () => string;
  /** Whether a place is still to be shown; only once for each token. */
  readonly takeTarget: (token: number) => boolean;
}

/**
 * Ties a view to a session. CodeMirror holds every text with `\n` as the only separator: a stray `\r`
 * is then part of its line, and what is pasted or inserted by a command never mixes line ends.
 */
export function createEditorDocument(session: TextSession, revision: number): EditorDocument {
  let latest: EditorState | null = null;
  let taken = revision;
  let checked: { readonly diagnostics: readonly TextDiagnostic[]; readonly text: string } | null =
    null;
  let shownToken: number | null = null;
  return {
    extension: [
      EditorState.lineSeparator.of('\n'),
      lineBreakField,
      invertedEffects.of((transaction) =>
        transaction.effects.some((effect) => effect.is(setLineBreak))
          ? [setLineBreak.of(transaction.startState.field(lineBreakField))]
          : [],
      ),
      EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
      EditorView.updateListener.of((update) => {
        const { state } = update;
        latest = state;
        if (update.docChanged) session.changed(() => readText(state));
      }),
    ],
    initialState: {
      // Read when a view is made, which React may do more than once for one component.
      get json(): unknown {
        if (latest !== null) return latest.toJSON(fields) as unknown;
        const text = session.current();
        const lineBreak = lineBreakOf(text);
        return {
          doc: withoutCrlf(text, lineBreak),
          selection: { ranges: [{ anchor: 0, head: 0 }], main: 0 },
          lineBreak,
        };
      },
      fields,
    },
    take: (view, text, next) => {
      if (taken === next) return;
      taken = next;
      replaceText(view, text);
    },
    setChecked: (diagnostics, text) => {
      if (checked?.diagnostics === diagnostics && (text ?? checked.text) === checked.text) return;
      checked =
        diagnostics.length === 0 ? null : { diagnostics, text: text ?? session.committed() };
    },
    checkedText: () => checked?.text ?? session.committed(),
    takeTarget: (token) => {
      if (shownToken === token) return false;
      shownToken = token;
      return true;
    },
  };
}

/** Takes over a text as one change that leaves alone what both have in common. */
function replaceText(view: EditorView, text: string): void {
  const { state } = view;
  const lineBreak = lineBreakOf(text);
  const after = withoutCrlf(text, lineBreak);
  const change = changeBetween(state.doc.toString(), after);
  const effects = state.field(lineBreakField) === lineBreak ? [] : [setLineBreak.of(lineBreak)];
  if (change === null && effects.length === 0) return;
  view.dispatch({
    ...(change !== null && {
      changes: {
        from: change.from,
        to: change.to,
        insert: Text.of(after.slice(change.from, change.toInserted).split('\n')),
      },
    }),
    effects,
    annotations: isolateHistory.of('full'),
  });
}
