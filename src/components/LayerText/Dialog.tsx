import { useId, useRef, type ReactNode } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';

export interface DialogProps {
  readonly title: string;
  /** Said with the title when the dialog opens. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions: ReactNode;
  /** Escape was pressed. */
  readonly onCancel: () => void;
}

/** A question in front of everything else. Closing gives the focus back. */
export function Dialog({ title, description, children, actions, onCancel }: DialogProps) {
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
      className="cpb-Dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={description == null ? undefined : `${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h3 id={`${id}-title`} className="cpb-Dialog-title">
        {title}
      </h3>
      {description == null ? null : <p id={`${id}-text`}>{description}</p>}
      {children}
      <div className="cpb-Dialog-actions">{actions}</div>
    </dialog>
  );
}
