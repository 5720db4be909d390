import { useId, useRef, type KeyboardEvent } from 'react';
import type { StackManifest } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { RowEdge } from './dropIndex';
import { manifestListMessages } from './messages';
import { NameField } from './NameField';
import { useRowDragging } from './useRowDragging';

export interface ManifestRowProps {
  readonly manifest: StackManifest;
  readonly index: number;
  readonly count: number;
  readonly listId: string;
  readonly isActive: boolean;
  readonly isRenaming: boolean;
  readonly fault: string | undefined;
  readonly onSelect: () => void;
  readonly onRenameStart: () => void;
  /** Null when the name stays; `byKey` when the focus should stay with the row. */
  readonly onRenameEnd: (name: string | null, byKey: boolean) => void;
  readonly onMove: (toIndex: number) => void;
  readonly onRowDrop: (draggedId: string, edge: RowEdge) => void;
  readonly onRemove: () => void;
}

export function ManifestRow(props: ManifestRowProps) {
  const { manifest, index, count, listId, isActive, isRenaming, fault } = props;
  const messages = useMessages('ManifestList', manifestListMessages);
  const faultId = useId();
  const row = useRef<HTMLLIElement>(null);
  const { isDragging, edge } = useRowDragging(row, {
    id: manifest.id,
    listId,
    canDrag: !isRenaming,
    onDrop: props.onRowDrop,
  });
  const name = manifest.name === '' ? messages.unnamed : manifest.name;
  const isFirst = index === 0;
  const isLast = index === count - 1;
  const moveUp = () => {
    if (!isFirst) props.onMove(index - 1);
  };
  const moveDown = () => {
    if (!isLast) props.onMove(index + 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowUp') moveUp();
    else if (event.key === 'ArrowDown') moveDown();
    else return;
    event.preventDefault();
  };

  return (
    <li
      ref={row}
      className="cpb-ManifestRow"
      data-active={isActive ? '' : undefined}
      data-invalid={fault === undefined ? undefined : ''}
      data-dragging={isDragging ? '' : undefined}
      data-drop-edge={edge ?? undefined}
    >
      <span className="cpb-ManifestRow-grip">
        <Icon name="drag" />
      </span>
      {isRenaming ? (
        <NameField
          label={messages.nameOf(name)}
          name={manifest.name}
          describedBy={fault === undefined ? undefined : faultId}
          onEnd={props.onRenameEnd}
        />
      ) : (
        <button
          type="button"
          className="cpb-ManifestRow-select"
          data-unnamed={manifest.name === '' ? '' : undefined}
          aria-current={isActive ? 'true' : undefined}
          aria-describedby={fault === undefined ? undefined : faultId}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={props.onSelect}
          onDoubleClick={props.onRenameStart}
          onKeyDown={onKeyDown}
        >
          {name}
        </button>
      )}
      <span className="cpb-ManifestRow-actions">
        <Button
          variant="quiet"
          icon="edit"
          aria-label={messages.rename(name)}
          title={messages.rename(name)}
          onClick={props.onRenameStart}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="quiet"
          icon="up"
          aria-label={messages.moveUp(name)}
          title={messages.moveUp(name)}
          aria-disabled={isFirst}
          onClick={moveUp}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="quiet"
          icon="down"
          aria-label={messages.moveDown(name)}
          title={messages.moveDown(name)}
          aria-disabled={isLast}
          onClick={moveDown}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="quiet"
          icon="trash"
          aria-label={messages.remove(name)}
          title={messages.remove(name)}
          onClick={props.onRemove}
          onKeyDown={onKeyDown}
        />
      </span>
      {fault === undefined ? null : (
        <p className="cpb-ManifestRow-fault" id={faultId}>
          <Icon name="error" />
          {fault}
        </p>
      )}
    </li>
  );
}
