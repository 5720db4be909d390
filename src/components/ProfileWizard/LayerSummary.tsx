import { useMemo } from 'react';
import { isEdited, layerValues, type LayerStack, type StackLayer } from '../../model/layerStack';
import type { Registry } from '../../model/packs';
import { countChangedLines, lineCount } from '../../model/textChanges';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { stackReviewMessages } from '../StackReview/messages';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { profileWizardMessages } from './messages';

export interface LayerSummaryProps {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  readonly registries: readonly Registry[];
  readonly onOpen: () => void;
}

/** What a layer holds, in short. */
export function LayerSummary({ stack, layer, registries, onOpen }: LayerSummaryProps) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const review = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { pack, manifests } = layer;
  const values = layerValues(stack, layer);
  const changed = useMemo(
    () =>
      values?.base == null || !isEdited(values) ? 0 : countChangedLines(values.base, values.text),
    [values],
  );
  return (
    <section className="cpb-LayerSummary" aria-label={messages.selectedLayer}>
      <p className="cpb-Slab-kind">{shared.layerNames[layer.kind]}</p>
      <p className="cpb-LayerSummary-name">{pack?.displayName ?? review.packMissing}</p>
      {pack === null ? null : (
        <ul className="cpb-LayerSummary-facts">
          <li className="cpb-mono">
            {pack.name} {pack.version?.tag ?? ''}
          </li>
          <li>
            {review.registry(
              registries.find((registry) => registry.uid === pack.registryUid)?.name ??
                pack.registryUid,
            )}
          </li>
          <li>
            {pack.isTyped
              ? review.valuesOwn(lineCount(values?.text ?? ''))
              : changed > 0
                ? review.valuesEdited(changed)
                : review.valuesDefault}
          </li>
          {manifests.length === 0 ? null : (
            <li>{review.manifests(shared.list(manifests.map((manifest) => manifest.name)))}</li>
          )}
        </ul>
      )}
      <Button onClick={onOpen}>{messages.openLayer}</Button>
    </section>
  );
}
