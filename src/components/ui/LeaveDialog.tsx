import { useId, useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { Button } from './Button';

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
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Not a passive effect: closing gives the focus back only while the dialog is still in the page.
  useIsoLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    // jsdom, where hosts test, has dialogs without it.
    if (supportsModal(element)) element.showModal();
    else element.open = true;
    return () => {
      if (supportsModal(element)) element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="cpb-Dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
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
    </dialog>
  );
}

function supportsModal(element: HTMLDialogElement): boolean {
  return 'showModal' in element;
}
