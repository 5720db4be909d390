import { yaml } from '@codemirror/lang-yaml';
import { ensureSyntaxTree, language, syntaxTree, syntaxTreeAvailable } from '@codemirror/language';
import { Compartment, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';

/** How long the page waits for the parser at a time, in milliseconds: a frame, with what follows from it. */
const SLICE_MS = 12;
/** How far beyond what is in view, in characters; CodeMirror itself goes as far as `ahead`. */
const AHEAD = { view: 0, near: 50_000, ahead: 100_000 };

const support = new Compartment();

/**
 * YAML as the language of the editor. With a long text, where making the view is work enough for one task,
 * it comes in the next.
 */
export function yamlLanguage(isLong: boolean): Extension {
  return [support.of(isLong ? [] : yaml()), parseAhead];
}

/**
 * Parses what is in view and what lies ahead of it in short slices, as soon as the page has shown it.
 * CodeMirror would do so after a tenth of a second, in slices of that length where the browser can tell that
 * a key is waiting: no key waits for it, but everything else does.
 */
const parseAhead = ViewPlugin.fromClass(
  class {
    private readonly view: EditorView;
    private readonly channel = new MessageChannel();
    private target: 'view' | 'ahead' | null = null;

    constructor(view: EditorView) {
      this.view = view;
      this.channel.port1.onmessage = () => {
        this.parse();
      };
      this.begin();
    }

    update({ docChanged, viewportChanged }: ViewUpdate) {
      if (docChanged || viewportChanged) this.begin();
    }

    destroy() {
      this.channel.port1.close();
    }

    private begin() {
      // Not for every key or line by which the end moves on.
      if (syntaxTreeAvailable(this.view.state, this.end('near'))) return;
      // What is in view is coloured first.
      if (this.target === null) this.goOn();
      this.target = 'view';
    }

    /** After all that waits already, and before the browser is idle. */
    private goOn() {
      this.channel.port2.postMessage(null);
    }

    private end(target: keyof typeof AHEAD): number {
      const { state, viewport } = this.view;
      return Math.min(state.doc.length, viewport.to + AHEAD[target]);
    }

    private parse() {
      if (this.target === null) return;
      const { state } = this.view;
      if (state.facet(language) === null) {
        this.view.dispatch({ effects: support.reconfigure(yaml()) });
        this.goOn();
        return;
      }
      const tree = ensureSyntaxTree(state, this.end(this.target), SLICE_MS);
      if (tree !== null) this.target = this.target === 'view' ? 'ahead' : null;
      if (tree !== null && tree !== syntaxTree(state)) this.view.dispatch({});
      if (this.target !== null) this.goOn();
    }
  },
);
