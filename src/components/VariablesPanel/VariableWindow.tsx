import { useId, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { LeaveDialog } from '../ui/LeaveDialog';
import { Modal } from '../ui/Modal';
import { VariableForm, type VariableFormProps } from './VariableForm';
import { variablesPanelMessages } from './messages';

export interface VariableWindowProps extends Omit<
  VariableFormProps,
  'titleId' | 'onCancel' | 'onDirtyChange'
> {
  /** What is done here. */
  readonly title: string;
  /** Below the title. */
  readonly intro?: ReactNode;
  /** Closed without a variable; what was typed was asked for before. */
  readonly onClose: () => void;
  readonly onDirtyChange?: ((isDirty: boolean) => void) | undefined;
}

/** The form of a variable in a window of its own: nothing else can be done meanwhile, so nothing is lost. */
export function VariableWindow({
  title,
  intro,
  onClose,
  onDirtyChange,
  ...form
}: VariableWindowProps) {
  const messages = useMessages('VariablesPanel', variablesPanelMessages);
  const id = useId();
  const isDirty = useRef(false);
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => {
    if (isDirty.current) setLeaving(true);
    else onClose();
  };
  return (
    <Modal
      className="cpb-VariableWindow"
      aria-labelledby={`${id}-title`}
      aria-describedby={intro === undefined ? undefined : `${id}-intro`}
      onDismiss={leave}
    >
      <header className="cpb-VariableWindow-head">
        <h3 className="cpb-StepHeading-title" id={`${id}-title`}>
          {title}
        </h3>
        {intro === undefined ? null : (
          <div className="cpb-VariableWindow-intro" id={`${id}-intro`}>
            {intro}
          </div>
        )}
      </header>
      <VariableForm
        {...form}
        titleId={`${id}-title`}
        onCancel={leave}
        onDirtyChange={(next) => {
          if (isDirty.current === next) return;
          isDirty.current = next;
          onDirtyChange?.(next);
        }}
      />
      {isLeaving ? (
        <LeaveDialog
          messages={messages}
          onKeep={() => {
            setLeaving(false);
          }}
          onDiscard={onClose}
        />
      ) : null}
    </Modal>
  );
}
