import { useResourceTotals } from '../../hooks/useResourceTotals';
import type { LayerStack } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { loadedContents, useContents } from '../StackWork/StackWork';
import { sharedMessages } from '../ui/messages';
import { stackReviewMessages } from './messages';
import { ReviewFact } from './ReviewFact';

/** What the packs need at least, taken together, and where each number is from. */
export function StackResources({ stack }: { readonly stack: LayerStack }) {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const totals = useResourceTotals({ stack, contents: loadedContents(useContents()) });
  if (totals === null) {
    return (
      <dl className="cpb-StackReview-facts">
        <ReviewFact term={messages.resources}>{messages.resourcesReading}</ReviewFact>
      </dl>
    );
  }
  const { cpu, memory, diskSize, readLayerIds, statedLayerIds } = totals;
  if (cpu + memory + diskSize === 0) return null;
  const amounts = [
    cpu === 0 ? null : messages.cpu(cpu / 1000),
    memory === 0 ? null : messages.memory(memory / 1024),
    diskSize === 0 ? null : messages.disk(diskSize),
  ].filter((amount) => amount !== null);
  const packsOf = (layerIds: readonly string[]) =>
    shared.list(
      layerIds.flatMap((layerId) => {
        const pack = stack.layers.find(({ id }) => id === layerId)?.pack;
        return pack == null ? [] : [pack.displayName];
      }),
    );
  return (
    <dl className="cpb-StackReview-facts">
      <ReviewFact term={messages.resources}>
        {amounts.join(messages.resourceSeparator)}
        {readLayerIds.length === 0 ? null : (
          <p className="cpb-StackReview-source">{messages.resourcesRead(packsOf(readLayerIds))}</p>
        )}
        {statedLayerIds.length === 0 ? null : (
          <p className="cpb-StackReview-source">
            {messages.resourcesStated(packsOf(statedLayerIds))}
          </p>
        )}
      </ReviewFact>
    </dl>
  );
}
