import { useProviders } from '../../hooks/useProviders';
import { checkLayer } from '../../model/diagnostics';
import type { LayerStack, StackLayer } from '../../model/layerStack';
import { applySeverities } from '../../model/severities';
import { diagnosticText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';

/** Why a layer cannot be left yet. */
export function LayerRefusal({
  stack,
  layer,
  isPending,
}: {
  readonly stack: LayerStack;
  readonly layer: StackLayer;
  /** Its values are loading. */
  readonly isPending: boolean;
}) {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const sentences = useMessages('Diagnostics', diagnosticsMessages);
  const { severities } = useBuilder();
  const { providers } = useProviders();
  if (isPending) return <Notice tone="info">{messages.valuesPending}</Notice>;
  const cloudName = providers.find(({ cloudType }) => cloudType === stack.cloudType)?.displayName;
  const errors = applySeverities(checkLayer(stack, layer), severities).filter(
    ({ severity }) => severity === 'error',
  );
  return (
    <Notice tone="error" title={messages.layerRefused}>
      {errors.map((found, index) => (
        <p key={index}>{diagnosticText(sentences, found, cloudName)}</p>
      ))}
    </Notice>
  );
}
