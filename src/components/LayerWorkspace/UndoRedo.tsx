import { useState } from 'react';
import type { LayerStack } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';

export interface UndoRedoProps {
  readonly stack: LayerStack;
  /** Commits what is being typed, then takes back the last choice. */
  readonly onUndo: () => void;
  /** Commits what is being typed, then brings back what was undone. */
  readonly onRedo: () => void;
}

/** Takes back choices of packs, versions and manifests. Text has the editor's own undo. */
export function UndoRedo({ stack, onUndo, onRedo }: UndoRedoProps) {
  const shared = useMessages('Shared', sharedMessages);
  const canUndo = stack.past.length > 0;
  const canRedo = stack.future.length > 0;
  const [announcement, setAnnouncement] = useState({ text: '', count: 0 });
  const announce = (text: string) => {
    setAnnouncement(({ count }) => ({ text, count: count + 1 }));
  };
  return (
    <>
      <Button
        variant="quiet"
        icon="undo"
        // Not `disabled`: the focus would be lost with the last step.
        aria-disabled={!canUndo}
        onClick={() => {
          if (!canUndo) return;
          onUndo();
          announce(shared.undone);
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
          onRedo();
          announce(shared.redone);
        }}
      >
        {shared.redo}
      </Button>
      <span className="cpb-visually-hidden" role="status">
        {/* A new element each time: the same words twice are said twice. */}
        <span key={announcement.count}>{announcement.text}</span>
      </span>
    </>
  );
}
