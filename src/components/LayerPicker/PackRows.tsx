import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import type { LayerKind } from '../../model/layers';
import type { PackMisfit } from '../../model/packFit';
import type { PackSummary } from '../../model/packs';
import { PackRow } from './PackRow';
import { isSelectable, packRowKey } from './packRowKey';

export interface PackRowsProps {
  readonly id: string;
  readonly packs: readonly PackSummary[];
  /** Accessible name. */
  readonly label: string;
  readonly kind: LayerKind;
  readonly cloudType: string;
  readonly cloudName: string;
  readonly allowsDeprecated: boolean;
  /** From `packRowKey`. */
  readonly chosenKey: string | null;
  /** The place of the row that the arrow keys are at; -1 for none. */
  readonly active: number;
  /** Why a pack does not fit the stack. */
  readonly fitOf: (pack: PackSummary) => readonly PackMisfit[];
  readonly onPress: (pack: PackSummary) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The packs of the list, drawn anew only when they change, not for each key in the search field.
 * An own listbox: rows of a library's cost several times as much, in every one of its two hundred.
 */
export const PackRows = memo(function PackRows({
  id,
  packs,
  label,
  allowsDeprecated,
  chosenKey,
  active,
  onKeyDown,
  ...row
}: PackRowsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      className="cpb-PackList"
      role="listbox"
      aria-label={label}
      aria-activedescendant={active < 0 ? undefined : rowId(id, active)}
      // What scrolls must be reachable by keyboard.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {packs.map((pack, at) => (
        <PackRow
          key={packRowKey(pack)}
          {...row}
          id={rowId(id, at)}
          pack={pack}
          isChosen={packRowKey(pack) === chosenKey}
          isActive={at === active}
          isSelectable={isSelectable(pack, allowsDeprecated)}
        />
      ))}
    </div>
  );
});

/** The id of a row. */
export function rowId(listId: string, at: number): string {
  return `${listId}-${at}`;
}
