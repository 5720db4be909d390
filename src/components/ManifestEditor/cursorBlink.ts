import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** How long the cursor stands still after a key, in milliseconds. */
const REST_MS = 500;

const IS_MOVING = 'data-cursor-moves';

/**
 * A cursor that blinks while it rests. CodeMirror's own starts its animation anew at every key, which
 * React, listening to all animations, makes a frame of its own of: a fifth of what a key costs.
 */
export const cursorBlink = [
  ViewPlugin.fromClass(
    class {
      private readonly dom: HTMLElement;
      private timer: ReturnType<typeof setTimeout> | undefined;

      constructor({ dom }: EditorView) {
        this.dom = dom;
      }

      update({ docChanged, selectionSet }: ViewUpdate) {
        if (!docChanged && !selectionSet) return;
        if (this.timer === undefined) this.dom.setAttribute(IS_MOVING, '');
        else clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.timer = undefined;
          this.dom.removeAttribute(IS_MOVING);
        }, REST_MS);
      }

      destroy() {
        clearTimeout(this.timer);
      }
    },
  ),
  EditorView.theme({
    // CodeMirror names the animation in the element's own style.
    '.cm-cursorLayer': { animationName: 'none !important' },
    [`&.cm-focused:not([${IS_MOVING}]) .cm-cursorLayer`]: { animationName: 'cm-blink !important' },
  }),
];
