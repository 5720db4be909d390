import { useRef, type DialogHTMLAttributes } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';

export interface ModalProps extends Omit<DialogHTMLAttributes<HTMLDialogElement>, 'open'> {
  /** Escape was pressed. */
  readonly onDismiss: () => void;
}

/** A window over the page, open as long as it is rendered. Closing gives the focus back. */
export function Modal({ onDismiss, className, children, ...rest }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Not a passive effect: closing gives the focus back only while the dialog is still in the page.
  useIsoLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    // jsdom, where hosts test, has dialogs without it.
    if (!supportsModal(element)) {
      element.open = true;
      return undefined;
    }
    element.showModal();
    return () => {
      element.close();
    };
  }, []);
  return (
    <dialog
      {...rest}
      ref={dialog}
      className={['cpb-Dialog', className].filter(Boolean).join(' ')}
      onCancel={(event) => {
        // Not from what is inside, such as a file chooser.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onDismiss();
      }}
      onClose={({ currentTarget: element }) => {
        // Browsers let Escape be refused once, then close it themselves: whoever renders it decides.
        if (element.open || !element.isConnected) return;
        element.showModal();
        onDismiss();
      }}
    >
      {children}
    </dialog>
  );
}

function supportsModal(element: HTMLDialogElement): boolean {
  return 'showModal' in element;
}
