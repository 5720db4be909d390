import {
  manifestTextId,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { useFindings } from '../StackWork/StackFindings';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { layerWorkspaceMessages } from './messages';

export interface LargeTextsProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
}

/** Offers to check what is too large to be checked unasked where there is no worker. */
export function LargeTexts({ stack, layer }: LargeTextsProps) {
  const messages = useMessages('LayerWorkspace', layerWorkspaceMessages);
  const { byText, checkText } = useFindings(stack);
  const texts = [
    { id: valuesTextId(layer), name: messages.values },
    ...layer.manifests.map(({ id, name }) => ({ id: manifestTextId(id), name })),
  ];
  return texts.map(({ id, name }) => {
    const isLarge = id !== null && byText.get(id)?.some(({ code }) => code === 'manifest-large');
    return isLarge === true ? (
      <Notice
        key={id}
        tone="info"
        announce="off"
        actions={
          <Button
            onClick={() => {
              checkText(id);
            }}
          >
            {messages.checkNow}
          </Button>
        }
      >
        {messages.large(name)}
      </Notice>
    ) : null;
  });
}
