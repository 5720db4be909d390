import { useCallback, useMemo, useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useProviders } from '../../hooks/useProviders';
import type { LayerStack, StackLayer } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { LayerPicker } from '../LayerPicker/LayerPicker';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import type { TextTarget } from '../LayerText/editorProps';
import { LayerText } from '../LayerText/LayerText';
import { PresetPicker } from '../PresetPicker/PresetPicker';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import type { ValueInText } from '../StackWork/ProfileVariables';
import { completionData } from '../StackWork/references';
import { useFindings } from '../StackWork/StackFindings';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Modal } from '../ui/Modal';
import { layerWorkspaceMessages } from './messages';
import { variableOf } from './variableOf';

const LazyVariables = lazyWithRetry(
  async () => (await import('../StackWork/ProfileVariables')).ProfileVariables,
);

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
  /** A place in a text of the layer to be shown. */
  readonly goTo?: TextTarget | undefined;
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
  goTo,
}: LayerWorkspaceProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const { providers } = useProviders();
  const { byText, checkedText, macros } = useFindings(stack);
  const [newVariable, setNewVariable] = useState<ValueInText | null>(null);
  const cloudName = providers.find(
    (provider) => provider.cloudType === stack.cloudType,
  )?.displayName;
  const completions = useMemo(() => completionData(stack, macros), [stack, macros]);
  const editorProps = useMemo(() => ({ completions, cloudName }), [completions, cloudName]);
  const makeVariable = useCallback((textId: string, selection: ScalarSelection) => {
    setNewVariable({ ...selection, textId });
  }, []);
  // Where there is room for one column only, one of the two is shown.
  const [wantedPane, setPane] = useState<Pane>(
    isExpanded || goTo !== undefined ? 'text' : 'choice',
  );
  const [shownPlace, setShownPlace] = useState(goTo?.token);
  if (goTo !== undefined && goTo.token !== shownPlace) {
    setShownPlace(goTo.token);
    setPane('text');
  }
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
          layers={stack.layers}
          cloudType={stack.cloudType}
          cloudName={cloudName}
          showsFaults={showsFaults}
          allowsDeprecated={allowsDeprecated}
          onChoice={send}
        />
        {content?.data === undefined ? null : (
          <PresetPicker key={layer.id} stack={stack} layer={layer} presets={content.data.presets} />
        )}
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
          diagnostics={byText}
          checkedText={checkedText}
          editorProps={editorProps}
          goto={goTo}
          onMakeVariable={makeVariable}
        />
      </div>
      {newVariable === null ? null : (
        <Modal
          className="cpb-Workspace-variable"
          aria-label={messages.makeVariable}
          onDismiss={() => {
            setNewVariable(null);
          }}
        >
          <LazyPart
            part={LazyVariables}
            props={{
              stack,
              defaultOpen: { type: 'create', variable: variableOf(newVariable) },
              replaces: newVariable,
              onAdded: () => {
                setNewVariable(null);
              },
              onClose: () => {
                setNewVariable(null);
              },
            }}
          />
        </Modal>
      )}
    </div>
  );
}
