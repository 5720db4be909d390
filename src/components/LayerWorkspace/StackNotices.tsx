import {
  layerValues,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import type { LayerStackEvent } from '../../model/reduceLayerStack';
import { carryOf } from '../../model/valuesCarry';
import { layerPickerMessages } from '../LayerPicker/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { CarryNotice } from './CarryNotice';
import { LargeTexts } from './LargeTexts';

export interface StackNoticesProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly send: (event: LayerStackEvent) => void;
  /** Commits what is being typed, then takes back the last choice. */
  readonly onUndo: () => void;
  /** Conflicts of the layer are being decided. */
  readonly isDeciding: boolean;
  readonly onDecide: (isDeciding: boolean) => void;
  /** A notice went, and with it the button that had the focus. */
  readonly onGone: () => void;
}

/** Says what became of edited values when the pack or version of this layer changed. */
export function StackNotices(props: StackNoticesProps) {
  const { stack, layer, isDeciding, onDecide, onGone } = props;
  const carry = carryOf(stack, layer);
  return (
    <>
      {carry !== null && carry.phase !== 'dismissed' ? (
        <CarryNotice key={carry.textId} {...{ stack, carry, isDeciding, onDecide, onGone }} />
      ) : (
        <SetAsideNotice {...props} />
      )}
      <LargeTexts stack={stack} layer={layer} />
    </>
  );
}

function SetAsideNotice({ stack, layer, send, onUndo, onGone }: StackNoticesProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { notice } = stack;
  if (notice?.type !== 'values-set-aside' || notice.layerId !== layer.id) return null;
  const textId = valuesTextId(layer);
  const edited = stack.texts[notice.textId]?.text;
  const canUseEdited =
    edited !== undefined &&
    textId !== null &&
    layer.pack?.name === notice.packName &&
    layerValues(stack, layer) !== null;
  return (
    <Notice
      tone="warning"
      actions={
        <>
          {notice.isUndoable ? (
            <Button
              onClick={() => {
                onUndo();
                onGone();
              }}
            >
              {shared.undo}
            </Button>
          ) : null}
          {canUseEdited ? (
            <Button
              onClick={() => {
                send({ type: 'textReplaced', textId, text: edited });
                send({ type: 'noticeDismissed' });
                onGone();
              }}
            >
              {messages.setAsideUse}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              send({ type: 'noticeDismissed' });
              onGone();
            }}
          >
            {shared.dismiss}
          </Button>
        </>
      }
    >
      {messages.setAside(notice.packDisplayName, notice.version)}
    </Notice>
  );
}
