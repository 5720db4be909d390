import { useId } from 'react';
import { Button } from './Button';
import { Modal } from './Modal';

export interface LeaveDialogProps {
  readonly messages: {
    readonly leaveTitle: string;
    readonly leave: string;
    readonly leaveKeep: string;
    readonly leaveDiscard: string;
  };
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before what was entered is given up. */
export function LeaveDialog({ messages, onKeep, onDiscard }: LeaveDialogProps) {
  const id = useId();
  return (
    <Modal aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onDismiss={onKeep}>
      <h3 id={`${id}-title`} className="cpb-Dialog-title">
        {messages.leaveTitle}
      </h3>
      <p id={`${id}-text`}>{messages.leave}</p>
      <div className="cpb-Dialog-actions">
        <Button onClick={onKeep}>{messages.leaveKeep}</Button>
        <Button variant="danger" onClick={onDiscard}>
          {messages.leaveDiscard}
        </Button>
      </div>
    </Modal>
  );
}
