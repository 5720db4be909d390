import { Fragment, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { variableLabel, type ProfileVariable } from '../../model/variables';
import type { RowEdge } from '../ManifestList/dropIndex';
import { useRowDragging } from '../ManifestList/useRowDragging';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { VariableBadges } from './VariableBadges';
import { variablesPanelMessages } from './messages';

export interface VariableRowProps {
  readonly variable: ProfileVariable;
  /** Tells rows apart while they are dragged. */
  readonly id: string;
  readonly listId: string;
  readonly index: number;
  readonly count: number;
  /** Names of the layers whose texts refer to it. */
  readonly usedIn: readonly string[];
  /** What is wrong with it, in words. */
  readonly faults: readonly string[];
  readonly copyButton: ReactNode;
  readonly onEdit: () => void;
  readonly onMove: (toIndex: number) => void;
  readonly onRowDrop: (draggedId: string, edge: RowEdge) => void;
  readonly onRemove: () => void;
}

export function VariableRow(props: VariableRowProps) {
  const { variable, index, count, usedIn, faults } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  const { isDragging, edge } = useRowDragging(row, {
    id: props.id,
    listId: props.listId,
    canDrag: true,
    onDrop: props.onRowDrop,
  });
  const label = variableLabel(variable) || messages.unnamed;
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
  const faultsId = faults.length === 0 ? '' : ` ${id}-faults`;

  return (
    <li
      ref={row}
      className="cpb-VariableRow"
      data-invalid={faults.length === 0 ? undefined : ''}
      data-dragging={isDragging ? '' : undefined}
      data-drop-edge={edge ?? undefined}
    >
      <span className="cpb-VariableRow-grip">
        <Icon name="drag" />
      </span>
      <div className="cpb-VariableRow-main">
        <div className="cpb-VariableRow-head">
          <button
            type="button"
            className="cpb-VariableRow-edit"
            title={messages.edit(label)}
            aria-describedby={`${id}-facts${faultsId}`}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onClick={props.onEdit}
            onKeyDown={onKeyDown}
          >
            {label}
          </button>
          {label === variable.name || variable.name === '' ? null : (
            <code className="cpb-mono cpb-VariableRow-name">{variable.name}</code>
          )}
          <VariableBadges variable={variable} />
        </div>
        <p className="cpb-VariableRow-facts" id={`${id}-facts`}>
          <span className="cpb-VariableRow-line">
            <RowFacts variable={variable} usedIn={usedIn} />
          </span>
        </p>
        {faults.length === 0 ? null : (
          <ul className="cpb-VariableRow-faults" id={`${id}-faults`}>
            {faults.map((fault) => (
              <li key={fault}>
                <Icon name="error" />
                {fault}
              </li>
            ))}
          </ul>
        )}
      </div>
      {/* Alt with the arrows works on each of the buttons of a row. */}
      <span className="cpb-VariableRow-actions">
        {props.copyButton}
        <Button
          variant="quiet"
          icon="up"
          aria-label={messages.moveUp(label)}
          title={messages.moveUp(label)}
          aria-disabled={isFirst}
          onClick={moveUp}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="quiet"
          icon="down"
          aria-label={messages.moveDown(label)}
          title={messages.moveDown(label)}
          aria-disabled={isLast}
          onClick={moveDown}
          onKeyDown={onKeyDown}
        />
        <Button
          variant="quiet"
          icon="trash"
          aria-label={messages.remove(label)}
          title={messages.remove(label)}
          onClick={props.onRemove}
          onKeyDown={onKeyDown}
        />
      </span>
    </li>
  );
}

/** Format, input, default and use, one behind the other. */
function RowFacts({
  variable,
  usedIn,
}: {
  readonly variable: ProfileVariable;
  readonly usedIn: readonly string[];
}) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const { format, inputType, defaultValue, isSensitive } = variable;
  const facts = [
    messages.formats[format],
    inputType === 'text' ? null : messages.inputTypes[inputType],
    defaultValue === ''
      ? null
      : isSensitive
        ? messages.maskedDefault
        : messages.defaultIs(firstLine(defaultValue)),
    usedIn.length === 0 ? messages.notUsed : messages.usedIn(usedIn),
  ].filter((fact) => fact !== null);
  // With a space between, which is not seen, they are not read out as one word.
  return facts.map((fact, index) => (
    <Fragment key={index}>
      <span className="cpb-VariableRow-fact">{fact}</span>{' '}
    </Fragment>
  ));
}

/** As much of a default as a row has room for. */
function firstLine(value: string): string {
  const [line = ''] = value.split(/\r?\n/, 1);
  return line.length === value.length && line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
