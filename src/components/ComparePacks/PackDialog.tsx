import { useId, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import { Modal } from '../ui/Modal';

export interface PackDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A large window over the page for a closer look. Closing gives the focus back. */
export function PackDialog({ title, closeLabel, children, onClose }: PackDialogProps) {
  const id = useId();
  return (
    <Modal className="cpb-PackDialog" aria-labelledby={`${id}-title`} onDismiss={onClose}>
      <div className="cpb-PackDialog-head">
        <h3 id={`${id}-title`} className="cpb-Dialog-title">
          {title}
        </h3>
        <Button icon="close" variant="quiet" aria-label={closeLabel} onClick={onClose} />
      </div>
      {children}
    </Modal>
  );
}
