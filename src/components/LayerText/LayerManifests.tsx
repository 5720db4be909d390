import { useMemo } from 'react';
import { checkLayer } from '../../model/diagnostics';
import { manifestTextId, type LayerStack, type StackLayer } from '../../model/layerStack';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { ManifestEditor } from '../ManifestEditor/ManifestEditor';
import { ManifestList } from '../ManifestList/ManifestList';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { propsOfEditor, type LayerEditing } from './editorProps';
import { layerTextMessages } from './messages';

export interface LayerManifestsProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly layerName: string;
  readonly editing: LayerEditing;
  /** The manifest that is to be open; without one, or one that is gone, the last. */
  readonly chosenId: string | null;
  readonly onChosenIdChange: (manifestId: string | null) => void;
  readonly send: (event: LayerStackEvent) => void;
}

/** The manifests of a layer, and the one that is open in the editor. */
export function LayerManifests({
  stack,
  layer,
  layerName,
  editing,
  chosenId,
  onChosenIdChange: setChosenId,
  send,
}: LayerManifestsProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const { manifests } = layer;
  // A new one is opened; one that was removed makes room for the last.
  const active = manifests.find((manifest) => manifest.id === chosenId) ?? manifests.at(-1) ?? null;
  const faults = useMemo(() => {
    const texts = new Map<string, string>();
    for (const found of checkLayer(stack, layer)) {
      if (found.manifestId === undefined || texts.has(found.manifestId)) continue;
      if (found.code === 'manifest-name-missing') {
        texts.set(found.manifestId, messages.manifestNameMissing);
      }
      if (found.code === 'manifest-name-taken') {
        texts.set(found.manifestId, messages.manifestNameTaken);
      }
    }
    return texts;
  }, [stack, layer, messages]);
  const text = active === null ? undefined : stack.texts[manifestTextId(active.id)];

  return (
    <div className="cpb-LayerManifests">
      <ManifestList
        layerName={layerName}
        manifests={manifests}
        activeId={active?.id ?? null}
        faults={faults}
        onActiveChange={setChosenId}
        onAdd={(name, content) => {
          setChosenId(null);
          send({ type: 'manifestAdded', layerId: layer.id, name, content });
        }}
        onRename={(manifestId, name) => {
          send({ type: 'manifestRenamed', layerId: layer.id, manifestId, name });
        }}
        onMove={(manifestId, toIndex) => {
          // What is open stays open, wherever it moves.
          setChosenId(active?.id ?? null);
          send({ type: 'manifestMoved', layerId: layer.id, manifestId, toIndex });
        }}
        onRemove={(manifestId) => {
          send({ type: 'manifestRemoved', layerId: layer.id, manifestId });
        }}
        // Offered beside the removal: later it would take back something else.
        onUndo={
          stack.past.at(-1)?.reason === 'manifestRemoved'
            ? () => {
                send({ type: 'undone' });
              }
            : undefined
        }
      />
      {active === null ? null : (
        <ManifestEditor
          key={active.id}
          {...propsOfEditor(editing, manifestTextId(active.id))}
          label={messages.manifestOf(active.name)}
          text={text?.text ?? ''}
          revision={text?.revision ?? 0}
          onCommit={(content) => {
            send({
              type: 'textCommitted',
              textId: manifestTextId(active.id),
              text: content,
            });
          }}
        />
      )}
    </div>
  );
}
