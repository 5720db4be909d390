import { useEffect, useState, type RefObject } from 'react';
import { useStableCallback } from '../../internal/useStableCallback';
import type { RowEdge } from './dropIndex';

interface RowDraggingOptions {
  readonly id: string;
  readonly listId: string;
  readonly canDrag: boolean;
  readonly onDrop: (draggedId: string, edge: RowEdge) => void;
}

/** Lets a row be dragged by the mouse, as soon as what that takes is loaded. */
export function useRowDragging(
  row: RefObject<HTMLElement | null>,
  options: RowDraggingOptions,
): { readonly isDragging: boolean; readonly edge: RowEdge | null } {
  const { id, listId } = options;
  const [isDragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<RowEdge | null>(null);
  const canDrag = useStableCallback(() => options.canDrag);
  const onDrop = useStableCallback(options.onDrop);

  useEffect(() => {
    let detach: (() => void) | null = null;
    let isGone = false;
    import('./rowDragging').then(
      ({ attachRowDragging }) => {
        if (isGone || row.current === null) return;
        detach = attachRowDragging({
          row: row.current,
          id,
          listId,
          canDrag,
          onDraggingChange: setDragging,
          onEdgeChange: setEdge,
          onDrop,
        });
      },
      // Without it rows are moved by their buttons and by the keyboard.
      () => undefined,
    );
    return () => {
      isGone = true;
      detach?.();
    };
  }, [row, id, listId, canDrag, onDrop]);
  return { isDragging, edge };
}
