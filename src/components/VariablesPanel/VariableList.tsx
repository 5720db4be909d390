import { useId, type ReactNode, type Ref } from 'react';
import { checkVariables } from '../../model/variableChecks';
import { quotedVariableReference, type ProfileVariable } from '../../model/variables';
import { dropIndex } from '../ManifestList/dropIndex';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { VariableRow } from './VariableRow';
import { variablesPanelMessages } from './messages';
import { withoutKeptMasks } from './savedMask';
import { variableFaultText } from './variableFaultText';

export interface VariableListProps {
  readonly variables: readonly ProfileVariable[];
  readonly usage: ReadonlyMap<string, readonly string[]>;
  /** Names of the variables that are saved already. */
  readonly savedNames: ReadonlySet<string> | undefined;
  readonly listRef: Ref<HTMLOListElement>;
  readonly labelledBy: string;
  /** The button that copies a text. */
  readonly renderCopy: (text: string) => ReactNode;
  readonly onEdit: (index: number) => void;
  readonly onMove: (index: number, toIndex: number) => void;
  readonly onRemove: (index: number) => void;
}

/** The variables in the order in which they are asked for. */
export function VariableList({ listRef, ...props }: VariableListProps) {
  const { variables, usage } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const shared = useMessages('Shared', sharedMessages);
  const listId = useId();
  const errors = withoutKeptMasks(checkVariables(variables), variables, props.savedNames).filter(
    ({ severity }) => severity === 'error',
  );
  const ids = rowIds(variables);
  return (
    <ol ref={listRef} className="cpb-VariableList" aria-labelledby={props.labelledBy}>
      {variables.map((variable, index) => (
        <VariableRow
          key={ids[index]}
          id={ids[index] ?? ''}
          listId={listId}
          variable={variable}
          index={index}
          count={variables.length}
          usedIn={usage.get(variable.name) ?? []}
          faults={errors
            .filter((error) => error.index === index)
            .map((error) =>
              shared.labelled(messages.fields[error.field], variableFaultText(messages, error)),
            )}
          copyButton={
            variable.name === '' ? null : props.renderCopy(quotedVariableReference(variable))
          }
          onEdit={() => {
            props.onEdit(index);
          }}
          onMove={(toIndex) => {
            props.onMove(index, toIndex);
          }}
          onRowDrop={(draggedId, edge) => {
            const from = ids.indexOf(draggedId);
            const to = dropIndex(from, index, edge);
            if (from !== -1 && to !== from) props.onMove(from, to);
          }}
          onRemove={() => {
            props.onRemove(index);
          }}
        />
      ))}
    </ol>
  );
}

/** Names, which alone stay with a variable while it moves, made unique where they are not. */
function rowIds(variables: readonly ProfileVariable[]): readonly string[] {
  const counts = new Map<string, number>();
  return variables.map(({ name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${count} ${name}`;
  });
}
