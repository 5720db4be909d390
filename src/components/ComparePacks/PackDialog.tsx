import { useId, useRef, type ReactNode } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { Button } from '../ui/Button';

export interface PackDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A large window over the page for a closer look. Closing gives the focus back. */
export function PackDialog({ title, closeLabel, children, onClose }: PackDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Not a passive effect: closing gives the focus back only while the dialog is still in the page.
  useIsoLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    // jsdom, where hosts test, has dialogs without it.
    if (!('showModal' in element)) {
      (element as HTMLDialogElement).open = true;
      return undefined;
    }
    element.showModal();
    return () => {
      element.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="cpb-Dialog cpb-PackDialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="cpb-PackDialog-head">
        <h3 id={`${id}-title`} className="cpb-Dialog-title">
          {title}
        </h3>
        <Button icon="close" variant="quiet" aria-label={closeLabel} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
