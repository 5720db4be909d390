import { useRef } from 'react';
import { useProviderChange } from '../../hooks/useProviderChange';
import { useProviders } from '../../hooks/useProviders';
import type { ProviderChangeItem } from '../../model/layerStack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { providerPickerMessages } from '../ProviderPicker/messages';
import { ProviderChangePreviewPanel } from '../ProviderPicker/ProviderChangePreview';
import { ProviderPicker } from '../ProviderPicker/ProviderPicker';
import { profileStepperMessages } from '../ProfileStepper/messages';
import { Button } from '../ui/Button';
import { sharedMessages } from '../ui/messages';
import { Notice } from '../ui/Notice';
import { profileWizardMessages } from './messages';
import { StepHeading } from './StepHeading';
import { useWizard, useWizardState } from './WizardContext';

/** The infrastructure provider or managed Kubernetes. */
export function CloudStep() {
  const messages = useMessages('ProfileWizard', profileWizardMessages);
  const { stepNames } = useMessages('ProfileStepper', profileStepperMessages);
  const { wizard } = useWizard('CloudStep');
  const stack = useWizardState('CloudStep', (state) => state.stack);
  const providers = useProviders();
  const asked = useWizardState('CloudStep', (state) => state.askedProvider);
  const isRefused = useWizardState('CloudStep', (state) => state.refused.includes('cloud'));
  const change = useProviderChange({
    stack,
    asked,
    onAsk: (provider) => {
      wizard.send({ type: 'providerAsked', provider });
    },
    send: wizard.send,
  });
  const picker = useRef<HTMLDivElement>(null);
  const nameOf = (cloudType: string) =>
    providers.providers.find((provider) => provider.cloudType === cloudType)?.displayName ??
    cloudType;
  /** The button that was pressed goes away. */
  const focusChosen = () => {
    requestAnimationFrame(() => {
      picker.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    });
  };
  return (
    <>
      <StepHeading title={stepNames.cloud} intro={messages.cloudIntro} />
      <div ref={picker}>
        <ProviderPicker
          providers={providers.providers}
          value={stack.cloudType}
          askedAbout={asked?.cloudType}
          question={
            asked === null || change.preview === null ? null : (
              <ProviderChangePreviewPanel
                preview={change.preview}
                fromName={nameOf(stack.cloudType)}
                toName={asked.displayName}
                isRefused={isRefused}
                onChange={() => {
                  change.confirm();
                  focusChosen();
                }}
                onKeep={() => {
                  change.keep();
                  focusChosen();
                }}
              />
            )
          }
          status={providers.status}
          error={providers.error}
          onRetry={providers.retry}
          onChange={change.select}
        />
      </div>
      {asked === null ? <ProviderChange /> : null}
    </>
  );
}

/** What the change of the cloud type meant for the layers chosen before. */
function ProviderChange() {
  const messages = useMessages('ProviderPicker', providerPickerMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { wizard } = useWizard('ProviderChange');
  const stack = useWizardState('ProviderChange', (state) => state.stack);
  const { notice } = stack;
  if (notice?.type !== 'provider-changed') return null;
  const list = (items: readonly ProviderChangeItem[]) =>
    shared.list(
      items.map(({ layerId, kind, packDisplayName, version }) => {
        const now = stack.layers.find(({ id }) => id === layerId)?.pack?.version?.tag;
        const pack = [packDisplayName, now ?? version].filter(Boolean).join(' ');
        const layerName = shared.layerNames[kind];
        return pack === '' ? layerName : shared.labelled(layerName, pack);
      }),
    );
  const isWaiting = ({ layerId }: ProviderChangeItem) =>
    stack.layers.find(({ id }) => id === layerId)?.pack == null;
  const dropped = notice.dropped.filter(isWaiting);
  const replaced = notice.dropped.filter((item) => !isWaiting(item));
  return (
    <Notice
      tone={dropped.length === 0 ? 'info' : 'warning'}
      title={messages.changed}
      actions={<Button onClick={wizard.undo}>{shared.undo}</Button>}
    >
      {notice.kept.length === 0 ? null : <p>{messages.kept(list(notice.kept))}</p>}
      {replaced.length === 0 ? null : <p>{messages.replaced(list(replaced))}</p>}
      {dropped.length === 0 ? null : <p>{messages.dropped(list(dropped))}</p>}
    </Notice>
  );
}
