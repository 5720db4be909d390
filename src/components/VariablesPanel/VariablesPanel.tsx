import { useId, useRef, useState } from 'react';
import {
  createVariable,
  variableLabel,
  type ProfileVariable,
  type VariableInProgress,
} from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LeaveDialog } from '../ui/LeaveDialog';
import { Root } from '../ui/Root';
import { BegunNotice } from './BegunNotice';
import { CopyButton } from './CopyButton';
import { EmptyVariables } from './EmptyVariables';
import { PanelHead } from './PanelHead';
import { PanelNotes, type PanelNotice } from './PanelNotes';
import { RemoveQuestion } from './RemoveQuestion';
import { VariableList } from './VariableList';
import { VariableWindow } from './VariableWindow';
import { continued, placeOf, startOf, type Editing } from './editing';
import { variablesPanelMessages } from './messages';
import type { CheckRegex } from './useRegexCheck';
import { useOpenedFromOutside } from './useOpenedFromOutside';
import { useRowFocus } from './useRowFocus';

export interface VariablesPanelProps {
  readonly variables: readonly ProfileVariable[];
  /** Names of the layers whose texts refer to a variable, by the variable's name. */
  readonly usage: ReadonlyMap<string, readonly string[]>;
  /** `index` is where it stands afterwards: the end, or its place before when a removal is undone. */
  readonly onAdd: (variable: ProfileVariable, index: number) => void;
  /** With another name, the references in the texts are to follow. */
  readonly onChange: (
    index: number,
    variable: ProfileVariable,
    details: VariableChangeDetails,
  ) => void;
  readonly onRemove: (index: number) => void;
  /** `toIndex` is where it stands afterwards, counted from 0. */
  readonly onMove: (index: number, toIndex: number) => void;
  /** Shows a button that closes the panel. */
  readonly onClose?: (() => void) | undefined;
  /**
   * Names of the variables that are saved already: their format is fixed, and asterisks in place of a masked
   * default are the backend's. @default none
   */
  readonly savedNames?: ReadonlySet<string> | undefined;
  /** Checks a pattern by an engine of RE2. @default patterns are not checked */
  readonly checkRegex?: CheckRegex | undefined;
  /** What is open at first; later changes are ignored. @default the list */
  readonly defaultOpen?: VariablesPanelStart | undefined;
  /** Opens the form of the variable of that name, at its first fault, such as from a list of problems. */
  readonly openName?: string | undefined;
  /** Another number opens it again. @default 0 */
  readonly openToken?: number | undefined;
  /** What was typed for a variable and kept by the host; it is offered to be continued. @default nothing */
  readonly begun?: VariableInProgress | null | undefined;
  /** Given what is typed while it is typed, and null once it is settled, so that the host can keep it. */
  readonly onBegunChange?: ((begun: VariableInProgress | null) => void) | undefined;
  /** Level of the heading. @default 2 */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  /** Whether something was typed that would be lost by taking the panel away. */
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined;
  readonly className?: string | undefined;
}

export interface VariableChangeDetails {
  /** The name before; null when it is the same. */
  readonly renamedFrom: string | null;
}

/** `create` may begin with a variable, such as one made of a value; `edit` opens the first of that name. */
export type VariablesPanelStart =
  | { readonly type: 'create'; readonly variable?: ProfileVariable | undefined }
  | { readonly type: 'edit'; readonly name: string };

/** The variables of a profile: create, edit, order and delete, with a preview of each. */
export function VariablesPanel(props: VariablesPanelProps) {
  const { variables, usage, savedNames, begun = null, headingLevel = 2 } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const titleId = useId();
  const list = useRef<HTMLOListElement>(null);
  const createButton = useRef<HTMLButtonElement>(null);
  const [start] = useState(() => startOf(props.defaultOpen, variables));
  const [editing, setEditing] = useOpenedFromOutside(start, props);
  const [notice, setNotice] = useState<PanelNotice | null>(null);
  const [removing, setRemoving] = useState<number | null>(null);
  const [wanted, setWanted] = useState<Editing | null>(null);
  const [said, setSaid] = useState({ text: '', count: 0 });

  const focusRow = useRowFocus(variables, (index) => {
    const row = list.current?.children[index]?.querySelector('button');
    (row ?? createButton.current)?.focus();
  });
  const say = (text: string) => {
    setSaid(({ count }) => ({ text, count: count + 1 }));
  };
  /** Every change makes the notice of the one before obsolete. */
  const begin = (text: string) => {
    setNotice(null);
    say(text);
  };
  const labelOf = (variable: ProfileVariable) => variableLabel(variable) || messages.unnamed;
  const show = (next: Editing) => {
    begin('');
    setEditing(next);
  };
  /** Asks first when something else was begun. */
  const open = (next: Editing) => {
    if (begun === null) show(next);
    else setWanted(next);
  };
  const giveUp = () => {
    if (begun !== null) props.onBegunChange?.(null);
  };
  const closeForm = (index: number | null) => {
    giveUp();
    setEditing(null);
    focusRow(index ?? -1);
  };
  const submit = (variable: ProfileVariable) => {
    const current = editing === null ? -1 : placeOf(editing, variables);
    begin(
      current === -1 ? messages.created(labelOf(variable)) : messages.changed(labelOf(variable)),
    );
    setEditing(null);
    giveUp();
    if (current === -1) {
      focusRow(variables.length, ({ length }) => length > variables.length);
      props.onAdd(variable, variables.length);
      return;
    }
    focusRow(current);
    const before = editing?.variable.name ?? variable.name;
    props.onChange(current, variable, { renamedFrom: before === variable.name ? null : before });
  };
  const move = (index: number, toIndex: number) => {
    const variable = variables[index];
    if (variable === undefined) return;
    begin(messages.moved(labelOf(variable), toIndex + 1, variables.length));
    props.onMove(index, toIndex);
  };
  const remove = (index: number) => {
    const variable = variables[index];
    if (variable === undefined) return;
    begin(messages.removed(labelOf(variable)));
    setNotice({ type: 'removed', variable, index });
    focusRow(index, (now) => now !== variables);
    props.onRemove(index);
  };
  const restore = (variable: ProfileVariable, index: number) => {
    begin(messages.restored(labelOf(variable)));
    focusRow(index, (now) => now !== variables);
    props.onAdd(variable, Math.min(index, variables.length));
  };
  const usedIn = (variable: ProfileVariable) => usage.get(variable.name) ?? [];
  const removingVariable = removing === null ? undefined : variables[removing];

  const copyButton = (text: string) => (
    <CopyButton
      text={text}
      onCopied={() => {
        say(messages.wasCopied(text));
      }}
      onFailed={() => {
        setNotice({ type: 'copyFailed', text });
      }}
    />
  );
  const createNew = (
    <Button
      ref={createButton}
      icon="plus"
      onClick={() => {
        open({ index: null, variable: createVariable() });
      }}
    >
      {messages.create}
    </Button>
  );

  return (
    <Root className={['cpb-VariablesPanel', props.className].filter(Boolean).join(' ')}>
      <div className="cpb-VariablesPanel-body">
        <PanelHead
          titleId={titleId}
          headingLevel={headingLevel}
          hasVariables={variables.length > 0}
          onClose={props.onClose}
        />
        {begun === null || editing !== null ? null : (
          <BegunNotice
            begun={begun}
            onContinue={() => {
              show(continued(begun, variables));
            }}
            onDiscard={() => {
              giveUp();
              createButton.current?.focus();
            }}
          />
        )}
        <PanelNotes notice={notice} onUndo={restore} labelOf={labelOf} />
        {variables.length === 0 ? (
          <EmptyVariables renderCopy={copyButton}>{createNew}</EmptyVariables>
        ) : (
          <>
            <VariableList
              variables={variables}
              usage={usage}
              savedNames={savedNames}
              listRef={list}
              labelledBy={titleId}
              renderCopy={copyButton}
              onEdit={(index) => {
                const variable = variables[index];
                if (variable !== undefined) open({ index, variable });
              }}
              onMove={move}
              onRemove={(index) => {
                const variable = variables[index];
                if (variable !== undefined && usedIn(variable).length > 0) setRemoving(index);
                else remove(index);
              }}
            />
            <div>{createNew}</div>
          </>
        )}
        {editing === null ? null : (
          <VariableWindow
            title={
              editing.index === null
                ? messages.createTitle
                : messages.editTitle(labelOf(editing.variable))
            }
            initial={editing.variable}
            typed={editing.typed}
            isNew={editing.index === null}
            others={variables.filter((_, index) => index !== placeOf(editing, variables))}
            usedIn={usedIn(editing.variable)}
            savedNames={savedNames}
            checkRegex={props.checkRegex}
            startsAtFault={editing.startsAtFault}
            onSubmit={submit}
            onClose={() => {
              closeForm(editing.index);
            }}
            onDirtyChange={props.onDirtyChange}
            onTyped={(variable) => {
              const name = editing.index === null ? null : editing.variable.name;
              props.onBegunChange?.({ name, variable });
            }}
          />
        )}
        {removing === null || removingVariable === undefined ? null : (
          <RemoveQuestion
            label={labelOf(removingVariable)}
            usedIn={usedIn(removingVariable)}
            onKeep={() => {
              setRemoving(null);
            }}
            onRemove={() => {
              setRemoving(null);
              remove(removing);
            }}
          />
        )}
        {wanted === null || begun === null ? null : (
          <LeaveDialog
            messages={{ ...messages, leave: messages.begunLeave(labelOf(begun.variable)) }}
            onKeep={() => {
              setWanted(null);
            }}
            onDiscard={() => {
              giveUp();
              setWanted(null);
              show(wanted);
            }}
          />
        )}
        <div className="cpb-visually-hidden" role="status">
          <span key={said.count}>{said.text}</span>
        </div>
      </div>
    </Root>
  );
}
