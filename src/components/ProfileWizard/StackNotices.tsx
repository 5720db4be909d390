import { layerValues, valuesTextId, type StackLayer } from '../../model/layerStack';
import { layerPickerMessages } from '../LayerPicker/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { useWizard, useWizardState } from './WizardContext';

/** Says what became of edited values when the pack or version of this layer changed. */
export function StackNotices({ layer }: { readonly layer: StackLayer }) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { wizard } = useWizard('StackNotices');
  const stack = useWizardState('StackNotices', (state) => state.stack);
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
          <Button onClick={wizard.undo}>{shared.undo}</Button>
          {canUseEdited ? (
            <Button
              onClick={() => {
                wizard.send({ type: 'textReplaced', textId, text: edited });
                wizard.send({ type: 'noticeDismissed' });
              }}
            >
              {messages.setAsideUse}
            </Button>
          ) : null}
          <Button
            onClick={() => {
              wizard.send({ type: 'noticeDismissed' });
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
