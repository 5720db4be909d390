import { useEffect, useId, useState } from 'react';
import type { QueryState } from '../../hooks/useAdapterQuery';
import {
  layerValues,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import type { PackContent } from '../../model/packs';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import type { TextDiagnostic, ValuesPath } from '../../model/textDiagnostic';
import { ManifestEditor } from '../ManifestEditor/ManifestEditor';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { LazyPart } from '../ui/LazyPart';
import { lazyWithRetry } from '../ui/lazyWithRetry';
import { sharedMessages } from '../ui/messages';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { propsOfEditor, type LayerEditing } from './editorProps';
import type { ValuesField } from './fieldValues';
import { layerTextMessages } from './messages';

const fieldsPanel = lazyWithRetry(() =>
  import('./FieldsPanel').then((module) => module.FieldsPanel),
);

/** The least width in pixels at which form and text stand side by side. */
const BESIDE_PX = 600;

const NO_DIAGNOSTICS: readonly TextDiagnostic[] = [];

export interface ValuesPanelProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly content: QueryState<PackContent> | undefined;
  readonly editing: LayerEditing;
  /** A value is to be shown in the editor. */
  readonly onGoTo: (textId: string, path: ValuesPath) => void;
  readonly send: (event: LayerStackEvent) => void;
}

/** The values of a layer in the editor and, beside it, as a form. */
export function ValuesPanel({ stack, layer, content, editing, onGoTo, send }: ValuesPanelProps) {
  const messages = useMessages('LayerText', layerTextMessages);
  const shared = useMessages('Shared', sharedMessages);
  const id = useId();
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const hasRoomBeside = useIsWide(root);
  const [isFormOpen, setFormOpen] = useState(false);
  const [shownTarget, setShownTarget] = useState(editing.target);
  const textId = valuesTextId(layer);
  const values = layerValues(stack, layer);
  const isTyped = layer.pack?.isTyped === true;
  const layerName = shared.layerNames[layer.kind];
  const schema = content?.data?.schema;

  // A place in the text can be seen where the form leaves room for the text.
  if (editing.target !== shownTarget) {
    setShownTarget(editing.target);
    if (editing.target?.textId === textId && !hasRoomBeside) setFormOpen(false);
  }

  if (textId === null) {
    return (
      <div className="cpb-Empty">
        <p className="cpb-Empty-title">{messages.noPackTitle}</p>
        <p>{messages.noPack}</p>
      </div>
    );
  }
  if (values === null && content?.status === 'failed') {
    return (
      <RequestFailure title={messages.valuesFailed} error={content.error} onRetry={content.retry} />
    );
  }
  // What was typed before the user's edits have come over would keep them out.
  const isCarrying = stack.carries[textId]?.phase === 'waiting';
  if ((values === null && !isTyped) || isCarrying) {
    return (
      // As the editor will be: nothing moves when it comes.
      <div className="cpb-ManifestEditor">
        <div className="cpb-ManifestEditor-frame" data-loading="">
          <Loading what={messages.valuesThing} onRetry={content?.retry}>
            <SkeletonLines count={12} />
          </Loading>
        </div>
        <p className="cpb-ManifestEditor-hint" aria-hidden="true" />
      </div>
    );
  }

  const form =
    values === null || schema === undefined || schema.length === 0 ? null : { schema, values };
  const view = form === null || !isFormOpen ? 'text' : hasRoomBeside ? 'both' : 'form';
  return (
    <div ref={setRoot} className="cpb-ValuesPanel" data-view={view}>
      {form === null ? null : (
        <div className="cpb-ValuesPanel-bar">
          <Button
            variant="quiet"
            aria-expanded={isFormOpen}
            aria-controls={isFormOpen ? `${id}-form` : undefined}
            onClick={() => {
              setFormOpen(!isFormOpen);
            }}
          >
            {messages.fields}
          </Button>
        </div>
      )}
      {form === null || !isFormOpen ? null : (
        <section
          id={`${id}-form`}
          className="cpb-ValuesPanel-form"
          aria-label={messages.fieldsOf(layerName)}
        >
          <LazyPart
            // What is typed belongs to one text.
            key={textId}
            part={fieldsPanel}
            props={{
              ...form,
              textId,
              diagnostics: editing.diagnostics?.get(textId) ?? NO_DIAGNOSTICS,
              cloudName: editing.editorProps?.cloudName,
              onEditInText: ({ path }: ValuesField) => {
                onGoTo(textId, path);
              },
            }}
          />
        </section>
      )}
      <ManifestEditor
        key={textId}
        {...propsOfEditor(editing, textId)}
        schema={schema}
        label={messages.valuesOf(layerName)}
        text={values?.text ?? ''}
        revision={values?.revision ?? 0}
        placeholder={isTyped ? messages.valuesPlaceholder : undefined}
        onCommit={(text) => {
          send({ type: 'textCommitted', textId, text });
        }}
      />
    </div>
  );
}

/** Whether an element has room for form and text. */
function useIsWide(element: HTMLElement | null): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    // jsdom, where hosts test, has none.
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWide(entry.contentRect.width >= BESIDE_PX);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isWide;
}
