import { useState } from 'react';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { profileWizardMessages } from './messages';
import { useWizard, useWizardState } from './WizardContext';

/** Takes back choices of packs, versions and manifests. Text has the editor's own undo. */
export function UndoRedo() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { wizard } = useWizard('UndoRedo');
  const canUndo = useWizardState('UndoRedo', (state) => state.stack.past.length > 0);
  const canRedo = useWizardState('UndoRedo', (state) => state.stack.future.length > 0);
  const [announcement, setAnnouncement] = useState('');
  return (
    <>
      <Button
        variant="quiet"
        icon="undo"
        // Not `disabled`: the focus would be lost with the last step.
        aria-disabled={!canUndo}
        onClick={() => {
          if (!canUndo) return;
          wizard.undo();
          setAnnouncement(messages.undone);
        }}
      >
        {shared.undo}
      </Button>
      <Button
        variant="quiet"
        icon="redo"
        aria-disabled={!canRedo}
        onClick={() => {
          if (!canRedo) return;
          wizard.redo();
          setAnnouncement(messages.redone);
        }}
      >
        {shared.redo}
      </Button>
      <span className="cpb-visually-hidden" role="status">
        {announcement}
      </span>
    </>
  );
}
