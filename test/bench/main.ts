import { EditorView } from '@codemirror/view';
import { mountBare, type Box } from './bare';
import { mountControlled } from './controlled';
import { editedText, manifestsText, valuesText } from './documents';
import { mountFlow, mountPacks } from './ours';

/** What `scripts/bench.mjs` calls in the page. */
const bench = {
  mountBare: (text: string, box?: Box) => {
    mount((parent) => mountBare(parent, text, box));
  },
  mountControlled: (text: string, box?: Box) => {
    mount((parent) => mountControlled(parent, text, box));
  },
  mountValues: (text: string) => {
    mount((parent) => mountFlow(parent, { versions: [{ version: '1.0.0', values: text }] }));
  },
  mountManifest: (text: string) => {
    mount((parent) =>
      mountFlow(parent, { versions: [{ version: '1.0.0', values: 'a: 1\n' }], manifest: text }),
    );
  },
  mountUpgrade: (size: number, edits: number) => {
    const before = valuesText(size);
    mount((parent) =>
      mountFlow(parent, {
        versions: [
          { version: '2.0.0', values: valuesText(size, '2.0.0') },
          { version: '1.0.0', values: before },
        ],
        version: '1.0.0',
        values: editedText(before, edits),
      }),
    );
  },
  /** Makes the registry; `show` mounts the list and resolves with the milliseconds to its first rows. */
  preparePacks: (count: number) => {
    const { mount: mountList } = mountPacks(app(), count);
    bench.showPacks = () =>
      new Promise((resolve) => {
        const start = performance.now();
        mount(() => mountList());
        const look = () => {
          if (document.querySelector('[role="option"]') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - start));
        };
        look();
      });
  },
  showPacks: (): Promise<number> => Promise.reject(new Error('There is no registry yet.')),
  /** The size of the editor in view, which the rivals are given as well. */
  editorBox: (): Box => {
    const { width, height } = editorInView().dom.getBoundingClientRect();
    return { width, height };
  },
  /**
   * Puts the cursor at the end of a short line in the middle of the text, the same for every editor:
   * what is typed there scrolls none of them.
   */
  placeCursor: () => {
    const view = editorInView();
    const { doc } = view.state;
    let at = Math.ceil(doc.lines / 2);
    while (at > 1 && !/^\s+[\w-]+: \S{1,12}$/.test(doc.line(at).text)) at -= 1;
    const { to } = doc.line(at);
    view.dispatch({
      selection: { anchor: to },
      effects: EditorView.scrollIntoView(to, { y: 'center' }),
    });
    view.focus();
  },
  /** Made before it is needed. */
  text: '',
  valuesText,
  manifestsText,
  /** The longest task since the last call, in milliseconds. */
  takeLongestTask: () => {
    const longest = Math.max(0, ...tasks);
    tasks.length = 0;
    return longest;
  },
};

export type Bench = typeof bench;

const tasks: number[] = [];
new PerformanceObserver((list) => {
  tasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask', buffered: true });

let unmount = (): void => undefined;

function mount(make: (parent: HTMLElement) => () => void): void {
  unmount();
  const parent = document.createElement('div');
  app().replaceChildren(parent);
  const end = make(parent);
  unmount = () => {
    end();
    unmount = () => undefined;
  };
}

function editorInView(): EditorView {
  const content = [...document.querySelectorAll<HTMLElement>('.cm-content')].find((element) =>
    element.checkVisibility(),
  );
  const view = content === undefined ? null : EditorView.findFromDOM(content);
  if (view === null) throw new Error('The page has no editor.');
  return view;
}

function app(): HTMLElement {
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no place for the bench.');
  return element;
}

Object.assign(window, { bench });
