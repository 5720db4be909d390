import { useEffect, useRef, useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useStableCallback } from '../../internal/useStableCallback';
import type { LayerStack, StackLayer } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import type { TextTarget } from '../LayerText/editorProps';
import { LayerWorkspace } from '../LayerWorkspace/LayerWorkspace';
import { UndoRedo } from '../LayerWorkspace/UndoRedo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { profileDetailsMessages } from './messages';

export interface OpenLayerProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly content: QueryState<PackContent> | undefined;
  readonly showsFaults: boolean;
  readonly onOpen: (layerId: string | null) => void;
  readonly send: (event: LayerStackEvent) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** A place in a text of the layer to be shown. */
  readonly goTo?: TextTarget | undefined;
}

/** A layer of a saved profile, with the same choice and text as in the wizard. */
export function OpenLayer({
  stack,
  layer,
  content,
  showsFaults,
  onOpen,
  send,
  onUndo,
  onRedo,
  goTo,
}: OpenLayerProps) {
  const messages = useMessages('ProfileDetails', profileDetailsMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [isExpanded, setExpanded] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to get here is gone, or no longer where the user goes on; a place in a text takes
  // the focus itself.
  const focusHeading = useStableCallback(() => {
    if (goTo === undefined) heading.current?.focus();
  });
  useEffect(focusHeading, [layer.id, focusHeading]);
  return (
    <section className="cpb-ProfileDetails-layers">
      <div className="cpb-StepHeading">
        <h3 ref={heading} className="cpb-StepHeading-title" tabIndex={-1}>
          {shared.layerNames[layer.kind]}
        </h3>
        <div className="cpb-StepHeading-actions">
          <UndoRedo stack={stack} onUndo={onUndo} onRedo={onRedo} />
          <Button
            variant="quiet"
            icon="layers"
            onClick={() => {
              onOpen(null);
            }}
          >
            {messages.closeLayer}
          </Button>
        </div>
      </div>
      <LayerWorkspace
        stack={stack}
        layer={layer}
        content={content}
        showsFaults={showsFaults}
        allowsDeprecated={false}
        isExpanded={isExpanded}
        onExpandedChange={setExpanded}
        onOpen={onOpen}
        send={send}
        onUndo={onUndo}
        goTo={goTo}
      />
    </section>
  );
}
