import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import type { RowEdge } from './dropIndex';

export interface RowDragging {
  readonly row: HTMLElement;
  readonly id: string;
  /** Rows of another list are not taken. */
  readonly listId: string;
  readonly canDrag: () => boolean;
  readonly onDraggingChange: (isDragging: boolean) => void;
  /** Null when nothing is over the row any more. */
  readonly onEdgeChange: (edge: RowEdge | null) => void;
  readonly onDrop: (draggedId: string, edge: RowEdge) => void;
}

/** Lets a row be dragged by the mouse and take other rows; returns the way to end that. */
export function attachRowDragging(options: RowDragging): () => void {
  const { row, id, listId, canDrag, onDraggingChange, onEdgeChange, onDrop } = options;
  const edgeOf = (data: Record<string | symbol, unknown>): RowEdge =>
    extractClosestEdge(data) === 'top' ? 'top' : 'bottom';
  return combine(
    draggable({
      element: row,
      canDrag,
      getInitialData: () => ({ listId, id }),
      onDragStart: () => {
        onDraggingChange(true);
      },
      onDrop: () => {
        onDraggingChange(false);
      },
    }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data.listId === listId && source.data.id !== id,
      getData: ({ input, element }) =>
        attachClosestEdge({}, { input, element, allowedEdges: ['top', 'bottom'] }),
      onDrag: ({ self }) => {
        onEdgeChange(edgeOf(self.data));
      },
      onDragLeave: () => {
        onEdgeChange(null);
      },
      onDrop: ({ source, self }) => {
        onEdgeChange(null);
        if (typeof source.data.id === 'string') onDrop(source.data.id, edgeOf(self.data));
      },
    }),
  );
}
