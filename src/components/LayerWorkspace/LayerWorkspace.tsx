import { useCallback, useMemo, useRef, useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import { useProviders } from '../../hooks/useProviders';
import { useValuesTasks } from '../../hooks/valuesTasks';
import type { LayerStack, StackLayer } from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { carryOf } from '../../model/valuesCarry';
import { LayerPicker } from '../LayerPicker/LayerPicker';
import { LayerStackView } from '../LayerStackView/LayerStackView';
import type { TextTarget } from '../LayerText/editorProps';
import { LayerText } from '../LayerText/LayerText';
import { PresetPicker } from '../PresetPicker/PresetPicker';
import type { ScalarSelection } from '../ManifestEditor/CompletionData';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { completionData } from '../StackWork/completionData';
import { useFindings } from '../StackWork/StackFindings';
import { loadedContents, useContents } from '../StackWork/StackWork';
import type { ValueInText } from '../StackWork/variableTexts';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { Modal } from '../ui/Modal';
import { CarryConflicts } from './CarryConflicts';
import { layerWorkspaceMessages } from './messages';
import { StackNotices } from './StackNotices';
import { variableOf } from './variableOf';

const LazyMakeVariable = lazyWithRetry(
  async () => (await import('../StackWork/MakeVariable')).MakeVariable,
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
  /** Commits what is being typed, then takes back the last choice. */
  readonly onUndo: () => void;
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
  onUndo,
  goTo,
}: LayerWorkspaceProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const { providers } = useProviders();
  const { byText, checkedText, macros } = useFindings(stack);
  const [newVariable, setNewVariable] = useState<ValueInText | null>(null);
  const [said, setSaid] = useState('');
  const cloudName = providers.find(
    (provider) => provider.cloudType === stack.cloudType,
  )?.displayName;
  const contents = useContents();
  const tasks = useValuesTasks();
  const completions = useMemo(
    () => completionData({ stack, macros, contents: loadedContents(contents), tasks }),
    [stack, macros, contents, tasks],
  );
  const editorProps = useMemo(() => ({ completions, cloudName }), [completions, cloudName]);
  const makeVariable = useCallback((textId: string, selection: ScalarSelection) => {
    setSaid('');
    setNewVariable({ ...selection, textId });
  }, []);
  const closeVariable = () => {
    setNewVariable(null);
  };
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
  const carry = carryOf(stack, layer);
  const [decidingTextId, setDecidingTextId] = useState<string | null>(null);
  const isDeciding = carry?.phase === 'carried' && carry.textId === decidingTextId;
  const root = useRef<HTMLDivElement>(null);
  return (
    <>
      <StackNotices
        {...{ stack, layer, send, onUndo, isDeciding }}
        onDecide={(next) => {
          setDecidingTextId(next ? (carry?.textId ?? null) : null);
        }}
        onGone={() => {
          goOn(root.current);
        }}
      />
      <div
        ref={root}
        className="cpb-Workspace"
        data-expanded={isExpanded && !needsChoice ? '' : undefined}
        data-pane={pane}
        data-deciding={isDeciding ? '' : undefined}
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
            <PresetPicker
              key={layer.id}
              stack={stack}
              layer={layer}
              presets={content.data.presets}
              schema={content.data.schema}
            />
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
        {isDeciding ? (
          <div className="cpb-Workspace-conflicts">
            <CarryConflicts
              stack={stack}
              carry={carry}
              schema={content?.data?.schema}
              onClose={() => {
                setDecidingTextId(null);
              }}
            />
          </div>
        ) : null}
        {newVariable === null ? null : (
          <LazyPart
            part={LazyMakeVariable}
            frame={(content) => (
              <Modal
                className="cpb-VariableWindow"
                aria-label={messages.makeVariable}
                onDismiss={closeVariable}
              >
                <div className="cpb-VariableForm">{content}</div>
              </Modal>
            )}
            props={{
              stack,
              replaces: newVariable,
              suggested: variableOf(newVariable, stack.texts[newVariable.textId]?.secretPaths),
              onMade: (result: string) => {
                setSaid(result);
                closeVariable();
              },
              onClose: closeVariable,
            }}
          />
        )}
        <div className="cpb-visually-hidden" role="status">
          {said}
        </div>
      </div>
    </>
  );
}

/** Where one goes on after a notice: the text or, where it is not in view, the choice. */
function goOn(root: HTMLElement | null): void {
  const places = root?.querySelectorAll<HTMLElement>(
    '.cpb-Workspace-text [role="textbox"], .cpb-Workspace-text textarea, .cpb-Workspace-choice select',
  );
  [...(places ?? [])].find((place) => place.offsetParent !== null)?.focus();
}
