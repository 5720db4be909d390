import type { EditorView, Rect } from '@codemirror/view';

const GAP_PX = 4;
const LEAST_WIDTH_PX = 200;
const LEAST_HEIGHT_PX = 64;

/**
 * Where the words about a completion go: to the right of the list or, where there is no room, below it;
 * above it only when the list itself is above. So they never cover the line that is written.
 */
export function placeInfo(
  view: EditorView,
  list: Rect,
  _option: Rect,
  info: Rect,
  space: Rect,
): { readonly style: string; readonly class: string } {
  const width = info.right - info.left;
  if (width <= space.right - list.right) {
    const height = info.bottom - info.top;
    const top = Math.max(space.top, Math.min(list.top, space.bottom - height)) - list.top;
    return { style: `top: ${top}px`, class: 'cm-completionInfo-right' };
  }
  const cursor = view.coordsAtPos(view.state.selection.main.head);
  const isAbove = cursor !== null && list.top < cursor.top;
  const room = isAbove ? list.top - space.top : space.bottom - list.bottom;
  const away = list.bottom - list.top + GAP_PX;
  const maxWidth = Math.max(list.right - list.left, LEAST_WIDTH_PX);
  return {
    style: [
      `${isAbove ? 'bottom' : 'top'}: ${away}px`,
      'inset-inline-start: -1px',
      `max-inline-size: ${maxWidth}px`,
      `max-block-size: ${Math.max(room - 2 * GAP_PX, LEAST_HEIGHT_PX)}px`,
    ].join('; '),
    class: 'cpb-completionInfo-apart',
  };
}
