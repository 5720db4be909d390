import {
  getChunks,
  goToNextChunk,
  goToPreviousChunk,
  MergeView,
  unifiedMergeView,
} from '@codemirror/merge';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { ValuesPath } from '../../model/textDiagnostic';
import { findPath } from '../ManifestEditor/yamlPath';
import { diffLines } from './diffLines';

const DIFF = { override: diffLines };
const COLLAPSED = { margin: 3, minSize: 4 };

/** Room above a place that is shown, in pixels. */
const MARGIN = 48;

export interface ComparisonOptions {
  readonly parent: HTMLElement;
  /** Texts with `\n` between their lines. */
  readonly left: string;
  readonly right: string;
  readonly leftExtensions: Extension;
  readonly rightExtensions: Extension;
  /** Both in one column. */
  readonly isUnified: boolean;
  readonly showsAll: boolean;
}

/** Two texts on the page, until `destroy`. */
export interface Comparison {
  /** How many places differ. */
  readonly count: number;
  readonly goToNext: () => void;
  readonly goToPrevious: () => void;
  /** Scrolls to the value at a path, in the right text or, where it has none, in the left. */
  readonly reveal: (path: ValuesPath) => void;
  readonly destroy: () => void;
}

export function createComparison(options: ComparisonOptions): Comparison {
  return options.isUnified ? createUnified(options) : createSideBySide(options);
}

function createSideBySide(options: ComparisonOptions): Comparison {
  const { parent, left, right, leftExtensions, rightExtensions, showsAll } = options;
  const merge = new MergeView({
    parent,
    a: { doc: left, extensions: leftExtensions },
    b: { doc: right, extensions: rightExtensions },
    diffConfig: DIFF,
    ...(!showsAll && { collapseUnchanged: COLLAPSED }),
  });
  const { a, b } = merge;
  return {
    count: merge.chunks.length,
    goToNext: () => {
      goToNextChunk(b);
      scrollTo(parent, b, b.state.selection.main.head);
    },
    goToPrevious: () => {
      goToPreviousChunk(b);
      scrollTo(parent, b, b.state.selection.main.head);
    },
    reveal: (path) => {
      const [view, found] = deepest(path, [b, a]);
      if (found !== null) show(parent, view, found);
    },
    destroy: () => {
      merge.destroy();
    },
  };
}

function createUnified(options: ComparisonOptions): Comparison {
  const { parent, left, right, rightExtensions, showsAll } = options;
  const view = new EditorView({
    parent,
    doc: right,
    extensions: [
      rightExtensions,
      unifiedMergeView({
        original: left,
        mergeControls: false,
        diffConfig: DIFF,
        ...(!showsAll && { collapseUnchanged: COLLAPSED }),
      }),
    ],
  });
  return {
    count: getChunks(view.state)?.chunks.length ?? 0,
    goToNext: () => {
      goToNextChunk(view);
      scrollTo(parent, view, view.state.selection.main.head);
    },
    goToPrevious: () => {
      goToPreviousChunk(view);
      scrollTo(parent, view, view.state.selection.main.head);
    },
    reveal: (path) => {
      const found = findPath(view.state, path);
      if (found !== null) show(parent, view, found.from);
    },
    destroy: () => {
      view.destroy();
    },
  };
}

/** The first of the views that knows the whole path, else the first that knows some of it. */
function deepest(
  path: ValuesPath,
  views: readonly [EditorView, EditorView],
): readonly [EditorView, number | null] {
  const [first, second] = views;
  const inFirst = findPath(first.state, path);
  if (inFirst?.isWhole === true) return [first, inFirst.from];
  const inSecond = findPath(second.state, path);
  if (inSecond?.isWhole === true) return [second, inSecond.from];
  return [first, inFirst?.from ?? null];
}

function show(parent: HTMLElement, view: EditorView, offset: number): void {
  view.dispatch({ selection: { anchor: offset } });
  scrollTo(parent, view, offset);
}

/** Scrolls the texts alone; CodeMirror would scroll the page as well. */
function scrollTo(parent: HTMLElement, view: EditorView, offset: number): void {
  const move = () => {
    const top = view.lineBlockAt(offset).top + view.dom.offsetTop;
    parent.scrollTop = Math.max(0, top - MARGIN);
  };
  move();
  // Heights are known once the lines are drawn.
  view.requestMeasure({ read: () => undefined, write: move });
}
