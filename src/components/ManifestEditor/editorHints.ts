import { Prec, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Command,
  type Tooltip,
} from '@codemirror/view';
import { hintsOfMarks } from './editorDiagnostics';
import type { ServiceHolder } from './EditorServices';
import { hintAt, type Hint } from './hintAt';

/** What is known about a value or a reference, where the pointer rests or, by a key, at the cursor. */
export function hintExtension(services: ServiceHolder): Extension {
  const asked = StateEffect.define<Tooltip | null>();
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update: (tooltip, { docChanged, selection, effects }) =>
      effects.reduce(
        (current, effect) => (effect.is(asked) ? effect.value : current),
        docChanged || selection !== undefined ? null : tooltip,
      ),
    provide: (tooltips) => showTooltip.from(tooltips),
  });

  let running = new AbortController();
  /** Whoever asks last is answered. */
  const anew = () => {
    running.abort();
    running = new AbortController();
    return running.signal;
  };

  const ask: Command = (view) => {
    const { state } = view;
    const pos = state.selection.main.head;
    void hintAt(state, pos, services.current(), anew()).then((hint) => {
      // Somebody typed or moved on meanwhile.
      if (view.state.doc !== state.doc || view.state.selection.main.head !== pos) return;
      const { words } = services.current();
      const shown = hint ?? { from: pos, to: pos, parts: [{ title: '', lines: [words.noHint] }] };
      view.dispatch({
        effects: [asked.of(tooltipOf(shown)), EditorView.announce.of(spoken(shown))],
      });
    });
    return true;
  };

  const close: Command = (view) => {
    if (view.state.field(field) !== null) {
      view.dispatch({ effects: asked.of(null) });
      return true;
    }
    if (!hasHoverTooltips(view.state)) return false;
    view.dispatch({ effects: closeHoverTooltips });
    return true;
  };

  return [
    field,
    hoverTooltip(async (view, pos) => {
      const hint = await hintAt(view.state, pos, services.current(), anew());
      return hint === null ? null : tooltipOf(withoutTold(hint, hintsOfMarks(view.state, pos)));
    }),
    keymap.of([{ key: 'Shift-F1', run: ask, preventDefault: true }]),
    // What was asked for goes before Escape means anything else.
    Prec.highest(keymap.of([{ key: 'Escape', run: close }])),
    EditorView.domEventHandlers({
      blur: (_event, view) => {
        if (view.state.field(field) !== null) view.dispatch({ effects: asked.of(null) });
      },
    }),
  ];
}

/** A mark that is explained beside it says some of it already. */
function withoutTold(hint: Hint, told: ReadonlySet<string>): Hint {
  const parts = hint.parts.map((part) => ({
    ...part,
    lines: part.lines.filter((line) => !told.has(line)),
  }));
  return { ...hint, parts };
}

function tooltipOf({ from, to, parts }: Hint): Tooltip {
  return {
    pos: from,
    end: to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cpb-Hint';
      for (const { title, lines } of parts) {
        if (title !== '') append(dom, title, 'cpb-Hint-title');
        for (const line of lines) append(dom, line, 'cpb-Hint-line');
      }
      return { dom };
    },
  };
}

function append(parent: HTMLElement, text: string, className: string): void {
  const line = document.createElement('div');
  line.className = className;
  line.textContent = text;
  parent.append(line);
}

/** As sentences, for whoever hears it. */
function spoken({ parts }: Hint): string {
  return parts
    .flatMap(({ title, lines }) => [title, ...lines])
    .filter((text) => text !== '')
    .map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
    .join(' ');
}
