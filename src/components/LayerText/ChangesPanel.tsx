import { useId, useRef, useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import type { TaskResult } from '../../hooks/useTaskResult';
import { isEdited, valuesTextId, type StackLayer, type StackText } from '../../model/layerStack';
import type { PackContent, PackSchemaField } from '../../model/packs';
import type { ValuesPath } from '../../model/textDiagnostic';
import type { TaskOutput } from '../../values/tasks';
import { formatPath } from '../Diagnostics/diagnosticText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { useStackCommands } from '../ui/StackCommands';
import { ChangedValues } from './ChangedValues';
import { Dialog } from '../ui/Dialog';
import { layerTextMessages } from './messages';
import { Overrides } from './Overrides';
import { PasteDialog } from './PasteDialog';
import { useTextChanges, type AskForText, type TextChangeOutcome } from './useTextChanges';

type ValuesDiff = TaskOutput<'diffValues'>;

export interface ChangesPanelProps {
  readonly layer: StackLayer;
  readonly values: StackText | null;
  readonly content: QueryState<PackContent> | undefined;
  /** How the values differ from their defaults; idle where they do not. */
  readonly changes: TaskResult<ValuesDiff>;
  /** A value is to be shown in the editor. */
  readonly onGoTo: (textId: string, path: ValuesPath) => void;
}

/** What the user changed in the values: as the smallest YAML, and value by value. */
export function ChangesPanel({ layer, values, content, changes, onGoTo }: ChangesPanelProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const textId = valuesTextId(layer);
  const { pack } = layer;

  if (pack === null || textId === null) {
    return <Nothing title={messages.noPackTitle} text={messages.noChangesYet} />;
  }
  if (pack.isTyped) return <Nothing title={messages.noBaseTitle} text={messages.noBase} />;
  if (values?.base == null) {
    return content?.status === 'failed' ? (
      <RequestFailure title={messages.valuesFailed} error={content.error} onRetry={content.retry} />
    ) : (
      <Loading what={messages.valuesThing} onRetry={content?.retry}>
        <SkeletonLines count={6} />
      </Loading>
    );
  }
  return (
    <Changes
      textId={textId}
      text={values.text}
      base={values.base}
      hasEdits={isEdited(values)}
      packName={`${pack.displayName} ${pack.version?.version ?? ''}`.trim()}
      schema={content?.data?.schema ?? NO_SCHEMA}
      changes={changes}
      onGoTo={(path) => {
        onGoTo(textId, path);
      }}
    />
  );
}

const NO_SCHEMA: readonly PackSchemaField[] = [];

/** What was done last, and how to take it back as long as nobody changed the text since. */
interface LastChange {
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly isFailure: boolean;
}

interface ChangesProps {
  readonly textId: string;
  readonly text: string;
  readonly base: string;
  readonly hasEdits: boolean;
  readonly packName: string;
  readonly schema: readonly PackSchemaField[];
  readonly changes: TaskResult<ValuesDiff>;
  readonly onGoTo: (path: ValuesPath) => void;
}

function Changes(props: ChangesProps) {
  const { textId, text, base, hasEdits, packName } = props;
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const commands = useStackCommands();
  const change = useTextChanges(textId);
  const [dialog, setDialog] = useState<'restore' | 'paste' | null>(null);
  const [last, setLast] = useState<LastChange | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const tell = (words: string, outcome: TextChangeOutcome) => {
    const isFailure = outcome.status === 'failed';
    setLast({
      words: isFailure
        ? messages.changeFailed
        : outcome.status === 'unchanged'
          ? messages.unchanged
          : words,
      before: outcome.status === 'changed' ? outcome.before : null,
      after: outcome.status === 'changed' ? outcome.after : null,
      isFailure,
    });
    // The button that was pressed may be gone.
    heading.current?.focus();
  };
  const run = (ask: AskForText, words: string) => {
    void change(ask).then((outcome) => {
      tell(words, outcome);
    });
  };
  const restore = (path: ValuesPath) => {
    run(
      (tasks, current) => tasks.run('restoreDefault', { text: current, base, path }),
      messages.restored(formatPath(path)),
    );
  };
  const undoable =
    last !== null && last.before !== null && last.after === text ? last.before : null;
  return (
    <div className="cpb-Changes">
      <div className="cpb-Changes-head">
        <h4 ref={heading} tabIndex={-1} className="cpb-Changes-title">
          {titleOf(props, messages)}
        </h4>
        <div className="cpb-Changes-actions">
          <Button
            variant="quiet"
            onClick={() => {
              setDialog('paste');
            }}
          >
            {messages.paste}
          </Button>
          {hasEdits ? (
            <Button
              variant="quiet"
              onClick={() => {
                setDialog('restore');
              }}
            >
              {messages.restoreAll}
            </Button>
          ) : null}
        </div>
      </div>
      {last === null ? null : (
        <Notice
          tone={last.isFailure ? 'error' : 'success'}
          actions={
            <>
              {undoable === null ? null : (
                <Button
                  onClick={() => {
                    setLast(null);
                    commands.send({ type: 'textReplaced', textId, text: undoable });
                    heading.current?.focus();
                  }}
                >
                  {shared.undo}
                </Button>
              )}
              <Button
                variant="quiet"
                icon="close"
                aria-label={shared.dismiss}
                onClick={() => {
                  setLast(null);
                  heading.current?.focus();
                }}
              />
            </>
          }
        >
          {last.words}
        </Notice>
      )}
      <Body {...props} onRestore={restore} />
      {dialog === 'restore' ? (
        <Dialog
          title={messages.restoreAllTitle}
          description={messages.restoreAllText(packName)}
          onCancel={() => {
            setDialog(null);
          }}
          actions={
            <>
              <Button
                onClick={() => {
                  setDialog(null);
                }}
              >
                {messages.keepChanges}
              </Button>
              <Button
                variant="danger"
                onClick={() => {
                  setDialog(null);
                  run(() => Promise.resolve(base), messages.restoredAll);
                }}
              >
                {messages.restoreAll}
              </Button>
            </>
          }
        />
      ) : null}
      {dialog === 'paste' ? (
        <PasteDialog
          change={change}
          onCancel={() => {
            setDialog(null);
          }}
          onDone={(outcome) => {
            setDialog(null);
            tell(messages.pasted, outcome);
          }}
        />
      ) : null}
    </div>
  );
}

function Body({
  hasEdits,
  schema,
  changes,
  onGoTo,
  onRestore,
}: ChangesProps & { readonly onRestore: (path: ValuesPath) => void }) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const id = useId();
  const diff = changes.data;

  if (!hasEdits) return <p className="cpb-Changes-note">{messages.noChanges}</p>;
  if (changes.isTooLarge) return <Notice tone="info">{messages.changesTooLarge}</Notice>;
  if (changes.status === 'failed') {
    return (
      <Notice
        tone="error"
        title={messages.changesFailed}
        actions={<Button onClick={changes.retry}>{shared.retry}</Button>}
      />
    );
  }
  if (diff === undefined) {
    return (
      <Loading what={messages.changesThing}>
        <SkeletonLines count={6} />
      </Loading>
    );
  }
  if (!diff.isReadable) return <Notice tone="warning">{messages.changesUnreadable}</Notice>;
  if (diff.changes.length === 0) return null;
  return (
    <>
      <Overrides diff={diff} schema={schema} />
      <section aria-labelledby={`${id}-list`} className="cpb-Changes-part">
        <h5 id={`${id}-list`} className="cpb-Changes-subtitle">
          {messages.changedValues}
        </h5>
        <ChangedValues changes={diff.changes} onGoTo={onGoTo} onRestore={onRestore} />
      </section>
    </>
  );
}

function titleOf(
  { hasEdits, packName, changes }: ChangesProps,
  messages: typeof layerTextMessages,
): string {
  if (!hasEdits) return messages.noChangesTitle(packName);
  if (changes.data?.isReadable !== true) return messages.changes;
  const count = changes.data.changes.length;
  return count === 0 ? messages.noValueChanges(packName) : messages.changeCount(count, packName);
}

function Nothing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="cpb-Empty">
      <p className="cpb-Empty-title">{title}</p>
      <p>{text}</p>
    </div>
  );
}
