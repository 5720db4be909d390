import { StateField, type EditorState, type Extension } from '@codemirror/state';
import { keymap, showTooltip, type Command, type EditorView, type Tooltip } from '@codemirror/view';
import { lineBreakOfState } from './editorDocument';
import type { ServiceHolder } from './EditorServices';
import { readScalar, scalarAt, type ScalarPlace } from './yamlPath';

/** A key that no browser and no keyboard layout uses for something else. */
const KEY = 'F2';

/** *Make a variable of this value*: a button at a selected value, and a key. */
export function variableExtension(services: ServiceHolder, flush: () => void): Extension {
  const make: Command = (view) => {
    const { makeVariable } = services.current();
    const place = makeVariable === undefined ? null : candidateAt(view.state);
    if (makeVariable === undefined || place === null) return false;
    // Places are told in the text as the rest of the page has it.
    flush();
    const text = view.state.doc.sliceString(place.from, place.to);
    makeVariable({
      from: offsetInText(view.state, place.from),
      to: offsetInText(view.state, place.to),
      text,
      value: readScalar(text),
      path: place.path,
    });
    return true;
  };

  const tooltipOf = (state: EditorState): Tooltip | null => {
    const { makeVariable, words } = services.current();
    if (makeVariable === undefined || state.selection.main.empty) return null;
    const place = candidateAt(state);
    if (place === null) return null;
    return {
      pos: place.from,
      end: place.to,
      above: true,
      create: (view) => ({ dom: renderButton(view, words.makeVariable, make) }),
    };
  };
  const field = StateField.define<Tooltip | null>({
    create: () => null,
    update: (tooltip, transaction) => {
      if (!transaction.docChanged && transaction.selection === undefined) return tooltip;
      if (transaction.state.selection.main.empty) return null;
      const next = tooltipOf(transaction.state);
      return next !== null && tooltip?.pos === next.pos && tooltip.end === next.end
        ? tooltip
        : next;
    },
    provide: (tooltips) => showTooltip.from(tooltips),
  });
  return [field, keymap.of([{ key: KEY, run: make, preventDefault: true }])];
}

/** Longer ones are files, not values. */
const LONGEST_VALUE = 10_000;

/** The value that is selected or under the cursor, unless it refers to something already. */
function candidateAt(state: EditorState): ScalarPlace | null {
  const { main, ranges } = state.selection;
  if (state.readOnly || ranges.length > 1) return null;
  const place = scalarAt(state, main);
  if (place === null || place.to - place.from > LONGEST_VALUE) return null;
  const text = state.doc.sliceString(place.from, place.to);
  return text.includes('\n') || text.includes('{{') ? null : place;
}

function offsetInText(state: EditorState, offset: number): number {
  return lineBreakOfState(state) === '\n' ? offset : offset + state.doc.lineAt(offset).number - 1;
}

function renderButton(view: EditorView, words: string, make: Command): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cpb-VariableTooltip';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cm-button';
  button.textContent = words;
  button.setAttribute('aria-keyshortcuts', KEY);
  const key = document.createElement('kbd');
  key.textContent = KEY;
  key.setAttribute('aria-hidden', 'true');
  button.append(' ', key);
  // The selection stays when it is pressed.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  button.addEventListener('click', () => make(view));
  dom.append(button);
  return dom;
}
