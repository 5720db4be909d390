import { ProfileError } from '../../model/ProfileError';
import type { Page } from '../ProfileAdapter';

/** One page of a list that never changes. The cursor is the position of the next item. */
export function pageByPosition<Item>(
  items: readonly Item[],
  cursor: string | null,
  pageSize: number,
): Page<Item> {
  const start = cursor === null ? 0 : readPosition(cursor, items.length);
  const end = start + pageSize;
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? String(end) : null,
    totalCount: items.length,
  };
}

/**
 * One page of a list that may change between two pages. The cursor names the last item seen, so
 * items that come in before it shift nothing.
 *
 * @param order `keyOf` writes down the place of an item; `isAfter` finds what comes behind it
 */
export function pageByKey<Item>(
  items: readonly Item[],
  cursor: string | null,
  pageSize: number,
  order: {
    readonly keyOf: (item: Item) => string;
    readonly isAfter: (item: Item, key: string) => boolean;
  },
): Page<Item> {
  const rest = cursor === null ? items : items.filter((item) => order.isAfter(item, cursor));
  const shown = rest.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown,
    nextCursor: rest.length > shown.length && last !== undefined ? order.keyOf(last) : null,
    totalCount: items.length,
  };
}

function readPosition(cursor: string, length: number): number {
  const position = /^\d{1,9}$/.test(cursor) ? Number(cursor) : NaN;
  if (position <= length) return position;
  throw unknownCursor(cursor);
}

/** For a cursor that no page of the list gave out. */
export function unknownCursor(cursor: string): ProfileError {
  return new ProfileError(
    'invalid',
    `The cursor "${cursor}" is not one of this list. Pass the nextCursor of the page before, or null.`,
  );
}
