import { Button } from './Button';
import { Dialog } from './Dialog';

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
  return (
    <Dialog
      title={messages.leaveTitle}
      description={messages.leave}
      actions={
        <>
          <Button onClick={onKeep}>{messages.leaveKeep}</Button>
          <Button variant="danger" onClick={onDiscard}>
            {messages.leaveDiscard}
          </Button>
        </>
      }
      onCancel={onKeep}
    />
  );
}
