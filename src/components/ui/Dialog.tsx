import { useId, type ReactNode } from 'react';
import { Modal } from './Modal';

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
  const id = useId();
  return (
    <Modal
      aria-labelledby={`${id}-title`}
      aria-describedby={description == null ? undefined : `${id}-text`}
      onDismiss={onCancel}
    >
      <h3 id={`${id}-title`} className="cpb-Dialog-title">
        {title}
      </h3>
      {description == null ? null : <p id={`${id}-text`}>{description}</p>}
      {children}
      <div className="cpb-Dialog-actions">{actions}</div>
    </Modal>
  );
}
