import { useState, type KeyboardEvent } from 'react';

export interface RowKeys {
  /** The place of the row that the arrow keys are at; -1 for none. */
  readonly active: number;
  readonly setActive: (at: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** How far a page key goes. */
const PAGE = 8;

/**
 * Arrow keys that move in a list while the focus stays in the field above it, round its ends; Enter
 * takes the row. Rows that cannot be chosen are passed over by nobody: what is said of them is heard.
 */
export function useRowKeys(count: number, onEnter: (at: number) => void): RowKeys {
  const [wanted, setActive] = useState(-1);
  const active = Math.min(wanted, count - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that finish a word of an input method are not ours.
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onEnter(active);
      return;
    }
    const next = placeAfter(event.key, active, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  return { active, setActive, onKeyDown };
}

function placeAfter(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : 0;
    case 'ArrowUp':
      return active > 0 ? active - 1 : count - 1;
    case 'PageDown':
      return Math.min(active + PAGE, count - 1);
    case 'PageUp':
      return Math.max(active - PAGE, 0);
    default:
      return null;
  }
}
