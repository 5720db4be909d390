/** The half of a row that something is over. */
export type RowEdge = 'top' | 'bottom';

/** Where a row stands after it is dropped on an edge of another one, counted from 0. */
export function dropIndex(from: number, target: number, edge: RowEdge): number {
  const gap = edge === 'top' ? target : target + 1;
  return from < gap ? gap - 1 : gap;
}
