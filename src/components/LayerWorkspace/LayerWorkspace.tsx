import { useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useProviders } from '../../hooks/useProviders';
import type { LayerStack, StackLayer } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { LayerPicker } from '../LayerPicker/LayerPicker';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import { LayerText } from '../LayerText/LayerText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { layerWorkspaceMessages } from './messages';

export interface LayerWorkspaceProps {
  readonly stack: LayerStack;
  /** The layer that is open. */
  readonly layer: StackLayer;
  /** What its version brings along; undefined while none is chosen. */
  readonly content: QueryState<PackContent> | undefined;
  /** Faults of the open layer are shown at the fields. */
  readonly showsFaults: boolean;
  /** Layers whose errors are counted in the stack. @default all */
  readonly refusedLayerIds?: readonly string[] | undefined;
  readonly allowsDeprecated: boolean;
  /** Starts with the text, and all the room for it. */
  readonly isExpanded: boolean;
  readonly onExpandedChange: (isExpanded: boolean) => void;
  readonly onOpen: (layerId: string) => void;
  readonly send: (event: LayerStackEvent) => void;
}

type Pane = 'choice' | 'text';

/** A layer being worked on: the stack, the choice and the text side by side. */
export function LayerWorkspace({
  stack,
  layer,
  content,
  showsFaults,
  refusedLayerIds,
  allowsDeprecated,
  isExpanded,
  onExpandedChange,
  onOpen,
  send,
}: LayerWorkspaceProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const { providers } = useProviders();
  // Where there is room for one column only, one of the two is shown.
  const [wantedPane, setPane] = useState<Pane>(isExpanded ? 'text' : 'choice');
  // Where something is still to be chosen, the choice is in view.
  const needsChoice = layer.pack?.version == null;
  const pane = needsChoice && showsFaults ? 'choice' : wantedPane;
  return (
    <div
      className="cpb-Workspace"
      data-expanded={isExpanded && !needsChoice ? '' : undefined}
      data-pane={pane}
    >
      <div className="cpb-Workspace-stack">
        <LayerStackView
          stack={stack}
          activeLayerId={layer.id}
          refusedLayerIds={refusedLayerIds}
          onSelect={onOpen}
        />
      </div>
      <div className="cpb-Workspace-panes" role="group" aria-label={messages.show}>
        {(['choice', 'text'] as const).map((id) => (
          <button
            key={id}
            type="button"
            className="cpb-PaneButton"
            aria-pressed={pane === id}
            onClick={() => {
              setPane(id);
            }}
          >
            {messages[id]}
          </button>
        ))}
      </div>
      <div className="cpb-Workspace-choice">
        <LayerPicker
          layer={layer}
          cloudType={stack.cloudType}
          cloudName={
            providers.find((provider) => provider.cloudType === stack.cloudType)?.displayName
          }
          showsFaults={showsFaults}
          allowsDeprecated={allowsDeprecated}
          onChoice={send}
        />
      </div>
      <div className="cpb-Workspace-text">
        <LayerText
          key={layer.id}
          stack={stack}
          layer={layer}
          content={content}
          send={send}
          isExpanded={isExpanded}
          onExpandedChange={onExpandedChange}
        />
      </div>
    </div>
  );
}
