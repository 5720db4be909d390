import { useId, useRef, useState } from 'react';
import { createVariable, variableLabel, type ProfileVariable } from '../../model/variables';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LeaveDialog } from '../ui/LeaveDialog';
import { Root } from '../ui/Root';
import { CopyButton } from './CopyButton';
import { EmptyVariables } from './EmptyVariables';
import { PanelNotes, type PanelNotice } from './PanelNotes';
import { VariableForm } from './VariableForm';
import { VariableList } from './VariableList';
import { placeOf, startOf, type Editing } from './editing';
import { variablesPanelMessages } from './messages';
import type { CheckRegex } from './useRegexCheck';
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
  /** Shows a button that closes the panel; what was typed is asked for before. */
  readonly onClose?: (() => void) | undefined;
  /** Names of the variables that are saved already: their format is fixed. @default none */
  readonly savedNames?: ReadonlySet<string> | undefined;
  /** Checks a pattern by an engine of RE2. @default patterns are not checked */
  readonly checkRegex?: CheckRegex | undefined;
  /** What is open at first; later changes are ignored. @default the list */
  readonly defaultOpen?: VariablesPanelStart | undefined;
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
  const { variables, usage, onClose } = props;
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const titleId = useId();
  const list = useRef<HTMLOListElement>(null);
  const createButton = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(() => startOf(props.defaultOpen, variables));
  const [notice, setNotice] = useState<PanelNotice | null>(null);
  const [removing, setRemoving] = useState<number | null>(null);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const [said, setSaid] = useState({ text: '', count: 0 });
  const isDirty = useRef(false);

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
  const reportDirty = (next: boolean) => {
    if (isDirty.current === next) return;
    isDirty.current = next;
    props.onDirtyChange?.(next);
  };
  /** Asks first when something was typed. */
  const leave = (then: () => void) => {
    if (isDirty.current) setLeaving(() => then);
    else then();
  };

  const open = (next: Editing) => {
    begin('');
    setEditing(next);
  };
  const closeForm = (index: number | null) => {
    setEditing(null);
    focusRow(index ?? -1);
  };
  const submit = (variable: ProfileVariable) => {
    const current = editing === null ? -1 : placeOf(editing, variables);
    begin(
      current === -1 ? messages.created(labelOf(variable)) : messages.changed(labelOf(variable)),
    );
    setEditing(null);
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
        <div className="cpb-VariablesPanel-head">
          <h2 className="cpb-VariablesPanel-title" id={titleId}>
            {messages.title}
          </h2>
          {variables.length === 0 || editing !== null ? null : (
            <p className="cpb-VariablesPanel-intro">{messages.intro}</p>
          )}
          {onClose === undefined ? null : (
            <Button
              variant="quiet"
              icon="close"
              className="cpb-VariablesPanel-close"
              aria-label={messages.close}
              title={messages.close}
              onClick={() => {
                leave(onClose);
              }}
            />
          )}
        </div>
        {editing === null ? (
          <>
            <PanelNotes notice={notice} onUndo={restore} labelOf={labelOf} />
            {variables.length === 0 ? (
              <EmptyVariables renderCopy={copyButton}>{createNew}</EmptyVariables>
            ) : (
              <>
                <VariableList
                  variables={variables}
                  usage={usage}
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
          </>
        ) : (
          <VariableForm
            initial={editing.variable}
            isNew={editing.index === null}
            others={variables.filter((_, index) => index !== placeOf(editing, variables))}
            usedIn={usedIn(editing.variable)}
            isFormatFixed={
              editing.index !== null && props.savedNames?.has(editing.variable.name) === true
            }
            checkRegex={props.checkRegex}
            onSubmit={submit}
            onCancel={() => {
              leave(() => {
                closeForm(editing.index);
              });
            }}
            onDirtyChange={reportDirty}
          />
        )}
        {removing === null || removingVariable === undefined ? null : (
          <LeaveDialog
            messages={{
              leaveTitle: messages.removeTitle(labelOf(removingVariable)),
              leave: messages.removeUsed(usedIn(removingVariable)),
              leaveKeep: messages.removeKeep,
              leaveDiscard: messages.removeConfirm,
            }}
            onKeep={() => {
              setRemoving(null);
            }}
            onDiscard={() => {
              setRemoving(null);
              remove(removing);
            }}
          />
        )}
        {leaving === null ? null : (
          <LeaveDialog
            messages={messages}
            onKeep={() => {
              setLeaving(null);
            }}
            onDiscard={() => {
              setLeaving(null);
              leaving();
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
